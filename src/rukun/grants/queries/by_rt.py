"""The money and the works of many RTs side by side: a query each, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Sum

from rukun.grants.models import Activity, Contribution
from rukun.grants.queries import overview
from rukun.grants.queries.overview import Money
from rukun.grants.types import ActivityState


@dataclass(slots=True)
class Year:
    """Of one RT in one year, whole rupiah: its book, what people gave themselves, its works by state."""

    money: Money = field(default_factory=Money)
    swadaya: int = 0
    works: Counter[str] = field(default_factory=Counter)

    @property
    def finished(self) -> int:
        return self.works[ActivityState.FINISHED] + self.works[ActivityState.CLOSED]


def years(path: str, year: int) -> dict[int, Year]:
    """RT → its year, for RTs that have a book."""
    found: dict[int, Year] = defaultdict(Year)
    for rt, money in overview.each_rt(path, year):
        found[rt].money = money
    given = Contribution.objects.filter(path__startswith=path, activity__year=year).order_by()
    for rt, value in given.values_list("activity__rt").annotate(n=Sum("value")):
        found[rt].swadaya = value
    works = Activity.objects.filter(path__startswith=path, year=year).order_by()
    for rt, state, count in works.values_list("rt", "state").annotate(n=Count("pk")):
        found[rt].works[state] = count
    return dict(found)
