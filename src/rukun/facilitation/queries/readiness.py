"""Whether an RT understands the rules, as its quiz says."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from rukun.facilitation.models import ReadinessTry
from rukun.facilitation.queries import programmes


def passed(path: str, year: int) -> ReadinessTry | None:
    """The newest try of a year that reached what its juknis asked; None when there is none."""
    return next((each for each in _tries(path, year) if each.is_passed), None)


def latest(path: str, year: int) -> ReadinessTry | None:
    return _tries(path, year).first()


def best(path: str, year: int) -> ReadinessTry | None:
    """The newest that passed, else the newest."""
    tries = list(_tries(path, year))
    return next((each for each in tries if each.is_passed), tries[0] if tries else None)


def is_wanted(year: int, on: date) -> bool:
    """Whether the juknis of a year has a quiz at all."""
    held = programmes.of_year(year, on)
    return held is not None and bool(held.juknis.readiness.questions)


def _tries(path: str, year: int) -> QuerySet[ReadinessTry]:
    return ReadinessTry.objects.filter(path=path, year=year).select_related("programme").order_by("-on", "-pk")
