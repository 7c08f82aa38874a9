"""The four counts of a weighing month, from who lived there and what was weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rukun.kit.dates import month_end
from rukun.rules.growth import Gain, Shares, Skdn, shares
from rukun.services.health.facts import growth


@dataclass(frozen=True, slots=True)
class Month:
    """A month with its counts; `until` is its last day, or today while it runs. `marks`: how often N, T, O, B; `two_t`
    and `below_red`: children a health worker is asked to see."""

    first: date
    until: date
    counted: Skdn
    marks: Mapping[str, int]
    two_t: int
    below_red: int

    @property
    def shares(self) -> Shares:
        return shares(self.counted)


@dataclass(frozen=True, slots=True)
class Small:
    """A child that lived in the area from `since` until the day before `until`."""

    person_id: int
    born: date
    since: date
    until: date | None

    def is_counted(self, on: date) -> bool:
        lives = self.since <= on and (self.until is None or on < self.until)
        return lives and timedelta(0) <= on - self.born <= timedelta(days=growth.UNDER_FIVE_DAYS)


@dataclass(frozen=True, slots=True)
class Weighed:
    """All weighings of one child in order: (day, grams), those below the red line, and its first measuring of all."""

    days: list[tuple[date, int]]
    below: frozenset[date]
    first: date


def month(first: date, *, today: date, small: Iterable[Small], weighed: Mapping[int, Weighed]) -> Month:
    """A child stands in a month when it lives there on the last day of it."""
    last = min(month_end(first), today)
    here = {each.person_id: each.born for each in small if each.is_counted(last)}
    cards = {pk for pk in here if pk in weighed and weighed[pk].first <= last}
    met = {pk: _last_in(weighed[pk], first, last) for pk in cards}
    now = {pk: day for pk, day in met.items() if day}
    marks = {pk: growth.marks(weighed[pk].days, here[pk]) for pk in now}
    codes = [str(marks[pk][day]) for pk, day in now.items()]
    both = sum(code in (Gain.ENOUGH, Gain.TOO_LITTLE) for code in codes)
    return Month(
        first, last, Skdn(s=len(here), k=len(cards), d=len(now), n=codes.count(Gain.ENOUGH), both=both),
        {str(each): codes.count(each) for each in Gain},
        sum(_is_two_t(marks[pk], day) for pk, day in now.items()),
        sum(day in weighed[pk].below for pk, day in now.items()),
    )  # fmt: skip


def _last_in(weighed: Weighed, first: date, last: date) -> date | None:
    return max((day for day, _grams in weighed.days if first <= day <= last), default=None)


def _is_two_t(marks: Mapping[date, Gain], day: date) -> bool:
    known = sorted(each for each in marks if each <= day)[-2:]
    return len(known) == growth.MANY_T and all(marks[each] is Gain.TOO_LITTLE for each in known)


def months_back(on: date, count: int) -> list[date]:
    """First days of the last months, the running one last."""
    numbers = range(on.year * 12 + on.month - count, on.year * 12 + on.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def hidden(counted: Skdn, *, threshold: int) -> tuple[int | None, ...]:
    """S, K, D, N for who may not see families: few are hidden, and no difference of two that are shown betrays few."""
    found: list[int | None] = []
    for count in (counted.s, counted.k, counted.d, counted.n):
        known = [each for each in found if each is not None]
        is_safe = count >= threshold and all(each == count or each - count >= threshold for each in known)
        found.append(count if is_safe else None)
    return tuple(found)
