"""The kept sums of RTs under a path: what pages of areas are made of."""

from __future__ import annotations

from django.db.models import QuerySet

from rukun.people.models import Tally


def under(path: str) -> QuerySet[Tally]:
    """One row an RT, in the order of their paths."""
    return Tally.objects.filter(path__startswith=path).order_by("path")
