"""A round of larva watch: how many houses and containers hold larvae, and how dense that is.

>>> told = larvae([House(10, 1), House(9, 1), *[House(4, 0)] * 8])
>>> [str(each) for each in (told.free_share, told.house_index, told.container_index, told.breteau)]
['4/5', '1/5', '2/51', '20']
>>> larvae([]).free_share is None
True
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class House:
    """Water containers looked into, and those with larvae. ValueError `more_positive_than_seen`."""

    containers: int
    positive: int

    def __post_init__(self) -> None:
        if not 0 <= self.positive <= self.containers:
            raise ValueError("more_positive_than_seen")


@dataclass(frozen=True, slots=True)
class Larvae:
    """Shares between 0 and 1 (ABJ, HI, CI) and positive containers per hundred houses (BI); None of nothing seen."""

    houses: int
    free_share: Fraction | None
    house_index: Fraction | None
    container_index: Fraction | None
    breteau: Fraction | None


def larvae(houses: Sequence[House]) -> Larvae:
    """Of the houses inspected in a round: ABJ is one less HI."""
    seen, with_larvae = len(houses), sum(each.positive > 0 for each in houses)
    containers, positive = sum(each.containers for each in houses), sum(each.positive for each in houses)
    return Larvae(
        seen, _share(seen - with_larvae, seen), _share(with_larvae, seen), _share(positive, containers),
        _share(100 * positive, seen),
    )  # fmt: skip


def density(
    percent: Fraction | None, steps: Sequence[tuple[int, int, int]], above: tuple[int, int] | None = None
) -> int | None:
    """The density figure of an index in percent by published steps (figure, least, most), both ends counting, and the
    figure `above` the last limit; None between two steps: the table says nothing there, and neither do we.

    >>> [density(Fraction(n, 2), [(1, 1, 3), (2, 4, 7)], (3, 8)) for n in (0, 6, 7, 8, 16, 17)]
    [None, 1, None, 2, None, 3]
    """
    if percent is None:
        return None
    if above and percent > above[1]:
        return above[0]
    return next((figure for figure, least, most in steps if least <= percent <= most), None)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
