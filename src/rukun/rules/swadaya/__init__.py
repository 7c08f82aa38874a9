"""Work and gifts: what days of work are worth, who took the wage and who gave it back, what people gave themselves.

>>> from datetime import date
>>> days = [Day(1, 7, date(2026, 5, 4), 2, 120_000), Day(2, 7, date(2026, 5, 4), 1, 120_000, is_waived=True)]
>>> [(each.worker, each.paid, each.waived) for each in wages(days)]
[(1, 120000, 0), (2, 0, 60000)]
>>> movable(waived={7: 60_000}, moved={7: 20_000})
{7: 40000}
>>> share(grant=39_940_000, swadaya=60_000)
Fraction(3, 2000)
"""

from rukun.rules.swadaya.checking import FULL_AGE, Finding, findings, is_possible
from rukun.rules.swadaya.gifts import Gift, Given, given, movable, share, worth
from rukun.rules.swadaya.wages import Day, Wage, wages

__all__ = [
    "FULL_AGE",
    "Day",
    "Finding",
    "Gift",
    "Given",
    "Wage",
    "findings",
    "given",
    "is_possible",
    "movable",
    "share",
    "wages",
    "worth",
]
