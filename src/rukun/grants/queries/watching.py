"""Flags and samples as pages need them: RTs by risk with their strongest reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from rukun.grants.models import AuditSample, Book, Flag
from rukun.grants.types import FlagState
from rukun.parameters import dated

SHOWN = 3
THRESHOLDS = "watching/thresholds"


@dataclass(frozen=True, slots=True)
class RtRisk:
    """One RT with open flags: the sum of its indicators' weights, how many flags, and the three that weigh most."""

    rt_id: int
    score: float
    count: int
    top: tuple[Flag, ...]


def thresholds(on: date) -> dict[str, float]:
    """The limits in force on a day, from their dated file."""
    return {name: float(value) for name, value in dated.load(THRESHOLDS).at(on).value.items()}


def flags(path: str, year: int) -> QuerySet[Flag]:
    return Flag.objects.filter(path__startswith=path, year=year)


def open_flags(path: str, year: int) -> QuerySet[Flag]:
    return flags(path, year).filter(state=FlagState.OPEN)


def risks(path: str, year: int) -> dict[int, float]:
    """RT → how strongly its open flags speak together: each indicator once, by its strongest flag."""
    rows = open_flags(path, year).values("rt", "indicator").annotate(most=Max("score")).values_list("rt", "most")
    found: dict[int, float] = defaultdict(float)
    for rt, most in rows:
        found[rt] += most
    return dict(found)


def ranked(path: str, year: int, *, indicator: str = "") -> list[RtRisk]:
    """RTs with open flags, the riskiest first; with `indicator` only those that have it."""
    scores = risks(path, year)
    asked = open_flags(path, year).filter(Q(indicator=indicator) if indicator else Q())
    counts = dict(asked.values("rt").annotate(n=Count("pk")).values_list("rt", "n"))
    order = sorted(counts, key=lambda rt: (-scores[rt], rt))
    return [RtRisk(rt, scores[rt], counts[rt], ()) for rt in order]


def with_top(page: Iterable[RtRisk], path: str, year: int) -> list[RtRisk]:
    """The same RTs with their strongest flags, one of each indicator first."""
    found = list(page)
    held: Mapping[int, list[Flag]] = defaultdict(list)
    for each in open_flags(path, year).filter(rt__in=[one.rt_id for one in found]):
        held[each.rt_id].append(each)
    return [RtRisk(one.rt_id, one.score, one.count, _strongest(held[one.rt_id])) for one in found]


def _strongest(found: list[Flag]) -> tuple[Flag, ...]:
    first = {each.indicator: each for each in sorted(found, key=lambda each: each.score)}
    return tuple(sorted(first.values(), key=lambda each: -each.score)[:SHOWN])


def by_indicator(path: str, year: int) -> dict[str, tuple[int, int]]:
    """Indicator → open flags, and RTs that have them."""
    rows = open_flags(path, year).values("indicator").annotate(n=Count("pk"), rts=Count("rt", distinct=True))
    return {name: (count, rts) for name, count, rts in rows.values_list("indicator", "n", "rts")}


def precision(path: str, year: int) -> tuple[int, int]:
    """Of the flags that were closed, how many were right."""
    closed = flags(path, year).filter(state=FlagState.CLOSED)
    return closed.filter(is_right=True).count(), closed.count()


def last_scan(path: str, year: int) -> date | None:
    return flags(path, year).aggregate(last=Max("on"))["last"]


def books(path: str, year: int) -> int:
    return Book.objects.filter(path__startswith=path, year=year).count()


def samples(path: str) -> QuerySet[AuditSample]:
    return AuditSample.objects.filter(path=path).order_by("-year", "-pk")


def path_of(flag_id: int) -> str:
    """Of a flag, "" when there is none: used by guards."""
    return Flag.objects.filter(pk=flag_id).values_list("path", flat=True).first() or ""


def path_of_sample(sample_id: int) -> str:
    return AuditSample.objects.filter(pk=sample_id).values_list("path", flat=True).first() or ""
