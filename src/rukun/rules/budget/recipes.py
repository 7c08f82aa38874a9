"""From the measures of a work to what it takes: volumes × coefficients, rounded up to what can be bought.

>>> sand = Resource("P", "material", "Pasir", "m³", Decimal(1400), Decimal("0.1"))
>>> worker = Resource("T", "wage", "Pekerja", "HOK", step=Decimal("0.5"))
>>> work = Work("B", "Beton", "m³", ((sand, Decimal(817)), (worker, Decimal("1.65"))))
>>> part = Part((Product(Decimal("0.01"), ("length", "width", "thick")),), "Beton", work)
>>> [(each.words, str(each.quantity), each.unit) for each in take_off([part], dict(length=50, width=2, thick=10))]
[('Pasir', '5.9', 'm³'), ('Pekerja', '16.5', 'HOK')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from rukun.rules.budget.values import KINDS, LineKind

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing or a worker's day; one `unit` that is bought holds `per` of what coefficients count; `step` is the least
    more of it that can be bought."""

    code: str
    kind: LineKind
    words: str
    unit: str
    per: Decimal = ONE
    step: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Work:
    """What one `unit` of a piece of work takes."""

    code: str
    words: str
    unit: str
    takes: tuple[tuple[Resource, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Product:
    """`times` the product of some measures."""

    times: Decimal
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a work."""

    volume: tuple[Product, ...]
    told: str
    work: Work

    def measured(self, measures: Mapping[str, Decimal]) -> Decimal:
        """
        >>> Part((Product(Decimal(2), ("n",)), Product(ONE)), "", Work("", "", "", ())).measured({"n": Decimal(3)})
        Decimal('7')
        """
        return sum((_product(each, measures) for each in self.volume), Decimal(0))


@dataclass(frozen=True, slots=True)
class Taken:
    """What all parts together take of one resource; `told`: from which volumes."""

    code: str
    kind: LineKind
    words: str
    unit: str
    quantity: Decimal
    told: str


def take_off(parts: Iterable[Part], measures: Mapping[str, Decimal]) -> tuple[Taken, ...]:
    """Every resource once, in the order of a RAB; never less than the work takes, and less than a step more."""
    needed: dict[Resource, Decimal] = {}
    told: dict[Resource, list[str]] = {}
    for part in parts:
        volume = part.measured(measures)
        for resource, each in part.work.takes if volume > 0 else ():
            needed[resource] = needed.get(resource, Decimal(0)) + volume * each / resource.per
            told.setdefault(resource, []).append(
                f"{part.told} {plain(volume)} {part.work.unit} × {_each(each, resource)}"
            )
    found = [
        Taken(each.code, each.kind, each.words, each.unit, up(amount, each.step), "; ".join(told[each]))
        for each, amount in needed.items()
    ]
    return tuple(sorted(found, key=lambda taken: KINDS.index(taken.kind)))


def up(amount: Decimal, step: Decimal) -> Decimal:
    """
    >>> up(Decimal("5.84"), Decimal("0.1")), up(Decimal(3), Decimal("0.5"))
    (Decimal('5.9'), Decimal('3.0'))
    """
    return (amount / step).quantize(ONE, rounding=ROUND_CEILING) * step


def plain(number: Decimal) -> str:
    """As people here write it.

    >>> plain(Decimal("12.500")), plain(Decimal("1E+1"))
    ('12,5', '10')
    """
    text = f"{number.quantize(Decimal('0.0001')):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _each(coefficient: Decimal, resource: Resource) -> str:
    return plain(coefficient) + (f" ÷ {plain(resource.per)}" if resource.per != ONE else "")


def _product(product: Product, measures: Mapping[str, Decimal]) -> Decimal:
    found = product.times
    for name in product.by:
        found *= measures[name]
    return found


LABOUR, OTHER = Decimal(30), Decimal(1500)


def looks_wrong(kind: str, quantity: Decimal) -> bool:
    """Whether a coefficient looks as if it had lost its comma: more than thirty days, or 1,500 of a thing, for one
    unit of work. It is kept as it stands and marked.

    >>> looks_wrong("wage", Decimal(1395)), looks_wrong("material", Decimal(1009))
    (True, False)
    """
    return quantity > (LABOUR if kind == "wage" else OTHER)
