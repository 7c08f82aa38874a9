"""Conditions on a household's facts that answer yes, no or "cannot be said" (Kleene's three values).

>>> poor_floor = Among("floor", frozenset({"earth", "bamboo"}))
>>> evaluate(poor_floor, {"floor": "earth"}), evaluate(poor_floor, {}), evaluate(Below("area", 8), {"area": 9})
(True, None, False)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from rukun.kit.answers import is_answered

Facts = Mapping[str, object]
Number = int | float | Decimal | Fraction
Check = Callable[[Facts], bool | None]


class UnreadableFact(ValueError):
    """A fact has a value of the wrong kind, e.g. a text where a number is compared."""

    code = "unreadable_fact"

    def __init__(self, fact: str, value: object) -> None:
        super().__init__(f"{self.code}: {fact}={value!r}")
        self.fact, self.value = fact, value


@dataclass(frozen=True, slots=True)
class Below:
    """The number named `fact` is strictly below `limit`."""

    fact: str
    limit: Number


@dataclass(frozen=True, slots=True)
class AtMost:
    """The number named `fact` is `limit` or less."""

    fact: str
    limit: Number


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number named `fact` is `limit` or more."""

    fact: str
    limit: Number


@dataclass(frozen=True, slots=True)
class Among:
    """The answer named `fact` is one of `values` (words, truth values or whole numbers)."""

    fact: str
    values: frozenset[str | bool | int]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; one part that fails decides, whatever is unknown elsewhere."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; one part that holds decides, whatever is unknown elsewhere."""

    parts: tuple["Condition", ...]


Leaf = Below | AtMost | AtLeast | Among
Condition = Leaf | AllOf | AnyOf


def evaluate(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None when the facts do not decide. Raises UnreadableFact."""
    return check_of(condition)(facts)


@lru_cache(maxsize=1024)
def check_of(condition: Condition) -> Check:
    """The condition as a function, put together once: what `evaluate` says, for many households in a row."""
    if isinstance(condition, AllOf | AnyOf):
        checks = [check_of(part) for part in condition.parts]
        decide = _all_of if isinstance(condition, AllOf) else _any_of
        return lambda facts: decide([check(facts) for check in checks])

    def check(facts: Facts) -> bool | None:
        value = facts.get(condition.fact)
        return _holds(condition, value) if is_answered(value) else None

    return check


def _holds(leaf: Leaf, value: object) -> bool:
    if isinstance(leaf, Among):
        if not isinstance(value, str | bool | int):
            raise UnreadableFact(leaf.fact, value)
        return any(
            value == accepted and isinstance(value, bool) is isinstance(accepted, bool) for accepted in leaf.values
        )
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction) or value != value:
        raise UnreadableFact(leaf.fact, value)
    if isinstance(leaf, AtLeast):
        return value >= leaf.limit
    return value < leaf.limit or (isinstance(leaf, AtMost) and value == leaf.limit)


def _all_of(known: list[bool | None]) -> bool | None:
    return False if False in known else None if None in known else True


def _any_of(known: list[bool | None]) -> bool | None:
    return True if True in known else None if None in known else False


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """The conditions on one fact each, in the order they are written."""
    if isinstance(condition, AllOf | AnyOf):
        return tuple(leaf for part in condition.parts for leaf in leaves(part))
    return (condition,)


def limit_of(leaf: Leaf) -> object:
    """What the fact is held against: a number, or the accepted answers in alphabetical order."""
    return tuple(sorted(leaf.values, key=str)) if isinstance(leaf, Among) else leaf.limit


def questions_left(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Facts without an answer that could still decide an undecided condition, each once."""
    if evaluate(condition, facts) is not None:
        return ()
    if isinstance(condition, AllOf | AnyOf):
        return tuple(dict.fromkeys(fact for part in condition.parts for fact in questions_left(part, facts)))
    return (condition.fact,)
