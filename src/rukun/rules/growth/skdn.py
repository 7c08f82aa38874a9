"""Four counts of a weighing day and the shares a posyandu draws from them; a share of nobody is no number.

>>> told = shares(Skdn(s=40, k=38, d=30, n=18, both=24))
>>> [str(each) for each in (told.coverage, told.continuity, told.participation, told.success, told.growth)]
['19/20', '15/19', '3/4', '9/20', '3/4']
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Skdn:
    """S: all children under five of the place; K: those with a growth card; D: weighed; N: gained; `both`: weighed this
    month and the month before (D'), who alone can have gained."""

    s: int
    k: int
    d: int
    n: int
    both: int

    def __post_init__(self) -> None:
        if not (0 <= self.n <= self.both <= self.d <= self.s and 0 <= self.k <= self.s):
            raise ValueError("skdn_does_not_nest")


@dataclass(frozen=True, slots=True)
class Shares:
    """Between 0 and 1; None where nobody stands below the line."""

    coverage: Fraction | None
    continuity: Fraction | None
    participation: Fraction | None
    success: Fraction | None
    growth: Fraction | None


def shares(counted: Skdn) -> Shares:
    """K/S, D/K, D/S, N/S and N/D'. D/K may pass 1 when children without a card were weighed."""
    pairs = (
        (counted.k, counted.s), (counted.d, counted.k), (counted.d, counted.s), (counted.n, counted.s),
        (counted.n, counted.both),
    )  # fmt: skip
    return Shares(*(Fraction(part, whole) if whole else None for part, whole in pairs))
