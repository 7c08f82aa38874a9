"""What people gave, each kind in its own units with what it is worth beside it, and its share of the whole work.

>>> worth(Fraction("2.5"), 65_001)
162503
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Gift:
    """One gift; one that was taken back stands again with quantity and value below zero."""

    kind: str
    quantity: Fraction
    unit: str
    value: int


@dataclass(frozen=True, slots=True)
class Given:
    """All gifts of one kind: quantities unit by unit, in the order of the units, never added across them."""

    kind: str
    quantities: tuple[tuple[str, Fraction], ...]
    value: int


def worth(quantity: Fraction, unit_value: int) -> int:
    """Quantity × unit value in whole rupiah, half a rupiah upwards; below zero what it is above, mirrored."""
    doubled = 2 * abs(quantity) * unit_value
    amount = int((doubled + 1) // 2)
    return amount if quantity >= 0 else -amount


def given(gifts: Iterable[Gift]) -> tuple[Given, ...]:
    """Kind by kind; a kind, or a unit, of which all was taken back is left out."""
    found: dict[str, dict[str, Fraction]] = {}
    values: dict[str, int] = {}
    for each in gifts:
        units = found.setdefault(each.kind, {})
        units[each.unit] = units.get(each.unit, Fraction(0)) + each.quantity
        values[each.kind] = values.get(each.kind, 0) + each.value
    told = (Given(kind, _left(units), values[kind]) for kind, units in sorted(found.items()))
    return tuple(each for each in told if each.quantities)


def _left(units: Mapping[str, Fraction]) -> tuple[tuple[str, Fraction], ...]:
    return tuple((unit, quantity) for unit, quantity in sorted(units.items()) if quantity)


def movable(waived: Mapping[int, int], moved: Mapping[int, int]) -> dict[int, int]:
    """Line by line: wages given back and not yet moved to another line.

    Raises ValueError moved_more_than_waived.
    """
    left = {line: waived.get(line, 0) - moved.get(line, 0) for line in waived.keys() | moved.keys()}
    if any(amount < 0 for amount in left.values()):
        raise ValueError("moved_more_than_waived")
    return {line: left[line] for line in sorted(left) if left[line]}


def share(grant: int, swadaya: int) -> Fraction | None:
    """How much of the whole work people carried themselves; None where nothing has a value yet.

    Raises ValueError below_zero.
    """
    if grant < 0 or swadaya < 0:
        raise ValueError("below_zero")
    return Fraction(swadaya, grant + swadaya) if grant + swadaya else None
