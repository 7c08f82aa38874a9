"""Those of school age in every RT under a path: known, not in school, at risk, helped. Three grouped queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import add

from django.db.models import Count, QuerySet

from rukun.people.queries import ages
from rukun.services.education.models import SchoolAid, Schooling
from rukun.services.education.types import OLDEST, YOUNGEST, SchoolFigures


def newest(path: str, *, on: date) -> QuerySet[Schooling]:
    """What counts of each person under a path."""
    known = Schooling.objects.filter(path__startswith=path, on__lte=on)
    return known.order_by("person", "-on", "-id").distinct("person")


def by_rt(path: str, *, on: date) -> dict[str, SchoolFigures]:
    """Path of each RT where somebody of school age lives → its figures; aids are those of the year of that day."""
    living = ages.between(path, YOUNGEST, OLDEST, on=on).values("person")
    known = Schooling.objects.filter(pk__in=newest(path, on=on).values("pk"), person__in=living)
    aids = SchoolAid.objects.filter(path__startswith=path, year=on.year, person__in=living)
    states, helped = _grouped(known), _grouped(aids)
    return {
        rt: SchoolFigures(count, states.get(rt, {}), helped.get(rt, {}))
        for rt, count in sorted(ages.counts(path, YOUNGEST, OLDEST, on=on).items())
    }


def whole(path: str, *, on: date) -> SchoolFigures:
    """Of all RTs under a path together."""
    return reduce(add, by_rt(path, on=on).values(), SchoolFigures())


def _grouped(rows: QuerySet[Schooling] | QuerySet[SchoolAid]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    told: Iterable[tuple[str, str, int]] = rows.order_by().values_list("path", "state").annotate(count=Count("pk"))
    for rt, state, count in told:
        found[rt][state] = count
    return dict(found)
