"""The kabupaten, its kecamatan and desa by the ministry's codes: founded once, renewed by each later decree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from rukun.audit import actions as audit
from rukun.kit.areacodes import parse
from rukun.kit.known_areas import DECREE
from rukun.kit.problems import Problem
from rukun.territory.actions import areas
from rukun.territory.facts.listings import LEVELS, listed_in_package
from rukun.territory.models import Area, Installation
from rukun.territory.queries import gazetteer, readings
from rukun.territory.types import Comparison, Listed, Revision


@transaction.atomic
def found(
    *,
    kabupaten_code: str,
    since: date,
    basis: str = DECREE,
    by: Any,
    listed: Sequence[Listed] | None = None,
    is_demo: bool = False,
) -> Installation:
    """Makes this the installation of a kabupaten: its areas by the shipped list, or by a list of the user's own.

    Raises Problem `territory.already_founded`, `territory.not_a_kabupaten`, `areacodes.unknown`.
    """
    code = parse(kabupaten_code)
    if code.level != "kabupaten":
        raise Problem("territory.not_a_kabupaten", given=kabupaten_code)
    if Installation.objects.exists():
        raise Problem("territory.already_founded")
    made: dict[str, Area] = {}
    _plant_listed(listed_in_package(code) if listed is None else listed, made, since=since, basis=basis)
    held = _installed(made[code.dotted], is_demo)
    audit.record(
        "territory.founded", held, by=by, path=made[code.dotted].path, code=code.dotted, areas=len(made), basis=basis
    )
    return held


def _installed(kabupaten: Area, is_demo: bool) -> Installation:
    try:
        return Installation.objects.create(id=1, kabupaten=kabupaten, is_demo=is_demo)
    except IntegrityError:  # another set-up was faster
        raise Problem("territory.already_founded") from None


def _plant_listed(listed: Iterable[Listed], made: dict[str, Area], *, since: date, basis: str) -> list[Area]:
    """Plants level by level; `made` (code → area) knows the parents and gets the new ones."""
    rows = list(listed)
    fresh: list[Area] = []
    for level in LEVELS:
        own = [row for row in rows if row.level == level]
        parents = [made.get(row.code.rpartition(".")[0]) for row in own]
        seeds = [
            areas.Seed(parent, level, row.name, code=row.code, kind=row.kind)
            for row, parent in zip(own, parents, strict=True)
        ]
        planted = areas.plant(seeds, since=since, basis=basis) if seeds else []
        made |= {row.code: area for row, area in zip(own, planted, strict=True)}
        fresh += planted
    return fresh


@transaction.atomic
def bring(*, source: bytes, file: str, since: date, basis: str, by: Any) -> Comparison:
    """A newer list: new areas are added, changed ones get a new edition from `since`, absent ones are left alone.

    All or nothing. Problems: `sheet.*`, `territory.kabupaten_not_listed`, `territory.list_has_errors`, and those of
    a change. Returns what was done.
    """
    compared = readings.compare_codes(source, file, on=since)
    if compared.errors:
        first = next(remark for remark in compared.remarks if remark.is_error)
        raise Problem("territory.list_has_errors", count=compared.errors, first=first.value, row=first.row)
    made = _areas_by_new_code(compared.revised, since)
    fresh = _plant_listed(compared.fresh, made, since=since, basis=basis)
    for revision in compared.revised:
        _revise(revision, made, since=since, basis=basis)
    areas.check([*(area.pk for area in fresh), *(each.known.area_id for each in compared.revised)])
    kabupaten = gazetteer.installation().kabupaten
    audit.record(
        "territory.codes_renewed", by=by, path=kabupaten.path, basis=basis, since=str(since),
        added=len(fresh), revised=len(compared.revised), left_alone=len(compared.missing),
    )  # fmt: skip
    return compared


def _areas_by_new_code(revised: Sequence[Revision], since: date) -> dict[str, Area]:
    """Code as the new list has it → our area, locked."""
    known = readings.known_areas(on=since)
    held = areas.locked(row.area_id for row in known)
    told = {each.known.area_id: each.listed.code for each in revised}
    return {told.get(row.area_id, row.code): held[row.area_id] for row in known}


def _revise(revision: Revision, made: dict[str, Area], *, since: date, basis: str) -> None:
    row = revision.listed
    changed: dict[str, Any] = {"name": row.name, "kind": row.kind, "code": row.code}
    if revision.is_transferred:
        changed["parent"] = made[row.code.rpartition(".")[0]]
    areas.revise(made[row.code], on=since, basis=basis, **changed)
