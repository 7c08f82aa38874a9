"""Why a child has no score by an index: the first thing that is missing or outside, as a code.

>>> why(Measured.of(sex=[1, 1, 1], age_days=[400, 400, 7000], weight_kg=[float("nan"), 9, 9]), "waz").tolist()
['no_weight', '', 'age_outside']
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

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
    """A code for each child, empty where nothing stands in the way: `no_sex`, `no_age`, `no_weight`, `no_length`,
    `no_head`, `no_arm`, `oedema`, `age_outside`, `length_outside` (only told with `z`, where it is still missing)."""
    first, last = DAYS[index]
    days = np.rint(measured.age_days)
    checks: list[tuple[Mask, str]] = [(~np.isin(measured.sex, (1, 2)), "no_sex")]
    if index != "whz":
        checks.append((np.isnan(days), "no_age"))
    checks += [(np.isnan(getattr(measured, need)), LACKS[need]) for need in NEEDS[index]]
    if index in OF_WEIGHT:
        checks.append((measured.has_oedema == 1, "oedema"))
    checks.append(((days < first) | (days > last), "age_outside"))
    if z is not None:
        checks.append((np.isnan(z), "length_outside"))
    return np.select([mask for mask, _ in checks], [code for _, code in checks], default="")
