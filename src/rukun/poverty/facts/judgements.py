"""A household as seen → its verdict and needs in the form they are kept.

Kept reasons are {"holds": codes that hold, "had": answers in the order of the rule}, where a criterion that asks for
several facts has a list of answers. With the edition named beside them the whole verdict can be spoken again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from operator import getitem, itemgetter
from typing import Any, NamedTuple

from rukun.kit.conditions import check_of, leaves
from rukun.people.queries.facts import Known
from rukun.poverty.facts.households import plain_facts
from rukun.poverty.facts.rulebook import Book
from rukun.rules.poverty import NEEDS, Criterion, Facts, Verdict, needs_of

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
    """What a criterion makes of one answer: its code when it holds (else ""), and the answer as it is kept."""

    holding: str
    is_unknown: bool
    had: str


class Learned(dict[tuple[Any, ...], Outcome]):
    """(Kind, answer) → Outcome of one criterion. Many families give the same answer: the rule is asked once for each.

    Keys carry the kind beside the value, because True, 1 and 1.0 are equal keys but not equal answers. A criterion of
    several facts finds its answers and their kinds under the tuple of their names.
    """

    def __init__(self, criterion: Criterion) -> None:
        self.code, self.check = criterion.code, check_of(criterion.test)
        self.asked = asked_by(criterion)
        self.fact: Any = self.asked[0] if len(self.asked) == 1 else self.asked

    def __missing__(self, key: tuple[Any, ...]) -> Outcome:
        if len(self) >= LEARNED_AT_MOST:
            self.clear()
        had = key[1:] if len(self.asked) == 1 else key[1][: len(self.asked)]
        holds = self.check(dict(zip(self.asked, had, strict=True)))
        kept = WRITE(had[0] if len(had) == 1 else had)
        return self.setdefault(key, Outcome(self.code if holds else "", holds is None, kept))


def outcomes_of(criteria: Iterable[Criterion]) -> Callable[[Facts], Iterator[Outcome]]:
    """Several criteria as one function; the walk over them is left to the interpreter's own loops."""
    learned = list(map(Learned, criteria))
    facts_asked = [each.fact for each in learned]

    def outcomes(facts: Facts) -> Iterator[Outcome]:
        had = list(map(facts.get, facts_asked))
        return map(getitem, learned, zip(map(type, had), had, strict=True))

    return outcomes


def together(criteria: Iterable[Criterion]) -> list[tuple[str, ...]]:
    """The facts that some criterion weighs together, as the key under which Learned looks for them."""
    return list(dict.fromkeys(asked for asked in map(asked_by, criteria) if len(asked) > 1))


def asked_by(criterion: Criterion) -> tuple[str, ...]:
    """The facts a criterion asks for, each once."""
    return tuple(dict.fromkeys(leaf.fact for leaf in leaves(criterion.test)))


@lru_cache(maxsize=4)
def judging(book: Book) -> Callable[[Known], Judged]:
    """The rule and the needs as one function, for many households in a row; what it has learned stays with the process.

    The label follows from how many criteria hold and how many are unknown: the rule says it once for each pair.
    """
    by_rule, by_needs = outcomes_of(book.rule.criteria), outcomes_of(NEEDS)
    several, labels = together((*book.rule.criteria, *NEEDS)), dict[tuple[int, int], str]()
    judge, code_of = book.judge, itemgetter(0)

    def judged(seen: Known) -> Judged:
        facts: dict[Any, Any] = plain_facts(seen)
        for names in several:
            values = list(map(facts.get, names))
            facts[names] = (*values, *map(type, values))
        try:
            codes, unknown, had = zip(*by_rule(facts), strict=True)
            needs = tuple(filter(None, map(code_of, by_needs(facts))))
        except TypeError:  # an answer that cannot be a key, such as a list: let the condition name it
            judge(facts), needs_of(facts)
            raise
        holding = tuple(filter(None, codes))
        pair = len(holding), unknown.count(True)
        label = labels.get(pair) or labels.setdefault(pair, judge(facts).label)
        quoted = '","'.join(holding)
        holds = f'["{quoted}"]' if holding else "[]"
        reasons = f'{{"holds":{holds},"had":[{",".join(had)}]}}'
        return Judged(
            seen.household_id, seen.path, seen.rt_id, label, *pair, reasons, holding, needs, seen.newest_on
        )  # fmt: skip

    return judged


def digest_of(kept: str) -> int:
    """Eight bytes that change when anything kept of a verdict does."""
    return int.from_bytes(blake2b(kept.encode(), digest_size=8).digest(), signed=True)


def told_again(reasons: Mapping[str, list[Any]], book: Book) -> Verdict:
    """The whole verdict from what was kept: limits, and what would settle it, come from the rule itself."""
    facts: dict[str, Any] = {}
    for criterion, had in zip(book.paper.criteria, reasons["had"], strict=True):
        asked = book.facts_of(criterion.code)
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
