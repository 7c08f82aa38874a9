"""The plain values of a book: accounts, the legs of an entry, and what was spent of which line.

>>> Leg("panjar", 50_000, officer=3)
Leg(account='panjar', amount=50000, line=None, officer=3, tax='')

>>> Leg("cash", -500).line is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Account = Literal[
    "cash", "bank", "receivable", "panjar", "spending", "returned", "leftover", "tax", "talangan", "grant", "swadaya",
    "interest", "carried",
]  # fmt: skip
Source = Literal["cash", "bank", "panjar", "talangan"]


@dataclass(frozen=True, slots=True)
class Leg:
    """One side of an entry in whole rupiah: above zero a debit, below a credit. `line`: which line of a RAB was spent;
    `officer`: whose panjar or talangan; `tax`: which tax."""

    account: Account
    amount: int
    line: int | None = None
    officer: int | None = None
    tax: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """So many rupiah of one line."""

    line: int
    amount: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One balanced entry as it stands in a book. `reverses`: the number of the entry it takes back."""

    number: int
    on: date
    kind: str
    legs: tuple[Leg, ...]
    reverses: int | None = None
