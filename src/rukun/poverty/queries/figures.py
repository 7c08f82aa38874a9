"""Sums of an area from the sums of its RTs: a kabupaten page reads its RTs' rows, never its people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from rukun.people.queries import tallies as people_tallies
from rukun.poverty.facts.rulebook import BPS14
from rukun.poverty.models import PovertyTally
from rukun.poverty.queries.standings import sums_of
from rukun.poverty.types import AreaSheet, Figures, Label
from rukun.territory import queries as territory
from rukun.territory.types import Place

COUNTED_AGAIN = 20
FIRST = 10
SUMMED = ("households", "people", "under_five", "elderly", "without_nik", "interviewed")


def sheet(place: Place, *, on: date) -> AreaSheet:
    """Everything the page of an area tells."""
    by_rt = figures_by_rt(place.path)
    first = _first(by_rt, on) if place.level not in ("rt", "dawis") else []
    return AreaSheet(place, total(by_rt.values()), _children(place, by_rt, on), first)


def children(place: Place, *, on: date) -> list[tuple[Place, Figures]]:
    """The places right beneath with their figures."""
    return _children(place, figures_by_rt(place.path), on)


def of_path(path: str) -> Figures:
    return total(figures_by_rt(path).values())


def figures_by_rt(path: str) -> dict[str, Figures]:
    """Path of an RT → its figures. An RT whose people changed since its verdicts were summed is counted again."""
    found: dict[str, Figures] = {}
    versions: dict[str, int] = {}
    for tally in people_tallies.under(path):
        found[tally.path], versions[tally.path] = _people(tally), tally.version
    kept = PovertyTally.objects.filter(rule=BPS14, path__startswith=path)
    told = {tally.path: tally for tally in kept}
    old = [rt for rt, version in versions.items() if rt in told and told[rt].seen_version != version]
    for rt, tally in told.items():
        _judge(found.setdefault(rt, Figures(rts=1)), tally)
    for rt in old:
        _count_again(found[rt], rt, is_few=len(old) <= COUNTED_AGAIN)
    _likelihoods(found, path)
    return found


def total(parts: Iterable[Figures]) -> Figures:
    """Several areas as one."""
    whole = Figures()
    for part in parts:
        _add(whole, part)
    return whole


def _children(place: Place, by_rt: dict[str, Figures], on: date) -> list[tuple[Place, Figures]]:
    beneath = _grouped(place.path, by_rt)
    return [(child, beneath.get(child.id, Figures())) for child in territory.children(place.id, on=on)]


def _people(tally: Any) -> Figures:
    stated = tally.stated_households
    return Figures(
        rts=1,
        **{name: getattr(tally, name) for name in SUMMED},
        stated=stated or 0,
        stating=int(stated is not None),
        oldest=tally.oldest_interview,
        newest=tally.newest_interview,
    )


def _judge(figures: Figures, tally: PovertyTally) -> None:
    figures.verdicts = Counter({label: getattr(tally, label) for label in Label.values})
    figures.reasons, figures.needs = Counter(tally.reasons), Counter(tally.needs)


def _count_again(figures: Figures, path: str, *, is_few: bool) -> None:
    """A few old sums are made anew on the spot; where there are many, the page says so instead of making one wait."""
    if not is_few:
        figures.stale = 1
        return
    sums = sums_of(path)
    figures.verdicts, figures.reasons, figures.needs = sums.labels, sums.reasons, sums.needs


def _likelihoods(found: dict[str, Figures], path: str) -> None:
    kept = PovertyTally.objects.filter(path__startswith=path, likelihood_count__gt=0).exclude(rule=BPS14)
    for tally in kept.order_by("rule"):
        figures = found.setdefault(tally.path, Figures(rts=1))
        figures.likelihood_sum, figures.likelihood_count = tally.likelihood_sum, tally.likelihood_count


def _add(whole: Figures, part: Figures) -> None:
    for name in ("rts", *SUMMED, "stated", "stating", "stale", "likelihood_sum", "likelihood_count"):
        setattr(whole, name, getattr(whole, name) + getattr(part, name))
    whole.oldest = min(filter(None, (whole.oldest, part.oldest)), default=None)
    whole.newest = max(filter(None, (whole.newest, part.newest)), default=None)
    for name in ("verdicts", "reasons", "needs"):
        mine = getattr(whole, name)
        for key, count in getattr(part, name).items():
            mine[key] += count


def _grouped(path: str, by_rt: dict[str, Figures]) -> dict[int, Figures]:
    """Id of a place right beneath → the figures of its RTs."""
    beneath: dict[int, list[Figures]] = defaultdict(list)
    for rt, figures in by_rt.items():
        step = rt[len(path) :].partition(".")[0]
        if step:
            beneath[int(step)].append(figures)
    return {step: total(parts) for step, parts in beneath.items()}


def _first(by_rt: dict[str, Figures], on: date) -> list[tuple[Place, Figures]]:
    """The RTs with most families that are poor for sure; then those with most families nobody has asked."""
    order = sorted(by_rt, key=lambda rt: (-by_rt[rt].poor, -by_rt[rt].missing, rt))[:FIRST]
    ids = {rt: int(rt.strip(".").rpartition(".")[2]) for rt in order if by_rt[rt].poor or by_rt[rt].missing}
    places = territory.places(list(ids.values()), on=on)
    return [(places[pk], by_rt[rt]) for rt, pk in ids.items() if pk in places]
