"""What an entry does to the sums of its book.

`opened` and `committed` are no sums of entries: a tranche is opened and a payment approved before any money moves.

>>> effects([Leg("bank", 500), Leg("receivable", -500)])["released"], total([Leg("bank", 500), Leg("receivable", -500)])
(500, 500)

>>> from rukun.rules.ledger.values import Leg
>>> moved = effects([Leg("bank", 900), Leg("receivable", -900)])
>>> moved["bank"], moved["receivable"], moved["released"], moved["spent"]
(900, -900, 900, 0)
"""

from __future__ import annotations

from collections.abc import Iterable

from rukun.rules.ledger.values import Account, Leg

DEBIT: dict[str, Account] = {
    "cash": "cash", "bank": "bank", "receivable": "receivable", "panjar": "panjar", "spent": "spending",
    "returned": "returned", "carried_out": "leftover",
}  # fmt: skip
CREDIT: dict[str, Account] = {
    "talangan": "talangan", "tax": "tax", "granted": "grant", "swadaya_cash": "swadaya", "interest": "interest",
    "carried_in": "carried",
}  # fmt: skip
SUMS = (*DEBIT, *CREDIT, "released")


def effects(legs: Iterable[Leg]) -> dict[str, int]:
    """Name of each sum → by how many rupiah it changes; zero for those left alone."""
    moved: dict[str, int] = {}
    for leg in legs:
        moved[leg.account] = moved.get(leg.account, 0) + leg.amount
    found = {name: moved.get(account, 0) for name, account in DEBIT.items()}
    found |= {name: -moved.get(account, 0) for name, account in CREDIT.items()}
    return found | {"released": found["granted"] - found["receivable"]}


def total(legs: Iterable[Leg]) -> int:
    """The sum of the debits."""
    return sum(leg.amount for leg in legs if leg.amount > 0)
