"""Score cards: brought by the user, never changed, and read for every household that answered them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import Coalesce

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.parameters import ppi
from rukun.people.queries import facts as people_facts
from rukun.poverty.actions import likelihoods
from rukun.poverty.actions.likelihoods import Scored
from rukun.poverty.facts.cards import Scoring, scoring
from rukun.poverty.models import PovertyTally, ScoreCard, Standing
from rukun.poverty.queries import interviews
from rukun.poverty.queries import score_cards as queries
from rukun.poverty.queries.score_cards import Examined
from rukun.territory import queries as territory


@transaction.atomic
def bring(
    *, card: bytes, lookup: bytes, title: str, source: str, line: str, names: Mapping[str, str], since: date, by: Any
) -> ScoreCard:
    """Keeps a card and its table as they are. `names`: line of the card → line of the table ({} takes the proposal of
    `parameters.ppi.pairs`, which must then agree everywhere); `line`: the table's line that
    households are held against.

    Raises Problem ppi.card_unreadable, ppi.lines_do_not_pair, poverty.card_line_unknown, poverty.card_known.
    """
    seen = queries.examined(card=card, lookup=lookup, title=title)
    key, table = seen.card.key, seen.lookup
    named = ppi.renamed(seen.card, names or _proposed(seen), table)
    if line not in named.lines:
        raise Problem("poverty.card_line_unknown", line=line, lines=named.lines)
    kept = ScoreCard.objects.create(
        key=key, title=title, source=source, since=since, card=named.as_mapping() | {"line": line},
        lookup=json.loads(json.dumps(table.as_mapping(), default=str)),
    )  # fmt: skip
    audit.record("poverty.card_brought", kept, by=by, path=_whole(), key=key, line=line)
    return kept


@transaction.atomic
def classify_ppi(*, card: ScoreCard, path: str, on: date, by: Any) -> int:
    """Scores every household under a path that answered the card; gives how many have a likelihood.

    A verdict is written only where it says something else than the last one.
    """
    held, before = scoring(card), likelihoods.stood(card.key, path__startswith=path)
    seen, sums = set[int](), defaultdict[tuple[int, str], list[float]](list)
    scored = _watched(_scored(held, path, on), seen, sums)
    changed = likelihoods.keep(scored, before, held, on)
    Standing.objects.filter(rule=held.key, household__in=before.keys() - seen).delete()
    counted = _replace_sums(held.key, path, sums)
    told = {"card": card.key, "households": len(seen), "counted": counted, "changed": changed}
    audit.record("poverty.ppi_classified", by=by, path=path, **told)
    return counted


def _scored(held: Scoring, path: str, on: date) -> Iterator[Scored]:
    for known in people_facts.stream(path, on=on):
        if held.is_asked(known.answers):
            yield known, held.judge(known.answers)


def _watched(scored: Iterable[Scored], seen: set[int], sums: dict[tuple[int, str], list[float]]) -> Iterator[Scored]:
    """Lets households pass, and notes who they were and what their RTs come to."""
    for known, told in scored:
        seen.add(known.household_id)
        if told.likelihood is not None:
            sums[known.rt_id, known.path].append(float(told.likelihood))
        yield known, told


@transaction.atomic
def classify_area(*, path: str, on: date, by: Any) -> None:
    """Scores an area by every card in force."""
    for card in interviews.cards_in_force(on):
        classify_ppi(card=card, path=path, on=on, by=by)


@transaction.atomic
def classify_household(*, card: ScoreCard, household: int, on: date, by: Any) -> str:
    """Scores one household by one card; gives the label, "" when it does not live here. Its RT is summed again."""
    held, label = scoring(card), ""
    for known in people_facts.among([household], on=on):
        verdict = held.judge(known.answers)
        label = verdict.label
        likelihoods.keep([(known, verdict)], likelihoods.stood(held.key, household=household), held, on)
        _sum_again(held.key, known.rt_id, known.path)
        audit.record("poverty.ppi_classified", by=by, path=known.path, card=card.key, household=household, households=1)
    return label


def _sum_again(key: str, rt_id: int, path: str) -> None:
    """One RT, from its standings."""
    found = Standing.objects.filter(rule=key, path=path, likelihood__isnull=False)
    sums = found.aggregate(likelihood_sum=Coalesce(Sum("likelihood"), 0.0), likelihood_count=Count("likelihood"))
    PovertyTally.objects.filter(rule=key, rt=rt_id).delete()
    if sums["likelihood_count"]:
        PovertyTally.objects.create(rule=key, rt_id=rt_id, path=path, **sums)


def _replace_sums(key: str, path: str, sums: Mapping[tuple[int, str], list[float]]) -> int:
    """An RT's mean is made from sums of likelihoods: a likelihood may be averaged, a score never. Gives how many."""
    PovertyTally.objects.filter(rule=key, path__startswith=path).delete()
    PovertyTally.objects.bulk_create(
        PovertyTally(rt_id=rt, path=place, rule=key, likelihood_sum=sum(found), likelihood_count=len(found))
        for (rt, place), found in sums.items()
    )
    return sum(map(len, sums.values()))


def _proposed(seen: Examined) -> dict[str, str]:
    if not all(pair.agrees for pair in seen.pairs):
        raise Problem("ppi.lines_do_not_pair", card=seen.card.lines, lookup=seen.lookup.lines)
    return {pair.card: pair.lookup for pair in seen.pairs}


def _whole() -> str:
    held = territory.installation()
    return held.kabupaten.path if held else "0."
