"""Figures of schooling for who may not see children by name: small counts are drawn curtains, no sum betrays them.

Which counts of a place are hidden is decided once, in the table of its parent, and kept on its own page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from rukun.rules.disclosure import curtain
from rukun.services.education.queries import figures
from rukun.services.education.types import SchoolFigures

THRESHOLD = 10
COLUMNS = ("out", "at_risk", "fine", "unknown")
Counts = dict[str, int | None]


@dataclass(frozen=True, slots=True)
class Safe:
    """Counts of a place and of those right beneath it by id; None is hidden."""

    own: Counts
    parts: dict[int, Counts]


def schooling(path: str, *, on: date, is_exact: bool) -> Safe:
    """Those of school age: not in school, at risk, in school or done, and of whom nobody knows."""
    found = {rt: _counted(each) for rt, each in figures.by_rt(path if is_exact else _above(path), on=on).items()}
    beside, beneath = _parts(found, _above(path)), _parts(found, path)
    here = int(path.strip(".").split(".")[-1])
    own = beside.get(here, dict.fromkeys(COLUMNS, 0))
    if is_exact:
        return Safe(dict(own), {part: dict(told) for part, told in beneath.items()})
    hidden = partial(curtain, threshold=THRESHOLD, unknown="unknown")
    return Safe(hidden(beside | {here: own})[here], hidden(beneath))


def _counted(each: SchoolFigures) -> Counter[str]:
    fine, unknown = each.known - each.out - each.at_risk, each.children - each.known
    return Counter(out=each.out, at_risk=each.at_risk, fine=fine, unknown=unknown)


def _parts(found: Mapping[str, Counter[str]], path: str) -> dict[int, dict[str, int]]:
    """The counts of RTs summed into the places right beneath a path."""
    depth, sums = path.count("."), dict[int, Counter[str]]()
    for rt, told in found.items():
        if rt.startswith(path) and rt != path:
            sums.setdefault(int(rt.split(".")[depth]), Counter()).update(told)
    return {part: {name: told[name] for name in COLUMNS} for part, told in sums.items()}


def _above(path: str) -> str:
    return "".join(f"{step}." for step in path.strip(".").split(".")[:-1])
