"""Which score is called what, and which cannot be: `classes(on)` gives the edition in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from rukun.parameters.dated import in_force
from rukun.parameters.files import Entry, parsed, shipped

KEY = "growth/classes"


@dataclass(frozen=True, slots=True)
class Category:
    """A class of one index: it ends below `until`, or at it as well when `is_up_to`; the last one has no end."""

    code: str
    until: float | None
    is_up_to: bool
    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Classes:
    """The categories of each index from the lowest on, and its least and most plausible score."""

    since: date
    source: str
    notes: tuple[str, ...]
    of: Mapping[str, tuple[Category, ...]]
    plausible: Mapping[str, tuple[float, float]]

    def named(self, code: str) -> Category:
        """The category of that code; KeyError for a code that is none."""
        return {each.code: each for held in self.of.values() for each in held}[code]


def classes(on: date) -> Classes:
    """Raises Problem `parameters.before_first`."""
    return in_force(_editions(), on, KEY)


@cache
def _editions() -> tuple[Classes, ...]:
    return read_classes(shipped(KEY))


def read_classes(text: str) -> tuple[Classes, ...]:
    """Editions in order of their first day. Problems `parameters.not_yaml`, `parameters.wrong_shape`."""
    entry = parsed(text, f"{KEY}.yaml")
    entry.only("title", "editions")
    return tuple(sorted((_edition(since, each) for since, each in entry.at("editions").items()), key=lambda e: e.since))


def _edition(since: object, entry: Entry) -> Classes:
    entry.only("source", "notes", "classes", "plausible")
    held = {str(index): _categories(each) for index, each in entry.at("classes").items()}
    limits = {str(index): _limits(each) for index, each in entry.at("plausible").items()}
    notes = tuple(each.text() for each in entry.at("notes").each())
    day = Entry(entry.file, entry.path, since).day()
    return Classes(day, entry.at("source").text(), notes, MappingProxyType(held), MappingProxyType(limits))


def _categories(entry: Entry) -> tuple[Category, ...]:
    found = tuple(_category(each) for each in entry.each())
    ends = [each.until for each in found]
    known = [end for end in ends[:-1] if end is not None]
    if not found or ends[-1] is not None or known != sorted(set(known)) or len(known) != len(found) - 1:
        raise entry.wrong("batas yang naik, dan kategori terakhir tanpa batas")
    return found


def _category(entry: Entry) -> Category:
    entry.only("code", "below", "upto", "id", "en")
    if entry.has("below") and entry.has("upto"):
        raise entry.wrong("below atau upto, tidak keduanya")
    end = next((float(entry.at(name).number()) for name in ("below", "upto") if entry.has(name)), None)
    return Category(entry.at("code").text(), end, entry.has("upto"), entry.at("id").text(), entry.at("en").text())


def _limits(entry: Entry) -> tuple[float, float]:
    entry.only("least", "most")
    least, most = float(entry.at("least").number()), float(entry.at("most").number())
    if least >= most:
        raise entry.wrong("least di bawah most")
    return least, most
