"""Lists of area codes: read from a sheet or the shipped package, and held against the areas we know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rukun.kit import known_areas
from rukun.kit.areacodes import AreaCode, parse
from rukun.kit.problems import Finding, Problem
from rukun.kit.sheet import Header, Table, choice, choices, clean_text, read
from rukun.kit.sheet.text import folded
from rukun.territory.types import Comparison, Known, Listed, Remark, Revision

HEADER = Header(
    {
        "kode": ("kode wilayah", "kode kemendagri", "code"),
        "nama": ("nama wilayah", "name"),
        "tingkat": ("level",),
        "kode_induk": ("induk", "kode induk"),
        "jenis": ("kind",),
    },
    required=frozenset({"kode", "nama"}),
)
LEVELS = ("kabupaten", "kecamatan", "desa")
KINDS = choices({"desa": (), "kelurahan": ("kel",), "desa_adat": ("desa adat",), "kabupaten": ("kab",), "kota": ()})
_TITLE = re.compile(r"(kabupaten|kab\.|kab|kota)\s+", re.IGNORECASE)


def bare_name(name: str, level: str) -> str:
    """ "KAB. KUTAI KARTANEGARA" → "KUTAI KARTANEGARA": the kind is kept beside the name, not in it."""
    return _TITLE.sub("", name, count=1) if level == "kabupaten" and _TITLE.match(name) else name


def listed_in_package(kabupaten: AreaCode) -> list[Listed]:
    """A kabupaten and all beneath, parents first. Raises Problem `areacodes.unknown`."""
    own = known_areas.named(kabupaten)
    return [_from_package(area) for area in (own, *known_areas.beneath(kabupaten))]


def _from_package(area: known_areas.KnownArea) -> Listed:
    return Listed(area.code, bare_name(area.name, area.level), area.level, area.kind)


def listed_in_sheet(source: bytes, file: str) -> tuple[list[Listed], list[Remark]]:
    """Every kabupaten, kecamatan and desa of a CSV or XLSX; provinces are passed over. Problems: `sheet.*`."""
    table = read(source, file, header=HEADER)
    listed: dict[str, Listed] = {}
    remarks: list[Remark] = []
    for number, cells in table.rows:
        try:
            row = _listed(table, cells)
        except Problem as problem:
            remarks.append(_remark(table, number, cells, problem.code, problem.details))
            continue
        if row and row.code in listed:
            remarks.append(_remark(table, number, cells, "territory.code_twice", {"given": row.code}))
        elif row:
            listed[row.code] = row
    return sorted(listed.values(), key=lambda row: (row.code.count("."), row.code)), remarks


def _listed(table: Table, cells: Sequence[str]) -> Listed | None:
    code = parse(clean_text(cells[table.columns["kode"]]))
    if code.level == "province":
        return None
    name = clean_text(cells[table.columns["nama"]])
    if not name:
        raise Problem("territory.name_missing", given=code.dotted)
    kind = choice(cells[table.columns["jenis"]], KINDS)
    return Listed(code.dotted, bare_name(name, code.level), code.level, kind if isinstance(kind, str) else code.kind)


def _remark(table: Table, number: int, cells: Sequence[str], code: str, details: dict[str, object]) -> Remark:
    return Remark(number, "kode", cells[table.columns["kode"]], Finding(code, "error", details))


def under(listed: Sequence[Listed], kabupaten: Known) -> list[Listed]:
    """The part of a list that belongs to a kabupaten, found by its code, else by its name alone.

    Raises Problem `territory.kabupaten_not_listed`.
    """
    tops = [row for row in listed if row.level == "kabupaten"]
    by_code = [row for row in tops if row.code == kabupaten.code]
    own = by_code or [row for row in tops if _folded(row) == _folded(kabupaten) and row.kind == kabupaten.kind]
    if len(own) != 1:
        raise Problem("territory.kabupaten_not_listed", name=kabupaten.name, given=kabupaten.code)
    return [row for row in listed if AreaCode(own[0].code).covers(AreaCode(row.code))]


def orphans(listed: Sequence[Listed]) -> Iterator[Remark]:
    """Areas whose parent is not in the list."""
    codes = {row.code for row in listed}
    for row in listed:
        above = row.code.rpartition(".")[0]
        if row.level != "kabupaten" and above not in codes:
            details = {"given": row.code, "above": above}
            yield Remark(0, "kode", row.code, Finding("territory.parent_not_listed", "error", details))


def compare(listed: Sequence[Listed], known: Sequence[Known]) -> Comparison:
    """By code first; what is left over, by a name that is the only one of its kind on both sides (a new code)."""
    pairs = _paired(listed, known)
    codes = {row.area_id: one for one, row in pairs.items()}
    parents = {one: row.area_id for one, row in pairs.items()}
    revisions = [_revision(row, pairs[row.code], parents) for row in listed if row.code in pairs]
    changed = [each for each in revisions if each.is_renamed or each.is_recoded or each.is_transferred]
    return Comparison(
        fresh=tuple(row for row in listed if row.code not in pairs),
        revised=tuple(changed),
        same=len(revisions) - len(changed),
        missing=tuple(row for row in known if row.area_id not in codes),
        remarks=tuple(orphans(listed)),
    )


def _paired(listed: Sequence[Listed], known: Sequence[Known]) -> dict[str, Known]:
    """Code of the list → our area."""
    pairs: dict[str, Known] = {}
    for level in LEVELS:
        new = [row for row in listed if row.level == level]
        ours = [row for row in known if row.level == level]
        by_code = {row.code: row for row in ours}
        pairs |= {row.code: by_code[row.code] for row in new if row.code in by_code}
        pairs |= _by_name(new, ours, pairs)
    return pairs


def _by_name(new: list[Listed], ours: list[Known], pairs: dict[str, Known]) -> dict[str, Known]:
    taken = {row.area_id for row in pairs.values()}
    left = [row for row in ours if row.area_id not in taken]
    extra = [row for row in new if row.code not in pairs]
    places = {code: row.area_id for code, row in pairs.items()}
    near = _alone(extra, left, lambda row: (_folded(row), _above(row, places)))
    met = {row.area_id for row in near.values()}
    rest = [row for row in left if row.area_id not in met]
    return near | _alone([row for row in extra if row.code not in near], rest, _folded)


def _alone(new: Iterable[Listed], ours: Iterable[Known], name: Callable[[Listed | Known], object]) -> dict[str, Known]:
    """Pairs whose name occurs once on either side."""
    new, ours = list(new), list(ours)
    counts = Counter(map(name, new)), Counter(map(name, ours))
    by_name = {name(row): row for row in ours}
    return {row.code: by_name[name(row)] for row in new if counts[0][name(row)] == counts[1][name(row)] == 1}


def _above(row: Listed | Known, places: dict[str, int]) -> int | None:
    return row.parent_id if isinstance(row, Known) else places.get(row.code.rpartition(".")[0])


def _folded(row: Listed | Known) -> str:
    return folded(row.name)


def _revision(row: Listed, ours: Known, parents: dict[str, int]) -> Revision:
    above = parents.get(row.code.rpartition(".")[0])
    return Revision(
        known=ours,
        listed=row if _folded(row) != _folded(ours) else replace(row, name=ours.name),
        is_renamed=_folded(row) != _folded(ours) or row.kind != ours.kind,
        is_recoded=row.code != ours.code,
        is_transferred=row.level != "kabupaten" and above != ours.parent_id,
    )
