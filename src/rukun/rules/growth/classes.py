"""The class of a z-score by cuts handed in, and which scores cannot be of a living child.

>>> import numpy as np
>>> cuts = (Cut(-3, False, "severe"), Cut(-2, False, "low"), Cut(3, True, "normal"), Cut(None, True, "high"))
>>> classed(np.array([-3.01, -3, -2.01, -2, 3, 3.01, np.nan]), cuts).tolist()
['severe', 'low', 'low', 'normal', 'normal', 'high', '']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rukun.rules.growth.lms import Numbers


@dataclass(frozen=True, slots=True)
class Cut:
    """A class and where it ends: below `until`, or at it as well when `is_up_to`; None for the last one."""

    until: float | None
    is_up_to: bool
    code: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Scores outside are implausible: a slip of the scale, of the pen or of the birth date."""

    least: float
    most: float


def classed(z: Numbers, cuts: Sequence[Cut]) -> NDArray[np.str_]:
    """The code of each score; an empty one where there is no score."""
    return np.select([_falls(z, cut) for cut in cuts], [cut.code for cut in cuts], default="")


def _falls(z: Numbers, cut: Cut) -> NDArray[np.bool_]:
    if cut.until is None:
        return np.asarray(~np.isnan(z))
    return np.asarray(z <= cut.until if cut.is_up_to else z < cut.until)


def flagged(z: Numbers, limits: Limits) -> NDArray[np.bool_]:
    """True where a score is beyond what a living child can have."""
    return np.asarray((z < limits.least) | (z > limits.most))
