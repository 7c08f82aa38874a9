"""Judges one row after another: cells in, one line for the waiting room out.

Written for a million rows on a slow machine: what repeats (codes, dates, names, places) is judged once and remembered,
cells stay in a list, and the line is put together by hand in the text format of COPY.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import chain

from rukun.kit.problems import Finding
from rukun.kit.sheet import clean_text, day
from rukun.people.intake import codes
from rukun.people.intake.ground import Ground, Rt
from rukun.people.intake.limits import Limits
from rukun.people.intake.notes import Note, noted, quoted
from rukun.people.intake.numbers import Numbers, Vault
from rukun.rules.identity import name_key

NULL = "\\N"
CODED = ("sex", "status", "relation", "religion", "marital", "education", "schooling", "occupation", "citizenship")
COLUMNS = (
    "number", "sheet", "is_kept", "findings", "rt_id", "rt_path", "nik_index", "nik_sealed", "nik_status", "kk_index",
    "kk_sealed", "name", "name_key", "sex", "relation", "religion", "marital", "education", "schooling", "occupation",
    "citizenship", "disability", "birth_date", "birth_place", "address", "longitude", "latitude",
)  # fmt: skip
"""The columns of a line, in its order."""

_AFTER_NAME = len(COLUMNS) - COLUMNS.index("name")


@dataclass(frozen=True, slots=True)
class Read:
    """A cell that was read: the text for COPY, and what is to be said of it."""

    text: str = ""
    note: Note | None = None


class Remembered(dict):
    """Answers a key it has not met by making the value once. For columns whose cells repeat."""

    def __init__(self, make: Callable[..., object]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: object) -> object:
        value = self[key] = self._make(key)
        return value


class Judge:
    """The judge of one batch: where its people may live, the day, the titles of its columns, the vault."""

    def __init__(self, *, ground: Ground, on: date, titles: dict[str, str], limits: Limits, vault: Vault) -> None:
        self._on, self._limits, self._ground, self._titles = on, limits, ground, titles
        self.numbers = Numbers(vault, on, titles)
        self._place = Remembered(self._read_place)
        self._coded = [Remembered(partial(self._read_code, kind)) for kind in (*CODED, "disability")]
        self._born = lru_cache(1 << 16)(self._read_birth)
        self._name = lru_cache(1 << 16)(self._read_name)
        self._birth_place = lru_cache(1 << 12)(partial(self._read_words, "birth_place", 80))
        self._address = lru_cache(1 << 12)(partial(self._read_words, "address", 200))

    def line(self, number: int, sheet: str, cells: list[str], notes: Iterable[Note] = ()) -> str:
        """The line of one row. `cells` in the order of layouts.FIELDS; `notes` are what the reader already noticed."""
        rt, where = self._place[tuple(cells[:5])]
        coded = [read[cell] for read, cell in zip(self._coded, cells[8:18], strict=True)]
        (name, key), name_note = self._name(cells[7])
        born, birth_text, birth_note = self._born(cells[18])
        words = (self._birth_place(cells[19]), self._address(cells[20]))
        nik, nik_note = self.numbers.nik(cells[5])
        kk_index, kk_sealed, kk_note = self.numbers.kk(cells[6])
        point, point_note = self._read_point(cells[21], cells[22])
        said = [note for note in (where, name_note, birth_note, nik_note, kk_note, point_note) if note is not None]
        said += [read.note for read in chain(coded, words) if read.note is not None]
        said += notes
        if nik and rt is not None and coded[0].text:
            said += self.numbers.differences(nik, born, coded[0].text, rt.kecamatan)
        if said and any(note.is_error for note in said):
            return self._refused(number, sheet, said, nik)
        number_texts = self.numbers.sealed("nik", nik) if nik else None
        values = (
            str(number), sheet, "t", findings_text(said), str(rt.id), rt.path, *_nik_texts(number_texts),
            _bytes_text(kk_index), _bytes_text(kk_sealed), name, key, coded[0].text,
            *[read.text for read in coded[2:]], birth_text, words[0].text, words[1].text, *point,
        )  # fmt: skip
        return "\t".join(values) + "\n"

    def _refused(self, number: int, sheet: str, said: list[Note], nik: str) -> str:
        index = _bytes_text(self.numbers.indexed("nik", nik) if nik else "")
        values = (str(number), sheet, "f", findings_text(said), NULL, "", index, NULL, "", NULL, NULL)
        return "\t".join((*values, *_EMPTY_PERSON)) + "\n"

    def _read_place(self, cells: tuple[str, ...]) -> tuple[Rt | None, Note | None]:
        found = self._ground.find(*cells)
        if isinstance(found, Rt):
            return found, None
        title = self._titles["rt"]
        return None, Note(f"row.{found}", title, True, {"rt": quoted(clean_text(cells[3])), "rw": quoted(cells[2])})

    def _read_code(self, kind: str, text: str) -> Read:
        column = self._titles.get(kind, kind)
        if kind == "occupation":
            return self._occupation(text, column)
        found = codes.read(kind, text)
        if found is None:
            return Read("", Note(f"row.{kind}_missing", column, kind == "sex") if kind in ("sex", "relation") else None)
        if isinstance(found, Finding):
            is_error = kind in ("sex", "status")
            return Read("", Note(f"row.{kind}_unknown" if is_error else "row.choice_unknown", column, is_error,
                                 {"text": quoted(clean_text(text))}))  # fmt: skip
        if kind == "status" and found != "present":
            return Read(found, Note("row.not_present", column, True, {"status": codes.labels("status")[found]}))
        return Read(found)

    def _occupation(self, text: str, column: str) -> Read:
        return self._read_words("occupation", 60, codes.occupation(text) or text)

    def _read_birth(self, text: str) -> tuple[date | None, str, Note | None]:
        column = self._titles["birth_date"]
        found = day(text)
        if found is None:
            return None, NULL, Note("row.birth_date_missing", column, is_error=False)
        if isinstance(found, Finding):
            return None, NULL, noted(found, column)
        if found > self._on:
            return None, NULL, Note("row.birth_date_future", column, True, {"text": quoted(text)})
        if self._on.year - found.year > self._limits.longest_life:
            return None, NULL, Note("row.birth_date_too_old", column, True, {"years": self._limits.longest_life})
        return found, found.isoformat(), None

    def _read_name(self, text: str) -> tuple[tuple[str, str], Note | None]:
        name, column = clean_text(text), self._titles["name"]
        if not any(map(str.isalpha, name)):
            return ("", ""), Note("row.name_missing", column)
        if len(name) > 120:
            return ("", ""), Note("row.name_too_long", column, True, {"limit": 120})
        return (escaped(name), escaped(name_key(name)[:160])), None

    def _read_words(self, field: str, limit: int, text: str) -> Read:
        words = clean_text(text)
        if words in ("-", "--"):
            return Read()
        if len(words) <= limit:
            return Read(escaped(words))
        return Read(escaped(words[:limit]), Note("row.text_cut", self._titles[field], False, {"limit": limit}))

    def _read_point(self, latitude: str, longitude: str) -> tuple[tuple[str, str], Note | None]:
        if not latitude and not longitude:
            return (NULL, NULL), None
        try:
            south, east = (float(text.replace(",", ".")) for text in (latitude, longitude))
        except ValueError:
            south = east = 999.0
        if abs(south) <= 90 and abs(east) <= 180:
            return ((repr(east), repr(south)) if (south or east) else (NULL, NULL)), None
        return (NULL, NULL), Note("row.point_unreadable", self._titles["latitude"], is_error=False)


_EMPTY_PERSON = tuple(
    NULL if name in ("birth_date", "longitude", "latitude") else "" for name in COLUMNS[-_AFTER_NAME:]
)


def escaped(text: str) -> str:
    """As COPY wants it; cleaned text holds no tab and no line end."""
    return text.replace("\\", "\\\\") if "\\" in text else text


def findings_text(notes: list[Note]) -> str:
    return escaped(f"[{','.join(note.as_json() for note in notes)}]") if notes else NULL


def _bytes_text(hexadecimal: str) -> str:
    return f"\\\\x{hexadecimal}" if hexadecimal else NULL


def _nik_texts(texts: tuple[str, str] | None) -> tuple[str, str, str]:
    return (f"\\\\x{texts[0]}", f"\\\\x{texts[1]}", "stated") if texts else (NULL, NULL, "none")
