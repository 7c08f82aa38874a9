"""A purchase, a rate of a tax on a day, and what is kept back.

>>> Withholding(8_000_000, (Withheld("pph22", Decimal("1.5"), 8_000_000, 120_000),)).to_pay
7880000
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

TaxName = Literal["ppn", "pph21", "pph22", "pph23", "local"]
PurchaseKind = Literal["goods", "service", "catering", "fee", "wage"]


@dataclass(frozen=True, slots=True)
class Rate:
    """`percent` None: nobody said. `above`: what is worth no more bears none of it; None: it has no such limit.
    `of`: the part of the price it is reckoned on (PPN: 11/12). `without_npwp`: times as much from a seller without
    NPWP, None: not known. `is_sure` False: still to be confirmed at the tax office."""

    tax: TaxName
    percent: Decimal | None
    above: int | None = None
    of: Fraction = Fraction(1)
    without_npwp: Decimal | None = None
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Purchase:
    """What is paid, PPN within. `has_ppn`: the seller adds PPN; `is_free`: a Surat Keterangan frees the seller from
    PPh; `has_npwp` None: nobody asked."""

    kind: PurchaseKind
    amount: int
    has_ppn: bool = False
    has_npwp: bool | None = True
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """One tax kept back: `percent` of `base`, in whole rupiah."""

    tax: TaxName
    percent: Decimal
    base: int
    amount: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a tax is, or is not, or may have to be kept back: a stable code and the values of its sentence.

    Codes: below (above), free, unknown_rate, unknown_npwp, npwp_higher (times), unsure.
    """

    code: str
    tax: TaxName
    details: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Withholding:
    """All that is kept back from one payment, and why."""

    amount: int
    taxes: tuple[Withheld, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def total(self) -> int:
        return sum(each.amount for each in self.taxes)

    @property
    def to_pay(self) -> int:
        """What the seller gets."""
        return self.amount - self.total
