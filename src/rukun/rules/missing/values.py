"""What is known, and what is missing, as values.

>>> Receipts(proposed=2).proposed, Book().gap
(2, 0)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Who = Literal["rt", "rt_head", "rt_treasurer", "desa", "kecamatan", "kabupaten"]
Rab = Literal["none", "draft", "submitted", "approved"]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not there yet: how many of it, how many rupiah, in whose words (`told`) where somebody said."""

    code: str
    who: Who
    until: date | None = None
    count: int = 0
    amount: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class Receipts:
    """What is not right yet with some receipts and lists of wages; `tax`: rupiah kept back and not deposited."""

    proposed: int = 0
    approved: int = 0
    unbundled: int = 0
    without_photo: int = 0
    without_vendor: int = 0
    without_list: int = 0
    tax: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity: its RAB, how far the work is (None: nobody said), at which per cent there is a picture.
    `is_building`: something is built, so that it is shown at its beginning and half way too."""

    rab: Rab
    percent: int | None
    pictured: frozenset[int] = frozenset()
    is_building: bool = True
    is_finished: bool = False
    is_closed: bool = False
    receipts: Receipts = field(default_factory=Receipts)


@dataclass(frozen=True, slots=True)
class Book:
    """The money of an RT before its next tranche: `gap`: rupiah still to be accounted for; `unbundled`: rupiah paid and
    in no SPJ yet; `asks`: a tranche that may be asked for, with its rupiah and last day; `unreleased`: rupiah
    approved by all desks that have not come; `owed`: rupiah an officer advanced that the RT can give back now;
    `closes`: nothing keeps the LPJ back any more; `left`: rupiah that stay when the year is over."""

    gap: int = 0
    unbundled: int = 0
    asks: int = 0
    ask_until: date | None = None
    unreleased: int = 0
    releaser: Who = "kabupaten"
    opens_on: date | None = None
    owed: int = 0
    closes: bool = False
    left: int = 0
