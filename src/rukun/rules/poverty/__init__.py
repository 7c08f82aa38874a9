"""Hardship of a household: criteria that hold, do not hold or cannot be said; a likelihood; needs; coverage.

Verdicts stand side by side and are never mixed into one number, and none of them is an official decile.

>>> from datetime import date
>>> coverage(stated=None, counted=0, dates=[], on=date(2025, 1, 1)).label
'not_stated'
"""

from rukun.kit.answers import REFUSED, UNKNOWN, Unanswered, is_answered
from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Below, Condition, Facts, UnreadableFact
from rukun.kit.reasons import Criterion, Reason
from rukun.rules.poverty.completeness import Coverage, coverage
from rukun.rules.poverty.needs import NEEDS, NeedsFound, needs_of
from rukun.rules.poverty.rule import Rule, UnreadableRule, criteria_from, rule_from, vocabulary
from rukun.rules.poverty.verdict import Settles, Verdict, classify, compile_rule

__all__ = [
    "NEEDS",
    "REFUSED",
    "UNKNOWN",
    "AllOf",
    "Among",
    "AnyOf",
    "AtLeast",
    "AtMost",
    "Below",
    "Condition",
    "Coverage",
    "Criterion",
    "Facts",
    "NeedsFound",
    "Reason",
    "Rule",
    "Settles",
    "Unanswered",
    "UnreadableFact",
    "UnreadableRule",
    "Verdict",
    "classify",
    "compile_rule",
    "coverage",
    "criteria_from",
    "is_answered",
    "needs_of",
    "rule_from",
    "vocabulary",
]
