"""Residents of an age, now or before: counted by RT, or by name for who looks after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from rukun.kit.dates import months_later
from rukun.people.models import Stay
from rukun.people.queries.facts import years


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who lives in an RT on a day; `age` in completed years."""

    person_id: int
    household_id: int
    path: str
    name: str
    sex: str
    born: date
    age: int


def between(path: str, youngest: int, oldest: int, *, on: date) -> QuerySet[Stay]:
    """The stays under a path of who lives there now and has that many completed years, both ends counting."""
    born = {"person__birth_date__gt": _before(on, oldest + 1), "person__birth_date__lte": _before(on, youngest)}
    return Stay.objects.filter(path__startswith=path, until__isnull=True, since__lte=on, **born)


def counts(path: str, youngest: int, oldest: int, *, on: date) -> dict[str, int]:
    """RT path → how many."""
    found = between(path, youngest, oldest, on=on).order_by().values_list("path")
    return dict(found.annotate(count=Count("person", distinct=True)))


def of_ages(path: str, youngest: int, oldest: int, *, on: date) -> list[Resident]:
    """The oldest first: one query."""
    stays = between(path, youngest, oldest, on=on).order_by("person__birth_date", "person_id")
    rows = stays.values_list("person", "household", "path", "person__name", "person__sex", "person__birth_date")
    return [Resident(*row, age=years(row[-1], on) or 0) for row in rows]


def born_since(path: str, born: date, *, since: date) -> list[Stay]:
    """Stays under a path that had not ended on `since`, of people born on a day or after it, with them. One query."""
    held = Stay.objects.filter(path__startswith=path, person__birth_date__gte=born)
    held = held.filter(Q(until__isnull=True) | Q(until__gt=since)).select_related("person")
    return list(held.order_by("person__name_key", "person_id", "since"))


def _before(on: date, count: int) -> date:
    """The last day of birth on which that many years are completed."""
    return months_later(on, -12 * count)
