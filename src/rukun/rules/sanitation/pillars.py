"""The five pillars of STBM for a household, and when an area may call itself free of open defecation.

>>> stbm_level({"latrine": True, "hands": True, "food": None, "rubbish": False, "wastewater": True})
(3, ('food',))
>>> free_of_open_defecation(houses=50, open_=0, unknown=2).reason
'some_unknown'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PILLARS: Final = ("latrine", "hands", "food", "rubbish", "wastewater")
"""No open defecation; washing hands with soap; safe water and food; rubbish; waste water."""


@dataclass(frozen=True, slots=True)
class OpenDefecationFree:
    """Whether it holds, the first reason against it, and how many households stand in the way."""

    holds: bool
    reason: str = ""
    count: int = 0


def stbm_level(pillars: Mapping[str, bool | None]) -> tuple[int, tuple[str, ...]]:
    """How many pillars stand, and which are not known."""
    return sum(pillars.get(each) is True for each in PILLARS), tuple(p for p in PILLARS if pillars.get(p) is None)


def free_of_open_defecation(*, houses: int, open_: int, unknown: int) -> OpenDefecationFree:
    """Every household has to be known and none may defecate in the open, be it from a latrine that ends there."""
    if not houses:
        return OpenDefecationFree(False, "no_household")
    if open_:
        return OpenDefecationFree(False, "some_open", open_)
    if unknown:
        return OpenDefecationFree(False, "some_unknown", unknown)
    return OpenDefecationFree(True)
