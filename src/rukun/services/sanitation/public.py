"""Figures of places for who may not see families: small counts are drawn curtains, and no sum betrays them.

Which counts of a place are hidden is decided once, in the table of its parent, and kept on its own page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from rukun.rules.disclosure import curtain
from rukun.services.sanitation.queries import figures, houses
from rukun.services.sanitation.types import SanitationFigures

THRESHOLD = 10
Counts = dict[str, int | None]
LATRINE = ("open", "closed", "unknown")
HOUSE = ("decent", "not_decent", "unknown")


@dataclass(frozen=True, slots=True)
class Safe:
    """Counts of a place and of those right beneath it by id; None is hidden."""

    own: Counts
    parts: dict[int, Counts]


def latrines(path: str, *, on: date, is_exact: bool) -> Safe:
    """Households that go into the open, that do not, and of which nobody knows."""
    found = figures.by_rt(path if is_exact else _above(path), on=on)
    return _safe({rt: _latrine(each) for rt, each in found.items()}, path, LATRINE, is_exact)


def decent_houses(path: str, code: str, *, on: date, is_exact: bool) -> Safe:
    """Houses that were measured, by one limit."""
    return _safe(houses.by_rt(path if is_exact else _above(path), code, on=on), path, HOUSE, is_exact)


def _latrine(each: SanitationFigures) -> Counter[str]:
    known = each.households - each.open_ - each.unknown
    return Counter(open=each.open_, closed=known, unknown=each.unknown)


def _safe(found: Mapping[str, Counter[str]], path: str, columns: tuple[str, ...], is_exact: bool) -> Safe:
    beside, beneath = _parts(found, _above(path), columns), _parts(found, path, columns)
    here = int(path.strip(".").split(".")[-1])
    own = beside.get(here, dict.fromkeys(columns, 0))
    if is_exact:
        return Safe(dict(own), {part: dict(told) for part, told in beneath.items()})
    hidden = partial(curtain, threshold=THRESHOLD, unknown="unknown")
    return Safe(hidden(beside | {here: own})[here], hidden(beneath))


def _parts(found: Mapping[str, Counter[str]], path: str, columns: tuple[str, ...]) -> dict[int, dict[str, int]]:
    """The counts of RTs summed into the places right beneath a path."""
    depth, sums = path.count("."), dict[int, Counter[str]]()
    for rt, told in found.items():
        if rt.startswith(path) and rt != path:
            sums.setdefault(int(rt.split(".")[depth]), Counter()).update(told)
    return {part: {name: told[name] for name in columns} for part, told in sums.items()}


def _above(path: str) -> str:
    return "".join(f"{step}." for step in path.strip(".").split(".")[:-1])
