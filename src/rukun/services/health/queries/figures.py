"""Children under five in every RT under a path: how many there are, how many were weighed this month, how many a
health worker is asked to see. Three grouped queries, no class of any child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from rukun.people.queries import ages
from rukun.services.health.queries import measurements, referrals

OLDEST = 4
"""Completed years of who is still under five."""


@dataclass(frozen=True, slots=True)
class HealthFigures:
    """`weighed`: those of them weighed in the month of the day; `referrals` are open, of people of any age."""

    children: int = 0
    weighed: int = 0
    referrals: int = 0

    @property
    def due(self) -> int:
        return self.children - self.weighed

    def __add__(self, other: HealthFigures) -> HealthFigures:
        return HealthFigures(
            self.children + other.children, self.weighed + other.weighed, self.referrals + other.referrals
        )


def by_rt(path: str, *, on: date) -> dict[str, HealthFigures]:
    """Path of each RT with a child under five or an open referral → its figures."""
    living = ages.between(path, 0, OLDEST, on=on)
    seen = measurements.in_force().filter(weight_g__isnull=False, on__gte=on.replace(day=1), on__lte=on)
    inside = seen.filter(path__startswith=path, person__in=living.values("person")).order_by()
    weighed = dict(inside.values_list("path").annotate(n=Count("person", distinct=True)))
    waiting = referrals.still_open().filter(path__startswith=path).order_by()
    asked = dict(waiting.values_list("path").annotate(n=Count("pk")))
    children = ages.counts(path, 0, OLDEST, on=on)
    return {rt: HealthFigures(children.get(rt, 0), weighed.get(rt, 0), asked.get(rt, 0)) for rt in {*children, *asked}}
