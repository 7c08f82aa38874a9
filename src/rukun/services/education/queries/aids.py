"""Aid for pupils: of one child, and what the sources say of its amount."""

from __future__ import annotations

from datetime import date

from rukun.parameters.schooling import Amount, pip
from rukun.services.education.models import SchoolAid, Schooling
from rukun.services.education.types import PIP


def path_of(aid_id: int) -> str:
    """The path of an aid one may see, "" when there is none: used by guards."""
    return SchoolAid.objects.filter(pk=aid_id).values_list("path", flat=True).first() or ""


def of_person(person_id: int) -> list[SchoolAid]:
    """The newest year first."""
    return list(SchoolAid.objects.filter(person=person_id).order_by("-year", "kind"))


def expected(kind: str, schooling: Schooling | None, year: int) -> Amount | None:
    """What PIP gives a child of that level and grade in a year; None where no source says it."""
    if kind != PIP or schooling is None:
        return None
    return pip(schooling.level, schooling.grade, date(year, 12, 31))
