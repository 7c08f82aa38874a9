"""A sheet is opened, told who was in the room, finished, opened again; a year is closed or begun from the last."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.mapping.models import Sheet
from rukun.mapping.queries import notes, sheets
from rukun.mapping.types import State, Tool
from rukun.parameters.juknis import StepKind


def opened(*, rt_id: int, path: str, year: int, tool: str, on: date, by: Any) -> Sheet:
    """The sheet, held for writing; made when this is its first entry.

    Raises mapping.year_closed, mapping.sheet_finished.
    """
    if not sheets.is_open(year, on):
        raise Problem("mapping.year_closed", year=year)
    days = {"started_on": on, "changed_on": on, "path": path}
    sheet, is_new = Sheet.objects.select_for_update().get_or_create(rt_id=rt_id, year=year, tool=tool, defaults=days)
    if sheet.is_skipped:
        sheet.is_skipped, sheet.finished_on = False, None
        _not_whole(sheet, by)
    if sheet.finished_on:
        raise Problem("mapping.sheet_finished", tool=str(Tool(tool).label))
    if is_new:
        audit.record("mapping.begun", sheet, by=by, path=path, tool=tool, year=year)
        steps.begin(rt_id=rt_id, path=path, year=year, step=StepKind.MAPPING, on=on, by=by)
    return sheet


def refresh(sheet: Sheet, *, on: date) -> None:
    """Counts the entries and looks again at what can be noticed."""
    held = sheets.entries(sheet)
    sheet.entries, sheet.changed_on = len(held), on
    sheet.notes = [asdict(note) for note in notes.of_sheet(sheet, held, on=on)]
    sheet.save()


@transaction.atomic
def meet(*, rt_id: int, path: str, year: int, tool: str, room: dict[str, Any], on: date, by: Any) -> Sheet:
    """Who was in the room on which day: `room` has met_on, women, men, and, where told, poor and disability."""
    sheet = opened(rt_id=rt_id, path=path, year=year, tool=tool, on=on, by=by)
    for name, value in room.items():
        setattr(sheet, name, value)
    sheet.changed_on = on
    sheet.save()
    audit.record("mapping.met", sheet, by=by, path=path, tool=tool, year=year)
    return sheet


@transaction.atomic
def finish(*, rt_id: int, path: str, year: int, tool: str, on: date, by: Any) -> None:
    """Raises mapping.sheet_empty, mapping.nobody_there and the Problems of `opened`."""
    held = sheets.sheet(rt_id, year, tool)
    if held is None or held.entries == 0:
        raise Problem("mapping.sheet_empty", tool=str(Tool(tool).label))
    if held.met_on is None:
        raise Problem("mapping.nobody_there", tool=str(Tool(tool).label))
    sheet = opened(rt_id=rt_id, path=path, year=year, tool=tool, on=on, by=by)
    sheet.finished_on = on
    sheet.save()
    audit.record("mapping.finished", sheet, by=by, path=path, tool=tool, year=year)
    if sheets.are_whole(sheets.standings(rt_id, year)):
        steps.finish(rt_id=rt_id, path=path, year=year, step=StepKind.MAPPING, on=on, by=by)


@transaction.atomic
def reopen(*, rt_id: int, path: str, year: int, tool: str, on: date, by: Any) -> None:
    """A finished sheet may be written again. Raises mapping.year_closed."""
    if not sheets.is_open(year, on):
        raise Problem("mapping.year_closed", year=year)
    sheet = Sheet.objects.select_for_update().filter(rt=rt_id, year=year, tool=tool, finished_on__isnull=False).first()
    if sheet is not None:
        sheet.finished_on, sheet.is_skipped = None, False
        sheet.save()
        audit.record("mapping.reopened", sheet, by=by, path=path, tool=tool, year=year)
        _not_whole(sheet, by)


@transaction.atomic
def close_year(*, rt_id: int, path: str, year: int, on: date, by: Any) -> int:
    """The mapping is enough for this year: tools nobody began are set aside; gives how many.

    Raises mapping.nothing_to_close, mapping.still_under_way, mapping.year_closed.
    """
    if not sheets.is_open(year, on):
        raise Problem("mapping.year_closed", year=year)
    held = sheets.standings(rt_id, year)
    if under_way := [str(each.tool.label) for each in held if each.state == State.UNDER_WAY]:
        raise Problem("mapping.still_under_way", tools=under_way)
    if not any(each.state == State.DONE for each in held):
        raise Problem("mapping.nothing_to_close")
    aside = [each.tool for each in held if each.sheet is None]
    days = {"rt_id": rt_id, "path": path, "year": year, "started_on": on, "changed_on": on, "finished_on": on}
    Sheet.objects.bulk_create([Sheet(tool=tool, is_skipped=True, **days) for tool in aside])
    audit.record("mapping.closed", by=by, path=path, year=year, aside=len(aside))
    steps.finish(rt_id=rt_id, path=path, year=year, step=StepKind.MAPPING, on=on, by=by)
    return len(aside)


def _not_whole(sheet: Sheet, by: Any) -> None:
    """One of its tools is open again, so the mapping is not done after all."""
    steps.reopen(rt_id=sheet.rt_id, path=sheet.path, year=sheet.year, step=StepKind.MAPPING, by=by)
