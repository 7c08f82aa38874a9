"""The recipient's own PIN: chosen on the spot, kept as a slow hash, tried a few times a day."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.core.cache import cache
from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.people.queries import lives
from rukun.programmes.facts import pins
from rukun.programmes.models import Waiting
from rukun.programmes.types import State

TRIES = 5
AWHILE = 24 * 60 * 60


def choose(*, waiting: Waiting, pin: str, again: str, by: Any, before: str = "") -> None:
    """By the recipient, twice the same; who has a PIN says it before another one.

    Raises Problem programmes.pin_not_enrolled, programmes.pin_differs, programmes.pin_digits, programmes.pin_easy,
    programmes.pin_birth, and what `check` raises.
    """
    if waiting.state != State.ENROLLED:
        raise Problem("programmes.pin_not_enrolled", state=State(waiting.state).label)
    if waiting.pin:
        check(waiting=waiting, pin=before, by=by)
    if pin != again:
        raise Problem("programmes.pin_differs")
    known = lives.lives([waiting.head_id]).get(waiting.head_id)
    if why := pins.weakness(pin, known.born if known else None):
        raise Problem(f"programmes.pin_{why}")
    _keep(waiting, make_password(pin), "waiting.pin_chosen", by)


def check(*, waiting: Waiting, pin: str, by: Any) -> None:
    """Whether this is the recipient's PIN. A wrong try is counted whatever becomes of the act it stands for, so this
    is asked before that act's own transaction. Raises Problem programmes.pin_none, programmes.pin_tired,
    programmes.pin_wrong."""
    held = Waiting.objects.select_for_update().get(pk=waiting.pk)  # one try after another
    if not held.pin:
        raise Problem("programmes.pin_none")
    tries = int(cache.get(_key(held), 0))
    if tries >= TRIES:
        raise Problem("programmes.pin_tired", tries=TRIES)
    if not check_password(pin, held.pin):
        cache.set(_key(held), tries + 1, AWHILE)
        audit.record("waiting.pin_wrong", held, by=by, path=held.path)
        raise Problem("programmes.pin_wrong", left=TRIES - tries - 1)
    cache.delete(_key(held))


def forget(*, waiting: Waiting, by: Any) -> None:
    """A PIN that was forgotten goes, by somebody who decides on the programme; the recipient chooses another."""
    _keep(waiting, "", "waiting.pin_forgotten", by)
    cache.delete(_key(waiting))


@transaction.atomic
def _keep(waiting: Waiting, pin: str, verb: str, by: Any) -> None:
    held = Waiting.objects.select_for_update().get(pk=waiting.pk)
    held.pin = pin
    held.save(update_fields=["pin"])
    audit.record(verb, held, by=by, path=held.path)


def _key(waiting: Waiting) -> str:
    return f"pin-penerima:{waiting.pk}"
