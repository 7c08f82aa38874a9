"""What people were given, and who is due a dose or a capsule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from rukun.kit.dates import months_between
from rukun.parameters.immunisation import antigens
from rukun.services.health.facts import doses as facts
from rukun.services.health.facts.doses import Step
from rukun.services.health.facts.due import Due
from rukun.services.health.models import Dose
from rukun.services.health.types import Given


def path_of(dose_id: int) -> str:
    """The path of a dose one may see, "" when there is none: used by guards."""
    return Dose.objects.filter(pk=dose_id).values_list("path", flat=True).first() or ""


def in_force() -> QuerySet[Dose]:
    """Those not taken back, the oldest first."""
    return Dose.objects.filter(taken_back_on__isnull=True).order_by("on", "number", "id")


def of_person(person_id: int) -> list[Dose]:
    return list(in_force().filter(person=person_id))


def taken_back(person_id: int) -> list[Dose]:
    return list(Dose.objects.filter(person=person_id, taken_back_on__isnull=False).order_by("-taken_back_on", "-id"))


def steps(people: Iterable[Any], on: date) -> dict[int, list[Step]]:
    """Person → the doses and the capsule that are due; of persons with `pk` and `birth_date`. One query."""
    born = {each.pk: each.birth_date for each in people if each.birth_date and each.birth_date <= on}
    held: dict[int, dict[str, list[tuple[int, date]]]] = defaultdict(lambda: defaultdict(list))
    for person, given, number, day in in_force().filter(person__in=born).values_list("person", "given", "number", "on"):
        held[person][given].append((number, day))
    return {pk: found for pk, day in born.items() if (found := _steps(day, on, held[pk]))}


def due(people: Iterable[Any], on: date) -> list[Due]:
    return [Due(pk, "dose", step.code, step.until) for pk, found in steps(people, on).items() for step in found]


def _steps(born: date, on: date, held: dict[str, list[tuple[int, date]]]) -> list[Step]:
    capsule = facts.vitamin_a(born, on, [day for _, day in held[Given.VITAMIN_A]])
    return [*facts.due(born, on, held), *([capsule] if capsule else [])]


def planned(born: date | None) -> list[tuple[str, int, int]]:
    """The schedule of a child: antigen, dose, month of age, in the order of ages."""
    held = antigens(born) if born else ()
    rows = [(each.given, number, months) for each in held for number, months in enumerate(each.at_months, start=1)]
    return sorted(rows, key=lambda row: row[2])


def past_age(born: date | None, on: date) -> set[str]:
    """Antigens a child has outgrown: nobody asks for them any more."""
    held = antigens(born) if born else ()
    return {each.given for each in held if born and months_between(born, on) >= each.before_months}
