"""Why a criterion holds, does not, or cannot be said: the answer beside the limit.

>>> from rukun.kit.conditions import Below
>>> explain = explainer(Criterion("floor_area", Below("area", 8)))
>>> explain({"area": 6})
Reason(code='floor_area', holds=True, had=(('area', 6),), limit=(('area', 8),), asks=())
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rukun.kit.conditions import Condition, Facts, evaluate, leaves, limit_of, questions_left

KEPT_REASONS = 1 << 14


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: a stable word and the condition under which it holds."""

    code: str
    test: Condition


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion's outcome. `holds`: True, False or None (cannot be said).

    `had`: the answers given, as (fact, value), None where never asked. `limit`: what each was held
    against. `asks`: the facts whose answer would decide, when it is undecided.
    """

    code: str
    holds: bool | None
    had: tuple[tuple[str, object], ...]
    limit: tuple[tuple[str, object], ...]
    asks: tuple[str, ...] = ()


def explain(criterion: Criterion, facts: Facts) -> Reason:
    """One criterion on one set of facts. Raises UnreadableFact."""
    return _reason(criterion, facts, *_about(criterion))


def explainer(criterion: Criterion) -> Callable[[Facts], Reason]:
    """The criterion as a function of the facts. Equal answers share one Reason, which makes it fast."""
    used, limits = _about(criterion)
    key_of = _answer_to(used[0]) if len(used) == 1 else _answers_to(used)
    known: dict[Any, Reason] = {}

    def explain(facts: Facts) -> Reason:
        key = key_of(facts)
        try:
            return known[key]
        except KeyError:
            if len(known) >= KEPT_REASONS:
                known.clear()
            return known.setdefault(key, _reason(criterion, facts, used, limits))
        except TypeError:  # an answer that cannot be a key, such as a list: let the condition name it
            return _reason(criterion, facts, used, limits)

    return explain


def _about(criterion: Criterion) -> tuple[tuple[str, ...], tuple[tuple[str, object], ...]]:
    """The facts it looks at, each once, and what each is held against."""
    held = leaves(criterion.test)
    return tuple(dict.fromkeys(leaf.fact for leaf in held)), tuple((leaf.fact, limit_of(leaf)) for leaf in held)


def _answer_to(fact: str) -> Callable[[Facts], Any]:
    def key_of(facts: Facts) -> Any:
        value = facts.get(fact)
        return value.__class__, value  # True, 1 and 1.0 are equal keys but not equal answers

    return key_of


def _answers_to(used: tuple[str, ...]) -> Callable[[Facts], Any]:
    def key_of(facts: Facts) -> Any:
        values = [facts.get(fact) for fact in used]
        return (*values, *map(type, values))

    return key_of


def _reason(
    criterion: Criterion, facts: Facts, used: tuple[str, ...], limits: tuple[tuple[str, object], ...]
) -> Reason:
    had = tuple((fact, facts.get(fact)) for fact in used)
    holds = evaluate(criterion.test, facts)
    return Reason(criterion.code, holds, had, limits, questions_left(criterion.test, facts))
