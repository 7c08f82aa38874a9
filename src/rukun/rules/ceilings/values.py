"""What a rule of ceilings is made of.

>>> Tier(50, 99, 100).holds(99), Tier(50, 99, 100).holds(100), Tier(100, None, 100).holds(5000)
(True, False, True)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["flat", "tiers", "range", "scaled"]
AtSplit = Literal["by_households", "first_keeps", "next_year"]


@dataclass(frozen=True, slots=True)
class Tier:
    """RTs with this many households, both ends included, get `amount` rupiah; None: no end on that side."""

    at_least: int | None
    at_most: int | None
    amount: int

    def holds(self, households: int) -> bool:
        return (self.at_least or 0) <= households and (self.at_most is None or households <= self.at_most)


@dataclass(frozen=True, slots=True)
class Rt:
    """An RT by its key and its households; None: nobody knows how many."""

    key: int
    households: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """flat: `amount` for all; tiers: by households; range: nobody below `amount` nor above `most`, what the budget has
    beyond that is shared by households; scaled: `amount` for all, cut alike where the `budget` is short.

    `step`: what the amounts of range and scaled are whole numbers of, in rupiah.
    """

    kind: Kind
    amount: int = 0
    most: int | None = None
    tiers: tuple[Tier, ...] = ()
    budget: int | None = None
    step: int = 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an amount is what it is, or why there is none. Codes: same_for_all, tier, within, cut; no_tier,
    tiers_overlap, households_unknown, no_budget, budget_short."""

    code: str
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What one RT gets; None where the rule does not say."""

    key: int
    amount: int | None
    reason: Reason
