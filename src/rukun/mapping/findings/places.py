"""What map, transect, history and seasons show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from rukun.mapping.types import LandmarkKind, Note

PEAK = "3"


def landmarks(entries: Sequence[Any]) -> list[Note]:
    hazards = [each.name for each in entries if each.kind == LandmarkKind.HAZARD]
    return [Note("hazards", {"names": hazards, "n": len(hazards)})] if hazards else []


def stops(entries: Sequence[Any]) -> list[Note]:
    """A stop at which nothing was noticed; two stops with one number."""
    bare = [Note("stop_bare", {"place": s.place}, True) for s in entries if not (s.problem or s.potential)]
    numbers = [stop.order for stop in entries]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    problems = [stop.problem for stop in entries if stop.problem]
    seen = [Note("problems_on_the_way", {"names": problems, "n": len(problems)})] if problems else []
    return bare + [Note("stop_twice", {"n": number}, True) for number in twice] + seen


def events(entries: Sequence[Any]) -> list[Note]:
    unsourced = [Note("event_unsourced", {"what": each.what}, True) for each in entries if not each.source]
    return unsourced + [Note("events_overlap", {"one": a.what, "other": b.what}) for a, b in overlaps(entries)]


def overlaps(entries: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Pairs of events of which at least one lasted, and the other fell into it."""
    for one, other in combinations(sorted(entries, key=lambda each: each.since), 2):
        lasted = one.until is not None and one.until > one.since
        if lasted and other.since <= one.until:
            yield one, other


def seasons(entries: Sequence[Any]) -> list[Note]:
    empty = [Note("season_empty", {"name": each.name}, True) for each in entries if set(each.months) == {"0"}]
    peaks = [
        Note("season_peak", {"name": item.name, "months": months}) for item in entries if (months := peak_months(item))
    ]
    return empty + [*map(_clash, clashes(entries))] + peaks


def _clash(clash: tuple[int, list[str]]) -> Note:
    return Note("season_clash", {"month": clash[0], "names": clash[1]})


def peak_months(item: Any) -> list[int]:
    return [number for number, strength in enumerate(item.months, start=1) if strength == PEAK]


def clashes(entries: Sequence[Any]) -> list[tuple[int, list[str]]]:
    """Months in which several things are at their strongest: no time for a work day."""
    found = []
    for month in range(1, 13):
        names = [item.name for item in entries if item.months[month - 1] == PEAK]
        if len(names) > 1:
            found.append((month, names))
    return found


def houses(with_point: int, households: int) -> list[Note]:
    """Houses on the map held against households in the register."""
    told = {"n": households - with_point, "all": households}
    return [Note("houses_missing", told, True)] if with_point < households else [Note("houses_whole", told)]


def inside(rings: Sequence[Sequence[tuple[float, float]]], at: tuple[float, float]) -> bool:
    """Whether a point lies within rings; a hole is a ring too, so crossings are counted."""
    x, y = at
    crossings = 0
    for ring in rings:
        for (a, b), (c, d) in zip(ring, ring[1:], strict=False):
            crossings += (b > y) != (d > y) and x < a + (y - b) * (c - a) / (d - b)
    return crossings % 2 == 1
