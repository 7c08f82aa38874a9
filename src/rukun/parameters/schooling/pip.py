"""What a pupil gets from Program Indonesia Pintar in a year, where the sources say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from rukun.kit.problems import Problem
from rukun.parameters.dated import Dated, Number, load

LAST_GRADE = {"sd": (6,), "smp": (9,), "sma": (12, 13)}


@dataclass(frozen=True, slots=True)
class Amount:
    rupiah: int
    is_last_grade: bool
    since: date
    source: str


def pip(level: str, grade: int | None, on: date) -> Amount | None:
    """None for a level or a day of which the sources say nothing."""
    if level not in LAST_GRADE:
        return None
    try:
        found = _held().at(on)
    except Problem:
        return None
    is_last = grade in LAST_GRADE[level]
    told = cast(Mapping[str, Number], found.value)
    return Amount(int(told[f"{level}_last" if is_last else level]), is_last, found.since, found.source)


@cache
def _held() -> Dated:
    return load("schooling/pip")
