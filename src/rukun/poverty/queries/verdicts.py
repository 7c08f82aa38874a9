"""One household's verdicts, spoken: which criteria hold, with answer and limit, and what would decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.poverty.facts import rulebook
from rukun.poverty.facts.judgements import told_again
from rukun.poverty.models import Classification, ScoreCard, Standing
from rukun.rules.poverty import Verdict


@dataclass(frozen=True, slots=True)
class Spoken:
    """A kept verdict with the sentences of its rule."""

    kept: Classification
    verdict: Verdict
    texts: dict[str, str]
    title: str
    source: str
    threshold: int
    since: date


def of_household(household_id: int) -> Spoken | None:
    """Where the household stands by the fourteen criteria; None when it was never judged."""
    standing = _standing(household_id)
    book = rulebook.of_key(standing.verdict.rule) if standing else None
    if standing is None or book is None:
        return None
    verdict = told_again(standing.verdict.reasons, book)
    paper = book.paper
    return Spoken(standing.verdict, verdict, book.texts(), paper.key, paper.source, paper.threshold, paper.since)


def earlier(household_id: int) -> list[Classification]:
    """Every verdict so far, the newest first."""
    return list(Classification.objects.filter(household=household_id).order_by("-on", "-id"))


def likelihoods(household_id: int) -> list[tuple[ScoreCard, Standing]]:
    """What the score cards say of the household, each with its card."""
    found = Standing.objects.filter(household=household_id).exclude(rule=rulebook.BPS14).select_related("verdict")
    cards = {card.key: card for card in ScoreCard.objects.all()}
    return [(cards[each.rule], each) for each in found.order_by("rule") if each.rule in cards]


def criteria_texts(on: date) -> dict[str, str]:
    """Code → sentence of the rule of a day."""
    return rulebook.in_force(on).texts()


def paper(on: date) -> Any:
    """The rule of a day as published: key, since, threshold, criteria, source, note."""
    return rulebook.in_force(on).paper


def _standing(household_id: int) -> Standing | None:
    found = Standing.objects.filter(household=household_id, rule=rulebook.BPS14)
    return found.select_related("verdict").first()
