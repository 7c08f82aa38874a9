"""A score card the user brought: ready to judge on its one line, and ready to be asked at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rukun.parameters.instruments import Choice, Instrument, Question, Words
from rukun.poverty.models import ScoreCard
from rukun.rules.poverty.ppi import Card, LookUp, PpiVerdict, card_from, judge, lookup_from

PREFIX = "ppi:"


@dataclass(frozen=True, slots=True)
class Scoring:
    """One card with its table and its line."""

    key: str
    line: str
    card: Card
    lookup: LookUp

    def is_asked(self, answers: dict[str, Any]) -> bool:
        """Whether the household was ever asked by this card, whatever it said."""
        return any(fact_name(self.key, code) in answers for code in self.card.questions)

    def judge(self, answers: dict[str, Any]) -> PpiVerdict:
        """Answers by fact; those to this card's questions carry its prefix: "<key>:q1"."""
        own = {code: answers.get(fact_name(self.key, code)) for code in self.card.questions}
        return judge(self.card, self.lookup, own, self.line)


def scoring(kept: ScoreCard) -> Scoring:
    """The kept card; its JSON is what the rule reads."""
    return Scoring(kept.key, kept.card["line"], card_from(kept.card), lookup_from(kept.lookup))


def instrument(kept: ScoreCard) -> Instrument:
    """The card as a questionnaire: one choice for each question, in the words of its owner whatever the language."""
    questions = tuple(_question(kept.key, asked) for asked in kept.card["questions"])
    return Instrument(instrument_key(kept), _words(kept.title), kept.since, None, kept.source, questions)


def instrument_key(kept: ScoreCard) -> str:
    return f"{PREFIX}{kept.key}"


def texts(kept: ScoreCard) -> dict[str, str]:
    """Question code → question."""
    return {asked["code"]: asked["text"] for asked in kept.card["questions"]}


def fact_name(card_key: str, question: str) -> str:
    """A card's question among all facts of a household."""
    return f"{card_key}:{question}"


def _question(card_key: str, asked: dict[str, Any]) -> Question:
    choices = tuple(Choice(letter, _words(text)) for letter, text in asked["words"])
    fact = fact_name(card_key, asked["code"])
    return Question(asked["code"], _words(asked["text"]), "choice", "household", fact, choices)


def _words(text: str) -> Words:
    return Words(text, text)
