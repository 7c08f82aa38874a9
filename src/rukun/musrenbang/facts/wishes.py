"""Last year's wishes from a paper list: each row read, its RT found, what is wrong with it said with row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rukun.kit import money, sheet
from rukun.kit.problems import Finding, Problem
from rukun.musrenbang.types import State
from rukun.territory import queries as territory
from rukun.territory.types import Remark

HEADER = sheet.Header(
    {
        "usulan": ["nama usulan", "uraian usulan", "kegiatan", "nama kegiatan", "uraian kegiatan"],
        "masalah": ["permasalahan", "latar belakang", "alasan"],
        "alamat": ["lokasi", "tempat", "alamat lokasi"],
        "rt": ["nomor rt", "no rt"],
        "rw": ["nomor rw", "no rw"],
        "biaya": ["anggaran", "perkiraan biaya", "nilai", "jumlah biaya", "rencana anggaran"],
        "volume": ["koefisien", "jumlah"],
        "jenis": ["kategori", "bidang"],
        "keterangan": ["hasil", "status", "keputusan"],
        "tahun": [],
    },
    frozenset({"usulan"}),
)
LIMITS = sheet.Limits(workbook_bytes=10 << 20, csv_bytes=10 << 20, unpacked_bytes=200 << 20, rows=20_000)
ROMAN = {word: place for place, word in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)}
RT = re.compile(r"\bR\.?T\.?\s*[.:]?\s*0*(\d{1,3})((?:\s*(?:,|&|/|-|–|dan|s/?d)\s*0*\d{1,3}\b)*)", re.IGNORECASE)
RW = re.compile(r"\bR\.?W\.?\s*[.:]?\s*0*(\d{1,3}|[ivx]+)\b", re.IGNORECASE)
SAID_NO = re.compile(r"\b(tidak|belum|ditolak|tolak|dicoret|batal)\b", re.IGNORECASE)
SAID_YES = re.compile(
    r"\b(di?akomodir|(di)?terima|(di)?setujui?|terpilih|masuk|dibiayai|terlaksana|ya)\b", re.IGNORECASE
)
TITLE, TEXT = 120, 2000


@dataclass(frozen=True, slots=True)
class Wish:
    """One row that can be kept: whose it is, what was wished, and what became of it as the list tells."""

    row: int
    rt_id: int
    path: str
    year: int
    title: str
    description: str
    place_words: str
    cost: int | None
    outcome: State
    told: str


@dataclass(slots=True)
class Reading:
    """A list, read: `rows` how many stood there."""

    rows: int = 0
    wishes: list[Wish] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ground:
    """The RTs a list may name: (number, RW number) → (id, path); the RW is "" where an RT has none."""

    by_number: Mapping[str, tuple[tuple[str, int, str], ...]]
    only: tuple[int, str] | None = None

    def find(self, rt: str, rw: str) -> tuple[int, str] | str:
        """The RT, or the code of why it cannot be told."""
        if self.only:
            return self.only
        if not rt:
            return "musrenbang.wish_rt_missing"
        near = self.by_number.get(rt, ())
        exact = [each for each in near if rw and each[0] == rw]
        found = exact or [each for each in near if not rw or not each[0]]
        if len(found) == 1:
            return found[0][1], found[0][2]
        return "musrenbang.wish_rt_unclear" if found else "musrenbang.wish_rt_unknown"


def ground(path: str, *, on: date, only: int | None = None) -> Ground:
    """Every RT under a path by its number; `only`: the one RT to which the whole list belongs."""
    if only:
        return Ground({}, (only, territory.path_of(only)))
    named = {each.area_id: each for each in territory.editions(on=on).filter(area__path__startswith=path)}
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for edition in territory.rts_under(path, on=on).select_related("area"):
        above = named.get(edition.parent_id)
        rw = above.number or above.name if above and above.kind == "rw" else ""
        found[edition.number.lstrip("0")].append((_rw(rw), edition.area_id, edition.area.path))
    return Ground({number: tuple(rts) for number, rts in found.items()})


def read(content: bytes, name: str, *, ground: Ground, year: int, today: date) -> Reading:
    """Every row of the list. Problems `sheet.*` when the file itself cannot be read."""
    table = sheet.read(content, name, header=HEADER, limits=LIMITS)
    columns, reading = list(table.columns), Reading()
    for number, cells in table.rows:
        own = dict(zip(columns, map(sheet.clean_text, cells), strict=True))
        reading.rows += 1
        remarks, wish = _row(number, own, ground, year, today)
        reading.remarks += remarks
        if wish and not any(each.is_error for each in remarks):
            reading.wishes.append(wish)
    return reading


def _row(
    number: int, own: Mapping[str, str], ground: Ground, year: int, today: date
) -> tuple[list[Remark], Wish | None]:
    remarks: list[Remark] = []

    def note(column: str, code: str, severity: str = "error", **details: object) -> None:
        remarks.append(Remark(number, column, own[column], Finding(code, severity, details)))

    if not own["usulan"]:
        note("usulan", "musrenbang.wish_title_missing")
    place = _place(own, ground, note)
    cost, when = _cost(own["biaya"], note), _year(own["tahun"], year, today, note)
    if place is None or when is None or not own["usulan"]:
        return remarks, None
    told = own["keterangan"]
    title, description = _said(own)
    return remarks, Wish(
        number, *place, when, title, description, own["alamat"][:200], cost, outcome_of(told), told[:200]
    )


def outcome_of(told: str) -> State:
    """What the list says became of a wish; a list that does not say leaves it as put to the meeting."""
    if SAID_NO.search(told):
        return State.REFUSED
    return State.PLANNED if SAID_YES.search(told) else State.PROPOSED


def _place(own: Mapping[str, str], ground: Ground, note: object) -> tuple[int, str] | None:
    named = RT.search(own["alamat"])
    rt = own["rt"] if own["rt"] else named[1] if named else ""
    rw = own["rw"] or (found[1] if (found := RW.search(own["alamat"])) else "")
    place = ground.find(_digits(rt), _rw(rw))
    column = "rt" if own["rt"] else "alamat"
    if isinstance(place, str):
        note(column, place, rt=rt, place=" ".join([f"RT {_digits(rt)}", *([f"RW {_rw(rw)}"] if rw else [])]))
        return None
    if named and named[2] and not own["rt"] and not ground.only:
        note("alamat", "musrenbang.wish_several_rts", "warning", rt=rt)
    return place


def _cost(text: str, note: object) -> int | None:
    if not text or text in "-–":
        note("biaya", "musrenbang.wish_cost_missing", "warning")
        return None
    try:
        cost = money.parse(text)
    except Problem as problem:
        note("biaya", problem.code, **problem.details)
        return None
    if cost <= 0:
        note("biaya", "musrenbang.cost_not_positive")
    return cost


def _year(text: str, year: int, today: date, note: object) -> int | None:
    if not text:
        return year
    digits = text.removesuffix(".0")
    if not (digits.isascii() and digits.isdigit() and 2000 <= int(digits) <= today.year):
        note("tahun", "musrenbang.wish_year_odd", year=str(today.year))
        return None
    return int(digits)


def _said(own: Mapping[str, str]) -> tuple[str, str]:
    """A title short enough for a list, and everything else that was told."""
    title = own["usulan"]
    more = [title] if len(title) > TITLE else []
    more += [own["masalah"], own["volume"], own["jenis"]]
    short = title if len(title) <= TITLE else title[: TITLE - 2].rsplit(" ", 1)[0] + " …"
    return short, " · ".join(filter(None, more))[:TEXT]


def _digits(text: str) -> str:
    found = re.search(r"\d+", text.removesuffix(".0"))
    return found[0].lstrip("0") if found else ""


def _rw(text: str) -> str:
    word = text.casefold().removeprefix("rw").strip(" .")
    return str(ROMAN[word]) if word in ROMAN else _digits(word)


def repeated(wishes: Iterable[Wish], held: set[tuple[int, int, str]]) -> set[int]:
    """The rows that are there already: the same words of the same RT in the same year, in the house or above."""
    seen, twice = set(held), set()
    for wish in wishes:
        key = (wish.rt_id, wish.year, wish.title.casefold())
        if key in seen:
            twice.add(wish.row)
        seen.add(key)
    return twice
