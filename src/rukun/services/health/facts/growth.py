"""One child judged by the shipped standards: scores in hundredths, doubts, marks of gain, and what to show a worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from rukun.kit.dates import months_between
from rukun.parameters import load
from rukun.parameters.growth import Category, classes, tables
from rukun.rules import growth
from rukun.rules.growth import Cut, Gain, Limits, Marked, Measured, Table, Weighing
from rukun.services.health.types import Sizes, Why

BOY, GIRL = 1, 2
UNDER_FIVE_DAYS = growth.LAST_DAY_2006
LAST_DAY = 228 * 30.4375
"""Nineteen years: the end of the WHO reference."""
FURTHEST = 9999
ARM_DAYS = (183, 1826)
"""Six months to five years: the ages for which the limit of the arm is made."""
MANY_T = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """`z`: scores in hundredths by index, None where there is none; `doubts`: index → why it cannot be."""

    z: Mapping[str, int | None]
    doubts: Mapping[str, str]
    edition: str


def judged(*, is_girl: bool, age_days: int, sizes: Sizes, on: date) -> Judged:
    """The scores of one child on one day."""
    child, held = _measured(is_girl, age_days, sizes), classes(on)
    told = growth.scores(child, standard())
    doubts = {index: _doubt(child, index, told.z[index], held.plausible[index]) for index in growth.INDICES}
    return Judged(
        {index: _hundredths(float(told.z[index][0])) for index in growth.INDICES},
        {index: why for index, why in doubts.items() if why},
        f"WHO 2006/2007, kategori {held.since}",
    )


@cache
def standard() -> dict[str, Table]:
    """The shipped tables as the rules want them."""
    return {name: Table(held.first, held.per, held.lms) for name, held in tables().items()}


def category(index: str, hundredths: int, *, age_days: int, on: date) -> Category:
    """The class of a score by the edition of that day: for health workers only."""
    held = classes(on)
    is_school = index == "baz" and age_days > growth.LAST_DAY_2006
    cuts = [Cut(each.until, each.is_up_to, each.code) for each in held.of["baz_school" if is_school else index]]
    return held.named(str(growth.classed(np.array([hundredths / 100]), cuts)[0]))


def month_of(day: date) -> int:
    """Months of the calendar counted on, so that neighbours differ by one."""
    return day.year * 12 + day.month


def marked(weighings: Iterable[tuple[date, int]], born: date) -> Marked:
    """The mark of the last of these (day, grams) in order of days; the last weighing of a month stands for it."""
    held = _monthly(weighings)
    return growth.marked(_as_weighings(held), _least(held, born))


def marks(weighings: Iterable[tuple[date, int]], born: date) -> dict[date, Gain]:
    """Day → mark, for the last weighing of every month."""
    held = _monthly(weighings)
    found = growth.marks_of(_as_weighings(held), _least(held, born))
    return {day: mark for (day, _grams), mark in zip(held.values(), found, strict=True)}


def reasons(judged: Judged, sizes: Sizes, *, age_days: int, in_a_row: int, on: date) -> list[Why]:
    """Why a health worker should look at this child, of what a cadre can see; nothing where all is well."""
    sound = {index: z for index, z in judged.z.items() if z is not None and index not in judged.doubts}
    is_young = age_days <= UNDER_FIVE_DAYS
    found = {
        Why.TWO_T: in_a_row >= MANY_T and is_young,
        Why.BELOW_RED: sound.get("waz", 0) < -300 and is_young,
        Why.SHORT: sound.get("haz", 0) < -200,
        Why.THIN: sound.get("whz" if is_young else "baz", 0) < -200,
        Why.OEDEMA: sizes.has_oedema,
        Why.ARM: _has_small_arm(sizes.arm_mm, age_days, on) and "acz" not in judged.doubts,
        Why.IMPLAUSIBLE: bool(judged.doubts),
    }
    return [why for why, holds in found.items() if holds]


def least_gain(age_months: int, on: date) -> int:
    """Grams a child of that age should have gained since the month before (KBM)."""
    steps = load("growth/least_gain").at(on).value
    return growth.least_at(age_months, {int(age): int(grams) for age, grams in steps.items()})


def _measured(is_girl: bool, age_days: int, sizes: Sizes) -> Measured:
    told = {
        "age_days": age_days, "weight_kg": _over(sizes.weight_g, 1000), "lenhei_cm": _over(sizes.lenhei_mm, 10),
        "is_lying": sizes.is_lying, "has_oedema": sizes.has_oedema, "head_cm": _over(sizes.head_mm, 10),
        "arm_cm": _over(sizes.arm_mm, 10),
    }  # fmt: skip
    known = {name: [float("nan") if value is None else float(value)] for name, value in told.items()}
    return Measured.of(sex=[GIRL if is_girl else BOY], **known)


def _over(value: int | None, per: int) -> float | None:
    return None if value is None else value / per


def _doubt(child: Measured, index: str, z: np.ndarray, limits: tuple[float, float]) -> str:
    return str(growth.doubts(child, index, z, Limits(*limits))[0])


def _hundredths(z: float) -> int | None:
    return None if np.isnan(z) else max(-FURTHEST, min(FURTHEST, round(z * 100)))


def _has_small_arm(arm_mm: int | None, age_days: int, on: date) -> bool:
    return arm_mm is not None and ARM_DAYS[0] <= age_days < ARM_DAYS[1] and arm_mm < load("growth/arm").at(on).value


def _monthly(weighings: Iterable[tuple[date, int]]) -> dict[int, tuple[date, int]]:
    return {month_of(day): (day, grams) for day, grams in weighings}


def _as_weighings(held: Mapping[int, tuple[date, int]]) -> list[Weighing]:
    return [Weighing(month, grams) for month, (_day, grams) in held.items()]


def _least(held: Mapping[int, tuple[date, int]], born: date) -> dict[int, int]:
    return {month: least_gain(months_between(born, day), day) for month, (day, _grams) in held.items()}
