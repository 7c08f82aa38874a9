"""One measure against one table: z = ((y/M)^L - 1) / (L S), and beyond three by the width of the outermost step.

>>> import numpy as np
>>> table = Table(first=0, per=1, lms=np.array([[[1.0, 10.0, 0.1], [1.0, 20.0, 0.1]]] * 2))
>>> [float(each) for each in score(np.array([10.0, 15.0]), at(table, np.array([1.0, 2.0]), np.array([0.0, 0.5])))]
[0.0, 0.0]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
BOY, GIRL = 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """L, M and S at every step of age or length: `lms` of shape (2 sexes, steps, 3), the first step at `first`, `per`
    steps to the unit."""

    first: float
    per: int
    lms: Numbers


def at(table: Table, sex: Numbers, where: Numbers) -> Numbers:
    """L, M and S of shape (3, children), on the straight line between two steps; NaN outside the table or its sexes."""
    steps = table.lms.shape[1]
    place = np.round((where - table.first) * table.per, 6)
    is_known = (place >= 0) & (place <= steps - 1) & ((sex == BOY) | (sex == GIRL))
    place = np.where(is_known, place, 0)
    low = place.astype(np.intp)
    high = np.minimum(low + 1, steps - 1)
    row = np.where(sex == GIRL, 1, 0)
    under, over = table.lms[row, low], table.lms[row, high]
    found = under + (place - low)[:, np.newaxis] * (over - under)
    found[~is_known] = np.nan
    return np.asarray(found.T)


def score(measure: Numbers, lms: Numbers, *, is_soft: bool = False) -> Numbers:
    """z of each measure. `is_soft` for weight, BMI and arm, whose outer reaches are skewed: beyond ±3 they are told in
    steps as wide as the one from 2 to 3."""
    power, middle, spread = lms
    with np.errstate(invalid="ignore", divide="ignore"):
        z = ((measure / middle) ** power - 1) / (power * spread)
        return np.where(np.abs(z) > 3, _outer(measure, z, lms), z) if is_soft else z


def _outer(measure: Numbers, z: Numbers, lms: Numbers) -> Numbers:
    side = np.sign(z)
    third, second = measure_at(3 * side, lms), measure_at(2 * side, lms)
    return np.asarray(side * 3 + (measure - third) / np.abs(third - second))


def measure_at(z: Numbers, lms: Numbers) -> Numbers:
    """The measure that stands at a score: the lines of a growth chart. `lms` as `at` gives it."""
    power, middle, spread = lms
    return np.asarray(middle * (1 + power * spread * z) ** (1 / power))
