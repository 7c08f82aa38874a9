"""What the rankings show: who is not placed, and where groups of neighbours differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rukun.mapping.types import Note

GROUPS = 2


def welfare(
    classes: Sequence[Any], groups: Sequence[Any], placed: Mapping[int, Sequence[int]], homes: Collection[int]
) -> list[Note]:
    """`placed`: household → the order of its class by each group; `homes`: the households of the register."""
    found = []
    if len(classes) < 2:
        found.append(Note("classes_few", {"n": len(classes)}, True))
    if len(groups) < GROUPS:
        found.append(Note("groups_few", {"n": len(groups)}, True))
    unplaced = sum(len(placed.get(home, ())) < max(len(groups), GROUPS) for home in homes)
    if unplaced and groups:
        found.append(Note("households_unplaced", {"n": unplaced, "all": len(homes)}, True))
    if differing := sum(spread(ranks) > 0 for ranks in placed.values()):
        found.append(Note("groups_differ", {"n": differing}))
    return found


def spread(ranks: Sequence[int]) -> int:
    """How many steps lie between the groups that place a household highest and lowest."""
    return max(ranks) - min(ranks) if ranks else 0
