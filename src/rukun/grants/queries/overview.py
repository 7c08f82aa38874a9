"""The money of all RTs under a place: sums of books, clusters and tranches, never of entries; and who is stuck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from fractions import Fraction
from functools import reduce
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Max, QuerySet, Sum, Value, Window
from django.db.models.functions import Cast

from rukun.grants.models import Book, ClusterSum, Dossier, Tranche
from rukun.grants.types import DossierState, TrancheState
from rukun.territory import queries as territory
from rukun.territory.types import Place

LONG = 90
"""Days after which released money that is not accounted for is told. Ours, not the law's."""
STUCK = 10
"""How many RTs that are stuck a page names; the workbook names all."""
ASKED = (TrancheState.REQUESTED, TrancheState.APPROVED, TrancheState.RELEASED)
IN_STATES = (DossierState.SUBMITTED, DossierState.RETURNED)
Stage = tuple[int, int, int, str, int, int]
CLUSTER = ("planned", "approved", "spent", "accounted", "swadaya")


@dataclass(frozen=True, slots=True)
class Money:
    """Whole rupiah over `books` RTs. `hand`: what RTs hold in bank, cash and panjar."""

    books: int = 0
    ceiling: int = 0
    asked: int = 0
    granted: int = 0
    released: int = 0
    spent: int = 0
    accounted: int = 0
    tax: int = 0
    hand: int = 0

    def __add__(self, other: Money) -> Money:
        return Money(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Money)))

    @property
    def share(self) -> Fraction | None:
        """Of what was released, how much is accounted for; None while nothing was."""
        return Fraction(self.accounted, self.released) if self.released else None


@dataclass(frozen=True, slots=True)
class TrancheSum:
    """One tranche over all RTs: how many stand at which state, and their rupiah."""

    number: int
    counts: dict[str, int] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stuck:
    """One RT that does not go on. `why`: late (a bundle past its day at a desk), or idle (released long ago, not
    accounted for); `level`: whose desk; `amount`: what it is about; `hand`: what the RT still holds of it."""

    rt_id: int
    why: str
    since: date
    amount: int | None
    level: str = ""
    kind: str = ""
    hand: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the page of a place tells about one year, beside the other years."""

    place: Place
    year: int
    whole: Money
    years: list[tuple[int, Money]]
    children: list[tuple[Place, Money]]
    clusters: list[tuple[str, dict[str, int]]]
    tranches: list[TrancheSum]
    late: list[Stuck]
    idle: list[Stuck]
    late_count: int
    idle_count: int
    rts: int


def of(place: Place, year: int, on: date, most: int | None = STUCK) -> Overview:
    """A dozen queries whatever the number of RTs; `most` of those that are stuck are named, None: all."""
    stages = _stages(place.path)
    sums = _by_child(place.path, stages)
    children = territory.children(place.id, on=on)
    own = {child: money for (told, child), money in sums.items() if told == year}
    late, idle = list(_late(place.path, year, on)[:most]), list(_idle(place.path, year, on)[:most])
    return Overview(
        place=place,
        year=year,
        whole=total(own.values()),
        years=_years(sums),
        children=[(child, own.get(child.id, Money())) for child in children],
        clusters=_clusters(place.path, year),
        tranches=_tranches(stages, year),
        late=[_late_one(each) for each in late],
        idle=[_idle_one(each) for each in idle],
        late_count=late[0].of_all if late else 0,
        idle_count=idle[0].of_all if idle else 0,
        rts=territory.counts(place.path, on=on).get("rt", 0),
    )


def total(parts: Iterable[Money]) -> Money:
    return reduce(Money.__add__, parts, Money())


def each_rt(path: str, year: int) -> list[tuple[int, Money]]:
    """RT → its own money, in the order of their paths."""
    tranches = Tranche.objects.filter(path__startswith=path, year=year, state__in=ASKED).order_by()
    asked = dict(tranches.values_list("book__rt").annotate(n=Sum("amount")))
    rows = _books(path).filter(year=year).order_by("path").values_list("rt", *SUMMED, *IN_HAND)
    return [(rt, _money((1, *told), asked.get(rt, 0))) for rt, *told in rows]


SUMMED = ("ceiling", "granted", "released", "spent", "accounted", "tax")
IN_HAND = ("bank", "cash", "panjar")


def _books(path: str) -> QuerySet[Book]:
    return Book.objects.filter(path__startswith=path)


def _by_child(path: str, stages: list[Stage]) -> dict[tuple[int, int], Money]:
    """(year, place right beneath) → its money."""
    told = {f"sum_{name}": Sum(name) for name in (*SUMMED, *IN_HAND)}
    rows = (
        _books(path).annotate(child=_step(path)).order_by().values_list("year", "child").annotate(n=Count("id"), **told)
    )
    asked = Counter[tuple[int, int]]()
    for year, child, _number, state, _count, amount in stages:
        asked[year, child] += amount if state in ASKED else 0
    return {(year, child): _money(sums, asked[year, child]) for year, child, *sums in rows}


def _stages(path: str) -> list[Stage]:
    """(year, place right beneath, number of the tranche, its state, how many, rupiah): one look at all tranches."""
    rows = Tranche.objects.filter(path__startswith=path).annotate(child=_step(path)).order_by()
    grouped = rows.values_list("year", "child", "number", "state")
    return list(grouped.annotate(n=Count("id"), sum_amount=Sum("amount")))


def _step(path: str) -> Any:
    """The step of a row's path right beneath this one."""
    place = Value(path.count(".") + 1)
    step = Func(F("path"), Value("."), place, function="split_part")
    return Cast(Func(step, Value(""), function="nullif"), IntegerField())


