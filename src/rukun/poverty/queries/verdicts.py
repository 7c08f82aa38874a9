"""One household's verdicts, spoken: which criteria hold, with answer and limit, and what would decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.poverty.facts import cards, rulebook
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
    held = {card.key: card for card in ScoreCard.objects.all()}
    return [(held[each.rule], each) for each in found.order_by("rule") if each.rule in held]


@dataclass(frozen=True, slots=True)
class Scored:
    """One card's word on a household: `likelihood` in per cent or None; then the questions that stand in its way."""

    title: str
    source: str
    line: str
    label: str
    likelihood: float | None
    on: date
    missing: list[str]
    not_on_card: list[str]


def scored(household_id: int) -> list[Scored]:
    """What each score card says, in words; never added to the fourteen criteria."""
    return [_scored(card, standing) for card, standing in likelihoods(household_id)]


def _scored(card: ScoreCard, standing: Standing) -> Scored:
    told, texts = standing.verdict.reasons, cards.texts(card)
    missing, strange = ([texts[code] for code in told[name]] for name in ("missing", "not_on_card"))
    likelihood, on = standing.likelihood, standing.verdict.on
    return Scored(card.title, card.source, told["line"], standing.label, likelihood, on, missing, strange)


def has_cards() -> bool:
    """Whether this installation has a score card at all."""
    return ScoreCard.objects.exists()


def criteria_texts(on: date) -> dict[str, str]:
    """Code → sentence of the rule of a day."""
    return rulebook.in_force(on).texts()


def paper(on: date) -> Any:
    """The rule of a day as published: key, since, threshold, criteria, source, note."""
    return rulebook.in_force(on).paper


def _standing(household_id: int) -> Standing | None:
    found = Standing.objects.filter(household=household_id, rule=rulebook.BPS14)
    return found.select_related("verdict").first()
