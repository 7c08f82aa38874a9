"""The six digits DDMMYY inside a NIK or KK number, and the centuries they may mean.

>>> century_candidates(17, 8, 15, on=date(2025, 6, 1))
(datetime.date(2015, 8, 17), datetime.date(1915, 8, 17))
"""

from datetime import date

LONGEST_LIFE_YEARS = 125


def century_candidates(day: int, month: int, two_digit_year: int, *, on: date) -> tuple[date, ...]:
    """The possible dates, youngest first: never after `on`, never older than the longest human life.

    Empty when no century makes it a date (31 February; 29 February of 1900 only counts for 2000).
    """
    this_century = on.year - on.year % 100
    dates = (_date_or_none(century + two_digit_year, month, day) for century in (this_century, this_century - 100))
    return tuple(d for d in dates if d is not None and d <= on and on.year - d.year <= LONGEST_LIFE_YEARS)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
