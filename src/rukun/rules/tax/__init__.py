"""What is kept back from a payment as tax, by rates that are handed in. Nothing here knows a rate.

>>> from decimal import Decimal
>>> rates = (Rate("ppn", Decimal(11), above=2_000_000), Rate("pph22", Decimal("1.5"), above=2_000_000))
>>> [(each.tax, each.base, each.amount) for each in withheld(Purchase("goods", 4_440_000, has_ppn=True), rates).taxes]
[('ppn', 4000000, 440000), ('pph22', 4000000, 60000)]
>>> withheld(Purchase("goods", 8_000_000), rates).total
120000
"""

from rukun.rules.tax.values import Purchase, PurchaseKind, Rate, Reason, TaxName, Withheld, Withholding
from rukun.rules.tax.withholding import withheld

__all__ = ["Purchase", "PurchaseKind", "Rate", "Reason", "TaxName", "Withheld", "Withholding", "withheld"]
