"""A RAB: what its lines add up to, what a juknis and a price standard say about them, what changed between two.

Words: an *item* is a line of a RAB; *kind* is material, equipment, wage or fee; *funding* is who pays it: the grant, or
residents with labour, goods or cash (swadaya); the *standard* is what the price list said.

>>> from decimal import Decimal
>>> leaders = Item(1, "wage", "grant", "Ketua kelompok", "HOK", Decimal(2 * 12), 90_000)
>>> workers = Item(2, "wage", "grant", "Pekerja", "HOK", Decimal(34 * 12), 80_000)
>>> totals([leaders, workers]).grant
34800000
"""

from rukun.rules.budget.checking import Cap, Honorarium, Limits, Threshold, check
from rukun.rules.budget.comparing import Change, compare
from rukun.rules.budget.recipes import Part, Product, Resource, Taken, Work, looks_wrong, take_off
from rukun.rules.budget.sums import Totals, percent, totals
from rukun.rules.budget.values import KINDS, Item, LineKind, Outcome, Reason, amount
from rukun.rules.budget.words import holds, score

__all__ = [
    "KINDS",
    "LineKind",
    "Cap",
    "Change",
    "Honorarium",
    "Item",
    "Limits",
    "Outcome",
    "Part",
    "Product",
    "Reason",
    "Resource",
    "Taken",
    "Threshold",
    "Totals",
    "Work",
    "amount",
    "check",
    "compare",
    "holds",
    "looks_wrong",
    "percent",
    "score",
    "take_off",
    "totals",
]
