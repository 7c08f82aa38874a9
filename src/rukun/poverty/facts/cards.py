"""A score card the user brought, ready to judge: its questions, its table, and the one line it is read on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rukun.poverty.models import ScoreCard
from rukun.rules.poverty.ppi import Card, LookUp, PpiVerdict, card_from, judge, lookup_from


@dataclass(frozen=True, slots=True)
class Scoring:
    """One card with its table and its line."""

    key: str
    line: str
    card: Card
    lookup: LookUp

    def judge(self, answers: dict[str, Any]) -> PpiVerdict:
        """Answers by fact; those to this card's questions carry its prefix: "<key>:q1"."""
        own = {code: answers.get(fact_name(self.key, code)) for code in self.card.questions}
        return judge(self.card, self.lookup, own, self.line)


def scoring(kept: ScoreCard) -> Scoring:
    """The kept card; its JSON is what the rule reads."""
    return Scoring(kept.key, kept.card["line"], card_from(kept.card), lookup_from(kept.lookup))


def fact_name(card_key: str, question: str) -> str:
    """A card's question among all facts of a household."""
    return f"{card_key}:{question}"