def _money(sums: Iterable[int], asked: int) -> Money:
    books, ceiling, granted, released, spent, accounted, tax, *hand = sums
    return Money(books, ceiling, asked, granted, released, spent, accounted, tax, sum(hand))


def _years(sums: dict[tuple[int, int], Money]) -> list[tuple[int, Money]]:
    years = sorted({year for year, _child in sums}, reverse=True)
    return [(year, total(money for (told, _child), money in sums.items() if told == year)) for year in years]


def _clusters(path: str, year: int) -> list[tuple[str, dict[str, int]]]:
    found = ClusterSum.objects.filter(path__startswith=path, year=year).order_by("cluster").values_list("cluster")
    rows = found.annotate(**{f"sum_{name}": Sum(name) for name in CLUSTER})
    return [(cluster, dict(zip(CLUSTER, sums, strict=True))) for cluster, *sums in rows]


def _tranches(stages: list[Stage], year: int) -> list[TrancheSum]:
    found: dict[int, TrancheSum] = {}
    for told, _child, number, state, count, amount in sorted(stages):
        if told == year:
            held = found.setdefault(number, TrancheSum(number))
            held.counts[state] = held.counts.get(state, 0) + count
            held.amounts[state] = held.amounts.get(state, 0) + amount
    return [found[number] for number in sorted(found)]


def _late(path: str, year: int, on: date) -> QuerySet[Dossier]:
    """Bundles of papers past their day, the longest first."""
    held = Dossier.objects.filter(path__startswith=path, year=year, state__in=IN_STATES, due__lt=on)
    return held.select_related("book").annotate(of_all=Window(Count("*"))).order_by("due", "id")


def _idle(path: str, year: int, on: date) -> QuerySet[Book]:
    """Books whose last money came long ago and is not all accounted for, the most rupiah first."""
    held = _books(path).filter(year=year, released__gt=F("accounted")).annotate(last=Max("tranches__released_on"))
    held = held.filter(last__lte=on - timedelta(days=LONG)).annotate(of_all=Window(Count("*")))
    return held.order_by(F("accounted") - F("released"), "id")


def _late_one(each: Any) -> Stuck:
    return Stuck(each.book.rt_id, "late", each.due or date.min, each.amount, each.level, each.kind)


def _idle_one(each: Any) -> Stuck:
    return Stuck(
        each.rt_id, "idle", each.last, each.released - each.accounted, hand=each.bank + each.cash + each.panjar
    )
