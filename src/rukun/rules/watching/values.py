"""What is looked at, and what is found. Amounts are whole rupiah; `desa` is the path of the place above an RT.

>>> reason("days_apart", days=3).values
(('days', 3),)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Receipt:
    """One paid or approved receipt. `vendor`: the normalised name or print by which a seller is known again, "" when
    nobody is named; `recorded`: the day it was typed; `released`: the first day money of the book came, if any."""

    id: int
    rt: int
    desa: str
    on: date
    amount: int
    vendor: str = ""
    number: str = ""
    recorded: date | None = None
    released: date | None = None
    category: str = ""
    is_talangan: bool = False


@dataclass(frozen=True, slots=True)
class Priced:
    """One thing on a receipt: `what` names thing and unit alike in all RTs, `zone` where its price is compared."""

    receipt: int
    rt: int
    what: str
    zone: str
    unit_price: int
    standard: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """One use of a picture: `about` tells of what ("payment:7"); `look` is its 64-bit perceptual hash."""

    id: int
    rt: int
    about: str
    digest: str
    look: int
    desa: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who decides over the money of an RT, by the same normalised name as vendors."""

    rt: int
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class BookFacts:
    """One RT's year: cash in hand since a day, tax withheld and not deposited since a day, spending and its rush."""

    rt: int
    year: int
    cash: int = 0
    cash_since: date | None = None
    tax: int = 0
    tax_since: date | None = None
    spent: int = 0
    spent_late: int = 0
    released: int = 0
    first_withdrawal: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence as a code with its values; the room says it in words."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason to look. `key` names the same thing on every scan; `receipt` is the one it is about, if it is one."""

    indicator: str
    rt: int
    key: str
    reasons: tuple[Reason, Reason, Reason]
    receipt: int | None = None
    strength: float = 1.0


def reason(code: str, **values: str | int) -> Reason:
    return Reason(code, tuple(values.items()))
