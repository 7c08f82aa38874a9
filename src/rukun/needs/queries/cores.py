"""The core problems of many RTs with the hope that mirrors each: words written to be shown, no voice behind them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rukun.needs.models import Node
from rukun.needs.types import Theme


@dataclass(frozen=True, slots=True)
class Core:
    words: str
    hope: str
    theme: str


def by_rt(path: str, year: int) -> dict[str, list[Core]]:
    """Path of each RT → its problems of a year, the oldest first: one query."""
    held = Node.objects.filter(path__startswith=path, is_core=True, until__isnull=True)
    standing = held.filter(problem__year=year, problem__until__isnull=True).order_by("problem")
    found: dict[str, list[Core]] = defaultdict(list)
    for rt, words, hope, theme in standing.values_list("path", "words", "hope", "problem__theme"):
        found[rt].append(Core(words, hope, str(Theme(theme).label)))
    return dict(found)
