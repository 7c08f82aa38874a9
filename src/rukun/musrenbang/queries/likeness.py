"""Proposals that say the same: in the RT itself, in the other RTs of its desa, and again and again in a desa."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rukun.musrenbang.models import Proposal
from rukun.musrenbang.types import State
from rukun.rules import likeness
from rukun.territory import queries as territory

YEARS = 3
MOST = 5
GONE = (State.MERGED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Like:
    """A proposal that says about the same. `proposal_id` is None for another RT's: title and state alone are told."""

    title: str
    rt: str
    state: str
    year: int
    proposal_id: int | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """One wish said by several RTs."""

    title: str
    rts: tuple[str, ...]
    count: int
    cost: int


def candidates(path: str, year: int) -> list[tuple[int, str, int, str, int]]:
    """(id, title, rt id, state, year) of all proposals under a path in the last years; inside the scope only."""
    found = Proposal.objects.filter(path__startswith=path, year__gt=year - YEARS).exclude(state__in=GONE)
    return list(found.order_by("-year", "pk").values_list("pk", "title", "rt_id", "state", "year"))


def alike(title: str, own: str, year: int, *, on: date, but: int | None = None) -> list[Like]:
    """The most alike of what the scope shows under the desa of `own`; what lies elsewhere keeps its id to itself."""
    held = [row for row in candidates(territory.desa_path(own), year) if row[0] != but]
    places = likeness.nearest(title, [row[1] for row in held], most=MOST)
    named = territory.places(list({held[place][2] for place in places}), on=on) if places else {}
    own_rt = int(own.strip(".").rpartition(".")[2])
    return [_like(held[place], named, own_rt) for place in places]


def repeated(path: str, year: int, *, on: date, most: int = 20) -> list[Repeated]:
    """Wishes of one year that two or more RTs under a path share, those of most RTs first."""
    found = Proposal.objects.filter(path__startswith=path, year=year).exclude(state__in=GONE).order_by("pk")
    rows = list(found.values_list("title", "rt_id", "cost"))
    gathered = [[rows[place] for place in group] for group in likeness.groups([row[0] for row in rows])]
    shared = sorted((g for g in gathered if len({row[1] for row in g}) > 1), key=lambda g: -len({row[1] for row in g}))
    named = territory.places(list({row[1] for group in shared[:most] for row in group}), on=on)
    return [_repeated(group, named) for group in shared[:most]]


def _like(row: tuple[int, str, int, str, int], named: dict, own_rt: int) -> Like:
    pk, title, rt, state, year = row
    label = named[rt].label if rt in named else ""
    return Like(title, label, str(State(state).label), year, pk if rt == own_rt else None)


def _repeated(group: list[tuple[str, int, int | None]], named: dict) -> Repeated:
    labels = sorted({named[rt].label for _title, rt, _cost in group if rt in named})
    return Repeated(group[0][0], tuple(labels), len(group), sum(cost or 0 for _title, _rt, cost in group))
