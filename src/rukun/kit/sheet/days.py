"""A day from a cell, in the styles people and spreadsheets write it. The day stands first; nothing is guessed."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from rukun.kit.problems import Finding
from rukun.kit.sheet.cells import EMPTY, clean_text
from rukun.kit.sheet.text import folded

_MONTH_NAMES = (
    "januari january jan", "februari february pebruari feb peb", "maret march mar mrt", "april apr", "mei may",
    "juni june jun", "juli july jul", "agustus august agu ags agt aug", "september sept sep",
    "oktober october okt oct", "november nopember nov nop", "desember december des dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_CLOCK = re.compile(r"[ T]\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s*[AP]M)?(?:Z|[+-]\d\d:?\d\d)?$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[ \-/.]*([a-z]+)[ \-/.,]*(\d{4})", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[ \-/.]*(?:\d{1,2}|[a-z]+)[ \-/.]*\d{2}", re.ASCII | re.IGNORECASE)
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d", re.ASCII)
_SERIAL_ZERO = date(1899, 12, 30)  # the 1900 calendar of spreadsheets, true from 1 March 1900 on
_SERIAL_LAST = (date(2100, 1, 1) - _SERIAL_ZERO).days


@lru_cache(maxsize=1 << 16)
def day(text: str) -> date | Finding | None:
    """The day in a cell: 2001-05-17 · 17/05/2001 · 17-5-2001 · 17.05.2001 · 17 Mei 2001 · 17MAY2001 · 37028 · with a
    clock behind it. None for an empty cell (also 0000-00-00, which some registers write for empty).

    Findings: `cell.date_month_first` (05/17/2001), `cell.date_impossible` (31 February), `cell.date_short_year`
    (17/05/01: which century?), `cell.date_year_only`, `cell.date_unreadable`. Serial numbers count from five digits on,
    so a bare year is never taken for one.
    """
    cleaned = clean_text(text)
    if cleaned.casefold() in EMPTY or cleaned.startswith("0000-00-00"):
        return None
    cleaned = _CLOCK.sub("", cleaned)
    for shape, made in _SHAPES:
        match = shape.fullmatch(cleaned)
        if match:
            return made(text, *match.groups())
    return _unclear(text, cleaned)


def _year_first(text: str, year: str, month: str, day_: str) -> date | Finding:
    return _calendar_day(text, int(year), int(month), int(day_))


def _day_first(text: str, day_: str, month: str, year: str) -> date | Finding:
    if int(month) > 12 >= int(day_):
        return Finding("cell.date_month_first", "error", {"text": text})
    return _calendar_day(text, int(year), int(month), int(day_))


def _named(text: str, day_: str, month: str, year: str) -> date | Finding:
    number = _MONTHS.get(folded(month))
    if number is None:
        return Finding("cell.date_unreadable", "error", {"text": text})
    return _calendar_day(text, int(year), number, int(day_))


def _serial(text: str, number: str) -> date | Finding:
    if int(number) > _SERIAL_LAST:
        return Finding("cell.date_unreadable", "error", {"text": text})
    return _SERIAL_ZERO + timedelta(days=int(number))


def _calendar_day(text: str, year: int, month: int, day_: int) -> date | Finding:
    try:
        return date(year, month, day_)
    except ValueError:
        return Finding("cell.date_impossible", "error", {"text": text})


def _unclear(text: str, cleaned: str) -> Finding:
    if _YEAR_ONLY.fullmatch(cleaned):
        return Finding("cell.date_year_only", "error", {"text": text})
    if _SHORT_YEAR.fullmatch(cleaned):
        return Finding("cell.date_short_year", "error", {"text": text})
    return Finding("cell.date_unreadable", "error", {"text": text})


_Made = Callable[..., date | Finding]
_SHAPES: tuple[tuple[re.Pattern[str], _Made], ...] = (
    (_YEAR_FIRST, _year_first),
    (_DAY_FIRST, _day_first),
    (_NAMED, _named),
    (_SERIAL, _serial),
)
