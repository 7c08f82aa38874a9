"""When people were born and when they died, for rooms that ask whether somebody could be there on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rukun.people.models import Person, Stay
from rukun.people.types import Ending


@dataclass(frozen=True, slots=True)
class Life:
    """`died`: the day a stay ended in death; None for the living and for who moved away."""

    born: date | None
    died: date | None


def lives(person_ids: Iterable[int]) -> dict[int, Life]:
    """Of those one may see. Two queries."""
    asked = set(person_ids)
    if not asked:
        return {}
    deaths = Stay.objects.filter(person__in=asked, ended_by=Ending.DIED).values_list("person", "until")
    died = dict(deaths.order_by("until"))
    born = Person.objects.filter(pk__in=asked).values_list("pk", "birth_date")
    return {pk: Life(day, died.get(pk)) for pk, day in born}


@dataclass(frozen=True, slots=True)
class Resident:
    name: str
    life: Life


def resident(person_id: int, path: str) -> Resident | None:
    """Somebody whose register is kept in this very RT."""
    found = Person.objects.filter(pk=person_id, path=path).first()
    return Resident(found.name, lives([found.pk])[found.pk]) if found else None


def of_path(person_ids: Iterable[int], path: str) -> set[int]:
    """Those of these people whose register is kept in this very RT."""
    return set(Person.objects.filter(pk__in=list(person_ids), path=path).values_list("pk", flat=True))
