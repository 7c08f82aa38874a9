"""Reckons what is kept back.

>>> from rukun.rules.tax.values import Reason
>>> withheld(Purchase("fee", 500_000), (Rate("pph21", None),)).reasons
(Reason(code='unknown_rate', tax='pph21', details=()),)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from rukun.rules.tax.values import Purchase, PurchaseKind, Rate, Reason, TaxName, Withheld, Withholding

BEARS: dict[PurchaseKind, tuple[TaxName, ...]] = {
    "goods": ("ppn", "pph22"),
    "service": ("ppn", "pph23"),
    "catering": ("pph23", "local"),
    "fee": ("pph21",),
    "wage": ("pph21",),
}
"""Which taxes a purchase of a kind bears. PPN only where the seller adds it."""


def withheld(purchase: Purchase, rates: Iterable[Rate]) -> Withholding:
    """Every tax this purchase bears, by the rates of its day. A tax without a rate is a question, never zero rupiah."""
    known = {each.tax: each for each in rates}
    borne = [tax for tax in BEARS[purchase.kind] if tax != "ppn" or purchase.has_ppn]
    price = _price(purchase, known.get("ppn"))
    found = [_one(purchase, price, known.get(tax) or Rate(tax, None)) for tax in borne]
    return Withholding(
        purchase.amount,
        tuple(each for each, _ in found if each),
        tuple(reason for _, reasons in found for reason in reasons),
    )


def _price(purchase: Purchase, ppn: Rate | None) -> int:
    """The price without PPN."""
    if not purchase.has_ppn or ppn is None or ppn.percent is None:
        return purchase.amount
    return rounded(purchase.amount / (1 + Fraction(ppn.percent) * ppn.of / 100))


def _one(purchase: Purchase, price: int, rate: Rate) -> tuple[Withheld | None, tuple[Reason, ...]]:
    reasons = tuple(_reasons(purchase, price, rate))
    if rate.percent is None or any(each.code in ("below", "free") for each in reasons):
        return None, reasons
    if rate.tax == "ppn":
        kept = purchase.amount - price
        return Withheld("ppn", rate.percent, rounded(price * rate.of), kept) if kept else None, reasons
    percent = rate.percent * _times(purchase, rate)
    base = rounded(price * rate.of)
    kept = rounded(base * Fraction(percent) / 100)
    return Withheld(rate.tax, percent, base, kept) if kept else None, reasons


def _reasons(purchase: Purchase, price: int, rate: Rate) -> Iterator[Reason]:
    if rate.percent is None:
        yield Reason("unknown_rate", rate.tax)
        return
    if rate.above is not None and (purchase.amount if rate.tax == "ppn" else price) <= rate.above:
        yield Reason("below", rate.tax, (("above", rate.above),))
        return
    if purchase.is_free and rate.tax != "ppn":
        yield Reason("free", rate.tax)
        return
    yield from _npwp(purchase, rate)
    if not rate.is_sure:
        yield Reason("unsure", rate.tax)


def _npwp(purchase: Purchase, rate: Rate) -> Iterator[Reason]:
    if rate.tax in ("ppn", "local"):
        return
    if purchase.has_npwp is None or purchase.has_npwp is False and rate.without_npwp is None:
        yield Reason("unknown_npwp", rate.tax)
    elif not purchase.has_npwp:
        yield Reason("npwp_higher", rate.tax, (("times", rate.without_npwp),))


def _times(purchase: Purchase, rate: Rate) -> Decimal:
    return rate.without_npwp if purchase.has_npwp is False and rate.without_npwp is not None else Decimal(1)


def rounded(value: Fraction) -> int:
    """Whole rupiah, half upwards.

    >>> rounded(Fraction(1, 2)), rounded(Fraction(149, 100))
    (1, 1)
    """
    return int(value + Fraction(1, 2))
