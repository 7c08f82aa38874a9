"""The waiting list in an order everyone can check: by published steps, then by who waits longest, then by a drawn lot.

>>> waiting = [Waiting("b", 3, {"age": 70}), Waiting("a", 1, {"age": 80}), Waiting("c", 2, {"age": 80})]
>>> [(each.key, each.because) for each in ordered(waiting, [Step("age", largest_first=True)], seed="2026")]
[('a', ''), ('c', 'waited'), ('b', 'age')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Final

WAITED: Final = "waited"
LOT: Final = "lot"
Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """Order by a number; who has none comes after those who have."""

    fact: str
    largest_first: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """One who waits; `since` is any number that grows with time, as the day's ordinal."""

    key: str
    since: int
    facts: Mapping[str, Number | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place from 1 on; `because` names what put it behind the one before: a fact, WAITED or LOT."""

    place: int
    key: str
    because: str


def ordered(waiting: Sequence[Waiting], steps: Sequence[Step], *, seed: str) -> list[Placed]:
    """The same list for the same seed, however the waiting were handed in."""
    names = [*(step.fact for step in steps), WAITED, LOT]
    ranked = sorted(((_rank(each, steps, seed), each.key) for each in waiting), key=lambda pair: pair[0])
    placed, before = [], None
    for place, (rank, key) in enumerate(ranked, start=1):
        placed.append(Placed(place, key, _because(before, rank, names)))
        before = rank
    return placed


def lot(key: str, seed: str) -> str:
    """A number nobody can choose once the seed is published, and everyone can draw again."""
    return sha256(f"{seed}|{key}".encode()).hexdigest()


def _rank(each: Waiting, steps: Sequence[Step], seed: str) -> tuple[object, ...]:
    return (*(_by(step, each.facts.get(step.fact)) for step in steps), each.since, lot(each.key, seed))


def _by(step: Step, value: Number | None) -> tuple[bool, Number]:
    return (True, 0) if value is None else (False, -value if step.largest_first else value)


def _because(before: tuple[object, ...] | None, rank: tuple[object, ...], names: Sequence[str]) -> str:
    if before is None:
        return ""
    return next(name for name, one, other in zip(names, before, rank, strict=True) if one != other)
