"""Poor for sure, not poor for sure, or cannot be said: and then which answers would settle it.

>>> from rukun.rules.poverty.rule import rule_from
>>> rule = rule_from({"key": "invented@2024", "since": "2024-01-01", "threshold": 2, "criteria": [
...     {"code": "area", "fact": "area", "below": 8}, {"code": "toilet", "fact": "toilet", "among": ["none"]},
...     {"code": "light", "fact": "light", "among": ["oil"]}]})
>>> verdict = classify({"area": 6, "toilet": "unknown", "light": "electric"}, rule)
>>> verdict.label, verdict.counted, verdict.settles
('cannot_be_said', 1, Settles(open=('toilet',), holding_make_poor=1, failing_make_not_poor=1, questions=('toilet',)))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal

from rukun.kit.conditions import Facts
from rukun.kit.reasons import Reason, explainer
from rukun.rules.poverty.rule import Rule

Label = Literal["poor", "not_poor", "cannot_be_said"]


@dataclass(frozen=True, slots=True)
class Settles:
    """The least that must become known. Of the criteria in `open`, any `holding_make_poor` that hold
    make the household poor, any `failing_make_not_poor` that fail make it not poor.
    `questions`: the facts to ask for."""

    open: tuple[str, ...]
    holding_make_poor: int
    failing_make_not_poor: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of one household. `counted`: criteria that hold for sure; `unknown`: codes of the
    undecided ones; `settles`: only when it cannot be said; `rule_key`: the dated rule that was used."""

    label: Label
    reasons: tuple[Reason, ...]
    counted: int
    unknown: tuple[str, ...]
    settles: Settles | None
    rule_key: str

    def as_json(self) -> dict[str, Any]:
        """The verdict as plain data for keeping; numbers that are not whole become text."""
        return {
            "label": self.label,
            "rule_key": self.rule_key,
            "counted": self.counted,
            "unknown": list(self.unknown),
            "settles": _settles_as_json(self.settles),
            "reasons": [_reason_as_json(reason) for reason in self.reasons],
        }


def classify(facts: Facts, rule: Rule) -> Verdict:
    """Hold a household's facts against a rule.

    `facts`: canonical fact name → value, UNKNOWN, REFUSED, or absent. Raises UnreadableFact when a
    value is of the wrong kind: a slip in the data must not become a verdict.
    """
    return compile_rule(rule)(facts)


@lru_cache(maxsize=64)
def compile_rule(rule: Rule) -> Callable[[Facts], Verdict]:
    """The rule as a function, for many households in a row."""
    explainers = tuple(explainer(criterion) for criterion in rule.criteria)
    threshold, key = rule.threshold, rule.key

    def verdict_of(facts: Facts) -> Verdict:
        reasons = tuple([explain(facts) for explain in explainers])
        holding = [reason.holds for reason in reasons]
        counted, undecided = holding.count(True), holding.count(None)
        if counted >= threshold:
            return Verdict("poor", reasons, counted, _open(reasons, undecided), None, key)
        if counted + undecided < threshold:
            return Verdict("not_poor", reasons, counted, _open(reasons, undecided), None, key)
        unknown = _open(reasons, undecided)
        settles = Settles(unknown, threshold - counted, counted + undecided - threshold + 1, _questions(reasons))
        return Verdict("cannot_be_said", reasons, counted, unknown, settles, key)

    return verdict_of


def _open(reasons: tuple[Reason, ...], undecided: int) -> tuple[str, ...]:
    return tuple([reason.code for reason in reasons if reason.holds is None]) if undecided else ()


def _questions(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([fact for reason in reasons for fact in reason.asks]))


def _settles_as_json(settles: Settles | None) -> dict[str, Any] | None:
    if settles is None:
        return None
    return {
        "open": list(settles.open),
        "holding_make_poor": settles.holding_make_poor,
        "failing_make_not_poor": settles.failing_make_not_poor,
        "questions": list(settles.questions),
    }


def _reason_as_json(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code,
        "holds": reason.holds,
        "had": {fact: _plain(value) for fact, value in reason.had},
        "limit": [[fact, _plain(limit)] for fact, limit in reason.limit],
        "asks": list(reason.asks),
    }


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal | Fraction | float):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
