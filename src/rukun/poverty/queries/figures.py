"""Sums of an area from the sums of its RTs: a kabupaten page reads its RTs' rows, never its people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Subquery, Sum

from rukun.people.queries import tallies as people_tallies
from rukun.poverty.facts.judgements import LABELS
from rukun.poverty.facts.rulebook import BPS14
from rukun.poverty.models import PovertyTally, ScoreCard, Standing
from rukun.poverty.queries.standings import sums_of
from rukun.poverty.types import AreaSheet, Figures, Likelihood
from rukun.territory import queries as territory
from rukun.territory.types import Place

COUNTED_AGAIN = 20
FIRST = 10
SUMMED = ("households", "people", "under_five", "elderly", "without_nik", "interviewed")
PEOPLE = ("path", "version", "stated_households", "oldest_interview", "newest_interview", *SUMMED)
ADDED = ("rts", *SUMMED, "stated", "stating", "stale")


def sheet(place: Place, *, on: date) -> AreaSheet:
    """Everything the page of an area tells."""
    by_rt = figures_by_rt(place.path)
    first = _first(by_rt, on) if place.level not in ("rt", "dawis") else []
    own, beneath = _grouped(place.path, by_rt)
    return AreaSheet(place, own, _children(place, beneath, on), first, likelihoods(place.path))


def children(place: Place, *, on: date) -> list[tuple[Place, Figures]]:
    """The places right beneath with their figures."""
    return _children(place, _grouped(place.path, figures_by_rt(place.path))[1], on)


def of_path(path: str) -> Figures:
    return total(figures_by_rt(path).values())


def figures_by_rt(path: str) -> dict[str, Figures]:
    """Path of an RT → its figures. Counted again are RTs whose people changed since their verdicts were summed, and
    those whose verdicts never were."""
    found: dict[str, Figures] = {}
    versions: dict[str, int] = {}
    for rt, version, stated, oldest, newest, *counts in people_tallies.under(path).values_list(*PEOPLE):
        versions[rt] = version
        told = dict(zip(SUMMED, counts, strict=True))
        found[rt] = Figures(1, **told, stated=stated or 0, stating=stated is not None, oldest=oldest, newest=newest)
    seen = _judge(found, path)
    old = [rt for rt, version in seen.items() if versions.get(rt, version) != version]
    old += _never_summed(found.keys() - seen.keys())
    for rt in old:
        _count_again(found[rt], rt, is_few=len(old) <= COUNTED_AGAIN)
    return found


def likelihoods(path: str) -> list[Likelihood]:
    """Each score card that scored someone under a path, by its title: one query."""
    card = ScoreCard.objects.filter(key=OuterRef("rule"))
    told = (
        PovertyTally.objects.filter(path__startswith=path, likelihood_count__gt=0)
        .exclude(rule=BPS14)
        .values("rule")
        .annotate(title=Subquery(card.values("title")), line=Subquery(card.values("card__line")))
        .annotate(count=Sum("likelihood_count"), whole=Sum("likelihood_sum"))
        .order_by("title", "rule")
    )
    return [Likelihood(each["title"], each["line"], each["count"], each["whole"] / each["count"]) for each in told]


def total(parts: Iterable[Figures]) -> Figures:
    """Several areas as one."""
    whole = Figures()
    for part in parts:
        _add(whole, part)
    return whole


def _judge(found: dict[str, Figures], path: str) -> dict[str, int]:
    """Adds the verdicts; gives the version of people each RT's verdicts were summed on.

    An RT whose people were counted then and are no more was ended: its verdicts went with its households.
    """
    kept = PovertyTally.objects.filter(rule=BPS14, path__startswith=path)
    seen: dict[str, int] = {}
    for rt, version, reasons, needs, *counts in kept.values_list("path", "seen_version", "reasons", "needs", *LABELS):
        if version and rt not in found:
            continue
        figures = found.get(rt) or found.setdefault(rt, Figures(rts=1))
        figures.verdicts = dict(zip(LABELS, counts, strict=True))
        figures.reasons, figures.needs, seen[rt] = reasons, needs, version
    return seen


def _never_summed(rts: Iterable[str]) -> list[str]:
    """Of these RTs, those to which a split or a merge brought households that have verdicts."""
    brought = Standing.objects.filter(rule=BPS14, path__in=rts)
    return list(brought.values_list("path", flat=True).distinct())


def _count_again(figures: Figures, path: str, *, is_few: bool) -> None:
    """A few old sums are made anew on the spot; where there are many, the page says so instead of making one wait."""
    if not is_few:
        figures.stale = 1
        return
    sums = sums_of(path)
    figures.verdicts, figures.reasons, figures.needs = sums.labels, sums.reasons, sums.needs


def _add(whole: Figures, part: Figures) -> None:
    for name in ADDED:
        setattr(whole, name, getattr(whole, name) + getattr(part, name))
    whole.oldest = min(filter(None, (whole.oldest, part.oldest)), default=None)
    whole.newest = max(filter(None, (whole.newest, part.newest)), default=None)
    for mine, theirs in ((whole.verdicts, part.verdicts), (whole.reasons, part.reasons), (whole.needs, part.needs)):
        for key, count in theirs.items():
            mine[key] = mine.get(key, 0) + count


def _grouped(path: str, by_rt: dict[str, Figures]) -> tuple[Figures, dict[int, Figures]]:
    """The area as a whole, and the id of each place right beneath → the figures of its RTs."""
    beneath: dict[int, list[Figures]] = defaultdict(list)
    for rt, figures in by_rt.items():
        beneath[int(rt[len(path) :].partition(".")[0] or 0)].append(figures)
    sums = {step: total(parts) for step, parts in beneath.items()}
    return total(sums.values()), sums


def _children(place: Place, beneath: dict[int, Figures], on: date) -> list[tuple[Place, Figures]]:
    return [(child, beneath.get(child.id, Figures())) for child in territory.children(place.id, on=on)]


def _first(by_rt: dict[str, Figures], on: date) -> list[tuple[Place, Figures]]:
    """The RTs with most families that are poor for sure; then those with most families nobody has asked."""
    order = sorted(by_rt, key=lambda rt: (-by_rt[rt].poor, -by_rt[rt].missing, rt))[:FIRST]
    ids = {rt: int(rt.strip(".").rpartition(".")[2]) for rt in order if by_rt[rt].poor or by_rt[rt].missing}
    places = territory.places(list(ids.values()), on=on)
    return [(places[pk], by_rt[rt]) for rt, pk in ids.items() if pk in places]
