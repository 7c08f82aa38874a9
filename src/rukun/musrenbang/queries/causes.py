"""The causes a proposal of an RT can answer, from its problem trees."""

from __future__ import annotations

from rukun.needs.queries import trees


def choices(path: str, year: int) -> list[tuple[int, str]]:
    """(id, words) of every cause of the RT at a path in that year."""
    return [(cause.pk, cause.words) for cause in trees.causes(path, year)]
