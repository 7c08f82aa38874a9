"""How much each RT may spend in a year: one sum for all, by size, between two bounds, cut to a budget; and what becomes
of it when an RT is split.

>>> from rukun.rules.ceilings import Rt, Rule, Tier, given
>>> rule = Rule("tiers", tiers=(Tier(None, 99, 100_000_000), Tier(101, None, 200_000_000)))
>>> [(each.amount, each.reason.code) for each in given([Rt(1, 62), Rt(2, 100), Rt(3, None)], rule)]
[(100000000, 'tier'), (None, 'no_tier'), (None, 'households_unknown')]
"""

from rukun.rules.ceilings.giving import given
from rukun.rules.ceilings.passing import Carried, Part, Passing, carried, parted
from rukun.rules.ceilings.sharing import cut, shared
from rukun.rules.ceilings.values import AtSplit, Given, Kind, Reason, Rt, Rule, Tier

__all__ = [
    "AtSplit",
    "Carried",
    "Given",
    "Kind",
    "Part",
    "Passing",
    "Reason",
    "Rt",
    "Rule",
    "Tier",
    "carried",
    "cut",
    "given",
    "parted",
    "shared",
]
