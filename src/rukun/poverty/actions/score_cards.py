"""Score cards: brought by the user, never changed, and read for every household that answered them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.parameters import ppi
from rukun.people.queries import facts as people_facts
from rukun.people.queries.facts import Known
from rukun.poverty.facts.cards import Scoring, scoring
from rukun.poverty.models import Classification, PovertyTally, ScoreCard, Standing
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
    key = slugify(title)[:60]
    if ScoreCard.objects.filter(key=key).exists():
        raise Problem("poverty.card_known", title=title)
    paper, table = ppi.read_card(card, key), ppi.read_lookup(lookup, key)
    named = ppi.renamed(paper, names or _proposed(paper, table), table)
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
        verdict = held.judge(known.answers)
        if len(verdict.missing) < len(held.card.questions):
            scored.append((known, verdict))
    _keep(scored, held, on, path)
    counted = sum(verdict.likelihood is not None for _known, verdict in scored)
    audit.record("poverty.ppi_classified", by=by, path=path, card=card.key, households=len(scored), counted=counted)
    return counted


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


def _proposed(paper: ppi.Card, table: ppi.Lookup) -> dict[str, str]:
    pairs = ppi.pairs(paper, table)
    if not all(pair.agrees for pair in pairs):
        raise Problem("ppi.lines_do_not_pair", card=paper.lines, lookup=table.lines)
    return {pair.card: pair.lookup for pair in pairs}


def _float(likelihood: Any) -> float | None:
    return None if likelihood is None else float(likelihood)


def _whole() -> str:
    held = territory.installation()
    return held.kabupaten.path if held else "0."
