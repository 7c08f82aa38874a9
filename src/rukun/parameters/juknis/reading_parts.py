"""The small readers of a juknis: one value of a file each, refused by letter when it is not what it should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from rukun.kit.problems import Problem
from rukun.parameters.files import Entry
from rukun.parameters.juknis.parts import Source

PERCENT = re.compile(r"\d{1,3}(?:\.\d{1,4})?", re.ASCII)
KEY = re.compile(r"[a-z0-9_]{1,40}", re.ASCII)
LONGEST = 3650
MOST_RUPIAH = 10**13
T = TypeVar("T")
Days = Callable[[Entry], date]


def section(entry: Entry, name: str) -> Entry:
    """A part that may be left out whole."""
    return entry.at(name) if entry.has(name) else Entry(entry.file, f"{entry.path}/{name}", {})


def every(entry: Entry, one: Callable[[Entry], T]) -> tuple[T, ...]:
    return () if entry.value is None else tuple(one(each) for each in entry.each())


def maybe(entry: Entry, one: Callable[[Entry], T]) -> T | None:
    return None if entry.value is None else one(entry)


def texts(entry: Entry) -> tuple[str, ...]:
    return every(entry, lambda each: each.text())


def key_of(entry: Entry) -> str:
    key = entry.text()
    if not KEY.fullmatch(key):
        raise entry.wrong("kunci dari huruf kecil, angka dan garis bawah")
    return key


def word(entry: Entry, words: tuple[T, ...], default: str | None = None) -> T:
    """One of the words of a Literal."""
    return words[words.index(entry.one_of(words, default))]  # type: ignore[arg-type]


def count(entry: Entry, *, least: int = 0, most: int = 10**13) -> int:
    number = entry.whole()
    if not least <= number <= most:
        raise entry.wrong(f"bilangan {least} sampai {most}")
    return number


def rupiah(entry: Entry) -> int:
    if type(entry.value) is not int or not 1 <= entry.value <= MOST_RUPIAH:
        raise entry.wrong("rupiah bulat tanpa titik dan koma, 1 sampai 10000000000000")
    return entry.value


def percent(entry: Entry) -> str:
    written = str(entry.value) if type(entry.value) in (int, float, str) else ""
    if not PERCENT.fullmatch(written):
        raise entry.wrong("persen, 0 sampai 100")
    if Decimal(written) > 100:
        raise Problem("juknis.over_hundred", file=entry.file, path=entry.path, written=written)
    return written


def truth(entry: Entry, default: bool | None = None) -> bool:
    return default if entry.value is None and default is not None else flag(entry)


def flag(entry: Entry) -> bool:
    if not isinstance(entry.value, bool):
        raise entry.wrong("true | false")
    return entry.value


def day(entry: Entry) -> date:
    """A day of YAML, or its words in a frozen document."""
    if isinstance(entry.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", entry.value, re.ASCII):
        try:
            return date.fromisoformat(entry.value)
        except ValueError:
            pass
    return entry.day()


def source_of(entry: Entry) -> Source:
    if entry.value is None:
        return Source()
    entry.only("article", "text")
    return Source(loose(entry.at("article")), loose(entry.at("text")))


def loose(entry: Entry) -> str:
    return "" if entry.value in (None, "") else entry.text()


def counted(entry: Entry, first: date) -> date:
    return first + timedelta(days=count(entry, most=LONGEST))


def days(entry: Entry) -> int:
    return count(entry, least=1, most=365)
