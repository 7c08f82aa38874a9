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
from typing import Any

from rukun.people.queries.facts import Known
from rukun.poverty.facts.households import plain_facts
from rukun.poverty.facts.rulebook import Book
from rukun.rules.poverty import NEEDS, Reason, Verdict
from rukun.rules.poverty.reasons import explainer

POOR, NOT_POOR, CANNOT_BE_SAID = LABELS = ("poor", "not_poor", "cannot_be_said")


@dataclass(frozen=True, slots=True)
class Judged:
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


def judging(book: Book) -> Callable[[Known], Judged]:
    """The rule and the needs as one function, for many households in a row."""
    judge, write = book.judge, writing()
    needs = [(need.code, explainer(need)) for need in NEEDS]

    def judged(seen: Known) -> Judged:
        facts = plain_facts(seen)
        verdict = judge(facts)
        return Judged(
            seen.household_id,
            seen.path,
            seen.rt_id,
            verdict.label,
            verdict.counted,
            len(verdict.unknown),
            write(verdict.reasons),
            tuple([reason.code for reason in verdict.reasons if reason.holds]),
            tuple([code for code, explain in needs if explain(facts).holds]),
            seen.newest_on,
        )

    return judged


def writing() -> Callable[[Iterable[Reason]], str]:
    """Reasons → JSON text. A reason is written once: the rule shares equal ones, and we keep hold of each."""
    known: dict[int, tuple[Reason, str]] = {}

    def write(reasons: Iterable[Reason]) -> str:
        parts = []
        for reason in reasons:
            held = known.get(id(reason))
            if held is None or held[0] is not reason:
                held = known[id(reason)] = (reason, kept(reason))
            parts.append(held[1])
        return f"[{','.join(parts)}]"

    return write


def kept(reason: Reason) -> str:
    """One reason as JSON: [code, holds, had]."""
    had = [value for _fact, value in reason.had]
    return json.dumps([reason.code, reason.holds, had[0] if len(had) == 1 else had], ensure_ascii=False, default=str)


def told_again(reasons: list[list[Any]], book: Book) -> Verdict:
    """The whole verdict from what was kept: limits, and what would settle it, come from the rule itself."""
    facts: dict[str, Any] = {}
    for code, _holds, had in reasons:
        asked = book.facts_of(code)
        facts |= zip(asked, had if len(asked) > 1 else [had], strict=True)
    return book.judge({fact: value for fact, value in facts.items() if value is not None})


@dataclass(slots=True)
class Sums:
    """What an RT's households come to: verdicts, reasons that held, needs, the oldest facts."""

    labels: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    needs: Counter[str] = field(default_factory=Counter)
    facts_on: date | None = None

    def add(self, label: str, holding: Iterable[str], needs: Iterable[str], facts_on: date | None) -> None:
        self.labels[label] += 1
        self.reasons.update(holding)
        self.needs.update(needs)
        if facts_on and (self.facts_on is None or facts_on < self.facts_on):
            self.facts_on = facts_on
