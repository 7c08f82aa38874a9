"""The rates of a day as the rule of withholding wants them."""

from __future__ import annotations

from datetime import date

from rukun.parameters import tax as parameters
from rukun.rules import tax as rules
from rukun.rules.tax import TaxName


def rates(on: date) -> tuple[rules.Rate, ...]:
    return tuple(
        rules.Rate(_name(each.tax), each.percent, each.above, each.of, each.without_npwp, not each.notes)
        for each in parameters.rates(on)
    )


def expected(amounts: list[int], on: date) -> int:
    """What would be kept back from goods of these amounts, bought with NPWP and without PPN."""
    held = rates(on)
    return sum(rules.withheld(rules.Purchase("goods", each), held).total for each in amounts)


def _name(tax: str) -> TaxName:
    names: dict[str, TaxName] = {each: each for each in ("ppn", "pph21", "pph22", "pph23", "local")}
    return names[tax]
