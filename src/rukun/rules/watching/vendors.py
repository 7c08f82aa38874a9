"""Who is bought from: one seller for nearly everything, or a seller who decides over the money.

>>> from datetime import date
>>> bought = Receipt(1, 1, "1.", date(2026, 5, 4), 900_000, "tono rekaan")
>>> [each.indicator for each in related([bought], [Officer(1, "tono rekaan", "Bendahara RT")])]
['V-2']
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from rukun.rules.watching.values import Finding, Officer, Receipt, reason


def concentrated(receipts: Iterable[Receipt], *, share: float, least: int) -> list[Finding]:
    """V-1: the Herfindahl index of sellers' shares passes `share` with at least `least` purchases."""
    held: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    counts: dict[int, int] = defaultdict(int)
    for each in receipts:
        if each.vendor and each.category != "wage":
            held[each.rt][each.vendor] += each.amount
            counts[each.rt] += 1
    found = []
    for rt, sellers in held.items():
        total = sum(sellers.values())
        index = sum(Fraction(amount, total) ** 2 for amount in sellers.values())
        if counts[rt] >= least and index > Fraction(share):
            vendor, most = max(sellers.items(), key=lambda pair: (pair[1], pair[0]))
            found.append(
                Finding(
                    "V-1", rt, f"V-1:{vendor}",
                    (
                        reason("one_seller", percent=100 * most // total, count=counts[rt]),
                        reason("usual_sellers", sellers=len(sellers)),
                        reason("maybe_only_shop"),
                    ),
                    strength=0.4,
                )
            )  # fmt: skip
    return found


def related(receipts: Iterable[Receipt], officers: Iterable[Officer]) -> list[Finding]:
    """V-2: the seller bears the name of someone who decides over the money of that RT."""
    names = {(each.rt, each.name): each for each in officers if each.name}
    groups: dict[tuple[int, str], list[Receipt]] = defaultdict(list)
    for each in receipts:
        if (each.rt, each.vendor) in names and each.category not in ("wage", "fee"):
            groups[(each.rt, each.vendor)].append(each)
    return [
        Finding(
            "V-2", rt, f"V-2:{vendor}",
            (
                reason("seller_is_officer", office=names[(rt, vendor)].office),
                reason("bought_from", count=len(group), total=sum(each.amount for each in group)),
                reason("maybe_same_name"),
            ),
            group[-1].id, 2.0,
        )
        for (rt, vendor), group in groups.items()
    ]  # fmt: skip
