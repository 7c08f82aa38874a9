"""Terms as they are kept → criteria and steps as rules read them, and a verdict as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rukun.kit.conditions import UnreadableFact
from rukun.kit.reasons import Reason
from rukun.parameters.programmes import Asked, kept_criteria, kept_order
from rukun.programmes.models import Scheme, Terms
from rukun.programmes.types import Form, Unit
from rukun.rules.programmes import Step, Verdict, eligible

Facts = Mapping[str, Any]


def asked(terms: Terms) -> tuple[Asked, ...]:
    return kept_criteria(terms.criteria)


def steps(terms: Terms) -> list[Step]:
    return [Step(each.fact, largest_first=each.first == "largest") for each in kept_order(terms.order)]


def judged(terms: Terms, facts: Facts) -> Verdict:
    """What the terms say of these facts; a fact of the wrong kind is a fact nobody told."""
    criteria = [each.criterion for each in asked(terms)]
    known = dict(facts)
    while True:
        try:
            return eligible(criteria, known)
        except UnreadableFact as strange:
            known.pop(strange.fact)


def numbers(facts: Facts, of: Sequence[Step]) -> dict[str, Decimal | None]:
    """What the order goes by; whatever is no number is none."""
    return {each.fact: _number(facts.get(each.fact)) for each in of}


def frozen(verdict: Verdict) -> list[dict[str, Any]]:
    """The reasons of a verdict as a decision keeps them."""
    return [_frozen(each) for each in verdict.reasons]


def _frozen(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code, "holds": reason.holds, "had": [list(pair) for pair in reason.had],
        "asks": list(reason.asks),
    }  # fmt: skip


def _number(value: Any) -> Decimal | None:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else None


def runs(scheme: Scheme, on: date) -> bool:
    return scheme.since <= on and (scheme.until is None or on < scheme.until)


def has_list(scheme: Scheme, *, by_group: bool = False) -> bool:
    """Whether single people wait for it: what people do together, or have as a group, has no list of them."""
    return scheme.form != Form.EVENT and scheme.unit != Unit.PLACE and (by_group or scheme.unit != Unit.GROUP)
