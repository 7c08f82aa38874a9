"""The same help twice: who already has, or is about to have, something of the same kind at the same time.

>>> had = Aid("pkh", 7, frozenset({"cash"}), 10, 20)
>>> [each.other.programme for each in doubles(Aid("rt", 7, frozenset({"cash"}), 15, None), [had])]
['pkh']
>>> doubles(Aid("rt", 7, frozenset({"cash"}), 20, None), [had])
[]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Nearness(StrEnum):
    """The very same person, or another one of the same household or family card."""

    SAME = "same"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Aid:
    """Help from day `since` until the day before `until` (None: no end) to a person and what they share. `kinds`: what
    counts as the same help; a kind that only one programme carries never clashes with another.
    ValueError `no_day`."""

    programme: str
    person: int | None
    kinds: frozenset[str]
    since: int
    until: int | None
    household: int | None = None
    card: int | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise ValueError("no_day")


@dataclass(frozen=True, slots=True)
class Double:
    """What clashes, how near, and by which kinds in order."""

    other: Aid
    nearness: Nearness
    kinds: tuple[str, ...]


def doubles(asked: Aid, known: Iterable[Aid]) -> list[Double]:
    """Every clash of what is asked for with what is known; another asking in the same programme clashes as well."""
    found = []
    for each in known:
        shared, nearness = asked.kinds & each.kinds, _nearness(asked, each)
        if shared and nearness and _overlap(asked, each):
            found.append(Double(each, nearness, tuple(sorted(shared))))
    return found


def _nearness(one: Aid, other: Aid) -> Nearness | None:
    if one.person is not None and one.person == other.person:
        return Nearness.SAME
    shares = ((one.household, other.household), (one.card, other.card))
    return Nearness.FAMILY if any(mine is not None and mine == theirs for mine, theirs in shares) else None


def _overlap(one: Aid, other: Aid) -> bool:
    return (one.until is None or other.since < one.until) and (other.until is None or one.since < other.until)
