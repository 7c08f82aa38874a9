"""Capital that goes out to a group and comes back: what is out, and what should have been back by now.

>>> moves = [Move(1, -500_000, date(2026, 1, 31)), Move(2, 200_000, date(2026, 3, 1))]
>>> told(moves).out, late(moves, months=1, on=date(2026, 3, 1))
(300000, 300000)
>>> late(moves, months=None, on=date(2026, 3, 1))
0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from rukun.kit.dates import months_later


@dataclass(frozen=True, slots=True)
class Move:
    """Out below zero, back above; `undoes` names the move that never should have been."""

    key: int
    amount: int
    on: date
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Capital:
    """`least`: the least that was out after any of the days; below zero more came back than had gone."""

    lent: int
    returned: int
    least: int

    @property
    def out(self) -> int:
        return self.lent - self.returned


def told(moves: Sequence[Move]) -> Capital:
    """What stands when undone moves and their opposites are left out; of one day what goes out comes first."""
    held = _standing(moves)
    balances = list(accumulate(-each.amount for each in sorted(held, key=lambda each: (each.on, each.amount))))
    lent = -sum(each.amount for each in held if each.amount < 0)
    return Capital(lent, sum(each.amount for each in held if each.amount > 0), min(balances, default=0))


def late(moves: Sequence[Move], *, months: int | None, on: date) -> int:
    """What went out so many months ago or longer, and is not back. Without a term nothing is late."""
    if months is None:
        return 0
    held = _standing(moves)
    due = -sum(each.amount for each in held if each.amount < 0 and months_later(each.on, months) <= on)
    return max(0, due - sum(each.amount for each in held if each.amount > 0))


def _standing(moves: Sequence[Move]) -> list[Move]:
    gone = {each.undoes for each in moves if each.undoes is not None}
    return [each for each in moves if each.undoes is None and each.key not in gone]
