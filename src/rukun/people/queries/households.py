"""Households as lists and cards: of an RT, and one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from rukun.people.models import FormerPlace, Household, Interview, Person, Stay
from rukun.people.queries import facts, persons
from rukun.territory import queries as territory


@dataclass(frozen=True, slots=True)
class Line:
    """A household in the list of its RT. `asked_on`: the last interview, None when never asked."""

    household_id: int
    head: str
    address: str
    members: int
    asked_on: date | None


@dataclass(frozen=True, slots=True)
class Past:
    """An RT the household belonged to before, by its name then."""

    label: str
    since: date
    until: date
    basis: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything one page tells of a household. `known` maps a fact to its latest answer."""

    household: Household
    living: list[Stay]
    gone: list[Stay]
    past: list[Past]
    interviews: list[Interview]
    known: dict[str, facts.Fact]

    @property
    def head(self) -> str:
        return _head([(stay.relation, stay.person.name) for stay in self.living])


def visible() -> QuerySet[Household]:
    """Households inside the scope, for get_object_or_404."""
    return Household.objects.all()


def path_of(household_id: int) -> str:
    """The path of a household one may see, "" when there is none: used by guards."""
    return Household.objects.filter(pk=household_id).values_list("path", flat=True).first() or ""


def of_rt(path: str) -> list[Line]:
    """The living households of the RT at a path, by the name of their head: two queries."""
    homes = Household.objects.filter(path=path, until__isnull=True).annotate(asked_on=Max("interviews__on"))
    members = _members(homes.values("pk"))
    lines = [
        Line(home.pk, _head(members.get(home.pk, [])), home.address, len(members.get(home.pk, [])), home.asked_on)
        for home in homes
    ]
    return sorted(lines, key=lambda line: (line.head == "", line.head.casefold(), line.household_id))


def living(path: str) -> list[int]:
    """Households of the RT at a path in which somebody lives now."""
    homes = Household.objects.filter(path=path, until__isnull=True, stays__until__isnull=True, stays__isnull=False)
    return list(homes.distinct().order_by("pk").values_list("pk", flat=True))


def inhabited(path: str) -> QuerySet[Household]:
    """Households under a path in which somebody lives now."""
    lived_in = Stay.objects.filter(household=OuterRef("pk"), until__isnull=True)
    return Household.objects.filter(Exists(lived_in), path__startswith=path, until__isnull=True)


def counts(path: str) -> dict[str, int]:
    """RT path → its households in which somebody lives now."""
    return dict(inhabited(path).order_by().values_list("path").annotate(count=Count("pk")))


def last_heads(ids: Sequence[int]) -> dict[int, str]:
    """Who was head of households that nobody lives in any more, as far as one may see."""
    gone = Stay.objects.filter(household__in=list(ids), until__isnull=False).order_by("-until", "id")
    members: dict[int, list[tuple[str, str]]] = {}
    for home, relation, name in gone.values_list("household", "relation", "person__name"):
        members.setdefault(home, []).append((relation, name))
    return {home: _head(rows) for home, rows in members.items()}


def cards(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Many households in two queries: id → id, address, head, size, longitude, latitude, rt_id, path."""
    homes = Household.objects.filter(pk__in=list(ids))
    members = _members(list(ids))
    return {
        home.pk: {
            "id": home.pk,
            "address": home.address,
            "head": _head(members.get(home.pk, [])),
            "size": len(members.get(home.pk, [])),
            "longitude": home.longitude,
            "latitude": home.latitude,
            "rt_id": home.rt_id,
            "path": home.path,
        }
        for home in homes
    }


def card(household: Household, *, on: date) -> Card:
    """The page of one household. `gone` holds stays that ended, whose person may live in an area one may not see."""
    gone = Stay.objects.filter(household=household, until__isnull=False).order_by("-until", "-id")
    seen = Person.objects.in_bulk([stay.person_id for stay in gone])
    for stay in gone:
        stay.told_name = seen[stay.person_id].name if stay.person_id in seen else ""
    interviews = list(household.interviews.order_by("-on", "-id"))
    known = facts.latest([household.pk])[household.pk]
    return Card(household, persons.living_in(household), list(gone), _past(household), interviews, known)


def _members(homes: Any) -> dict[int, list[tuple[str, str]]]:
    rows = Stay.objects.filter(household__in=homes, until__isnull=True).order_by("since", "id")
    members: dict[int, list[tuple[str, str]]] = {}
    for home, relation, name in rows.values_list("household", "relation", "person__name"):
        members.setdefault(home, []).append((relation, name))
    return members


def _head(members: list[tuple[str, str]]) -> str:
    """The head; where none is named, the first who came."""
    return next((name for relation, name in members if relation == "head"), members[0][1] if members else "")


def _past(household: Household) -> list[Past]:
    rows = list(FormerPlace.objects.filter(household=household).order_by("-until"))
    return [Past(_label(row), row.since, row.until, row.basis) for row in rows]


def _label(row: FormerPlace) -> str:
    place = territory.place(row.rt_id, on=row.since)
    return place.label if place else ""
