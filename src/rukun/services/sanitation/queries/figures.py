"""What is known of the latrines and the other pillars of every RT under a path: two grouped queries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import add

from django.db.models import Count, Q, QuerySet

from rukun.people.queries import households
from rukun.services.sanitation.facts.looks import OPEN
from rukun.services.sanitation.models import Look
from rukun.services.sanitation.models.looks import PILLARS
from rukun.services.sanitation.types import Rung, SanitationFigures

LATRINE = "latrine"
RUNGS = (*Rung.values, "")


def newest(path: str, *, on: date) -> QuerySet[Look]:
    """The look that counts of each household under a path."""
    seen = Look.objects.filter(path__startswith=path, on__lte=on)
    return seen.order_by("household", "-on", "-id").distinct("household")


def by_rt(path: str, *, on: date) -> dict[str, SanitationFigures]:
    """Path of each RT with a household in which somebody lives now → its figures."""
    homes = households.inhabited(path)
    counted = Look.objects.filter(pk__in=newest(path, on=on).values("pk"), household__in=homes)
    rows = {row["path"]: row for row in counted.order_by().values("path").annotate(**_counts())}
    return {rt: _figures(count, rows.get(rt, {})) for rt, count in sorted(households.counts(path).items())}


def whole(path: str, *, on: date) -> SanitationFigures:
    """Of all RTs under a path together."""
    return reduce(add, by_rt(path, on=on).values(), SanitationFigures())


def _counts() -> dict[str, Count]:
    """The latrine is the first pillar: it stands where nobody goes into the open."""
    rungs = {f"rung_{rung}": Count("pk", filter=Q(rung=rung)) for rung in RUNGS}
    stands = {f"pillar_{name}": Count("pk", filter=Q(**{name: True})) for name in PILLARS}
    latrine = Count("pk", filter=Q(rung__in=set(Rung.values) - set(OPEN)))
    return rungs | {f"pillar_{LATRINE}": latrine} | stands


def _figures(count: int, row: Mapping[str, int]) -> SanitationFigures:
    rungs = {rung: row[f"rung_{rung}"] for rung in RUNGS if row.get(f"rung_{rung}")}
    pillars = {name: row[f"pillar_{name}"] for name in (LATRINE, *PILLARS)} if row else {}
    return SanitationFigures(count, sum(rungs.values()), rungs, pillars)
