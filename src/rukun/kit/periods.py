"""Spans of days with a beginning and perhaps an end. The last day is never in: `until` is the first day after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rukun.kit.dates import Age, months_between
from rukun.kit.problems import Problem


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` (in) to `until` (out); `until=None` means it still runs."""

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise Problem("periods.ends_before_it_begins", since=self.since, until=self.until)

    def __contains__(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)

    def overlap(self, other: "Period") -> "Period | None":
        """The days both share, or None."""
        since = max(self.since, other.since)
        until = min(self.until or date.max, other.until or date.max)
        if until <= since:
            return None
        return Period(since, None if self.until is None and other.until is None else until)

    def covers(self, other: "Period") -> bool:
        """Whether every day of `other` lies inside."""
        ends_later = self.until is None or (other.until is not None and other.until <= self.until)
        return self.since <= other.since and ends_later


def clashes(periods: Iterable[Period]) -> list[tuple[Period, Period]]:
    """Neighbouring periods, in order of their beginning, that share a day. Empty when none overlap."""
    return [(one, two) for one, two in pairwise(_in_order(periods)) if one.overlap(two)]


def gaps(periods: Iterable[Period], *, within: Period) -> list[Period]:
    """The spans inside `within` that no period covers, in order."""
    return list(_gaps(_in_order(periods), within))


def _gaps(ordered: list[Period], within: Period) -> Iterator[Period]:
    bare_from: date | None = within.since
    for period in ordered:
        shared = period.overlap(within)
        if shared is None or bare_from is None:
            continue
        if bare_from < shared.since:
            yield Period(bare_from, shared.since)
        bare_from = None if shared.until is None else max(bare_from, shared.until)
    if bare_from is not None and (within.until is None or bare_from < within.until):
        yield Period(bare_from, within.until)


def _in_order(periods: Iterable[Period]) -> list[Period]:
    return sorted(periods, key=lambda period: (period.since, period.until or date.max))


def age_on(birth: date, on: date) -> Age:
    """The completed age on a day. Raises Problem `periods.not_born_yet` before the day of birth."""
    if on < birth:
        raise Problem("periods.not_born_yet", birth=birth, on=on)
    return Age(*divmod(months_between(birth, on), 12))
