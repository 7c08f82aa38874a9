"""The rule in force on a day, ready to judge, with the words and the source that go with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language

from rukun.kit.problems import Problem
from rukun.parameters.poverty import BpsRule, bps14
from rukun.rules.poverty import Facts, Rule, Verdict, compile_rule, rule_from

BPS14 = "bps14"
"""The name under which standings and tallies keep the newest verdict, whatever the edition."""


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """One edition: the rule as it judges and the paper it came from. There is one object of each."""

    rule: Rule
    paper: BpsRule

    @property
    def key(self) -> str:
        return self.rule.key

    @property
    def judge(self) -> Callable[[Facts], Verdict]:
        return compile_rule(self.rule)

    def texts(self) -> dict[str, str]:
        """Code → the criterion in one sentence, in the reader's language."""
        is_english = (get_language() or "id").startswith("en")
        return {each.code: each.en if is_english else each.id for each in self.paper.criteria}

    def facts_of(self, code: str) -> tuple[str, ...]:
        """The facts a criterion asks for, in the order its reason lists them."""
        return next(each.facts for each in self.paper.criteria if each.code == code)


def in_force(on: date) -> Book:
    """The edition of a day. Raises Problem parameters.before_first."""
    return _book(bps14(on).since)


def of_key(key: str) -> Book | None:
    """The edition an old verdict names; None when this installation does not carry it."""
    try:
        book = in_force(date.fromisoformat(key.partition("@")[2]))
    except (ValueError, Problem):
        return None
    return book if book.key == key else None


@cache
def _book(since: date) -> Book:
    paper = bps14(since)
    return Book(rule_from(paper.as_mapping()), paper)
