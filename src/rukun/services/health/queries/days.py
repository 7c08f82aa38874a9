"""A monitor's day: whose doors to knock at, why, and which are done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rukun.people.queries import households, members
from rukun.services.health.facts.due import Due
from rukun.services.health.models import Call
from rukun.services.health.queries import doses, elders, measurements, pregnancies, referrals

SOURCES = (referrals.due, measurements.due, doses.due, pregnancies.due, elders.due)
"""What can be due, the most pressing first."""
WAITS_FOR_OTHERS = {("referral", "waiting")}
"""Open, but nothing a monitor can do at the door today."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at the door: who, and what is due."""

    person: Any
    dues: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """One household: `members` with something due; `calls` of today, the newest first."""

    household_id: int
    head: str
    address: str
    members: tuple[Member, ...]
    calls: tuple[Call, ...] = ()

    @property
    def weight(self) -> tuple[bool, int]:
        """The most pressing first: somebody to look at again, then how many things are due."""
        dues = [each for member in self.members for each in member.dues]
        return (all(each.kind != "referral" for each in dues), -len(dues))


@dataclass(frozen=True, slots=True)
class Day:
    waiting: tuple[Door, ...] = field(default=())
    done: tuple[Door, ...] = field(default=())

    @property
    def whole(self) -> int:
        return len(self.waiting) + len(self.done)


def day(homes: Sequence[int], on: date) -> Day:
    """Of these households: those where something is due and nobody has been today, and those met today."""
    people, called = _people(homes, on), _called(homes, on)
    cards = households.cards({*people, *called})
    doors = [_door(card, people.get(home, ()), called.get(home, ())) for home, card in cards.items()]
    by_head = sorted(doors, key=lambda door: (door.weight, door.head.casefold(), door.household_id))
    return Day(tuple(each for each in by_head if not each.calls), tuple(each for each in by_head if each.calls))


def dues(people: Iterable[Any], on: date) -> dict[int, list[Due]]:
    """Person → all that is due."""
    held = list(people)
    found: dict[int, list[Due]] = defaultdict(list)
    for source in SOURCES:
        for each in source(held, on):
            if (each.kind, each.code) not in WAITS_FOR_OTHERS:
                found[each.person_id].append(each)
    return found


def _people(homes: Sequence[int], on: date) -> dict[int, tuple[Member, ...]]:
    """Household → its members with something due."""
    stays = members.of_households(homes)
    due = dues([each.person for each in stays], on)
    found: dict[int, list[Member]] = defaultdict(list)
    for each in stays:
        if each.person_id in due:
            found[each.household_id].append(Member(each.person, tuple(due[each.person_id])))
    return {home: tuple(held) for home, held in found.items()}


def _called(homes: Sequence[int], on: date) -> dict[int, tuple[Call, ...]]:
    found: dict[int, list[Call]] = defaultdict(list)
    for each in Call.objects.filter(household__in=list(homes), on=on).order_by("-id"):
        found[each.household_id].append(each)
    return {home: tuple(calls) for home, calls in found.items()}


def _door(card: dict[str, Any], members: Sequence[Member], calls: Sequence[Call]) -> Door:
    return Door(card["id"], card["head"], card["address"], tuple(members), tuple(calls))
