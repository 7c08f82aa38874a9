"""Reasons to look at receipts, prices, taxes and cash. A finding is never a verdict and stops nothing.

Each indicator takes plain rows and thresholds handed in, and gives findings with three reasons in codes and values:
what was seen, what is usual, and what may explain it innocently.

>>> from datetime import date
>>> day, seen = date(2026, 5, 4), dict(rt=1, desa="1.", vendor="toko abadi", number="17", amount=900000)
>>> [found.indicator for found in duplicates([Receipt(1, on=day, **seen), Receipt(2, on=day, **seen)])]
['R-1', 'R-1']
"""

from rukun.rules.watching.books import at_once, idle_cash, rush, tax_gap
from rukun.rules.watching.pictures import reused
from rukun.rules.watching.prices import marked_up
from rukun.rules.watching.receipts import back_dated, duplicates, impossible_dates, sequences
from rukun.rules.watching.samples import draw
from rukun.rules.watching.scores import risks, weight
from rukun.rules.watching.splitting import just_below, orders_over_rts
from rukun.rules.watching.values import BookFacts, Finding, Officer, Picture, Priced, Reason, Receipt
from rukun.rules.watching.vendors import concentrated, related

__all__ = [
    "BookFacts",
    "Finding",
    "Officer",
    "Picture",
    "Priced",
    "Reason",
    "Receipt",
    "at_once",
    "back_dated",
    "concentrated",
    "draw",
    "duplicates",
    "idle_cash",
    "impossible_dates",
    "just_below",
    "marked_up",
    "orders_over_rts",
    "related",
    "reused",
    "risks",
    "rush",
    "sequences",
    "tax_gap",
    "weight",
]
