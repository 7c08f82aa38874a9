"""What is weighed and from where on a household is poor.

>>> halves = Spec((Indicator("a", Fraction(1, 2)), Indicator("b", Fraction(1, 2))), cutoff=Fraction(1, 2))
>>> halves.parts, halves.whole_weights, halves.least
(2, {'a': 1, 'b': 1}, 1)
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm


@dataclass(frozen=True, slots=True)
class Indicator:
    """One hardship and its weight; `dimension` is the part of life it belongs to."""

    code: str
    weight: Fraction
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """Weights that add to one, and the cut-off: poor at or above it. ValueError `weights`, `cutoff`, `twice`."""

    indicators: tuple[Indicator, ...]
    cutoff: Fraction

    def __post_init__(self) -> None:
        weights = [each.weight for each in self.indicators]
        if sum(weights, Fraction(0)) != 1 or min(weights) <= 0:
            raise ValueError("weights")
        if not 0 < self.cutoff <= 1:
            raise ValueError("cutoff")
        if len(set(self.codes)) != len(self.codes):
            raise ValueError("twice")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(each.code for each in self.indicators)

    @property
    def parts(self) -> int:
        """Into how many equal parts the whole is cut, so that every weight is a whole number of them."""
        return lcm(*(each.weight.denominator for each in self.indicators))

    @property
    def whole_weights(self) -> dict[str, int]:
        """By indicator: its weight in parts."""
        return {each.code: int(each.weight * self.parts) for each in self.indicators}

    @property
    def least(self) -> int:
        """The fewest parts that make poor."""
        return ceil(self.cutoff * self.parts)
