"""Whether a child gained enough from one month to the next, as a cadre writes it on the growth card.

>>> before, now = Weighing(month=24_300, grams=6500), Weighing(month=24_301, grams=6800)
>>> marked([before, now], {now.month: 400}).gain
<Gain.TOO_LITTLE: 'T'>
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile


class Gain(StrEnum):
    """N: gained enough. T: too little, or lost. O: not weighed the month before. B: weighed for the first time."""

    ENOUGH = "N"
    TOO_LITTLE = "T"
    ABSENT_BEFORE = "O"
    FIRST = "B"


@dataclass(frozen=True, slots=True)
class Weighing:
    """`month` counts whole months of the calendar (year × 12 + month), so that neighbours differ by one."""

    month: int
    grams: int


@dataclass(frozen=True, slots=True)
class Marked:
    """The mark of the last weighing, and how many times in a row it was T: two or more ask for a health worker."""

    gain: Gain
    in_a_row: int


def marked(weighings: Sequence[Weighing], least: Mapping[int, int]) -> Marked:
    """Of weighings one a month in order; `least`: the least gain in grams by month. ValueError when there is none."""
    marks = list(marks_of(weighings, least))
    if not marks:
        raise ValueError("no_weighing")
    last = list(takewhile(lambda each: each is Gain.TOO_LITTLE, reversed(marks)))
    return Marked(marks[-1], len(last))


def marks_of(weighings: Sequence[Weighing], least: Mapping[int, int]) -> Iterable[Gain]:
    """A mark for each weighing, in order."""
    if weighings:
        yield Gain.FIRST
    for before, now in pairwise(weighings):
        if now.month - before.month != 1:
            yield Gain.ABSENT_BEFORE
        else:
            yield Gain.ENOUGH if now.grams - before.grams >= least[now.month] else Gain.TOO_LITTLE


def least_at(age_months: int, steps: Mapping[int, int]) -> int:
    """The figure of the highest age named that is not above this one; of the lowest one below them all.

    >>> [least_at(age, {1: 800, 7: 300, 11: 200}) for age in (0, 1, 6, 7, 10, 11, 60)]
    [800, 800, 800, 300, 300, 200, 200]
    """
    named = [age for age in sorted(steps) if age <= age_months]
    return steps[named[-1]] if named else steps[min(steps)]
