"""Six indices of many children at once.

Words: *waz* weight for age; *haz* length or height for age; *whz* weight for length or height; *baz* BMI for age;
*hcz* head for age; *acz* arm for age. To day 1856 (60 whole months) by WHO 2006, from 61 to 228 months by WHO 2007,
weight for age to 120 months.

>>> Measured.of(sex=[1, 2], weight_kg=[9.5, 8.8]).arm_cm.tolist()
[nan, nan]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from rukun.rules.growth.lms import Numbers, Table, at, score

INDICES: Final = ("waz", "haz", "whz", "baz", "hcz", "acz")
TABLES: Final = (
    "weight_for_age_days", "length_for_age_days", "bmi_for_age_days", "head_for_age_days", "arm_for_age_days",
    "weight_for_length_cm", "weight_for_height_cm", "weight_for_age_months", "height_for_age_months",
    "bmi_for_age_months",
)  # fmt: skip
LAST_DAY_2006: Final = 1856
TWO_YEARS: Final = 731
"""From this day on a child is measured standing."""
STANDING_IS_SHORTER: Final = 0.7
"""Centimetres by which the same child is shorter when standing (WHO 2006)."""
LYING_BELOW: Final = 87
"""Centimetres: who is shorter was lying, when neither age nor measure is told."""
DAYS_OF_MONTH: Final = 30.4375


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Arrays of one length, NaN where nothing is known. `sex` 1 boy, 2 girl; `is_lying` 1 lying, 0 standing;
    `has_oedema` 1 or 0. Kilograms and centimetres."""

    sex: Numbers
    age_days: Numbers
    weight_kg: Numbers
    lenhei_cm: Numbers
    is_lying: Numbers
    has_oedema: Numbers
    head_cm: Numbers
    arm_cm: Numbers

    @classmethod
    def of(cls, sex: Iterable[float], **known: Iterable[float]) -> Measured:
        """From any sequences; what is not given is unknown for everyone."""
        sexes = np.asarray(sex, dtype=np.float64)
        nothing = np.full(sexes.shape, np.nan)
        told = {name: np.asarray(values, dtype=np.float64) for name, values in known.items()}
        return cls(sex=sexes, **{name: told.pop(name, nothing) for name in cls.__slots__ if name != "sex"}, **told)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """`z` by index, to two decimals, NaN where it cannot be told; `lenhei_cm` as used, `bmi` of it."""

    z: Mapping[str, Numbers]
    lenhei_cm: Numbers
    bmi: Numbers
    is_lying: Numbers


def scores(measured: Measured, tables: Mapping[str, Table]) -> Scores:
    """All six indices of every child. Swollen feet (oedema) leave no index of weight."""
    days = np.rint(measured.age_days)
    lying = _as_lying(measured, days)
    length = _as_measured_at_that_age(measured, lying, days)
    weight = np.where(measured.has_oedema == 1, np.nan, measured.weight_kg)
    with np.errstate(invalid="ignore", divide="ignore"):
        bmi = weight / (length / 100) ** 2
    sex, months = measured.sex, days / DAYS_OF_MONTH

    def by_age(measure: Numbers, young: str, older: str = "", *, is_soft: bool = False) -> Numbers:
        z = score(measure, at(tables[young], sex, np.where(days <= LAST_DAY_2006, days, np.nan)), is_soft=is_soft)
        if not older:
            return z
        beyond = np.where(days > LAST_DAY_2006, months, np.nan)
        return np.where(days <= LAST_DAY_2006, z, score(measure, at(tables[older], sex, beyond), is_soft=is_soft))

    small = np.where((days < 0) | (days > LAST_DAY_2006), np.nan, length)
    z = {
        "waz": by_age(weight, "weight_for_age_days", "weight_for_age_months", is_soft=True),
        "haz": by_age(length, "length_for_age_days", "height_for_age_months"),
        "whz": np.where(
            lying == 1,
            score(weight, at(tables["weight_for_length_cm"], sex, small), is_soft=True),
            score(weight, at(tables["weight_for_height_cm"], sex, small), is_soft=True),
        ),
        "baz": by_age(bmi, "bmi_for_age_days", "bmi_for_age_months", is_soft=True),
        "hcz": by_age(measured.head_cm, "head_for_age_days"),
        "acz": by_age(measured.arm_cm, "arm_for_age_days", is_soft=True),
    }
    return Scores({index: np.round(each, 2) for index, each in z.items()}, length, bmi, lying)


def _as_lying(measured: Measured, days: Numbers) -> Numbers:
    """Whether the length used is one of a lying child: by age; without an age as it was measured, or by its size."""
    by_size = np.where(np.isnan(measured.is_lying), measured.lenhei_cm < LYING_BELOW, measured.is_lying == 1)
    return np.where(np.isnan(days), by_size, days < TWO_YEARS).astype(np.float64)


def _as_measured_at_that_age(measured: Measured, lying: Numbers, days: Numbers) -> Numbers:
    """A small child measured standing is longer lying; an older one measured lying is shorter standing."""
    is_small_standing = (days < TWO_YEARS) & (measured.is_lying == 0)
    is_older_lying = (days >= TWO_YEARS) & (measured.is_lying == 1)
    shift = STANDING_IS_SHORTER * (is_small_standing.astype(np.float64) - is_older_lying)
    return np.asarray(measured.lenhei_cm + shift)
