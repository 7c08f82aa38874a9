"""Money that lies still, tax that was kept, spending that hurries.

>>> facts = BookFacts(rt=1, year=2026, cash=9_000_000, cash_since=date(2026, 5, 4))
>>> [each.key for each in idle_cash([facts], on=date(2026, 7, 4), cash=5_000_000, days=30)]
['C-1:2026']
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rukun.rules.watching.values import BookFacts, Finding, reason


def idle_cash(books: Iterable[BookFacts], *, on: date, cash: int, days: int) -> list[Finding]:
    """C-1: more than `cash` rupiah in hand for more than `days` days."""
    return [
        Finding(
            "C-1", each.rt, f"C-1:{each.year}",
            (
                reason("cash_lies", cash=each.cash, days=(on - each.cash_since).days),
                reason("usual_cash", cash=cash, days=days),
                reason("maybe_work_waits"),
            ),
            strength=min(2.0, each.cash / cash / 2),
        )
        for each in books
        if each.cash > cash and each.cash_since is not None and (on - each.cash_since).days > days
    ]  # fmt: skip


def tax_gap(books: Iterable[BookFacts], *, on: date, days: int) -> list[Finding]:
    """C-4: tax was kept back more than `days` days ago and not yet paid to the state."""
    return [
        Finding(
            "C-4", each.rt, f"C-4:{each.year}",
            (
                reason("tax_kept", tax=each.tax, days=(on - each.tax_since).days),
                reason("usual_tax", days=days),
                reason("maybe_proof_missing"),
            ),
            strength=1.2,
        )
        for each in books
        if each.tax > 0 and each.tax_since is not None and (on - each.tax_since).days > days
    ]  # fmt: skip


def rush(books: Iterable[BookFacts], *, share: float, days: int, least: int) -> list[Finding]:
    """C-3: more than `share` of a year's spending fell into its last `days` days, in all at least `least` rupiah."""
    return [
        Finding(
            "C-3", each.rt, f"C-3:{each.year}",
            (
                reason("spent_late", percent=100 * each.spent_late // each.spent, days=days),
                reason("spent_whole", spent=each.spent),
                reason("maybe_late_tranche"),
            ),
            strength=0.6,
        )
        for each in books
        if each.spent >= least and each.spent_late > share * each.spent
    ]  # fmt: skip


def at_once(books: Iterable[BookFacts], *, share: float) -> list[Finding]:
    """C-2: the first withdrawal took more than `share` of what had come."""
    return [
        Finding(
            "C-2", each.rt, f"C-2:{each.year}",
            (
                reason("taken_at_once", percent=100 * each.first_withdrawal // each.released),
                reason("usual_parts"),
                reason("maybe_one_big_purchase"),
            ),
            strength=0.5,
        )
        for each in books
        if each.released and each.first_withdrawal > share * each.released
    ]  # fmt: skip
