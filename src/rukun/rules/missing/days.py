"""Working days: Monday to Friday. National holidays are not known here, so the day named is the earliest.

>>> workdays_after(date(2026, 3, 6), 1)
datetime.date(2026, 3, 9)
"""

from __future__ import annotations

from datetime import date, timedelta

FRIDAY = 4


def workdays_after(day: date, count: int) -> date:
    """The day on which so many working days after this one have passed."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() <= FRIDAY
    return day
