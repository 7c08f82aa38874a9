"""Why a criterion holds, does not, or cannot be said: the answer beside the limit.

>>> from rukun.kit.conditions import Below
>>> explain = explainer(Criterion("floor_area", Below("area", 8)))
>>> explain({"area": 6})
Reason(code='floor_area', holds=True, had=(('area', 6),), limit=(('area', 8),), asks=())
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rukun.kit.conditions import Facts, evaluate, leaves, limit_of, questions_left
from rukun.rules.poverty.rule import Criterion

KEPT_REASONS = 1 << 14


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


def explainer(criterion: Criterion) -> Callable[[Facts], Reason]:
    """The criterion as a function of the facts. Equal answers share one Reason, which makes it fast."""
    limits = tuple((leaf.fact, limit_of(leaf)) for leaf in leaves(criterion.test))
    used = tuple(dict.fromkeys(leaf.fact for leaf in leaves(criterion.test)))
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
