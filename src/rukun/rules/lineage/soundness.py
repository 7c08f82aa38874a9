"""What is wrong with a record of areas: told, never silently mended.

>>> rt = Edition("a", None, "rt", "RT 01", "001", date(2020, 1, 1), date(2022, 1, 1))
>>> later = Edition("a", None, "rt", "RT 01", "001", date(2021, 1, 1))
>>> findings([rt, later], [])
(Finding(code='editions_overlap', area='a', on=datetime.date(2021, 1, 1), other=''),)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rukun.rules.lineage.editions import Edition, Placement, Succession

Timeline = Mapping[str, tuple[Edition, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what, `area` (or household) whom, `on` since when, `other` the second party if any."""

    code: str
    area: str
    on: date
    other: str = ""


def findings(editions: Iterable[Edition], successions: Iterable[Succession]) -> tuple[Finding, ...]:
    """Everything that does not fit: an empty result is a sound record.

    Codes: edition_backward, editions_overlap, edition_gap, parent_missing, parent_loop,
    succession_to_itself, succession_backward, source_unknown, target_not_in_force, source_left_open,
    succession_loop.
    """
    timeline, passed = _timeline(editions), tuple(successions)
    found = [
        *_periods(timeline),
        *_parents(timeline),
        *_loops(timeline),
        *_passings(timeline, passed),
        *_circles(passed),
    ]
    return tuple(sorted(found, key=lambda f: (f.on, f.area, f.code, f.other)))


def placement_findings(placements: Iterable[Placement], editions: Iterable[Edition]) -> tuple[Finding, ...]:
    """Households counted twice on one day (household_twice) or in an area not in force (area_not_in_force)."""
    timeline, lives = _timeline(editions), defaultdict(list)
    for placement in sorted(placements, key=lambda p: p.since):
        lives[placement.household].append(placement)
    return tuple(finding for home, every in sorted(lives.items()) for finding in _one_life(home, every, timeline))


def _one_life(home: str, every: list[Placement], timeline: Timeline) -> Iterator[Finding]:
    for first, second in pairwise(every):
        if first.until is None or first.until > second.since:
            yield Finding("household_twice", home, second.since, second.area)
    for placement in every:
        missing = _first_day_missing(timeline.get(placement.area, ()), placement.since, placement.until)
        if missing is not None:
            yield Finding("area_not_in_force", home, missing, placement.area)


def _timeline(editions: Iterable[Edition]) -> Timeline:
    found: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(editions, key=lambda e: e.since):
        found[edition.area].append(edition)
    return {area: tuple(every) for area, every in found.items()}


def _periods(timeline: Timeline) -> Iterator[Finding]:
    for area, every in timeline.items():
        for edition in every:
            if edition.until is not None and edition.until <= edition.since:
                yield Finding("edition_backward", area, edition.since)
        for first, second in pairwise(every):
            if first.until is None or first.until > second.since:
                yield Finding("editions_overlap", area, second.since)
            elif first.until < second.since:
                yield Finding("edition_gap", area, first.until)


def _parents(timeline: Timeline) -> Iterator[Finding]:
    for edition in (edition for every in timeline.values() for edition in every if edition.parent is not None):
        missing = _first_day_missing(timeline.get(edition.parent or "", ()), edition.since, edition.until)
        if missing is not None:
            yield Finding("parent_missing", edition.area, missing, edition.parent or "")


def _first_day_missing(every: tuple[Edition, ...], since: date, until: date | None) -> date | None:
    """The first day of since–until that no edition holds; None when all are held."""
    reached = since
    for edition in every:
        if edition.since <= reached:
            if edition.until is None or (until is not None and edition.until >= until):
                return None
            reached = max(reached, edition.until)
    return reached if until is None or reached < until else None


def _loops(timeline: Timeline) -> Iterator[Finding]:
    """A circle comes into being on the day one of its editions begins, so only those days are walked."""
    for edition in (edition for every in timeline.values() for edition in every):
        above, seen = edition.parent, set[str]()
        while above is not None and above not in seen:
            if above == edition.area:
                yield Finding("parent_loop", edition.area, edition.since, edition.parent or "")
                break
            seen.add(above)
            held = _held(timeline, above, edition.since)
            above = held.parent if held else None


def _held(timeline: Timeline, area: str, on: date) -> Edition | None:
    return next((edition for edition in timeline.get(area, ()) if edition.holds(on)), None)


def _passings(timeline: Timeline, passed: tuple[Succession, ...]) -> Iterator[Finding]:
    going_on = {(s.source, s.on) for s in passed if s.source == s.target}
    for succession in passed:
        code = _passing_code(timeline, succession, (succession.source, succession.on) in going_on)
        if code:
            yield Finding(code, succession.source, succession.on, succession.target)


def _passing_code(timeline: Timeline, passing: Succession, goes_on: bool) -> str:
    source, target = timeline.get(passing.source, ()), timeline.get(passing.target, ())
    if passing.kind == "merge" and passing.source == passing.target:
        return "succession_to_itself"
    if not source:
        return "source_unknown"
    if source[0].since >= passing.on or (target and _is_over(target, passing.on)):
        return "succession_backward"
    if not any(edition.holds(passing.on) for edition in target):
        return "target_not_in_force"
    may_stay = passing.kind == "transfer" or passing.source == passing.target
    if not may_stay and not goes_on and any(edition.holds(passing.on) for edition in source):
        return "source_left_open"
    return ""


def _is_over(every: tuple[Edition, ...], on: date) -> bool:
    return all(edition.until is not None and edition.until <= on for edition in every)


def _circles(passed: tuple[Succession, ...]) -> Iterator[Finding]:
    """Two areas that pass into each other on one day, directly or through others, by more than a transfer."""
    ways: dict[tuple[str, date], set[str]] = defaultdict(set)
    for s in passed:
        if s.kind != "transfer" and s.source != s.target:
            ways[s.source, s.on].add(s.target)
    for source, on in ways:
        reached, waiting = set[str](), list(ways[source, on])
        while waiting:
            area = waiting.pop()
            if area not in reached:
                reached.add(area)
                waiting.extend(ways.get((area, on), ()))
        if source in reached:
            yield Finding("succession_loop", source, on)
