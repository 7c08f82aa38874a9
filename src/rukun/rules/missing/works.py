"""What an activity still lacks: first that which lets nothing else begin.

>>> [each.code for each in of_activity(Activity(rab="none", percent=None), tax_by="rt")]
['rab_none']
"""

from __future__ import annotations

from rukun.rules.missing.values import Activity, Missing, Receipts

POINTS = (0, 50, 100)
RABS = {"none": "rab_none", "draft": "rab_draft"}


def of_activity(known: Activity, *, tax_by: str | None) -> tuple[Missing, ...]:
    """A RAB first, then what its receipts lack, then pictures of the work."""
    if known.is_closed:
        return ()
    if known.rab != "approved":
        return (Missing(RABS[known.rab], "rt"),) if known.rab in RABS else ()
    return (*of_receipts(known.receipts, tax_by=tax_by), *_pictures(known))


def of_receipts(known: Receipts, *, tax_by: str | None = "rt") -> tuple[Missing, ...]:
    """What keeps receipts from an SPJ."""
    counted = (
        Missing("payment_approve", "rt_head", count=known.proposed),
        Missing("payment_pay", "rt_treasurer", count=known.approved),
        Missing("receipt_photo", "rt", count=known.without_photo),
        Missing("receipt_vendor", "rt", count=known.without_vendor),
        Missing("wage_list", "rt", count=known.without_list),
    )
    return (*(each for each in counted if each.count), *_tax(known.tax, tax_by))


def _tax(amount: int, tax_by: str | None) -> tuple[Missing, ...]:
    """Who deposits is said by the juknis; where it is silent somebody must ask."""
    if not amount or tax_by not in (None, "rt"):
        return ()
    return (Missing("tax_deposit" if tax_by else "tax_unknown", "rt_treasurer", amount=amount),)


def _pictures(known: Activity) -> tuple[Missing, ...]:
    """A picture at each point the work has reached: of a building before it and half way, of all else at its end."""
    reached = 100 if known.is_finished else known.percent or 0
    points = POINTS if known.is_building else POINTS[-1:]
    lacking = [point for point in points if point <= reached and point not in known.pictured]
    return tuple(Missing(f"photo_{point}", "rt") for point in lacking)
