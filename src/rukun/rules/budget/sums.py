"""What the lines of a RAB add up to.

>>> from decimal import Decimal
>>> path = [
...     Item(1, "material", "grant", "Bahan", "paket", Decimal(1), 91_098_000),
...     Item(2, "wage", "grant", "Pekerja", "HOK", Decimal(63), 100_000),
...     Item(3, "wage", "grant", "Tukang", "HOK", Decimal(56), 120_000),
...     Item(4, "wage", "labour", "Gotong royong", "HOK", Decimal(10), 100_000),
... ]
>>> found = totals(path)
>>> found.grant, found.swadaya, found.by_kind["wage"], found.wage_share
(104118000, 1000000, 13020000, Decimal('12.5'))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from rukun.rules.budget.values import KINDS, Funding, Item, LineKind

FUNDINGS: tuple[Funding, ...] = ("grant", "labour", "goods", "cash")


@dataclass(frozen=True, slots=True)
class Totals:
    """In whole rupiah. `by_kind`: of what the grant pays; `by_funding`: of all; `swadaya`: residents' part, valued."""

    by_kind: Mapping[LineKind, int]
    by_funding: Mapping[Funding, int]

    @property
    def grant(self) -> int:
        return self.by_funding["grant"]

    @property
    def swadaya(self) -> int:
        return self.all - self.grant

    @property
    def all(self) -> int:
        return sum(self.by_funding.values())

    @property
    def wage_share(self) -> Decimal | None:
        """Wages among what the grant pays, in per cent with one place; None of nothing."""
        return percent(self.by_kind["wage"], self.grant)


def totals(items: Iterable[Item]) -> Totals:
    kinds, fundings = dict.fromkeys(KINDS, 0), dict.fromkeys(FUNDINGS, 0)
    for each in items:
        fundings[each.funding] += each.amount
        kinds[each.kind] += each.amount if each.funding == "grant" else 0
    return Totals(MappingProxyType(kinds), MappingProxyType(fundings))


def percent(part: int, whole: int) -> Decimal | None:
    """
    >>> percent(13_020_000, 104_118_000), percent(1, 0)
    (Decimal('12.5'), None)
    """
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
