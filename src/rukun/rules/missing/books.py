"""What stands between an RT and its next rupiah, and between its papers and their acceptance.

>>> [each.told for each in of_teams(Teams({"preparing": 3, "carrying_out": 5}))]
['watching']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rukun.rules.missing.days import workdays_after
from rukun.rules.missing.values import Book, Missing, Who

TEAMS = ("preparing", "carrying_out", "watching")
PAID_OUT_WITHIN = 10
"""Working days, Permendagri 20/2018 article 53 to 54: money of a desa's swakelola not paid out goes back."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle of papers on its way: of which kind, on whose desk, until when; why it came back."""

    kind: str
    level: Who
    is_returned: bool = False
    is_draft: bool = False
    due: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Teams:
    """How many sit in each of the three teams."""

    members: Mapping[str, int]


def rank(held: Bundle) -> tuple[bool, bool, date]:
    """What came back first, then what is not sent yet, then who is waited for."""
    return not held.is_returned, not held.is_draft, held.due or date.max


def of_book(known: Book) -> tuple[Missing, ...]:
    """The way of the next rupiah, in the order it goes."""
    found = (
        Missing("tranche_release", known.releaser, amount=known.unreleased),
        Missing("talangan", "rt_treasurer", amount=known.owed),
        Missing("tranche_request", "rt", until=known.ask_until, amount=known.asks),
        Missing("spj_prepare", "rt", amount=known.unbundled),
        Missing("gate", "rt", amount=known.gap),
    )
    waits = (Missing("tranche_day", "rt", until=known.opens_on),) if known.opens_on else ()
    closing = (Missing("lpj_prepare", "rt"),) if known.closes else ()
    after = (Missing("year_end", "rt_head", amount=known.left),) if known.left else ()
    return (*(each for each in found if each.amount), *waits, *closing, *after)


def before_lpj(*, unfinished: int, unaccounted: int, left: int) -> tuple[Missing, ...]:
    """What keeps the report of the year back: works, then receipts, then money.

    >>> [each.code for each in before_lpj(unfinished=1, unaccounted=0, left=5_000)]
    ['unfinished', 'money_left']
    """
    found = (
        Missing("unfinished", "rt", count=unfinished),
        Missing("unaccounted", "rt", amount=unaccounted),
        Missing("money_left", "rt_treasurer", amount=left),
    )
    return tuple(each for each in found if each.count or each.amount)


def of_teams(known: Teams) -> tuple[Missing, ...]:
    return tuple(Missing("team", "rt_head", told=team) for team in TEAMS if not known.members.get(team))


def of_leftover(held: int, released_on: date | None) -> tuple[Missing, ...]:
    """Money of the desa that came and was not paid out yet: a reminder of the day it goes back."""
    if held <= 0 or released_on is None:
        return ()
    return (Missing("pay_out", "rt_treasurer", until=workdays_after(released_on, PAID_OUT_WITHIN), amount=held),)


def of_bundle(each: Bundle) -> Missing:
    if each.is_returned:
        return Missing("bundle_returned", "rt", until=each.due, told=each.reason)
    if each.is_draft:
        return Missing("bundle_draft", "rt", told=each.kind)
    return Missing("bundle_waits", each.level, until=each.due, told=each.kind)
