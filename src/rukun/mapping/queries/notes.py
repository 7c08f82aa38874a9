"""What is noticed on a sheet now, the register and the border taken into account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from rukun.mapping.findings import noticed
from rukun.mapping.findings.places import houses
from rukun.mapping.findings.welfare import welfare
from rukun.mapping.models import Sheet
from rukun.mapping.queries import ground, sheets
from rukun.mapping.queries.welfare import orders
from rukun.mapping.types import Note, Tool
from rukun.people.queries import households


def of_sheet(sheet: Sheet, entries: Sequence[Any], *, on: date) -> list[Note]:
    """What is missing first."""
    if sheet.tool == Tool.WELFARE:
        return of_welfare(sheet, entries)
    if sheet.tool == Tool.MAP:
        return of_map(sheet, ground.of_rt(sheet.rt_id, sheet.path, on=on), entries)
    return noticed(sheet.tool, entries)


def of_map(sheet: Sheet, land: ground.Ground, landmarks: Sequence[Any]) -> list[Note]:
    outside = [
        Note("outside", {"name": each.name}, True)
        for each in landmarks
        if land.is_outside((each.longitude, each.latitude))
    ]
    return [*outside, *houses(len(land.houses), _homes(sheet).count()), *noticed(Tool.MAP, landmarks)]


def of_welfare(sheet: Sheet, classes: Sequence[Any]) -> list[Note]:
    homes = list(_homes(sheet).values_list("pk", flat=True))
    return welfare(classes, sheets.entries(sheet, sheets.GROUP), orders(sheet), homes)


def _homes(sheet: Sheet) -> QuerySet:
    return households.visible().filter(path=sheet.path, until__isnull=True)
