"""When the result of a help is asked for.

>>> asked_for(date(2026, 1, 31), {3}, date(2026, 6, 1)), asked_for(date(2026, 1, 31), {3}, date(2026, 8, 1))
(None, 6)
>>> next_day(date(2026, 1, 31), date(2026, 6, 1))
datetime.date(2026, 7, 31)
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from rukun.kit.dates import months_later
from rukun.programmes.types import WHEN_ASKED


def asked_for(since: date, told: Collection[int], on: date) -> int | None:
    """The latest of the months that have come, unless it was told; an earlier one that was missed stays missed."""
    come = [months for months in WHEN_ASKED if months_later(since, months) <= on]
    return come[-1] if come and come[-1] not in told else None


def next_day(since: date, on: date) -> date | None:
    """The day on which it is asked for next."""
    return next((day for months in WHEN_ASKED if (day := months_later(since, months)) > on), None)
