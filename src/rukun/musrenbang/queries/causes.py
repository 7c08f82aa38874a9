"""The causes a proposal of an RT can answer, from its problem trees."""

from __future__ import annotations

from rukun.needs.queries import trees


def choices(path: str, year: int) -> list[tuple[int, str]]:
    """(node, words) of every cause of the RT at a path in that year, with the problem it leads to."""
    return [(cause.node_id, f"{cause.words} → {cause.problem}") for cause in trees.causes(path, year)]
