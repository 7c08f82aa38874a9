"""Somebody asks, or is named by a neighbour; and takes it back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.people.queries import households, persons
from rukun.people.types import Ending
from rukun.programmes.actions import doubles
from rukun.programmes.facts.terms import has_list, runs
from rukun.programmes.models import Scheme, Waiting
from rukun.programmes.queries import waiting as queries
from rukun.programmes.types import State, Unit
from rukun.walls import scope

LOCK = 7601  # who asks in one programme, and who is decided upon, come one after another
OF_FAMILY = (Unit.HOUSEHOLD, Unit.CARD)


@transaction.atomic
def propose(
    *, scheme: Scheme, household_id: int, head_id: int, on: date, by: Any, words: str = "", group: Any = None
) -> Waiting:
    """Puts who would receive on the list, and looks for the same help elsewhere. Raises Problem programmes.not_running,
    programmes.nobody_waits, programmes.out_of_reach, programmes.has_died, programmes.not_living_here,
    programmes.no_card, programmes.asked_already, programmes.card_asks, programmes.household_asks."""
    scope.alone(LOCK, scheme.pk)
    path = households.path_of(household_id)
    _check_reach(scheme, path, on, by_group=group is not None)
    person = _living(household_id, head_id)
    card = _card(scheme, person)
    _check_alone(scheme, household_id, head_id, card)
    try:
        with transaction.atomic():
            made = Waiting.objects.create(
                scheme=scheme, household_id=household_id, head_id=head_id, card_id=card, group=group, path=path,
                since=on, words=words, by=str(by),
            )  # fmt: skip
    except IntegrityError:  # the other one stands outside one's areas
        raise Problem("programmes.card_asks", scheme=scheme.name, name=_("warga di wilayah lain")) from None
    audit.record("waiting.proposed", made, by=by, path=path, scheme=scheme.name)
    doubles.look(waiting=made, on=on, by=by)
    return made


@transaction.atomic
def withdraw(*, waiting: Waiting, words: str, on: date, by: Any) -> Waiting:
    """Takes back what was asked. Raises Problem programmes.decided_already, programmes.reason_missing."""
    held = still_open(waiting)
    if not words.strip():
        raise Problem("programmes.reason_missing")
    held.state, held.until, held.words = State.WITHDRAWN, on, words
    held.revision += 1
    held.save(update_fields=["state", "until", "words", "revision"])
    audit.record("waiting.withdrawn", held, by=by, path=held.path, scheme=held.scheme.name)
    return held


def still_open(waiting: Waiting) -> Waiting:
    """The row itself, held until the end of the transaction. Raises Problem programmes.decided_already."""
    held = Waiting.objects.select_for_update(of=("self",)).select_related("scheme").get(pk=waiting.pk)
    if held.state != State.WAITING:
        raise Problem("programmes.decided_already", state=State(held.state).label)
    return held


def _check_reach(scheme: Scheme, path: str, on: date, *, by_group: bool) -> None:
    if not runs(scheme, on):
        raise Problem("programmes.not_running", scheme=scheme.name, on=on)
    if not has_list(scheme, by_group=by_group):
        raise Problem("programmes.nobody_waits", scheme=scheme.name)
    if not path.startswith(scheme.path):
        raise Problem("programmes.out_of_reach", scheme=scheme.name)


def _living(household_id: int, head_id: int) -> Any:
    """The person, who lives in this household now."""
    person = persons.visible().filter(pk=head_id).first()
    stays = persons.stays_of(person) if person else []
    if any(each.until is None and each.household_id == household_id for each in stays):
        return person
    if any(each.ended_by == Ending.DIED for each in stays):
        raise Problem("programmes.has_died", name=person.name)
    raise Problem("programmes.not_living_here", name=person.name if person else "–")


def _card(scheme: Scheme, person: Any) -> int | None:
    """The family card that counts, where the help is for a family."""
    entry = persons.entry_of(person) if scheme.unit in OF_FAMILY else None
    if scheme.unit == Unit.CARD and entry is None:
        raise Problem("programmes.no_card", name=person.name)
    return entry.card_id if entry else None


def _check_alone(scheme: Scheme, household_id: int, head_id: int, card: int | None) -> None:
    """Nobody of the same family card or kitchen asks the same help twice."""
    going = Waiting.objects.filter(scheme=scheme, until__isnull=True)
    if going.filter(head=head_id).exists():
        raise Problem("programmes.asked_already", scheme=scheme.name)
    if card and (other := going.filter(card=card).first()):
        raise Problem("programmes.card_asks", scheme=scheme.name, name=_name(other))
    if scheme.unit == Unit.HOUSEHOLD and (other := going.filter(household=household_id).first()):
        raise Problem("programmes.household_asks", scheme=scheme.name, name=_name(other))


def _name(other: Waiting) -> str:
    return queries.names([other]).get(other.head_id) or _("warga di wilayah lain")
