"""What is strange about days of work: nothing, if all is well.

>>> is_possible(halves=72, workers=12, first=date(2026, 5, 4), last=date(2026, 5, 6))
True
>>> is_possible(halves=73, workers=12, first=date(2026, 5, 4), last=date(2026, 5, 6))
False
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rukun.rules.swadaya.wages import Day

FULL_AGE = 18
"""Years a worker of a padat karya has at least (domain.md 4.2)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what is strange: too_young, more_than_a_day, rate_above, rate_below; `values` the figures behind it:
    the age · the day and its halves · the line, its rate and its price."""

    code: str
    worker: int
    values: tuple[int | date, ...]


def is_possible(*, halves: int, workers: int, first: date, last: date) -> bool:
    """Whether so many people can have worked so much between two days, both included."""
    return 0 < halves <= 2 * workers * ((last - first).days + 1)


def findings(days: Iterable[Day], *, born: Mapping[int, date], prices: Mapping[int, int]) -> tuple[Finding, ...]:
    """`born`: the birth dates that are known, by worker; `prices`: what the RAB pays for a day, by line."""
    ordered = sorted(days, key=lambda day: (day.worker, day.on, day.line))
    found: list[Finding] = []
    for worker, some in groupby(ordered, key=lambda day: day.worker):
        own = list(some)
        found += [*_too_young(worker, own[0], born.get(worker)), *_too_much(worker, own), *_rates(worker, own, prices)]
    return tuple(found)


def _too_young(worker: int, first: Day, born: date | None) -> list[Finding]:
    if born is None or (age := _age(born, first.on)) >= FULL_AGE:
        return []
    return [Finding("too_young", worker, (age,))]


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _too_much(worker: int, days: Sequence[Day]) -> list[Finding]:
    sums = [(on, sum(day.halves for day in some)) for on, some in groupby(days, key=lambda day: day.on)]
    return [Finding("more_than_a_day", worker, (on, halves)) for on, halves in sums if halves > 2]


def _rates(worker: int, days: Sequence[Day], prices: Mapping[int, int]) -> list[Finding]:
    told = sorted({(day.line, day.rate, prices[day.line]) for day in days if day.line in prices})
    return [
        Finding("rate_above" if rate > price else "rate_below", worker, (line, rate, price))
        for line, rate, price in told
        if rate != price
    ]
