"""A register of RT: one row an RT, with its desa, and its dusun and RW where there are any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from rukun.kit.areacodes import parse
from rukun.kit.problems import Finding, Problem
from rukun.kit.sheet import Header, clean_text, day, digits, read
from rukun.kit.sheet.text import folded
from rukun.territory.types import Register, Remark, RtRow

HEADER = Header(
    {
        "kode_desa": ("kode desa", "kode kelurahan", "kode wilayah", "kode"),
        "desa": ("nama desa", "kelurahan", "desa/kelurahan", "nama kelurahan"),
        "dusun": ("nama dusun", "lingkungan", "kampung"),
        "rw": ("nomor rw", "no rw"),
        "rt": ("nomor rt", "no rt"),
        "nama": ("nama rt", "sebutan"),
        "sejak": ("tanggal berdiri", "berlaku sejak", "tmt"),
        "dasar": ("dasar hukum", "sk", "nomor sk"),
    },
    required=frozenset({"rt"}),
)
COLUMNS = tuple(HEADER.columns)
Key = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the register is read against: desa by code and by name, the day each began, the RT already there."""

    by_code: Mapping[str, int]
    by_name: Mapping[str, tuple[int, ...]]
    began: Mapping[int, date]
    present: frozenset[Key] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a row says nothing of its own."""

    since: date
    basis: str
    desa_id: int | None = None


def read_register(source: bytes, file: str, *, ground: Ground, defaults: Defaults) -> Register:
    """Rows fit to come in, how many are there already, and every remark. Problems: `sheet.*`."""
    table = read(source, file, header=HEADER)
    rows: list[RtRow] = []
    remarks: list[Remark] = []
    seen: dict[Key, int] = {}
    known = count = 0
    for number, cells in table.rows:
        count += 1
        own = {name: clean_text(cells[place]) for name, place in table.columns.items()}
        made = _row(number, own, ground, defaults)
        if isinstance(made, list):
            remarks += made
        elif (first := seen.setdefault(key(made), number)) != number:
            remarks.append(_remark(number, "rt", own, "territory.rt_twice", first=first))
        elif key(made) in ground.present:
            known += 1
        else:
            rows.append(made)
    remarks += [Remark(0, "", "", each) for each in table.findings]
    return Register(tuple(rows), known, count, tuple(remarks))


def key(row: RtRow) -> Key:
    """What makes an RT the same RT: its desa, dusun, RW and number."""
    return row.desa_id, folded(row.dusun), row.rw, row.number


def _row(number: int, own: Mapping[str, str], ground: Ground, defaults: Defaults) -> RtRow | list[Remark]:
    desa, rt, rw, since = _desa(own, ground, defaults), _number(own["rt"]), _number(own["rw"]), day(own["sejak"])
    answers: dict[str, object] = {"desa": desa, "rt": rt, "rw": rw, "sejak": since}
    remarks = list(_wrong(number, own, answers))
    if rt is None:
        remarks.append(_remark(number, "rt", own, "territory.rt_missing"))
    if remarks:
        return remarks
    begins = since or defaults.since
    if begins < ground.began[desa]:
        return [_remark(number, "sejak", own, "territory.before_desa", began=ground.began[desa], since=begins)]
    return RtRow(
        number, desa, bare_dusun(own["dusun"]), rw or "", rt, own["nama"], begins, own["dasar"] or defaults.basis
    )


def _wrong(number: int, own: Mapping[str, str], answers: Mapping[str, object]) -> Iterator[Remark]:
    for column, answer in answers.items():
        if isinstance(answer, Finding):
            yield Remark(number, column, own["kode_desa"] or own["desa"] if column == "desa" else own[column], answer)


def _desa(own: Mapping[str, str], ground: Ground, defaults: Defaults) -> int | Finding:
    if own["kode_desa"]:
        return _desa_by_code(own["kode_desa"], ground)
    if own["desa"]:
        return _desa_by_name(own["desa"], ground)
    return defaults.desa_id or Finding("territory.desa_missing", "error")


def _desa_by_code(text: str, ground: Ground) -> int | Finding:
    try:
        code = parse(text).dotted
    except Problem:
        return Finding("areacodes.unreadable", "error", {"text": text})
    return ground.by_code.get(code) or Finding("territory.desa_unknown", "error", {"text": text, "nearest": "-"})


def _desa_by_name(text: str, ground: Ground) -> int | Finding:
    found = ground.by_name.get(folded(text)) or ground.by_name.get(folded(_without_kind(text)), ())
    if len(found) == 1:
        return found[0]
    if found:
        return Finding("territory.desa_ambiguous", "error", {"text": text, "count": len(found)})
    near = get_close_matches(folded(text), ground.names, n=1)
    return Finding("territory.desa_unknown", "error", {"text": text, "nearest": ground.names[near[0]] if near else "-"})


def _without_kind(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if folded(first) in {"desa", "kelurahan", "kel", "ds"} else text


def _number(text: str) -> str | Finding | None:
    """ "RT 3", "03", "3.0" → "003"; at most three digits. None for an empty cell."""
    first, _, rest = text.partition(" ")
    bare = digits(rest if folded(first) in {"rt", "rw"} and rest else text)
    if not isinstance(bare, str):
        return bare
    short = bare.lstrip("0")
    if not short or len(short) > 3:
        return Finding("territory.number_odd", "error", {"text": text})
    return short.zfill(3)


def _remark(number: int, column: str, own: Mapping[str, str], code: str, **details: object) -> Remark:
    value = own.get(column, "")
    return Remark(number, column, value, Finding(code, "error", {"text": value, **details}))


def bare_dusun(name: str) -> str:
    """ "Dusun Mekar" → "Mekar": the kind is kept beside the name."""
    first, _, rest = name.partition(" ")
    return rest if folded(first) in {"dusun", "lingkungan"} and rest else name


def names_of(rows: Sequence[tuple[int, str]]) -> tuple[dict[str, tuple[int, ...]], dict[str, str]]:
    """Desa by folded name, with the spelling people know."""
    found: dict[str, tuple[int, ...]] = {}
    for desa_id, name in rows:
        found[folded(name)] = (*found.get(folded(name), ()), desa_id)
    return found, {folded(name): name for _, name in rows}
