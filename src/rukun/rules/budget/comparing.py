"""What changed from one revision to the next, item by item.

>>> from dataclasses import replace
>>> from decimal import Decimal
>>> old = [Item(1, "wage", "grant", "Pekerja", "HOK", Decimal(60), 100_000)]
>>> new = [replace(old[0], quantity=Decimal(45)), Item(2, "material", "grant", "Semen", "zak", Decimal(20), 75_000)]
>>> [(each.number, each.by) for each in compare(old, new)]
[(1, -1500000), (2, 1500000)]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rukun.rules.budget.values import Item


@dataclass(frozen=True, slots=True)
class Change:
    """One number in both revisions; None where it does not stand."""

    number: int
    old: Item | None
    new: Item | None

    @property
    def by(self) -> int:
        return (self.new.amount if self.new else 0) - (self.old.amount if self.old else 0)

    @property
    def is_change(self) -> bool:
        return self.old != self.new


def compare(old: Iterable[Item], new: Iterable[Item]) -> tuple[Change, ...]:
    before, after = ({each.number: each for each in items} for items in (old, new))
    return tuple(Change(n, before.get(n), after.get(n)) for n in sorted(before.keys() | after.keys()))
