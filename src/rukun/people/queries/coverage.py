"""How many households the RTs say they have, how many are counted and asked, how old that is, who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rukun.people.models import Household, Interview, StatedCount, Tally
from rukun.rules.poverty import Coverage, coverage
from rukun.territory import queries as territory


@dataclass(frozen=True, slots=True)
class RtCoverage:
    """One RT: `counted` households stand in the register, `found.counted` of them were asked."""

    rt_id: int
    label: str
    stated: int | None
    counted: int
    asked: int
    newest: date | None
    found: Coverage

    @property
    def need(self) -> tuple[int, int, int]:
        """Most in need first: never stated and empty, then the most households missing, then the longest ago."""
        missing = (self.stated or self.counted) - self.asked
        return (-int(self.stated is None), -missing, (self.newest or date.min).toordinal())


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """The whole of an area: sums over its RTs, and the RTs themselves, most in need first."""

    rts: tuple[RtCoverage, ...]
    stated: int
    counted: int
    asked: int
    unstated_rts: int
    oldest: date | None
    newest: date | None

    @property
    def missing(self) -> int:
        """Households that RTs state and nobody has counted; an RT that states nothing adds nothing."""
        return sum(rt.found.missing or 0 for rt in self.rts)


def of(path: str, on: date) -> AreaCoverage:
    """Coverage under a path on a day. Three queries, one row an RT."""
    named = {edition.area_id: territory.label(edition) for edition in territory.rts_under(path, on=on)}
    tallies = {row.rt_id: row for row in Tally.objects.filter(rt__in=list(named))}
    rts = sorted((_rt(pk, label, tallies.get(pk), on) for pk, label in named.items()), key=lambda rt: rt.need)
    oldest = [row.oldest_interview for row in tallies.values() if row.oldest_interview]
    newest = [rt.newest for rt in rts if rt.newest]
    return AreaCoverage(
        rts=tuple(rts),
        stated=sum(rt.stated or 0 for rt in rts),
        counted=sum(rt.counted for rt in rts),
        asked=sum(rt.asked for rt in rts),
        unstated_rts=sum(rt.stated is None for rt in rts),
        oldest=min(oldest, default=None),
        newest=max(newest, default=None),
    )


def of_rt(rt_id: int, on: date) -> Coverage:
    """One RT from its own rows, with the age of every household's last interview."""
    homes = Household.objects.filter(path=territory.path_of(rt_id), until__isnull=True)
    asked: dict[int, date] = {}
    for home, day in Interview.objects.filter(household__in=homes.values("pk")).values_list("household", "on"):
        asked[home] = max(day, asked.get(home, day))
    stated = last_stated(rt_id, on)
    return coverage(stated=stated.households if stated else None, counted=homes.count(), dates=asked.values(), on=on)


def of_lines(rt_id: int, asked: Sequence[date | None], on: date) -> Coverage:
    """The same from a list already read: for each household the day of its last interview. One query."""
    stated = last_stated(rt_id, on)
    days = [day for day in asked if day]
    return coverage(stated=stated.households if stated else None, counted=len(asked), dates=days, on=on)


def last_stated(rt_id: int, on: date) -> StatedCount | None:
    return StatedCount.objects.filter(rt=rt_id, on__lte=on).order_by("-on", "-id").first()


def _rt(rt_id: int, label: str, row: Tally | None, on: date) -> RtCoverage:
    stated = row.stated_households if row else None
    counted, asked = (row.households, row.interviewed) if row else (0, 0)
    newest = row.newest_interview if row else None
    found = coverage(stated=stated, counted=counted, dates=[], on=on)
    return RtCoverage(rt_id, label, stated, counted, asked, newest, found)
