"""How much of an RT was counted, and how old the count is.

>>> found = coverage(stated=120, counted=90, dates=[date(2024, 1, 10)] * 90, on=date(2024, 3, 10))
>>> found.label, found.share, found.missing, found.median_age_days
('incomplete', Fraction(3, 4), 30, 60)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

Label = Literal["not_stated", "incomplete", "complete", "more_than_stated"]
STALE_AFTER_DAYS = 365


@dataclass(frozen=True, slots=True)
class Coverage:
    """Households counted against households stated; ages in days. None means: cannot be said.

    `missing`: stated but not counted; `excess`: counted beyond what was stated. `stale`: counted
    longer ago than the limit. `undated`: counted without a day; `future`: with a day after `on`.
    """

    counted: int
    stated: int | None
    share: Fraction | None
    missing: int | None
    excess: int | None
    oldest: date | None
    median_age_days: int | None
    stale: int
    undated: int
    future: int

    @property
    def label(self) -> Label:
        """One word for the row of a table."""
        if self.stated is None:
            return "not_stated"
        if self.counted == self.stated:
            return "complete"
        return "incomplete" if self.counted < self.stated else "more_than_stated"


def coverage(
    *, stated: int | None, counted: int, dates: Iterable[date], on: date, stale_after_days: int = STALE_AFTER_DAYS
) -> Coverage:
    """Compare what the RT says with what was counted, on the day `on`.

    `dates`: the day each counted household was last asked, one each; fewer than `counted` leaves the
    rest undated. A stated 0 gives no share. Raises ValueError for negative counts or more dates than
    households.
    """
    days = sorted(dates)
    if counted < 0 or (stated is not None and stated < 0) or len(days) > counted:
        raise ValueError("counts_do_not_fit")
    past = [day for day in days if day <= on]
    limit = on - timedelta(days=stale_after_days)
    return Coverage(
        counted=counted,
        stated=stated,
        share=Fraction(counted, stated) if stated else None,
        missing=None if stated is None else max(stated - counted, 0),
        excess=None if stated is None else max(counted - stated, 0),
        oldest=past[0] if past else None,
        median_age_days=(on - past[len(past) // 2]).days if past else None,
        stale=sum(day < limit for day in past),
        undated=counted - len(days),
        future=len(days) - len(past),
    )
