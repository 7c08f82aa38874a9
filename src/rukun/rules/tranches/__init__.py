"""How a year's money is shared into tranches, and when the next one opens.

>>> shares(150_000_001, ["60", "40"])
(90000000, 60000001)
>>> gate(Passed(released=90_000_000, accounted=60_000_000), "100")
Gate(needed=90000000, done=60000000)
>>> parts(50, [60, 40])
(30, 20)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Passed:
    """What has happened to a book's money until now: `released` to be answered for, `accounted` in accepted SPJ,
    `returned` to the kas daerah. Money given back needs no receipts."""

    released: int
    accounted: int
    returned: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """How many rupiah must be answered for before the next tranche, and how many are."""

    needed: int
    done: int

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.done)

    @property
    def is_open(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before the next tranche: rupiah still to answer for, money that has not come yet, a day to come."""

    missing: int = 0
    is_unreleased: bool = False
    opens_on: date | None = None

    @property
    def is_nothing(self) -> bool:
        return not (self.missing or self.is_unreleased or self.opens_on)

    @property
    def is_only_a_day(self) -> bool:
        return self.opens_on is not None and not self.missing and not self.is_unreleased


def shares(ceiling: int, percents: Sequence[str]) -> tuple[int, ...]:
    """Whole rupiah for each tranche, rounded down; the last takes what remains."""
    told = [int(Fraction(Decimal(each)) * ceiling / 100) for each in percents[:-1]]
    return (*told, ceiling - sum(told)) if percents else ()


def parts(rest: int, before: Sequence[int]) -> tuple[int, ...]:
    """Tranches that still wait share what is left as they shared before: rounded down, the last takes what remains."""
    told = [rest * each // sum(before) for each in before[:-1]]
    return (*told, rest - sum(told)) if before else ()


def gate(passed: Passed, percent: str | None) -> Gate:
    """What must be answered for, rounded up: a share is reached, not nearly reached. None: the juknis asks nothing."""
    needed = -int(-Fraction(Decimal(percent or "0")) * passed.released / 100 // 1)
    return Gate(needed, passed.accounted + passed.returned)


def before(
    passed: Passed, percent: str | None, *, on: date, opens_on: date | None, is_last_released: bool = True
) -> Before:
    """All that keeps the next tranche shut on a day. A tranche is not opened while the one before is still to come."""
    return Before(
        missing=gate(passed, percent).missing,
        is_unreleased=not is_last_released,
        opens_on=opens_on if opens_on is not None and opens_on > on else None,
    )
