"""People by name inside the scope; whose register has moved out of it has no name here any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from rukun.people.queries import persons


def names(person_ids: Iterable[int]) -> dict[int, str]:
    """Of those one may see."""
    people: Any = persons.visible()
    return dict(people.filter(pk__in=set(person_ids)).values_list("pk", "name"))


def residents(words: str, path: str, *, on: date) -> list[tuple[int, str]]:
    """People registered beneath a path whose names begin so, with what tells them apart."""
    found = persons.search(words, on=on).hits
    people: Any = persons.visible()
    here = set(
        people.filter(pk__in=[each.person_id for each in found], path__startswith=path).values_list("pk", flat=True)
    )
    return [(each.person_id, _told(each)) for each in found if each.person_id in here and each.household_id]


def lives_under(person_id: int, path: str) -> bool:
    """Whether somebody's register is kept beneath a path and they live in a household now."""
    people: Any = persons.visible()
    return people.filter(pk=person_id, path__startswith=path, stays__until__isnull=True).exists()


def _told(hit: persons.Hit) -> str:
    return f"{hit.name}, {hit.sex.lower()}" + (f", {hit.age}" if hit.age is not None else "")
