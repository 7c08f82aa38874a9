"""A look as the rules of the ladder and of the pillars understand it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rukun.rules import sanitation
from rukun.services.sanitation.models.looks import PILLARS
from rukun.services.sanitation.types import Rung, Use

OPEN = (Rung.OPEN, Rung.COVERED)
WITHOUT = (Use.UNUSED, Use.NONE)
LATRINE_ANSWERS = ("use", "seat", "disposal")


def step(said: Mapping[str, Any], *, is_rural: bool) -> sanitation.Step:
    """The rung, what would lift it, and the answers that are missing."""
    answers = [said.get(name) or None for name in LATRINE_ANSWERS]
    return sanitation.ladder(sanitation.Latrine(*answers, said.get("was_emptied")), is_rural=is_rural)


def level(rung: str, said: Mapping[str, bool | None]) -> tuple[int, tuple[str, ...]]:
    """How many of the five pillars stand, and which are not known."""
    latrine = rung not in OPEN if rung else None
    return sanitation.stbm_level({"latrine": latrine} | {name: said.get(name) for name in PILLARS})
