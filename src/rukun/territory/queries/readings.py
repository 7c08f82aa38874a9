"""Files held against the places we know, before anything is written: the dry run of every import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rukun.kit.problems import Problem
from rukun.kit.sheet.text import folded
from rukun.territory.facts import geometry, listings, registers
from rukun.territory.models import Boundary, Edition, Level
from rukun.territory.queries import gazetteer
from rukun.territory.types import Atlas, Comparison, Known, Listed, Register, Remark

OFFICIAL = (Level.KABUPATEN, Level.KECAMATAN, Level.DESA)


def known_areas(*, on: date) -> list[Known]:
    """Kabupaten, kecamatan and desa in force on a day."""
    rows = gazetteer.editions(on=on).filter(area__level__in=OFFICIAL).select_related("area").order_by("code")
    return [Known(row.area_id, row.parent_id, row.code, row.name, row.area.level, row.kind) for row in rows]


def compare_codes(source: bytes, file: str, *, on: date) -> Comparison:
    """A newer list of codes against ours. Problems: `sheet.*`, `territory.kabupaten_not_listed`."""
    listed, remarks = listings.listed_in_sheet(source, file)
    known = known_areas(on=on)
    found = listings.compare(listings.under(listed, known[0]), known)
    return Comparison(found.fresh, found.revised, found.same, found.missing, (*remarks, *found.remarks))


def list_of(source: bytes, file: str, *, kabupaten_code: str) -> list[Listed]:
    """A user's own list for founding a kabupaten. Problems `sheet.*`, `territory.kabupaten_not_listed`,
    `territory.list_has_errors`."""
    listed, remarks = listings.listed_in_sheet(source, file)
    asked = Known(0, None, kabupaten_code, "", Level.KABUPATEN, "")
    own = listings.under(listed, asked)
    if errors := [*remarks, *listings.orphans(own)]:
        raise Problem("territory.list_has_errors", count=len(errors), first=errors[0].value, row=errors[0].row)
    return own


def read_register(source: bytes, file: str, *, within: str, since: date, basis: str) -> Register:
    """A register of RT for the desa beneath (or at) a path. Problems: `sheet.*`."""
    desas = list(
        gazetteer.editions(on=since).filter(area__level=Level.DESA, area__path__startswith=within).order_by("code")
    )
    by_name, names = registers.names_of([(row.area_id, row.name) for row in desas])
    ground = registers.Ground(
        by_code={row.code: row.area_id for row in desas},
        by_name=by_name,
        began=_began([row.area_id for row in desas]),
        present=_present(within, since),
        names=names,
    )
    only = desas[0].area_id if len(desas) == 1 else None
    return registers.read_register(
        source, file, ground=ground, defaults=registers.Defaults(since=since, basis=basis, desa_id=only)
    )


def _began(area_ids: Sequence[int]) -> dict[int, date]:
    rows = Edition.objects.filter(area__in=area_ids).order_by("-since").values_list("area", "since")
    return dict(rows)  # the earliest comes last and stays


def _present(within: str, on: date) -> frozenset[registers.Key]:
    """Every RT there is, by desa, dusun, RW and number."""
    low = gazetteer.editions(on=on).filter(
        area__path__startswith=within, area__level__in=(Level.DUSUN, Level.RW, Level.RT)
    )
    rows = {row.area_id: row for row in low.select_related("area")}
    return frozenset(
        key for row in rows.values() if row.area.level == Level.RT and (key := _key(row, rows)) is not None
    )


def _key(rt: Edition, rows: Mapping[int, Edition]) -> registers.Key | None:
    dusun, rw, above = "", "", rt.parent_id
    while above in rows:
        step = rows[above]
        dusun, rw = (step.name, rw) if step.area.level == Level.DUSUN else (dusun, step.number)
        above = step.parent_id
    return (above, folded(registers.bare_dusun(dusun)), rw, rt.number) if above else None


def read_boundaries(
    source: bytes, file: str, *, level: str, within: str, since: date, code: str = "kode", name: str = "nama"
) -> Atlas:
    """Shapes for the places of a level beneath (or at) a path; `code` and `name` say which properties tell whose a
    shape is. Problems: `territory.not_geojson`, `territory.geojson_empty`, `territory.property_missing`."""
    held = geometry.features(source, file)
    if not {code, name} & set(geometry.properties(held)):
        raise Problem("territory.property_missing", given=code, name=name, seen=geometry.properties(held) or ["-"])
    owners = _Owners(level, within, since)
    drawn: dict[int, dict[str, Any]] = {}
    remarks: list[Remark] = []
    for number, feature in enumerate(held, start=1):
        told = feature.get("properties") or {}
        try:
            owner = owners.of(told.get(code), told.get(name))
            owners.check(owner, drawn)
            drawn[owner] = geometry.written(geometry.polygon(feature))
        except Problem as problem:
            severity = "warning" if problem.code in WARNINGS else "error"
            remarks.append(geometry.remark(number, code, told.get(name) or told.get(code) or "–", problem, severity))
    return Atlas(drawn, len(held), owners.without(drawn), tuple(remarks))


WARNINGS = frozenset({"territory.shape_of_nobody"})
"""A shape of a place elsewhere is passed over: files often hold the whole province."""


class _Owners:
    """Whose shape is it? By code, by SLS code, else by a name that only one place bears."""

    def __init__(self, level: str, within: str, on: date) -> None:
        rows = gazetteer.editions(on=on).filter(area__level=level, area__path__startswith=within).select_related("area")
        self.labels = {row.area_id: gazetteer.label(row) for row in rows}
        self.by_code = {row.code: row.area_id for row in rows if row.code}
        self.by_code |= {row.area.sls_code: row.area_id for row in rows if row.area.sls_code}
        pairs = [(row.area_id, each) for row in rows for each in {row.name, gazetteer.label(row)}]
        self.by_name, _ = registers.names_of(pairs)
        self.drawn_since = _drawn_since(list(self.labels), on)

    def of(self, code: object, name: object) -> int:
        found = self.by_code.get(str(code or ""))
        if found is None:
            named = self.by_name.get(folded(str(name or "")), ())
            found = named[0] if len(named) == 1 else None
        if found is None:
            raise Problem("territory.shape_of_nobody", name=name or code or "–")
        return found

    def check(self, owner: int, drawn: Mapping[int, object]) -> None:
        if owner in drawn:
            raise Problem("territory.shape_twice", name=self.labels[owner])
        if owner in self.drawn_since:
            raise Problem("territory.shape_later_known", name=self.labels[owner], since=self.drawn_since[owner])

    def without(self, drawn: Mapping[int, object]) -> tuple[str, ...]:
        return tuple(label for pk, label in sorted(self.labels.items()) if pk not in drawn)


def _drawn_since(area_ids: list[int], on: date) -> dict[int, date]:
    """Places that have a shape from that very day or a later one: time is added, never overwritten."""
    rows = Boundary.objects.filter(area__in=area_ids, since__gte=on).order_by("since")
    return dict(rows.values_list("area", "since"))
