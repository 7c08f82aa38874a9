"""A year begins from the last one: what was drawn is carried over, who was in the room is not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.mapping.actions.sheets import opened, refresh
from rukun.mapping.models import Sheet, TrendPoint
from rukun.mapping.queries import sheets


@transaction.atomic
def copy(*, rt_id: int, path: str, year: int, on: date, by: Any) -> int:
    """Copies last year's sheets that have no successor yet; gives how many. Rankings are made anew each year.

    Raises mapping.nothing_to_copy and the Problems of sheets.opened.
    """
    begun = {each.tool for each in sheets.standings(rt_id, year) if each.sheet is not None}
    before = [each for each in sheets.standings(rt_id, year - 1) if each.sheet is not None and each.sheet.entries]
    wanted = [each.sheet for each in before if each.tool not in begun]
    if not wanted:
        raise Problem("mapping.nothing_to_copy", year=year - 1)
    for old in wanted:
        new = opened(rt_id=rt_id, path=path, year=year, tool=old.tool, on=on, by=by)
        _carry(old, new)
        refresh(new, on=on)
    audit.record("mapping.year_copied", by=by, path=path, year=year, sheets=len(wanted))
    return len(wanted)


def _carry(old: Sheet, new: Sheet) -> None:
    for entry in sheets.entries(old):
        points = list(entry.points.all()) if hasattr(entry, "points") else []
        entry.pk, entry._state.adding, entry.sheet, entry.path = None, True, new, new.path
        entry.save(force_insert=True)
        rows = [TrendPoint(trend=entry, path=new.path, year=each.year, value=each.value) for each in points]
        TrendPoint.objects.bulk_create(rows)
