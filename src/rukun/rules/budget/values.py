"""An item of a RAB as the rules see it, and a reason.

>>> Item(1, "wage", "grant", "Pekerja", "HOK", Decimal(63), 100_000).amount
6300000
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

LineKind = Literal["material", "equipment", "wage", "fee"]
Funding = Literal["grant", "labour", "goods", "cash"]
KINDS: tuple[LineKind, ...] = ("material", "equipment", "wage", "fee")


def amount(quantity: Decimal, unit_price: int) -> int:
    """Volume × unit price in whole rupiah, half upwards.

    >>> amount(Decimal("0.5"), 3), amount(Decimal("2.4999"), 1)
    (2, 2)
    """
    return int((quantity * unit_price).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a RAB. `funding`: who pays it; `standard`: the price standard of the day, None where it has none."""

    number: int
    kind: LineKind
    funding: Funding
    words: str
    unit: str
    quantity: Decimal
    unit_price: int
    standard: int | None = None

    @property
    def amount(self) -> int:
        return amount(self.quantity, self.unit_price)


class Outcome(StrEnum):
    """From best to worst."""

    KEPT = "kept"
    UNKNOWN = "unknown"
    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a stable code, what it means for the RAB, the item it speaks of (None: the whole), the article, the values
    of its sentence."""

    code: str
    outcome: Outcome
    item: int | None = None
    article: str = ""
    details: tuple[tuple[str, object], ...] = ()
