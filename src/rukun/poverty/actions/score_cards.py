"""Score cards: brought by the user, never changed, and read for every household that answered them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import Coalesce

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.parameters import ppi
from rukun.people.queries import facts as people_facts
from rukun.people.queries.facts import Known
from rukun.poverty.facts.cards import Scoring, scoring
from rukun.poverty.models import Classification, PovertyTally, ScoreCard, Standing
from rukun.poverty.queries import interviews
from rukun.poverty.queries import score_cards as queries
from rukun.poverty.queries.score_cards import Examined
from rukun.rules.poverty.ppi import PpiVerdict
from rukun.territory import queries as territory

AT_ONCE = 1_000


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
    """Scores every household under a path that answered the card; gives how many have a likelihood."""
    held, scored = scoring(card), []
    for known in people_facts.stream(path, on=on):
        if held.is_asked(known.answers):
            scored.append((known, held.judge(known.answers)))
    _keep(scored, held, on, path)
    counted = sum(verdict.likelihood is not None for _known, verdict in scored)
    audit.record("poverty.ppi_classified", by=by, path=path, card=card.key, households=len(scored), counted=counted)
    return counted


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
        made = _kept(known, verdict, held, on)
        made.save()
        Standing.objects.filter(rule=held.key, household=household).delete()
        _standing(made, held).save()
        _sum_again(held.key, known.rt_id, known.path)
        audit.record("poverty.ppi_classified", by=by, path=known.path, card=card.key, household=household)
    return label


def _sum_again(key: str, rt_id: int, path: str) -> None:
    """One RT, from its standings."""
    found = Standing.objects.filter(rule=key, path=path, likelihood__isnull=False)
    sums = found.aggregate(likelihood_sum=Coalesce(Sum("likelihood"), 0.0), likelihood_count=Count("likelihood"))
    PovertyTally.objects.filter(rule=key, rt=rt_id).delete()
    if sums["likelihood_count"]:
        PovertyTally.objects.create(rule=key, rt_id=rt_id, path=path, **sums)


def _keep(scored: list[tuple[Known, PpiVerdict]], held: Scoring, on: date, path: str) -> None:
    """The card's standings and sums under a path, in place of those that were there; verdicts are only added."""
    made = Classification.objects.bulk_create([_kept(known, told, held, on) for known, told in scored], AT_ONCE)
    Standing.objects.filter(rule=held.key, path__startswith=path).delete()
    Standing.objects.bulk_create([_standing(each, held) for each in made], AT_ONCE)
    PovertyTally.objects.filter(rule=held.key, path__startswith=path).delete()
    PovertyTally.objects.bulk_create(_sums(scored, held), AT_ONCE)


def _kept(known: Known, told: PpiVerdict, held: Scoring, on: date) -> Classification:
    return Classification(
        household_id=known.household_id, path=known.path, rule=held.key, on=on, label=told.label, counted=0,
        unknown=len(told.missing), score=told.score, likelihood=_float(told.likelihood), facts_on=known.newest_on,
        reasons={"line": told.line, "missing": told.missing, "not_on_card": told.not_on_card},
    )  # fmt: skip


def _standing(each: Classification, held: Scoring) -> Standing:
    return Standing(
        household_id=each.household_id, path=each.path, rule=held.key, verdict=each, label=each.label,
        counted=0, unknown=each.unknown, likelihood=each.likelihood, facts_on=each.facts_on,
    )  # fmt: skip


def _sums(scored: Iterable[tuple[Known, PpiVerdict]], held: Scoring) -> list[PovertyTally]:
    """An RT's mean is made from sums of likelihoods: a likelihood may be averaged, a score never."""
    by_rt: dict[tuple[int, str], list[float]] = defaultdict(list)
    for known, told in scored:
        if told.likelihood is not None:
            by_rt[known.rt_id, known.path].append(float(told.likelihood))
    return [
        PovertyTally(rt_id=rt, path=path, rule=held.key, likelihood_sum=sum(found), likelihood_count=len(found))
        for (rt, path), found in by_rt.items()
    ]


def _proposed(seen: Examined) -> dict[str, str]:
    if not all(pair.agrees for pair in seen.pairs):
        raise Problem("ppi.lines_do_not_pair", card=seen.card.lines, lookup=seen.lookup.lines)
    return {pair.card: pair.lookup for pair in seen.pairs}


def _float(likelihood: Any) -> float | None:
    return None if likelihood is None else float(likelihood)


def _whole() -> str:
    held = territory.installation()
    return held.kabupaten.path if held else "0."
