"""Many hardships at once in an area: H, A and M0 over the answers of the census, of the parts beneath it, and what
changed in a year. What is not known stands apart; it is never taken for no hardship.

A kabupaten is read household by household, so its sums are remembered until its register changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import polars as pl
from django.core.cache import cache
from django.db.models import Sum

from rukun.parameters import mpi as parameters
from rukun.people.queries import tallies
from rukun.poverty import public
from rukun.poverty.queries import hardships
from rukun.poverty.types import HIDDEN, Count, Hidden
from rukun.rules.disclosure import Shown, Table, suppress
from rukun.rules.mpi import Change, Index, Indicator, Spec, change, measure, standing
from rukun.territory import queries as territory
from rukun.territory.types import Place

YEAR = timedelta(days=365)
Share = Fraction | float | Hidden | None
REMEMBERED = 24 * 3600


@dataclass(frozen=True, slots=True)
class Sums:
    """An area now and a year before, its parts by id, and how its households changed between."""

    own: Index
    then: Index
    parts: dict[int, Index]
    change: Change


@dataclass(frozen=True, slots=True)
class Part:
    """A place beneath; `is_shown` says whether its shares may be told."""

    place: Place
    index: Index
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything the page tells. `is_shown`: H, A and M0 of the area itself; `hidden`: hardships so rare or so common
    among its poor that their counts are not told."""

    place: Place
    held: parameters.Set
    on: date
    index: Index
    then: Index
    parts: list[Part]
    change: Change
    is_open: bool
    is_shown: bool
    hidden: frozenset[str]

    def raw(self, code: str) -> Share:
        """How many have this hardship, poor or not."""
        share = self.index.raw(code)
        count = int(self.index.whole[code])
        return share if self.is_open or _on_both_sides(count, self.index.counted) else HIDDEN

    def censored(self, code: str) -> Share:
        return self.index.censored(code) if self.is_shown and code not in self.hidden else HIDDEN

    def adds(self, code: str) -> Share:
        return self.index.adds(code) if self.is_shown and code not in self.hidden else HIDDEN

    @property
    def bounds(self) -> tuple[Any, Any] | None:
        """H if the unknown were no hardship, and if it were; None where nothing is unknown or it would tell of few."""
        apart, index = self.index.apart, self.index
        is_told = all(_on_both_sides(int(apart[name]), index.incomplete) for name in ("_sure", "_likely"))
        return (index.h_least, index.h_most) if index.incomplete and (self.is_open or is_told) else None

    def moved(self, count: int) -> Count:
        """A count of households that changed."""
        return count if self.is_open or count >= public.THRESHOLD else HIDDEN


def spec_of(held: parameters.Set) -> Spec:
    return Spec(tuple(Indicator(each.code, each.weight, each.dimension) for each in held.indicators), held.cutoff)


def of_area(place: Place, *, on: date, is_open: bool) -> Measures:
    held = parameters.indonesia()
    sums = _sums(place.path, held, on)
    beneath = territory.children(place.id, on=on)
    shown = None if is_open else _shown(sums.parts)
    parts = [
        Part(child, sums.parts[child.id], shown is None or child.id in shown)
        for child in beneath
        if child.id in sums.parts
    ]
    is_shown = is_open or _on_both_sides(_poor(sums.own), sums.own.counted)
    hidden = frozenset() if is_open else _hidden(sums.own, held)
    return Measures(place, held, on, sums.own, sums.then, parts, sums.change, is_open, is_shown, hidden)


def _hidden(index: Index, held: parameters.Set) -> frozenset[str]:
    """With A told, one hidden hardship follows from all the others: it never stays alone."""
    counts = sorted((int(index.poor[each.code]), each.code) for each in held.indicators)
    few = [code for count, code in counts if not _on_both_sides(count, index.counted)]
    if len(few) == 1:
        few.append(next(code for _count, code in counts if code not in few))
    return frozenset(few)


def _sums(path: str, held: parameters.Set, on: date) -> Sums:
    version = tallies.under(path).order_by().aggregate(n=Sum("version"))["n"]
    key = f"mpi:{path}:{on:%Y%m%d}:{version}"
    found: Sums | None = cache.get(key)
    if found is None:
        found = _counted(path, held, on)
        cache.set(key, found, REMEMBERED)
    return found


def _counted(path: str, held: parameters.Set, on: date) -> Sums:
    spec = spec_of(held)
    now = hardships.table(path, held, on=on)
    then = hardships.table_as_of(path, held, on=on - YEAR)
    step = pl.col("path").str.slice(len(path)).str.split(".").list.first().cast(pl.Int64, strict=False)
    parts = measure(now.with_columns(part=step.fill_null(0)), spec, by="part")
    return Sums(
        measure(now, spec)[None],
        measure(then, spec)[None],
        {int(part): index for part, index in parts.items() if part},  # type: ignore[call-overload]
        change(_standings(then, spec), _standings(now, spec)),
    )


def _standings(rows: pl.DataFrame, spec: Spec) -> dict[Any, bool | None]:
    """Only those somebody ever asked: a household without any answer says nothing of a change."""
    asked = rows.filter(~pl.all_horizontal(pl.col(spec.codes).is_null()))
    return dict(asked.select("household", standing(spec).alias("poor")).iter_rows())


def _shown(parts: dict[int, Index]) -> set[int]:
    """The parts whose poor may be told, so that no small one can be worked out from the others."""
    counts = tuple((_poor(index), index.counted - _poor(index)) for index in parts.values())
    table = Table(tuple(map(str, parts)), ("poor", "not_poor"), counts)
    cells = suppress(table, threshold=public.THRESHOLD).cells if parts else ()
    return {part for part, line in zip(parts, cells, strict=True) if all(isinstance(cell, Shown) for cell in line)}


def _poor(index: Index) -> int:
    return int(index.poor["_rows"])


def _on_both_sides(count: int, whole: int) -> bool:
    return public.THRESHOLD <= count <= whole - public.THRESHOLD
