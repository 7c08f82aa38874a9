"""A price beside what others paid for the same thing, and beside the price standard.

>>> items = [Priced(n, n, "semen / zak", "1.", 70_000) for n in range(1, 9)]
>>> [each.rt for each in marked_up([*items, Priced(9, 9, "semen / zak", "1.", 99_000)], share=0.25, spread=3, least=8)]
[9]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median

from rukun.rules.watching.values import Finding, Priced, reason

USUAL = 1.4826
"""A median absolute deviation times this is one standard deviation where prices are spread normally."""


def marked_up(items: Iterable[Priced], *, share: float, spread: float, least: int) -> list[Finding]:
    """P-1: more than `share` above the median of its zone and `spread` deviations from it, among at least `least`
    prices of different RTs; or as much above the standard where there is one."""
    kept = list(items)
    usual = _usual(kept, least)
    return [found for each in kept if (found := _above(each, usual, share, spread)) is not None]


def _usual(items: Iterable[Priced], least: int) -> dict[tuple[str, str], tuple[float, float]]:
    """(zone, thing) → median and deviation, one price an RT so that nobody outvotes the rest."""
    by_rt: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for each in items:
        by_rt[(each.zone, each.what)][each.rt].append(each.unit_price)
    found = {}
    for key, rts in by_rt.items():
        if len(rts) >= least:
            prices = [median(prices) for prices in rts.values()]
            middle = median(prices)
            found[key] = (middle, USUAL * median(abs(each - middle) for each in prices))
    return found


def _above(
    each: Priced, usual: Mapping[tuple[str, str], tuple[float, float]], share: float, spread: float
) -> Finding | None:  # fmt: skip
    middle, deviation = usual.get((each.zone, each.what), (0.0, 0.0))
    is_far = bool(middle) and each.unit_price > middle * (1 + share) and each.unit_price > middle + spread * deviation
    is_over = each.standard is not None and each.unit_price > each.standard * (1 + share)
    if not (is_far or is_over):
        return None
    beside = int(middle) if is_far else each.standard or 0
    percent = round(100 * (each.unit_price - beside) / beside)
    return Finding(
        "P-1", each.rt, f"P-1:{each.receipt}:{each.what}",
        (
            reason("price_above", what=each.what, price=each.unit_price, percent=percent),
            reason("usual_price" if is_far else "standard_price", price=beside),
            reason("maybe_better_or_far"),
        ),
        each.receipt, min(2.5, percent / 50),
    )  # fmt: skip
