"""Judges one row after another: cells in, one line for the waiting room out.

Written for a million rows on a slow machine: what repeats (codes, dates, names, places) is judged once and remembered,
cells stay in a list, and the line is put together by hand in the text format of COPY.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rukun.kit.problems import Finding
from rukun.kit.sheet import clean_text, day
from rukun.people.intake import codes
from rukun.people.intake.ground import Ground, Rt
from rukun.people.intake.limits import Limits
from rukun.people.intake.notes import Note, noted, quoted
from rukun.people.intake.numbers import Numbers, Vault
from rukun.rules.identity import name_key

NULL = "\\N"
CODED = ("sex", "status", "relation", "religion", "marital", "education", "schooling", "occupation", "citizenship",
         "disability")  # fmt: skip
"""The columns with official codes; layouts.FIELDS holds them from place 8 to 17."""
COLUMNS = (
    "number", "sheet", "is_kept", "findings", "rt_id", "rt_path", "nik_index", "nik_sealed", "nik_status", "kk_index",
    "kk_sealed", "name", "name_key", "sex", "relation", "religion", "marital", "education", "schooling", "occupation",
    "citizenship", "disability", "birth_date", "birth_place", "address", "longitude", "latitude",
)  # fmt: skip
"""The columns of a line, in its order."""

REFUSED_TAIL = "\t".join((NULL, "", NULL, NULL, *[""] * 11, NULL, "", "", NULL, NULL))
"""A refused row after its NIK index: what it said is kept sealed elsewhere."""

NO_NUMBER = f"{NULL}\t{NULL}"

Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded cells of a row, read together: many rows hold the very same ones."""

    sex: str
    text: str
    notes: Notes


