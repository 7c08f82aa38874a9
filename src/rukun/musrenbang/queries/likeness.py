"""Proposals that say the same: in the RT itself, in the other RTs of its desa, and again and again in a desa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rukun.musrenbang.models import Proposal
from rukun.musrenbang.types import State
from rukun.rules import likeness
from rukun.territory import queries as territory
from rukun.territory.types import Place

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
class Near:
    """A proposal before it is known who reads of it."""

    proposal_id: int
    title: str
    rt_id: int
    state: str
    year: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """One wish said by several RTs."""

    title: str
    rts: tuple[str, ...]
    count: int
    cost: int


def nearest(title: str, path: str, year: int, *, but: int | None = None) -> list[Near]:
    """The most alike of the last years' proposals under a path, of what the scope shows."""
    found = Proposal.objects.filter(path__startswith=path, year__gt=year - YEARS).exclude(state__in=GONE)
    rows = found.order_by("-year", "pk").values_list("pk", "title", "rt_id", "state", "year")
    held = [Near(*row) for row in rows if row[0] != but]
    return [held[place] for place in likeness.nearest(title, [each.title for each in held], most=MOST)]


def told(near: Near, named: Mapping[int, Place], own_rt: int) -> Like:
    """What may be said of it: the id only where it lies in the reader's own RT."""
    label = named[near.rt_id].label if near.rt_id in named else ""
    own = near.proposal_id if near.rt_id == own_rt else None
    return Like(near.title, label, str(State(near.state).label), near.year, own)


def repeated(path: str, year: int, *, on: date, most: int = 20) -> list[Repeated]:
    """Wishes of one year that two or more RTs under a path share, those of most RTs first."""
    found = Proposal.objects.filter(path__startswith=path, year=year).exclude(state__in=GONE).order_by("pk")
    rows = list(found.values_list("title", "rt_id", "cost"))
    gathered = [[rows[place] for place in group] for group in likeness.groups([row[0] for row in rows])]
    shared = sorted((g for g in gathered if len({row[1] for row in g}) > 1), key=lambda g: -len({row[1] for row in g}))
    named = territory.places(list({row[1] for group in shared[:most] for row in group}), on=on)
    return [_repeated(group, named) for group in shared[:most]]


def _repeated(group: list[tuple[str, int, int | None]], named: dict) -> Repeated:
    labels = sorted({named[rt].label for _title, rt, _cost in group if rt in named})
    return Repeated(group[0][0], tuple(labels), len(group), sum(cost or 0 for _title, _rt, cost in group))
