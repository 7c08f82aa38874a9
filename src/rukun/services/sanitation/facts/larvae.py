"""Houses of a round as the rules of larva watch understand them, and their density figures by the table in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rukun.parameters import sanitation as dated
from rukun.rules import sanitation


@dataclass(frozen=True, slots=True)
class Indices:
    """ABJ, HI, CI in percent and BI, None of nothing seen; `figures`: the density figure of HI, CI and BI."""

    houses: int
    free: Fraction | None
    house: Fraction | None
    container: Fraction | None
    breteau: Fraction | None
    figures: dict[str, int | None]


def indices(seen: Iterable[tuple[int, int]], *, on: date) -> Indices:
    """Of (containers, with larvae) house by house."""
    found = sanitation.larvae([sanitation.House(*each) for each in seen])
    house, container, breteau = _percent(found.house_index), _percent(found.container_index), found.breteau
    table = dated.density(on).of
    told = {"house": house, "container": container, "breteau": breteau}
    figures = {name: sanitation.density(value, table[name].steps, table[name].above) for name, value in told.items()}
    return Indices(found.houses, _percent(found.free_share), house, container, breteau, figures)


def _percent(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * 100
