"""Double entry in whole rupiah: what an entry is made of, what it does to a book, and what is wrong with a book.

>>> from rukun.rules.ledger import effects, granted, paid, Spent
>>> effects(granted(1000))["receivable"], effects(paid([Spent(7, 900)], source="bank", withheld={"pph22": 12}))["bank"]
(1000, -888)
"""

from rukun.rules.ledger.checking import Finding, findings
from rukun.rules.ledger.recipes import (
    bank_fee,
    banked,
    carried_in,
    carried_out,
    granted,
    interest,
    paid,
    panjar_back,
    panjar_given,
    released,
    returned,
    reversal,
    swadaya_cash,
    talangan_repaid,
    tax_deposited,
    withdrawn,
)
from rukun.rules.ledger.sums import SUMS, effects, total
from rukun.rules.ledger.values import Account, Entry, Leg, Source, Spent

__all__ = [
    "SUMS",
    "Account",
    "Entry",
    "Finding",
    "Leg",
    "Source",
    "Spent",
    "bank_fee",
    "banked",
    "carried_in",
    "carried_out",
    "effects",
    "findings",
    "granted",
    "interest",
    "paid",
    "panjar_back",
    "panjar_given",
    "released",
    "returned",
    "reversal",
    "swadaya_cash",
    "talangan_repaid",
    "tax_deposited",
    "total",
    "withdrawn",
]
