"""Need against served: of the families that are poor for sure, who has a programme, who waits and how long, who was
refused, whom nobody reached; beside it the children, latrines and schools of the place.

The four groups share out the poor, each family in one of them, so that they can be hidden together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import add
from statistics import median_low

from rukun.poverty import public
from rukun.poverty.queries import figures, standings
from rukun.poverty.types import HIDDEN, Count, Figures, Label, Safe
from rukun.programmes.queries import served
from rukun.programmes.queries.served import Served
from rukun.rules.disclosure import Shown, Table, suppress
from rukun.services.education.queries import figures as education
from rukun.services.education.types import SchoolFigures
from rukun.services.health.queries import figures as health
from rukun.services.health.queries.figures import HealthFigures
from rukun.services.sanitation.queries import figures as sanitation
from rukun.services.sanitation.types import SanitationFigures
from rukun.territory import queries as territory
from rukun.territory.types import Level, Place

GROUPS = ("served", "waiting", "refused", "untouched")
FIRST = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """Sums over RTs. `poor` families are shared out among `served`, `waiting` (and not served), `refused` (and nothing
    else) and `untouched`; `twice` are served by two programmes or more. `days` waited by each that waits."""

    judged: int = 0
    poor: int = 0
    served: int = 0
    waiting: int = 0
    refused: int = 0
    twice: int = 0
    days: tuple[int, ...] = ()
    health: HealthFigures = field(default_factory=HealthFigures)
    sanitation: SanitationFigures = field(default_factory=SanitationFigures)
    school: SchoolFigures = field(default_factory=SchoolFigures)

    @property
    def untouched(self) -> int:
        return max(self.poor - self.served - self.waiting - self.refused, 0)

    @property
    def median(self) -> int | None:
        """Half of those that wait have waited longer."""
        return median_low(self.days) if self.days else None

    def __add__(self, other: Gap) -> Gap:
        return Gap(*(getattr(self, name) + getattr(other, name) for name in ADDED))


ADDED = ("judged", "poor", "served", "waiting", "refused", "twice", "days", "health", "sanitation", "school")


@dataclass(frozen=True, slots=True)
class Shares:
    """The groups of one place as they may be shown, its poor, and how many days half of those that wait have waited."""

    poor: Count
    groups: Mapping[str, Count]
    twice: Count
    median: Count | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A place, those right beneath it, and (only for who may see families) the RTs that were reached least."""

    place: Place
    own: Gap
    shares: Shares
    children: list[tuple[Place, Gap, Shares]]
    first: list[tuple[Place, Gap]]
    is_open: bool

    def guarded(self, count: int, whole: int) -> Count:
        """Hidden when few stand on either side, unless the reader may see families."""
        return count if self.is_open or public.THRESHOLD <= count <= whole - public.THRESHOLD else HIDDEN


def sheet(place: Place, *, on: date, is_open: bool) -> Sheet:
    by_rt = gaps(place.path, on=on)
    beneath = _beneath(place, by_rt, on)
    own = total(by_rt.values())
    shares = _open if is_open else _closed(place, beneath, on)
    rows = [(child, gap, shares(child, gap)) for child, gap in beneath]
    first = _first(by_rt, on) if is_open and place.level in (Level.KABUPATEN, Level.KECAMATAN) else []
    mine = _open(place, own) if is_open else _own(place, own, on)
    return Sheet(place, own, mine, rows, first, is_open)


def gaps(path: str, *, on: date) -> dict[str, Gap]:
    """Path of each RT under a path → its sums. Read together: a query a subject."""
    found, known = figures.figures_by_rt(path), served.by_household(path, on=on)
    reached: dict[str, list[Served]] = defaultdict(list)
    for household, rt, label in standings.among(known):
        if label == Label.POOR:
            reached[rt].append(known[household])
    doctors, latrines = health.by_rt(path, on=on), sanitation.by_rt(path, on=on)
    schools = education.by_rt(path, on=on)
    return {
        rt: _gap(
            found.get(rt, Figures()), reached.get(rt, []), on, doctors.get(rt, HealthFigures()),
            latrines.get(rt, SanitationFigures()), schools.get(rt, SchoolFigures()),
        )
        for rt in {*found, *latrines, *schools}
    }  # fmt: skip


