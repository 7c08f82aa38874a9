"""A household as seen → its verdict and needs in the form they are kept.

Kept reasons are a list of [code, holds, had] in the order of the rule, where `had` is the answer, or the answers of a
criterion that asks for several. With the rule named beside them the whole verdict can be spoken again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from rukun.people.queries.facts import Known
from rukun.poverty.facts.households import plain_facts
from rukun.poverty.facts.rulebook import Book
from rukun.rules.poverty import NEEDS, Criterion, Reason, Verdict, needs_of
from rukun.rules.poverty.conditions import leaves
from rukun.rules.poverty.reasons import explainer

POOR, NOT_POOR, CANNOT_BE_SAID = LABELS = ("poor", "not_poor", "cannot_be_said")
LEARNED_AT_MOST = 1 << 16
WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


class Judged(NamedTuple):
    """One household's verdict, ready to be kept. `reasons` is JSON text; `holding` are the codes that hold."""

    household_id: int
    path: str
    rt_id: int
    label: str
    counted: int
    unknown: int
    reasons: str
    holding: tuple[str, ...]
    needs: tuple[str, ...]
    facts_on: date | None


class Outcome(NamedTuple):
    """What a criterion makes of one answer: its code when it holds (else ""), and the reason as it is kept."""

    holding: str
    is_unknown: bool
    text: str


class Learned(dict[tuple[Any, ...], Outcome]):
    """Answer → Outcome of one criterion. Many families give the same answer: the rule is asked once for each.

    Keys carry the kind beside the value, because True, 1 and 1.0 are equal keys but not equal answers.
    """

    def __init__(self, criterion: Criterion) -> None:
        self.explain = explainer(criterion)
        self.asked = tuple(dict.fromkeys(leaf.fact for leaf in leaves(criterion.test)))
        self.fact: Any = self.asked[0] if len(self.asked) == 1 else self.asked

    def __missing__(self, key: tuple[Any, ...]) -> Outcome:
        if len(self) >= LEARNED_AT_MOST:
            self.clear()
        values = key[1:] if len(self.asked) == 1 else key[1]
        reason = self.explain(dict(zip(self.asked, values, strict=False)))
        return self.setdefault(key, Outcome(reason.code if reason.holds else "", reason.holds is None, kept(reason)))


def judging(book: Book) -> Callable[[Known], Judged]:
    """The rule and the needs as one function, for many households in a row.

    The label follows from how many criteria hold and how many are unknown: the rule says it once for each pair.
    """
    criteria, needs = list(map(Learned, book.rule.criteria)), list(map(Learned, NEEDS))
    asked, wanted = [(each.fact, each) for each in criteria], [(each.fact, each) for each in needs]
    several = list(dict.fromkeys(each.asked for each in criteria + needs if len(each.asked) > 1))
    judge, labels = book.judge, dict[tuple[int, int], str]()

    def judged(seen: Known) -> Judged:
        facts: dict[Any, Any] = plain_facts(seen)
        for names in several:
            values = [facts.get(name) for name in names]
            facts[names] = (*values, *map(type, values))
        get = facts.get
        try:
            found = [learned[(had := get(fact)).__class__, had] for fact, learned in asked]
            need = [code for fact, learned in wanted if (code := learned[(had := get(fact)).__class__, had].holding)]
        except TypeError:  # an answer that cannot be a key, such as a list: let the condition name it
            judge(facts), needs_of(facts)
            raise
        codes, unknown, texts = zip(*found, strict=True)
        holding = tuple(filter(None, codes))
        pair = len(holding), unknown.count(True)
        label = labels.get(pair) or labels.setdefault(pair, judge(facts).label)
        return Judged(
            seen.household_id,
            seen.path,
            seen.rt_id,
            label,
            *pair,
            f"[{','.join(texts)}]",
            holding,
            tuple(need),
            seen.newest_on,
        )

    return judged


def kept(reason: Reason) -> str:
    """One reason as JSON: [code, holds, had]."""
    had = [value for _fact, value in reason.had]
    return WRITE([reason.code, reason.holds, had[0] if len(had) == 1 else had])


def told_again(reasons: list[list[Any]], book: Book) -> Verdict:
    """The whole verdict from what was kept: limits, and what would settle it, come from the rule itself."""
    facts: dict[str, Any] = {}
    for code, _holds, had in reasons:
        asked = book.facts_of(code)
        facts |= zip(asked, had if len(asked) > 1 else [had], strict=True)
    return book.judge({fact: value for fact, value in facts.items() if value is not None})


Summed = tuple[str, tuple[str, ...], tuple[str, ...], date | None]
"""What of a verdict goes into the sums: label, codes that hold, needs, the day of its facts."""


@dataclass(slots=True)
class Sums:
    """What an RT's households come to: verdicts, reasons that held, needs, the oldest facts."""

    labels: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    needs: Counter[str] = field(default_factory=Counter)
    facts_on: date | None = None


def summed(rows: Iterable[Summed]) -> Sums:
    """Verdicts → their sums, column by column: much faster than one by one."""
    labels, holding, needs, days = zip(*rows, strict=True) if (rows := list(rows)) else ((), (), (), ())
    oldest = min((day for day in days if day), default=None)
    return Sums(Counter(labels), Counter(chain.from_iterable(holding)), Counter(chain.from_iterable(needs)), oldest)