class Judge:
    """The judge of one batch: where its people may live, the day, the titles of its columns, the vault."""

    def __init__(self, *, ground: Ground, on: date, titles: dict[str, str], limits: Limits, vault: Vault) -> None:
        self._on, self._limits, self._ground, self._titles = on, limits, ground, titles
        self.numbers = Numbers(vault, on, titles)
        self._place = lru_cache(1 << 16)(self._read_place)
        self._codes = lru_cache(1 << 16)(self._read_codes)
        self._code = lru_cache(1 << 14)(self._read_code)
        self._born = lru_cache(1 << 16)(self._read_birth)
        self._name = lru_cache(1 << 16)(self._read_name)
        self._words = lru_cache(1 << 14)(self._read_words)
        self._point = lru_cache(1 << 12)(self._read_point)

    def line(self, number: int, sheet: str, cells: list[str], notes: Notes = ()) -> str:
        """The line of one row. `cells` in the order of layouts.FIELDS; `notes` are what the reader already noticed."""
        rt, rt_text, place_notes = self._place(*cells[:5])
        nik, nik_notes = self.numbers.nik(cells[5])
        kk_text, kk_notes = self.numbers.kk(cells[6])
        name_text, name_notes = self._name(cells[7])
        coded = self._codes(*cells[8:18])
        born, birth_text, birth_notes = self._born(cells[18])
        birth_place, town_notes = self._words("birth_place", 80, cells[19])
        address, address_notes = self._words("address", 200, cells[20])
        point, point_notes = self._point(cells[21], cells[22])
        said = (
            notes + place_notes + nik_notes + kk_notes + name_notes + coded.notes + birth_notes + town_notes
            + address_notes + point_notes
        )  # fmt: skip
        if nik and rt is not None:
            said += self.numbers.differences(nik, born, coded.sex, rt.kecamatan)
        if said and any(note.is_error for note in said):
            index = self.numbers.indexed("nik", nik) if nik else NULL
            return f"{number}\t{sheet}\tf\t{findings_text(said)}\t{NULL}\t\t{index}\t{REFUSED_TAIL}\n"
        nik_text = f"{self.numbers.sealed('nik', nik)}\tstated" if nik else f"{NO_NUMBER}\tnone"
        return (
            f"{number}\t{sheet}\tt\t{findings_text(said) if said else NULL}\t{rt_text}\t{nik_text}\t{kk_text}\t"
            f"{name_text}\t{coded.text}\t{birth_text}\t{birth_place}\t{address}\t{point}\n"
        )

    def _read_place(self, desa: str, dusun: str, rw: str, rt: str, rt_code: str) -> tuple[Rt | None, str, Notes]:
        found = self._ground.find(desa, dusun, rw, rt, rt_code)
        if isinstance(found, Rt):
            return found, f"{found.id}\t{found.path}", ()
        details = {"rt": quoted(clean_text(rt or rt_code)) or "–", "rw": quoted(clean_text(rw)) or "–"}
        return None, "", (Note(f"row.{found}", self._titles["rt"], True, details),)

    def _read_codes(self, *cells: str) -> Coded:
        values = [self._code(kind, cell) for kind, cell in zip(CODED, cells, strict=True)]
        texts = [text for text, _ in values]
        notes = tuple(note for _, said in values for note in said)
        return Coded(texts[0], "\t".join((texts[0], *texts[2:])), notes)

    def _read_code(self, kind: str, text: str) -> tuple[str, Notes]:
        if kind == "occupation":
            return self._words(kind, 60, codes.occupation(text) or text)
        column, found = self._titles.get(kind, kind), codes.read(kind, text)
        if found is None:
            is_missed = kind in ("sex", "relation")
            return "", (Note(f"row.{kind}_missing", column, kind == "sex"),) if is_missed else ()
        if isinstance(found, Finding):
            return "", (self._unknown(kind, column, text),)
        if kind == "status" and found != "present":
            return found, (Note("row.not_present", column, True, {"status": codes.labels("status")[found]}),)
        return found, ()

    @staticmethod
    def _unknown(kind: str, column: str, text: str) -> Note:
        is_error = kind in ("sex", "status")
        code = f"row.{kind}_unknown" if is_error else "row.choice_unknown"
        return Note(code, column, is_error, {"text": quoted(clean_text(text))})

    def _read_birth(self, text: str) -> tuple[date | None, str, Notes]:
        column, found = self._titles["birth_date"], day(text)
        if found is None:
            return None, NULL, (Note("row.birth_date_missing", column, is_error=False),)
        if isinstance(found, Finding):
            return None, NULL, (noted(found, column),)
        if found > self._on:
            return None, NULL, (Note("row.birth_date_future", column, True, {"text": quoted(text)}),)
        if self._on.year - found.year > self._limits.longest_life:
            return None, NULL, (Note("row.birth_date_too_old", column, True, {"years": self._limits.longest_life}),)
        return found, found.isoformat(), ()

    def _read_name(self, text: str) -> tuple[str, Notes]:
        name, column = clean_text(text), self._titles["name"]
        if not any(map(str.isalpha, name)):
            return "", (Note("row.name_missing", column),)
        if len(name) > 120:
            return "", (Note("row.name_too_long", column, True, {"limit": 120}),)
        return f"{escaped(name)}\t{escaped(name_key(name))}", ()

    def _read_words(self, field: str, limit: int, text: str) -> tuple[str, Notes]:
        words = clean_text(text)
        if words in ("-", "--"):
            return "", ()
        if len(words) <= limit:
            return escaped(words), ()
        return escaped(words[:limit]), (Note("row.text_cut", self._titles[field], False, {"limit": limit}),)

    def _read_point(self, latitude: str, longitude: str) -> tuple[str, Notes]:
        """Longitude and latitude; the point in the Gulf of Guinea that empty forms send is no point."""
        if not latitude and not longitude:
            return NO_NUMBER, ()
        try:
            south, east = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
        except ValueError:
            south = east = 999.0
        if abs(south) <= 90 and abs(east) <= 180:
            return f"{east!r}\t{south!r}" if south or east else NO_NUMBER, ()
        return NO_NUMBER, (Note("row.point_unreadable", self._titles["latitude"], is_error=False),)


def escaped(text: str) -> str:
    """As COPY wants it; cleaned text holds no tab and no line end."""
    return text.replace("\\", "\\\\") if "\\" in text else text


def findings_text(notes: Notes) -> str:
    return escaped(f"[{','.join([note.json for note in notes])}]")
