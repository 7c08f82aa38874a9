"""What others may know of an RT's proposals without standing in that RT."""

from __future__ import annotations

from datetime import date

from rukun.musrenbang.queries import likeness
from rukun.musrenbang.queries.likeness import Like
from rukun.territory import queries as territory
from rukun.walls import scope


def similar(title: str, path: str, year: int, *, on: date, but: int | None = None) -> list[Like]:
    """Proposals like this title in the RT at a path and in the other RTs of its desa: title, RT and state alone."""
    if not title.strip():
        return []
    with scope.within([territory.desa_path(path)]):
        return likeness.alike(title, path, year, on=on, but=but)
