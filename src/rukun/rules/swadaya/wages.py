"""Days of work and the wages they earn: half a day is half the rate, so a rate is an even number of rupiah.

>>> from datetime import date
>>> Day(1, 7, date(2026, 5, 4), 1, 120_000).worth
60000
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Day:
    """What one worker did on one day for one line of a RAB, in halves of a day (1 or 2); `rate` is for a whole one.

    Raises ValueError no_such_day, no_such_rate.
    """

    worker: int
    line: int
    on: date
    halves: int
    rate: int
    is_waived: bool = False

    def __post_init__(self) -> None:
        if self.halves not in (1, 2):
            raise ValueError("no_such_day")
        if self.rate <= 0 or self.rate % 2:
            raise ValueError("no_such_rate")

    @property
    def worth(self) -> int:
        return self.halves * self.rate // 2


@dataclass(frozen=True, slots=True)
class Wage:
    """One row of a wage list: a worker's days on one line at one rate, those paid and those given back apart."""

    worker: int
    line: int
    rate: int
    paid_halves: int
    waived_halves: int

    @property
    def paid(self) -> int:
        return self.paid_halves * self.rate // 2

    @property
    def waived(self) -> int:
        return self.waived_halves * self.rate // 2


def wages(days: Iterable[Day]) -> tuple[Wage, ...]:
    """A row for each worker, line and rate. What is paid and what is waived is together what all days are worth."""
    ordered = sorted(days, key=_row)
    return tuple(_wage(key, list(some)) for key, some in groupby(ordered, key=_row))


def _row(day: Day) -> tuple[int, int, int]:
    return day.line, day.worker, day.rate


def _wage(key: tuple[int, int, int], days: list[Day]) -> Wage:
    line, worker, rate = key
    waived = sum(day.halves for day in days if day.is_waived)
    return Wage(worker, line, rate, sum(day.halves for day in days) - waived, waived)
