"""What one cell means: text, digits of a NIK or KK number, a choice. Each answers with the value or a Finding."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from rukun.kit.problems import Finding
from rukun.kit.sheet.text import folded, tidy, without_apostrophe

EMPTY = frozenset(("", "-", "--", "—", "n/a", "na", "null", "none", "nan"))
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?e\+?(\d{1,2})", re.IGNORECASE | re.ASCII)
_BETWEEN_DIGITS = re.compile(r"[\s.\-]+")
_AS_FLOAT = re.compile(r"(\d+)[.,]00?", re.ASCII)


def clean_text(text: str) -> str:
    """The text on one line, single-spaced, without invisible signs or a spreadsheet's apostrophe."""
    if text.isascii() and text.isalnum():
        return text
    return without_apostrophe(" ".join(tidy(text).split()))


def digits(text: str) -> str | Finding | None:
    """The digits of a number that is a name (NIK, KK, telephone), zeros in front kept; None for an empty cell.

    Finding `cell.broken_by_spreadsheet` when a spreadsheet rounded it (3,27E+15 has lost its last digits),
    `cell.not_digits` when something else stands there.
    """
    if text.isascii() and text.isdecimal():
        return text
    cleaned = clean_text(text)
    if cleaned.casefold() in EMPTY:
        return None
    scientific = _SCIENTIFIC.fullmatch(cleaned)
    if scientific:
        return _unrounded(text, *scientific.groups(default=""))
    bare = _BETWEEN_DIGITS.sub("", _without_float_tail(cleaned))
    if bare.isascii() and bare.isdecimal():
        return bare
    return Finding("cell.not_digits", "error", {"text": text})


def _unrounded(text: str, whole: str, part: str, power: str) -> str | Finding:
    if len(part) < int(power):
        return Finding("cell.broken_by_spreadsheet", "error", {"text": text})
    return str(int(Decimal(f"{whole}.{part or 0}").scaleb(int(power))))


def _without_float_tail(text: str) -> str:
    found = _AS_FLOAT.fullmatch(text)
    return found[1] if found else text


@dataclass(frozen=True, slots=True)
class ChoiceTable:
    """The answers a column knows: folded code or label → value. Make it with `choices`."""

    values: Mapping[str, str]


def choices(names: Mapping[str, Iterable[str]]) -> ChoiceTable:
    """A table from value → the codes and labels by which it is written; a value is always a name of itself."""
    known: dict[str, str] = {}
    for value, others in names.items():
        for name in (value, *others):
            if known.setdefault(folded(name), value) != value:
                raise ValueError(f"{name!r} names both {known[folded(name)]!r} and {value!r}")
    return ChoiceTable(known)


def choice(text: str, table: ChoiceTable) -> str | Finding | None:
    """The value behind a code ("1", "01", "1.0") or a label; None for an empty cell.

    Finding `cell.choice_unknown` with the nearest known spelling; nothing is ever guessed from nearness.
    """
    cleaned = clean_text(text)
    if cleaned.casefold() in EMPTY and folded(cleaned) not in table.values:
        return None
    name = folded(_without_float_tail(cleaned))
    value = table.values.get(name) or table.values.get(name.lstrip("0") or "0")
    if value is not None:
        return value
    nearest = get_close_matches(name, table.values, n=1)
    return Finding(
        "cell.choice_unknown", "error", {"text": text, "nearest": table.values[nearest[0]] if nearest else "-"}
    )
