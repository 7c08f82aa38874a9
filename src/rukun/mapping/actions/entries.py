"""One entry at a time: added, changed, removed. The sheet counts and looks again after each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.mapping.actions.sheets import opened, refresh
from rukun.mapping.models import Placement, TrendPoint, WelfareClass
from rukun.mapping.queries import sheets

MOST = 100


@transaction.atomic
def add(*, kind: str, rt_id: int, path: str, year: int, fields: Mapping[str, Any], on: date, by: Any) -> Any:
    """`fields` as the kind's model names them; a trend also brings `points`, year → number.

    Raises mapping.too_many and the Problems of sheets.opened.
    """
    tool = sheets.tool_of(kind)
    sheet = opened(rt_id=rt_id, path=path, year=year, tool=tool, on=on, by=by)
    model = sheets.MODELS[kind]
    if model.objects.filter(sheet=sheet).count() >= MOST:
        raise Problem("mapping.too_many", most=MOST)
    entry = model(sheet=sheet, path=path)
    _write(entry, fields)
    refresh(sheet, on=on)
    audit.record("mapping.entry_added", entry, by=by, path=path, kind=kind, year=year)
    return entry


@transaction.atomic
def change(*, kind: str, entry: Any, fields: Mapping[str, Any], on: date, by: Any) -> Any:
    """Raises the Problems of sheets.opened."""
    held = entry.sheet
    sheet = opened(rt_id=held.rt_id, path=held.path, year=held.year, tool=held.tool, on=on, by=by)
    _write(entry, fields)
    refresh(sheet, on=on)
    audit.record("mapping.entry_changed", entry, by=by, path=held.path, kind=kind, year=held.year)
    return entry


@transaction.atomic
def remove(*, kind: str, entry: Any, on: date, by: Any) -> None:
    """Raises mapping.class_in_use and the Problems of sheets.opened."""
    held = entry.sheet
    sheet = opened(rt_id=held.rt_id, path=held.path, year=held.year, tool=held.tool, on=on, by=by)
    _spare_ranked(entry)
    audit.record("mapping.entry_removed", entry, by=by, path=held.path, kind=kind, year=held.year)
    entry.delete()
    refresh(sheet, on=on)


def _write(entry: Any, fields: Mapping[str, Any]) -> None:
    points = fields.get("points")
    for name, value in fields.items():
        if name != "points":
            setattr(entry, name, value)
    entry.save()
    if points is not None:
        _follow(entry, points)


def _follow(trend: Any, points: Mapping[int, float]) -> None:
    """The numbers of a trend as they are now told."""
    TrendPoint.objects.filter(trend=trend).delete()
    rows = [TrendPoint(trend=trend, path=trend.path, year=year, value=value) for year, value in points.items()]
    TrendPoint.objects.bulk_create(rows)


def _spare_ranked(entry: Any) -> None:
    if not isinstance(entry, WelfareClass):
        return
    if count := Placement.objects.filter(rank=entry).count():
        raise Problem("mapping.class_in_use", name=entry.name, count=count)
