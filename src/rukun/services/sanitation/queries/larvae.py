"""Rounds of larva watch: the one that runs, the houses of each, and the trend of an RT or the parts of a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rukun.people.queries import households
from rukun.services.sanitation.facts.larvae import Indices, indices
from rukun.services.sanitation.models import LarvaRound, LarvaVisit

TREND = 8
RECENT = timedelta(days=28)
"""Two rounds back: what is older says little of the mosquitoes of today."""


@dataclass(frozen=True, slots=True)
class Told:
    round: LarvaRound
    indices: Indices


@dataclass(frozen=True, slots=True)
class Home:
    """A household of the RT in a round; `visit` is None until somebody looked."""

    line: households.Line
    visit: LarvaVisit | None


def path_of(round_id: int) -> str:
    """The path of a round one may see, "" when there is none: used by guards."""
    return LarvaRound.objects.filter(pk=round_id).values_list("path", flat=True).first() or ""


def running(path: str, *, on: date) -> LarvaRound | None:
    """The round of the RT at a path in whose two weeks the day lies."""
    return LarvaRound.objects.filter(path=path, since__lte=on, until__gt=on).order_by("-since").first()


def trend(path: str) -> list[Told]:
    """The last rounds of the RT at a path, the oldest first: two queries."""
    rounds = list(LarvaRound.objects.filter(path=path).order_by("-since")[:TREND])[::-1]
    seen = _seen(rounds)
    return [Told(each, indices(seen[each.pk], on=each.since)) for each in rounds]


def homes(held: LarvaRound) -> list[Home]:
    """Households of the RT, those without a visit in this round first."""
    seen = {visit.household_id: visit for visit in _counting([held.pk])}
    lines = [line for line in households.of_rt(held.path) if line.members]
    return sorted((Home(line, seen.get(line.household_id)) for line in lines), key=lambda home: home.visit is not None)


def last(held: LarvaRound, household_id: int) -> LarvaVisit | None:
    return held.visits.filter(household=household_id).order_by("-on", "-id").first()


def by_rt(path: str, *, on: date) -> dict[str, list[tuple[int, int]]]:
    """RT path → (containers, with larvae) of the houses of its newest round that is not too old."""
    rounds = LarvaRound.objects.filter(path__startswith=path, since__gt=on - RECENT, since__lte=on)
    newest = list(rounds.order_by("rt", "-since").distinct("rt"))
    seen = _seen(newest)
    return {each.path: seen[each.pk] for each in newest}


def together(found: dict[str, list[tuple[int, int]]], prefix: str, *, on: date) -> Indices:
    """The houses of all RTs under a prefix as one."""
    return indices([each for path, seen in found.items() if path.startswith(prefix) for each in seen], on=on)


def _seen(rounds: Iterable[LarvaRound]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for visit in _counting([each.pk for each in rounds]):
        found[visit.round_id].append((visit.containers, visit.positive))
    return found


def _counting(rounds: list[int]) -> list[LarvaVisit]:
    """The newest row of each household in each round."""
    visits = LarvaVisit.objects.filter(round__in=rounds)
    return list(visits.order_by("round", "household", "-on", "-id").distinct("round", "household"))
