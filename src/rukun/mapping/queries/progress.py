"""How far the RTs of an area are."""

from __future__ import annotations

from collections import Counter, defaultdict

from rukun.mapping.models import Sheet
from rukun.mapping.types import Progress, Tool


def by_rt(prefix: str, year: int) -> dict[int, Progress]:
    """RT → its tools finished, under way and set aside; an RT that has not begun is absent. One query."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for rt, finished_on, is_skipped, _tool in _rows(prefix, year):
        counts[rt]["skipped" if is_skipped else "done" if finished_on else "under_way"] += 1
    return {rt: Progress(**count) for rt, count in counts.items()}


def by_tool(prefix: str, year: int) -> dict[Tool, int]:
    """Tool → in how many RTs it was finished. One query."""
    rows = _rows(prefix, year)
    done = Counter(tool for _rt, finished_on, is_skipped, tool in rows if finished_on and not is_skipped)
    return {tool: done[tool.value] for tool in Tool}


def _rows(prefix: str, year: int) -> list[tuple[int, object, bool, str]]:
    found = Sheet.objects.filter(path__startswith=prefix, year=year)
    return list(found.values_list("rt", "finished_on", "is_skipped", "tool"))
