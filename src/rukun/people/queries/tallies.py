"""The kept sums of RTs under a path: what pages of areas are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rukun.people.models import StatedCount, Tally
from rukun.territory import queries as territory


@dataclass(frozen=True, slots=True)
class HouseholdCount:
    """How many households an RT has: what it states itself, else what stands in the register, and since when."""

    households: int
    on: date
    is_stated: bool


def under(path: str) -> QuerySet[Tally]:
    """One row an RT, in the order of their paths."""
    return Tally.objects.filter(path__startswith=path).order_by("path")


def household_counts(path: str, on: date) -> dict[int, HouseholdCount]:
    """RT → its households on a day, in three queries; an RT nobody has counted is absent. What an RT stated before it
    was split or joined no longer counts."""
    counted = under(path).filter(households__gt=0).values_list("rt", "households", "counted_on")
    found = {rt: HouseholdCount(households, day, is_stated=False) for rt, households, day in counted}
    stated = StatedCount.objects.filter(path__startswith=path, on__lte=on).order_by("rt", "-on", "-id").distinct("rt")
    changed = _last_changes(path, on)
    return found | {
        rt: HouseholdCount(households, day, is_stated=True)
        for rt, households, day in stated.values_list("rt", "households", "on")
        if day >= changed.get(rt, day)
    }


def _last_changes(path: str, on: date) -> dict[int, date]:
    """RT → the last day on which a split or a merge touched it."""
    rows = territory.passings(path, until=on)
    return {rt: row.on for row in rows for rt in (row.source_id, row.target_id)}
