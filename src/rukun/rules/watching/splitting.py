"""One purchase made into several: at one shop just below a limit, or over many RTs at once.

>>> from datetime import date
>>> notes = [Receipt(n, 1, "1.", date(2026, 5, n), 6_000_000, "toko rekaan") for n in (1, 2)]
>>> [each.strength for each in just_below(notes, limit=10_000_000, days=7)]
[1.2]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rukun.rules.watching.values import Finding, Priced, Receipt, reason


def just_below(receipts: Iterable[Receipt], *, limit: int, days: int) -> list[Finding]:
    """S-2: within `days` days one RT bought from one seller for at least `limit` rupiah, in notes all below it."""
    held: dict[tuple[int, str], list[Receipt]] = defaultdict(list)
    for each in receipts:
        if each.vendor and each.amount < limit:
            held[(each.rt, each.vendor)].append(each)
    found = []
    for (rt, vendor), group in held.items():
        window = _heaviest(sorted(group, key=lambda each: (each.on, each.id)), days)
        total = sum(each.amount for each in window)
        if len(window) > 1 and total >= limit:
            found.append(_split(rt, vendor, window, total, limit))
    return found


def _heaviest(group: Sequence[Receipt], days: int) -> Sequence[Receipt]:
    """The run of receipts within `days` days that cost most."""
    best: Sequence[Receipt] = ()
    most = start = total = 0
    for end, each in enumerate(group):
        total += each.amount
        while (each.on - group[start].on).days >= days:
            total -= group[start].amount
            start += 1
        if total > most:
            most, best = total, group[start : end + 1]
    return best


def _split(rt: int, vendor: str, window: Sequence[Receipt], total: int, limit: int) -> Finding:
    first, last = window[0], window[-1]
    return Finding(
        "S-2", rt, f"S-2:{vendor}:{first.on.isoformat()}",
        (
            reason("many_notes", count=len(window), total=total, days=(last.on - first.on).days + 1),
            reason("limit_of_one", limit=limit),
            reason("maybe_need_grew"),
        ),
        last.id, min(2.5, total / limit),
    )  # fmt: skip


def orders_over_rts(
    items: Iterable[Priced], receipts: Iterable[Receipt], *, rts: int, days: int
) -> list[Finding]:  # fmt: skip
    """S-3: at least `rts` RTs of one desa bought one thing at one price from one seller within `days` days."""
    by_id = {each.id: each for each in receipts if each.vendor}
    held: dict[tuple[str, str, str, int], list[Receipt]] = defaultdict(list)
    for item in items:
        if (each := by_id.get(item.receipt)) is not None:
            held[(each.desa, each.vendor, item.what, item.unit_price)].append(each)
    found = []
    for (desa, vendor, what, price), group in held.items():
        near = _nearest(sorted(group, key=lambda each: (each.on, each.id)), days)
        together = {each.rt: each for each in near}
        if len(together) >= rts:
            key = f"S-3:{desa}:{vendor}:{what}:{price}"
            found += [_ordered(each, key, what, price, len(together), rts) for each in together.values()]
    return found


def _nearest(group: Sequence[Receipt], days: int) -> Sequence[Receipt]:
    """The receipts of the `days` days in which most RTs bought."""
    windows = ([each for each in group if 0 <= (each.on - first.on).days < days] for first in group)
    return max(windows, key=lambda window: len({each.rt for each in window}), default=[])


def _ordered(each: Receipt, key: str, what: str, price: int, together: int, rts: int) -> Finding:
    return Finding(
        "S-3", each.rt, key,
        (
            reason("same_order", rts=together, what=what, price=price),
            reason("usual_apart", rts=rts),
            reason("maybe_bought_together"),
        ),
        each.id, 0.8,
    )  # fmt: skip
