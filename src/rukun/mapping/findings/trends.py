"""What the trend lines show, and where the numbers say other than the people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rukun.mapping.types import Direction, Note

Series = Sequence[tuple[int, float]]


def trends(entries: Sequence[Any]) -> list[Note]:
    return [note for each in entries for note in _of(each, series_of(each))]


def series_of(trend: Any) -> list[tuple[int, float]]:
    return sorted((point.year, point.value) for point in trend.points.all())


def _of(trend: Any, series: Series) -> list[Note]:
    named = {"name": trend.name}
    if len(series) < 2:
        return [Note("trend_short", named, True)]
    years = {"since": series[0][0], "until": series[-1][0]}
    found = [] if trend.reason else [Note("trend_no_reason", named, True)]
    counted = direction_of(series)
    if counted != trend.direction:
        found.append(Note("trend_differs", named | {"direction": trend.direction, "counted": counted}, True))
    return [*found, Note("trend", named | years | {"direction": trend.direction, "reason": trend.reason})]


def direction_of(series: Series) -> str:
    """From the first number to the last; a change below a twentieth is none."""
    first, last = series[0][1], series[-1][1]
    if abs(last - first) <= 0.05 * max(abs(first), abs(last)):
        return Direction.LEVEL
    return Direction.UP if last > first else Direction.DOWN
