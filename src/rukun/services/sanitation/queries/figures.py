"""What is known of the latrines and the other pillars of every RT under a path: three grouped queries."""

from __future__ import annotations

from collections import defaultdict
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


def newest(path: str, *, on: date) -> QuerySet[Look]:
    """The look that counts of each household under a path."""
    seen = Look.objects.filter(path__startswith=path, on__lte=on)
    return seen.order_by("household", "-on", "-id").distinct("household")


def by_rt(path: str, *, on: date) -> dict[str, SanitationFigures]:
    """Path of each RT with a household in which somebody lives now → its figures."""
    homes = households.inhabited(path)
    counted = Look.objects.filter(pk__in=newest(path, on=on).values("pk"), household__in=homes).order_by()
    rungs = _rungs(counted)
    pillars = _pillars(counted)
    return {
        rt: SanitationFigures(count, sum(rungs[rt].values()), dict(rungs[rt]), pillars.get(rt, {}))
        for rt, count in sorted(households.counts(path).items())
    }


def whole(path: str, *, on: date) -> SanitationFigures:
    """Of all RTs under a path together."""
    return reduce(add, by_rt(path, on=on).values(), SanitationFigures())


def _rungs(counted: QuerySet[Look]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for rt, rung, count in counted.values_list("path", "rung").annotate(count=Count("pk")):
        found[rt][rung] = count
    return found


def _pillars(counted: QuerySet[Look]) -> dict[str, dict[str, int]]:
    """The latrine is the first pillar: it stands where nobody goes into the open."""
    stands = {name: Count("pk", filter=Q(**{name: True})) for name in PILLARS}
    latrine = Count("pk", filter=Q(rung__in=set(Rung.values) - set(OPEN)))
    rows = counted.values("path").annotate(**stands, **{LATRINE: latrine})
    return {row.pop("path"): row for row in rows}
