"""Which juknis holds. Its text is public inside the house, whatever the scope."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from rukun.facilitation.models import Programme


def current(on: date) -> Programme | None:
    """The youngest programme year that has begun, in its newest version on that day."""
    return _in_force(on).order_by("-year", "-since", "-pk").first()


def of_year(year: int, on: date) -> Programme | None:
    """The version of a year that holds on a day."""
    return _in_force(on).filter(year=year).order_by("-since", "-pk").first()


def year_on(on: date) -> int:
    """The programme year a day belongs to; before any juknis is adopted, the year of the calendar."""
    found = _in_force(on).order_by("-year").values_list("year", flat=True).first()
    return found or on.year


def versions() -> QuerySet[Programme]:
    """Everything ever adopted, the newest first."""
    return Programme.objects.order_by("-year", "-since", "-pk")


def newest(year: int) -> Programme | None:
    """The last version of a year, whether it holds already or is still to."""
    return versions().filter(year=year).first()


def get(programme_id: int) -> Programme | None:
    return Programme.objects.filter(pk=programme_id).first()


def path_of(programme_id: int) -> str:
    """Where it was adopted, "" when there is none: used by guards."""
    return Programme.objects.filter(pk=programme_id).values_list("path", flat=True).first() or ""


def _in_force(on: date) -> QuerySet[Programme]:
    return Programme.objects.filter(since__lte=on)
