"""A part of the help goes into the recipient's own hand, and the recipient, a thumb or a witness says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.programmes.actions import pins
from rukun.programmes.models import Arrival, Instalment, Waiting
from rukun.programmes.queries import deliveries
from rukun.programmes.types import Proof, State
from rukun.rules.identity import sound
from rukun.ui import photos


@dataclass(frozen=True, slots=True)
class Proved:
    """How the recipient confirms; only what the way asks for is looked at."""

    by: Proof
    pin: str = ""
    photo: bytes = b""
    witness: str = ""


def give(*, instalment: Instalment, proved: Proved, on: date, today: date, by: Any, words: str = "") -> Arrival:
    """Writes down that it came. Raises Problem programmes.delivery_twice, programmes.delivery_not_enrolled,
    programmes.delivery_day, programmes.recipient_died, programmes.recipient_moved, programmes.pin_only_today,
    programmes.thumb_missing, programmes.thumb_used, programmes.witness_missing, programmes.witness_gives,
    programmes.witness_receives, and what `pins.check` and `photos.read` raise.
    """
    _check(instalment, on, today)
    if proved.by == Proof.PIN:
        if on != today:
            raise Problem("programmes.pin_only_today")
        pins.check(waiting=instalment.waiting, pin=proved.pin, by=by)
    return _given(instalment, proved, on, today, by, words)


@transaction.atomic
def seen(*, arrival: Arrival, by: Any) -> Arrival:
    """Who looks at a thumb is written down."""
    audit.record("arrival.thumb_seen", arrival, by=by, path=arrival.path)
    return arrival


@transaction.atomic
def _given(instalment: Instalment, proved: Proved, on: date, today: date, by: Any, words: str) -> Arrival:
    Waiting.objects.select_for_update().get(pk=instalment.waiting_id)  # one giver after another
    _check(instalment, on, today)
    made = Arrival.objects.create(
        instalment=instalment, path=instalment.path, on=on, proof=proved.by, words=words.strip(), by=str(by),
        **_proof(instalment.waiting, proved, by),
    )  # fmt: skip
    audit.record("arrival.confirmed", made, by=by, path=made.path, number=instalment.number, proof=str(made.proof))
    return made


def _check(instalment: Instalment, on: date, today: date) -> None:
    waiting = Waiting.objects.get(pk=instalment.waiting_id)
    if (before := Arrival.objects.filter(instalment=instalment).only("on").first()) is not None:
        raise Problem("programmes.delivery_twice", number=instalment.number, on=before.on)
    if waiting.enrolled_on is None:
        raise Problem("programmes.delivery_not_enrolled", state=State(waiting.state).label)
    last = min(today, waiting.until) if waiting.until else today
    if not waiting.enrolled_on <= on <= last:
        raise Problem("programmes.delivery_day", on=on, first=waiting.enrolled_on, last=last)
    _check_there(waiting, on)


def _check_there(waiting: Waiting, on: date) -> None:
    """Who had died or moved away by that day confirms nothing; what came before still can be written down."""
    gone = deliveries.gone(waiting)
    if gone is None or (gone.since is not None and on < gone.since):
        return
    if gone.has_died:
        raise Problem("programmes.recipient_died", on=gone.since)
    raise Problem("programmes.recipient_moved")


def _proof(waiting: Waiting, proved: Proved, by: Any) -> dict[str, Any]:
    if proved.by == Proof.THUMB:
        return _thumb(proved.photo)
    return {"witness": _witness(waiting, proved.witness, by)} if proved.by == Proof.WITNESS else {}


def _thumb(content: bytes) -> dict[str, Any]:
    """Only the dots of the photo stay; the print of the file tells one that was used before."""
    if not content:
        raise Problem("programmes.thumb_missing")
    photo = photos.read(content)
    if Arrival.objects.filter(digest=photo.digest).exists():
        raise Problem("programmes.thumb_used")
    return {"content": photo.content, "digest": photo.digest}


def _witness(waiting: Waiting, typed: str, by: Any) -> str:
    """A third person: neither who gives nor who receives."""
    name = typed.strip()
    if len(name) < 2:
        raise Problem("programmes.witness_missing")
    heard = sound(name)
    if heard in {sound(getattr(by, "name", "") or str(by)), sound(str(by))}:
        raise Problem("programmes.witness_gives", name=name)
    if heard == sound(deliveries.name(waiting)):
        raise Problem("programmes.witness_receives", name=name)
    return name
