"""Why a child has no score by an index, or one that cannot be: the first thing that stands in the way, as a code.

>>> why(Measured.of(sex=[1, 1, 1], age_days=[400, 400, 7000], weight_kg=[float("nan"), 9, 9]), "waz").tolist()
['no_weight', '', 'age_outside']
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rukun.rules.growth.classes import Limits, flagged
from rukun.rules.growth.lms import Numbers
from rukun.rules.growth.scores import DAYS_OF_MONTH, LAST_DAY_2006, Measured

Mask = NDArray[np.bool_]
NEEDS = {
    "waz": ("weight_kg",), "haz": ("lenhei_cm",), "whz": ("weight_kg", "lenhei_cm"), "baz": ("weight_kg", "lenhei_cm"),
    "hcz": ("head_cm",), "acz": ("arm_cm",),
}  # fmt: skip
LACKS = {"weight_kg": "no_weight", "lenhei_cm": "no_length", "head_cm": "no_head", "arm_cm": "no_arm"}
OF_WEIGHT = ("waz", "whz", "baz")
DAYS = {
    "waz": (0, 120 * DAYS_OF_MONTH), "haz": (0, 228 * DAYS_OF_MONTH), "whz": (0, LAST_DAY_2006),
    "baz": (0, 228 * DAYS_OF_MONTH), "hcz": (0, LAST_DAY_2006), "acz": (91, LAST_DAY_2006),
}  # fmt: skip
"""The ages in days each index is made for."""


def why(measured: Measured, index: str, z: Numbers | None = None) -> NDArray[np.str_]:
    """A code for each child, empty where nothing stands in the way: `no_sex`, `no_age`, `born_later`, `no_weight`,
    `no_length`, `no_head`, `no_arm`, `oedema`, `age_outside`, `length_outside` (told only with `z`, where it is still
    missing)."""
    days = np.rint(measured.age_days)
    held = [(~np.isin(measured.sex, (1, 2)), "no_sex"), *_of_age(index, days)]
    held += [(np.isnan(getattr(measured, need)), LACKS[need]) for need in NEEDS[index]]
    if index in OF_WEIGHT:
        held.append((measured.has_oedema == 1, "oedema"))
    held.append(((days < DAYS[index][0]) | (days > DAYS[index][1]), "age_outside"))
    if z is not None:
        held.append((np.isnan(z), "length_outside"))
    return _first(held)


def doubts(measured: Measured, index: str, z: Numbers, limits: Limits) -> NDArray[np.str_]:
    """Why a score is beyond what a living child can have: `swapped` when weight and length look exchanged, else
    `implausible`; empty where it is believed."""
    is_beyond = flagged(z, limits)
    looks_swapped = (measured.weight_kg > measured.lenhei_cm) & (len(NEEDS[index]) == 2 or index in ("waz", "haz"))
    return _first([(is_beyond & looks_swapped, "swapped"), (is_beyond, "implausible")])


def _of_age(index: str, days: Numbers) -> list[tuple[Mask, str]]:
    unknown = [] if index == "whz" else [(np.isnan(days), "no_age")]
    return [*unknown, (days < 0, "born_later")]


def _first(held: list[tuple[Mask, str]]) -> NDArray[np.str_]:
    return np.select([mask for mask, _ in held], [code for _, code in held], default="")
