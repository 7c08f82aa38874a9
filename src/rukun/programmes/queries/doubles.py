"""The same help twice: what is seen now, and what was written down, from both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from rukun.kit.dates import months_later
from rukun.parameters.programmes import kinds
from rukun.people.queries import facts
from rukun.programmes.models import Double, Ruling, Waiting
from rukun.programmes.types import GOING, State, Unit
from rukun.rules.programmes import Aid, Nearness, doubles

TOLD = "aid_received"


@dataclass(frozen=True, slots=True)
class Clash:
    """The same help from `other` of our own programmes, or from `elsewhere`: a word of the census."""

    other: int | None
    elsewhere: str
    nearness: str
    kinds: tuple[str, ...]


def clashes(waiting: Waiting, *, on: date) -> list[Clash]:
    """What is seen now, within one's areas: in our programmes, and in what the household answered."""
    mine = _asked(waiting, on)
    near = _near(waiting)
    lasting = _lasting(near)
    ours = [_aid(each, on, lasting.get(each.pk)) for each in near]
    found = doubles(mine, [each for each in ours if each])
    return [Clash(int(each.other.programme), "", each.nearness, each.kinds) for each in found] + _told(waiting)


def of(waiting: Waiting) -> list[Double]:
    """Written down on either side, what is open first."""
    held = visible().filter(Q(waiting=waiting) | Q(other=waiting))
    return sorted(held, key=lambda each: (each.settled != "", each.pk))


def of_household(household_id: int) -> list[Double]:
    """Written down for anyone of a household, on either side."""
    held = visible().filter(Q(waiting__household=household_id) | Q(other__household=household_id))
    return sorted(held, key=lambda each: (each.settled != "", each.pk))


def unsettled(path: str) -> list[Double]:
    """Under a path, both of whose sides still go on."""
    return list(_unsettled(path).order_by("on", "id"))


def count_unsettled(path: str) -> int:
    return _unsettled(path).count()


def visible() -> QuerySet[Double]:
    return Double.objects.select_related("waiting__scheme", "other__scheme")


def path_of(double_id: int) -> str:
    """The path of a double one may see, "" when there is none: used by guards."""
    return Double.objects.filter(pk=double_id).values_list("path", flat=True).first() or ""


def first_of(double: Double) -> Waiting | None:
    """The older help of the two: who is taken in comes before who waits. None: it comes from elsewhere."""
    if double.other is None:
        return None
    return min((double.waiting, double.other), key=lambda each: (each.enrolled_on is None, each.since, each.pk))


def blocks(double: Double, waiting: Waiting) -> bool:
    """Nobody has settled it, and the other side goes on."""
    other = double.other if double.waiting_id == waiting.pk else double.waiting
    return not double.settled and (other is None or other.until is None)


def _unsettled(path: str) -> QuerySet[Double]:
    held = visible().filter(path__startswith=path, settled="", waiting__until__isnull=True)
    return held.filter(Q(other__isnull=True) | Q(other__until__isnull=True))


def _near(waiting: Waiting) -> list[Waiting]:
    same = Q(head=waiting.head_id) | Q(household=waiting.household_id)
    same |= Q(card=waiting.card_id) if waiting.card_id else Q()
    found = Waiting.objects.filter(same, state__in=GOING, until__isnull=True).exclude(pk=waiting.pk)
    return list(found.select_related("scheme"))


def _lasting(found: Sequence[Waiting]) -> dict[int, int]:
    """Waiting → months its help lasts by the terms it was taken in under, where they say so."""
    rulings = Ruling.objects.filter(waiting__in=found, state=State.ENROLLED).order_by("on", "id")
    months = rulings.values_list("waiting", "terms__lasts_months")
    return {pk: lasting for pk, lasting in months if lasting}


def _asked(waiting: Waiting, on: date) -> Aid:
    """From its first day on, or from today while it waits."""
    since = waiting.enrolled_on or on
    return Aid(
        str(waiting.pk), waiting.head_id, frozenset(waiting.scheme.kinds), since.toordinal(), None,
        None if waiting.scheme.unit == Unit.PERSON else waiting.household_id, waiting.card_id,
    )  # fmt: skip


def _aid(waiting: Waiting, on: date, months: int | None) -> Aid | None:
    """As `_asked`, to the day its help is over; None when that day has come."""
    until = months_later(waiting.enrolled_on, months) if months and waiting.enrolled_on else None
    if until is not None and until <= on:
        return None
    return replace(_asked(waiting, on), until=until.toordinal() if until else None)


def _told(waiting: Waiting) -> list[Clash]:
    """Help the household said it receives, of a kind this programme gives."""
    known: dict[str, Any] = facts.latest([waiting.household_id])[waiting.household_id]
    said = known[TOLD].value if TOLD in known else []
    answers = set(said) if isinstance(said, list) else set()
    given = [kind for code, kind in kinds().items() if code in waiting.scheme.kinds]
    by_answer = {told: kind.code for kind in given for told in kind.told_as}
    return [Clash(None, code, Nearness.FAMILY.value, (by_answer[code],)) for code in sorted(answers & set(by_answer))]
