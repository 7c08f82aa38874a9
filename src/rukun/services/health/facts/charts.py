"""The lines of a growth chart by the shipped standards, the window a child's age asks for, where the child stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rukun.rules import growth
from rukun.rules.growth import measure_at
from rukun.services.health.facts.growth import BOY, GIRL, standard

MONTH = 30.4375
LEVELS = (-3, -2, -1, 0, 1, 2, 3)
STEPS = 61
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """Which table over which stretch; `scale`: table units for one unit of the axis. `axis` and `of` are codes."""

    table: str
    first: float
    last: float
    tick: float
    axis: str
    scale: float = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """One measuring on a chart; `score` in hundredths, None where there is none."""

    x: float
    y: float
    score: int | None
    is_doubted: bool
    measurement: Any


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind`: weight, height or lean; curves by level from −3 to 3, spots in order of days."""

    kind: str
    is_girl: bool
    window: Window
    curves: dict[int, list[Point]]
    spots: list[Spot]

    @property
    def last(self) -> Spot | None:
        return self.spots[-1] if self.spots else None


KINDS = ("weight", "height", "lean")
YOUNG, SMALL = 731, growth.LAST_DAY_2006
AGES = ((0, 24, 2), (0, 61, 6), (61, 120, 6), (120, 228, 12))
BY_AGE = {
    "weight": ("weight_for_age_days", "weight_for_age_months"),
    "height": ("length_for_age_days", "height_for_age_months"),
    "lean": ("", "bmi_for_age_months"),
}
INDEX = {"weight": "waz", "height": "haz", "lean": "whz"}
LAST_WEIGHT = 120
"""Months at which the table of weight by age ends."""


def chart(kind: str, *, is_girl: bool, age_days: int, measured: Iterable[Any]) -> Chart | None:
    """The chart a child of that age is read on; None where no table reaches."""
    window = window_of(kind, age_days)
    if window is None:
        return None
    spots = [spot for each in measured if (spot := _spot(kind, window, each))]
    return Chart(kind, is_girl, window, curves(window, is_girl=is_girl), spots)


def window_of(kind: str, age_days: int) -> Window | None:
    if kind == "lean" and age_days <= SMALL:
        lying = age_days < YOUNG
        table = "weight_for_length_cm" if lying else "weight_for_height_cm"
        return Window(table, *((45, 95, 5) if lying else (65, 120, 5)), axis="length" if lying else "height")
    first, last, tick = next((each for each in AGES if age_days / MONTH < each[1]), AGES[-1])
    if kind == "weight" and first >= LAST_WEIGHT:
        return None
    table = BY_AGE[kind][first >= 61]
    return Window(table, first, last, tick, "age", 1 if first >= 61 else MONTH)


def curves(window: Window, *, is_girl: bool) -> dict[int, list[Point]]:
    held = standard()[window.table]
    end = held.first + (held.lms.shape[1] - 1) / held.per
    xs = np.linspace(window.first, window.last, STEPS)
    lms = growth.at(held, np.full(STEPS, GIRL if is_girl else BOY), np.minimum(xs * window.scale, end))
    return {level: _points(xs, measure_at(np.full(STEPS, level), lms)) for level in LEVELS}


def _points(xs: Sequence[float], ys: Sequence[float]) -> list[Point]:
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


def _spot(kind: str, window: Window, each: Any) -> Spot | None:
    y = _height(kind, window, each)
    x = each.age_days / MONTH if window.axis == "age" else (each.lenhei_mm or 0) / 10
    if not y or not window.first <= x <= window.last:
        return None
    index = "baz" if kind == "lean" and window.axis == "age" else INDEX[kind]
    return Spot(x, y, getattr(each, index), index in each.doubts, each)


def _height(kind: str, window: Window, each: Any) -> float | None:
    if kind == "height":
        return each.lenhei_mm and each.lenhei_mm / 10
    if kind == "weight" or window.axis != "age":
        return each.weight_g and each.weight_g / 1000
    return each.weight_g and each.lenhei_mm and each.weight_g / 1000 / (each.lenhei_mm / 1000) ** 2
