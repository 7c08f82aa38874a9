"""Sums of households by the areas of their day and by the borders of another day; nothing lost, nothing double.

>>> day = lambda year: date(year, 1, 1)
>>> before = [Edition("old", None, "rt", "RT 05", "005", day(2020), day(2022))]
>>> after = [Edition(new, None, "rt", new, new, day(2022)) for new in ("left", "right")]
>>> split = [Succession("split", "old", new, day(2022)) for new in ("left", "right")]
>>> lives = [Placement("h1", "old", day(2020), day(2022)), Placement("h1", "right", day(2022))]
>>> borders = Borders.of(before + after, split, lives)
>>> facts = [Fact("h1", day(2021), 4)]
>>> borders.sums_then(facts), borders.sums_on(facts, day(2024)).by_area
({'old': 4}, {'right': 4})
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rukun.rules.lineage.editions import Edition, Fact, Placement, Succession

Row = TypeVar("Row")


class FactOutOfPlace(ValueError):
    """A fact of a household that was counted nowhere on that day, or asked of borders before its day."""

    def __init__(self, code: str, fact: Fact) -> None:
        super().__init__(f"{code}: {fact}")
        self.code, self.fact = code, fact


@dataclass(frozen=True, slots=True)
class Sums:
    """`by_area`: area → sum. `by_default`: the part of the sum that had left an area before it was split,
    so that nobody chose its side; it stays with the area that goes on, else with the first successor."""

    by_area: Mapping[str, int]
    by_default: int


@dataclass(frozen=True, slots=True)
class Borders:
    """Editions, successions and placements, ordered for looking up. Build it with `Borders.of`."""

    last_day: Mapping[str, date | None]
    passed: Mapping[str, tuple[Succession, ...]]
    lives: Mapping[str, tuple[Placement, ...]]

    @classmethod
    def of(
        cls, editions: Iterable[Edition], successions: Iterable[Succession], placements: Iterable[Placement] = ()
    ) -> "Borders":
        """Order the records once, for many questions."""
        last: dict[str, date | None] = {}
        for edition in sorted(editions, key=lambda e: e.since):
            last[edition.area] = edition.until
        passed: dict[str, list[Succession]] = defaultdict(list)
        for succession in sorted(successions, key=lambda s: s.on):
            passed[succession.source].append(succession)
        lives: dict[str, list[Placement]] = defaultdict(list)
        for placement in sorted(placements, key=lambda p: p.since):
            lives[placement.household].append(placement)
        return cls(last, _frozen(passed), _frozen(lives))

    def placed(self, on: date) -> dict[str, str]:
        """Household → the area it was counted in on that day."""
        return {home: p.area for home, every in self.lives.items() for p in every if p.holds(on)}

    def sums_then(self, facts: Iterable[Fact]) -> dict[str, int]:
        """Each fact counted in the area of its own day. Raises FactOutOfPlace."""
        sums: dict[str, int] = defaultdict(int)
        for fact in facts:
            sums[self._life(fact)[0].area] += fact.value
        return dict(sums)

    def sums_on(self, facts: Iterable[Fact], on: date) -> Sums:
        """Each fact counted where its dwelling lies in the borders of the day `on`, not before the facts.

        A household that a border change carried (a succession joins the two areas on the day its
        placement changes) is followed; one that moved house leaves its fact behind. Raises FactOutOfPlace.
        """
        sums: dict[str, int] = defaultdict(int)
        by_default = 0
        for fact in facts:
            if fact.on > on:
                raise FactOutOfPlace("borders_before_fact", fact)
            area, is_chosen = self._carried(self._life(fact), on)
            sums[area] += fact.value
            by_default += 0 if is_chosen else fact.value
        return Sums(dict(sums), by_default)

    def successors(self, area: str, on: date) -> tuple[str, ...]:
        """The areas that hold some part of `area` on the day `on`; itself when it is still in force."""
        found: dict[str, None] = {}
        waiting: list[tuple[str, date]] = [(area, date.min)]
        seen: set[tuple[str, date]] = set()
        while waiting:
            state = waiting.pop()
            if state in seen:
                continue
            seen.add(state)
            here, since = state
            if self._is_in_force(here, on):
                found[here] = None
            waiting.extend((s.target, s.on) for s in self._passed_between(here, since, on) if s.target != here)
        return tuple(sorted(found))

    def _life(self, fact: Fact) -> tuple[Placement, ...]:
        """The placement of the fact's day and those after it."""
        every = self.lives.get(fact.household, ())
        for place, placement in enumerate(every):
            if placement.holds(fact.on):
                return every[place:]
        raise FactOutOfPlace("household_not_placed", fact)

    def _carried(self, life: tuple[Placement, ...], on: date) -> tuple[str, bool]:
        here = life[0]
        for there in life[1:]:
            if there.since > on or here.until != there.since or not self._is_joined(here.area, there.area, there.since):
                break
            here = there
        if here.until is None or here.until > on:
            return here.area, True
        return self._by_default(here.area, here.until, on)

    def _by_default(self, area: str, since: date, on: date) -> tuple[str, bool]:
        """Follow an area nobody chose for: it keeps what it has while it goes on, then its first successor."""
        is_chosen, seen = True, set[str]()
        while area not in seen:
            seen.add(area)
            passed = self._passed_between(area, since, on)
            is_chosen = is_chosen and not any(s.kind in ("split", "transfer") and s.target != area for s in passed)
            closed = self.last_day.get(area)
            ends = [s for s in passed if s.on == closed and s.target != area] if closed and closed <= on else []
            if ends:
                area, since = ends[0].target, ends[0].on
        return area, is_chosen

    def _passed_between(self, area: str, since: date, on: date) -> tuple[Succession, ...]:
        return tuple(s for s in self.passed.get(area, ()) if since <= s.on <= on)

    def _is_joined(self, source: str, target: str, on: date) -> bool:
        return source == target or any(s.target == target and s.on == on for s in self.passed.get(source, ()))

    def _is_in_force(self, area: str, on: date) -> bool:
        if area not in self.last_day:
            return False
        last = self.last_day[area]
        return last is None or on < last


def _frozen(found: Mapping[str, list[Row]]) -> dict[str, tuple[Row, ...]]:
    return {word: tuple(each) for word, each in found.items()}
