"""Many hardships at once in an area: H, A and M0 over the answers of the census, of the parts beneath it, and what
changed in a year. What is not known stands apart; it is never taken for no hardship.

A kabupaten is read household by household, so the sums of each desa are remembered until its register changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any

import polars as pl
from django.core.cache import cache

from rukun.parameters import mpi as parameters
from rukun.people.queries import tallies
from rukun.poverty import public
from rukun.poverty.queries import hardships
from rukun.poverty.types import HIDDEN, Count, Hidden
from rukun.rules.disclosure import Shown, Table, suppress
from rukun.rules.mpi import Change, Index, Indicator, Spec, change, measure, nobody, standing
from rukun.territory import queries as territory
from rukun.territory.types import Place

DESA = 3
"""How deep a desa lies: kabupaten, kecamatan, desa."""
Share = Fraction | float | Hidden | None
Standing = dict[Any, bool | None]
FEW = 10
"""Up to so many desa are read one by one; more are read together."""
REMEMBERED = 31 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Sums:
    """An area now and a year before, its parts by id, and how its households changed between."""

    own: Index
    then: Index
    parts: dict[int, Index]
    change: Change

    def __add__(self, other: Sums) -> Sums:
        parts = self.parts | other.parts
        return Sums(self.own + other.own, self.then + other.then, parts, self.change + other.change)


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


def a_year_before(on: date) -> date:
    """The first day of this month a year ago: it stays for a month, so that what was counted does too."""
    return date(on.year - 1, on.month, 1)


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
    """Desa by desa, each remembered until somebody's answer there changes."""
    spec, versions = spec_of(held), _versions(path)
    keys = {f"mpi:{on:%Y%m}:{unit}:{version}": unit for unit, version in versions.items()}
    known: dict[str, Sums] = cache.get_many(keys)
    missing = {unit: key for key, unit in keys.items() if key not in known}
    at_once = list(missing) if len(missing) <= FEW else [path]
    news = {missing[unit]: sums for each in at_once for unit, sums in _counted(each, missing, held, on)}
    cache.set_many(news, REMEMBERED)
    found = {unit: (known | news)[key] for key, unit in keys.items()}
    own = reduce(add, found.values(), _nothing(spec))
    return (
        own if path in found else replace(own, parts=_gathered(path, {unit: sums.own for unit, sums in found.items()}))
    )


def _versions(path: str) -> dict[str, int]:
    """What is counted at once: each desa, or what is smaller; with a number that grows with every change there."""
    held: Counter[str] = Counter()
    for rt, version in tallies.under(path).values_list("path", "version"):
        held[path if path.count(".") >= DESA else territory.desa_path(rt)] += version
    return held


def _nothing(spec: Spec) -> Sums:
    return Sums(nobody(spec), nobody(spec), {}, Change(0, 0, 0, 0, 0, 0, 0))


def _counted(path: str, units: Iterable[str], held: parameters.Set, on: date) -> Iterator[tuple[str, Sums]]:
    """Read once, counted by RT, gathered by those units that lie under the path."""
    spec = spec_of(held)
    days = hardships.table(path, held, on=on), hardships.table_as_of(path, held, on=a_year_before(on))
    indices, standings = [measure(rows, spec, by="path") for rows in days], [_standings(rows, spec) for rows in days]
    for unit in filter(lambda unit: unit.startswith(path), units):
        now, then = ({rt: index for rt, index in each.items() if _lies(rt, unit)} for each in indices)
        after, before = (_together(each, unit) for each in standings)
        own, was = (reduce(add, each.values(), nobody(spec)) for each in (now, then))
        yield unit, Sums(own, was, _gathered(unit, now), change(before, after))


def _gathered(path: str, found: Mapping[Any, Index]) -> dict[int, Index]:
    """By the places right beneath a path: the id of each, and all that lies in it."""
    parts: dict[int, Index] = {}
    for inside, index in found.items():
        if part := int(inside[len(path) :].partition(".")[0] or 0):
            parts[part] = parts[part] + index if part in parts else index
    return parts


def _lies(rt: Any, unit: str) -> bool:
    return str(rt).startswith(unit)


def _together(found: Mapping[str, Standing], unit: str) -> Standing:
    return {home: poor for rt, homes in found.items() if _lies(rt, unit) for home, poor in homes.items()}


def _standings(rows: pl.DataFrame, spec: Spec) -> dict[str, Standing]:
    """RT → household → poor or not. Only those somebody ever asked: without any answer nothing is said of a change."""
    asked = rows.filter(~pl.all_horizontal(pl.col(spec.codes).is_null()))
    told: dict[str, Standing] = defaultdict(dict)
    for rt, household, poor in asked.select("path", "household", standing(spec).alias("poor")).iter_rows():
        told[rt][household] = poor
    return told


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