def total(parts: Iterable[Gap]) -> Gap:
    return reduce(add, parts, Gap())


def _gap(
    own: Figures,
    reached: list[Served],
    on: date,
    health: HealthFigures,
    homes: SanitationFigures,
    school: SchoolFigures,
) -> Gap:
    waits = [each for each in reached if each.waiting and not each.enrolled]
    return Gap(
        judged=own.judged,
        poor=own.poor,
        served=sum(bool(each.enrolled) for each in reached),
        waiting=len(waits),
        refused=sum(not each.enrolled and not each.waiting for each in reached),
        twice=sum(len(each.enrolled) > 1 for each in reached),
        days=tuple((on - each.since).days for each in waits if each.since),
        health=health,
        sanitation=homes,
        school=school,
    )


def _beneath(place: Place, by_rt: Mapping[str, Gap], on: date) -> list[tuple[Place, Gap]]:
    children = territory.children(place.id, on=on)
    inside = {child.id: [gap for rt, gap in by_rt.items() if rt.startswith(child.path)] for child in children}
    return [(child, total(inside[child.id])) for child in children]


def _first(by_rt: Mapping[str, Gap], on: date) -> list[tuple[Place, Gap]]:
    """The RTs with most families that nobody reached."""
    order = sorted((rt for rt in by_rt if by_rt[rt].untouched), key=lambda rt: (-by_rt[rt].untouched, rt))[:FIRST]
    ids = [int(rt.strip(".").rpartition(".")[2]) for rt in order]
    named = territory.places(ids, on=on)
    return [(named[pk], by_rt[rt]) for pk, rt in zip(ids, order, strict=True) if pk in named]


def _open(_place: Place, gap: Gap) -> Shares:
    return Shares(gap.poor, {name: getattr(gap, name) for name in GROUPS}, gap.twice, gap.median)


def _closed(place: Place, beneath: list[tuple[Place, Gap]], on: date) -> Callable[[Place, Gap], Shares]:
    """One table of places by group, its sums taken as known; a place whose poor are hidden shows nothing."""
    told = [(child, gap) for child, gap in beneath if gap.judged]
    counts = tuple(tuple(getattr(gap, name) for name in GROUPS) for _child, gap in told)
    table = Table(tuple(str(child.id) for child, _gap in told), GROUPS, counts)
    cells = suppress(table, threshold=public.THRESHOLD).cells if told else ()
    lines = {child.id: line for (child, _gap), line in zip(told, cells, strict=True)}
    poor = _poor(place, on)

    def shares(child: Place, gap: Gap) -> Shares:
        if not gap.judged:
            return _open(child, Gap())
        known = poor.get(child.id, HIDDEN)
        line = lines[child.id] if known is not HIDDEN else ()
        groups = dict.fromkeys(GROUPS, HIDDEN) | {
            name: cell.count for name, cell in zip(GROUPS, line, strict=False) if isinstance(cell, Shown)
        }
        waits = groups["waiting"] is not HIDDEN
        return Shares(known, groups, _twice(groups["served"], gap.twice), gap.median if waits else HIDDEN)

    return shares


def _twice(served_: Count, twice: int) -> Count:
    is_open = isinstance(served_, int) and public.THRESHOLD <= twice <= served_ - public.THRESHOLD
    return twice if is_open else HIDDEN


def _own(place: Place, own: Gap, on: date) -> Shares:
    """As its parent's table shows it; the kabupaten, which has none, as a table of one."""
    parent = territory.place(place.parent_id, on=on) if place.parent_id else None
    if parent is None:
        return _closed(place, [(place, own)], on)(place, own)
    beneath = _beneath(parent, gaps(parent.path, on=on), on)
    return _closed(parent, beneath, on)(place, own)


def _poor(place: Place, on: date) -> dict[int, Count]:
    """Of the place and of those right beneath it: how many are poor, as the page of poverty shows it."""
    told = figures.sheet(place, on=on)
    safe: dict[int, Safe] = public.beneath(told) | {place.id: public.own(told, on=on)}
    return {pk: each.verdicts.get(Label.POOR, HIDDEN) for pk, each in safe.items()}
