"""The register of RT comes in: all of it, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.kit.sheet.text import folded
from rukun.territory.actions import areas
from rukun.territory.actions.changes import spoken_name
from rukun.territory.facts.registers import bare_dusun
from rukun.territory.models import Area, Level
from rukun.territory.queries import gazetteer, readings
from rukun.territory.types import Register, RtRow

Nest = dict[tuple[int, str], Area]
"""(parent, folded name or number) → the dusun or RW there."""


@transaction.atomic
def bring(*, source: bytes, file: str, within: str, since: date, basis: str, by: Any) -> Register:
    """Brings a CSV or XLSX of RT into the desa beneath (or at) a path; dusun and RW are made where they are named.

    Problems: `sheet.*`, `territory.register_has_errors`, `territory.basis_missing`. Returns what came in.
    """
    if not basis.strip():
        raise Problem("territory.basis_missing")
    register = readings.read_register(source, file, within=within, since=since, basis=basis)
    if register.errors:
        raise Problem("territory.register_has_errors", count=register.errors, read=register.read)
    if register.rows:
        planted = plant_rows(register.rows, since=since, basis=basis)
        areas.check(area.pk for area in planted)
    audit.record(
        "territory.register_brought", by=by, path=within, basis=basis, read=register.read,
        kept=len(register.rows), known=register.known,
    )  # fmt: skip
    return register


def plant_rows(rows: Sequence[RtRow], *, since: date, basis: str) -> list[Area]:
    """Dusun first, then RW, then RT."""
    held = areas.locked({row.desa_id for row in rows})
    beds = {row.row: held[row.desa_id] for row in rows}
    for level, column in ((Level.DUSUN, "dusun"), (Level.RW, "rw")):
        named = [row for row in rows if getattr(row, column)]
        nest = _nest(level, {beds[row.row].pk for row in named}, since)
        _make_missing(level, column, named, beds, nest, basis)
        beds |= {row.row: nest[beds[row.row].pk, folded(getattr(row, column))] for row in named}
    seeds = [
        areas.Seed(
            beds[row.row], Level.RT, spoken_name(Level.RT, row.name, row.number), row.number,
            since=row.since, basis=row.basis,
        )
        for row in rows
    ]  # fmt: skip
    return areas.plant(seeds, since=since, basis=basis)


def _nest(level: str, parent_ids: Iterable[int], since: date) -> Nest:
    rows = gazetteer.editions(on=since).filter(area__level=level, parent__in=parent_ids).select_related("area")
    return {(row.parent_id, folded(row.number or bare_dusun(row.name))): row.area for row in rows}


def _make_missing(
    level: str, column: str, named: Sequence[RtRow], beds: dict[int, Area], nest: Nest, basis: str
) -> None:
    """Each dusun or RW that is not there yet, from the day of its eldest RT."""
    wanted: dict[tuple[int, str], areas.Seed] = {}
    for row in sorted(named, key=lambda row: row.since):
        text, bed = getattr(row, column), beds[row.row]
        key = bed.pk, folded(text)
        if key not in nest:
            number = text if level == Level.RW else ""
            name = spoken_name(level, "" if number else text, number)
            wanted.setdefault(key, areas.Seed(bed, level, name, number, since=row.since))
    if wanted:
        planted = areas.plant(list(wanted.values()), since=date.min, basis=basis)
        nest.update(zip(wanted, planted, strict=True))
