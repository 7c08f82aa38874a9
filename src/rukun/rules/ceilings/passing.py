"""What becomes of an RT's ceiling when the RT is split or joined with others in the middle of the year.

>>> parted(150_000_001, [Part(1, 40), Part(2, 40)], "by_households")
Carried(amounts={1: 75000001, 2: 75000000}, kept=0, unknown=())
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rukun.rules.ceilings.sharing import shared
from rukun.rules.ceilings.values import AtSplit


@dataclass(frozen=True, slots=True)
class Part:
    """One of the RTs that follow. `is_old`: it is the RT that was there before and goes on."""

    key: int
    households: int | None = None
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """On one day the ceiling of `source` passed to these RTs; a merge is a passing to one."""

    source: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """Ceilings afterwards, and what nobody holds until next year. Together they are what was there before.

    `unknown`: RTs whose households must be counted first; then nothing has moved."""

    amounts: Mapping[int, int]
    kept: int = 0
    unknown: tuple[int, ...] = ()


def parted(amount: int, parts: Sequence[Part], way: AtSplit) -> Carried:
    """The ceiling of one RT among those that follow it.

    by_households: like their counts; first_keeps: the RT that goes on, else the first named, keeps all; next_year: the
    RT that goes on keeps all, else nobody holds it until next year.

    >>> parted(90, [Part(1, 10), Part(2, None)], "by_households").unknown
    (2,)
    >>> parted(90, [Part(1, 10), Part(2, 20)], "next_year")
    Carried(amounts={1: 0, 2: 0}, kept=90, unknown=())
    """
    if way == "by_households" and len(parts) > 1:
        return _by_households(amount, parts)
    holder = next((each for each in parts if each.is_old), parts[0] if way != "next_year" else None)
    amounts = {each.key: amount if each is holder else 0 for each in parts}
    return Carried(amounts, 0 if holder else amount)


def _by_households(amount: int, parts: Sequence[Part]) -> Carried:
    unknown = tuple(each.key for each in parts if each.households is None)
    counts = [each.households or 0 for each in parts]
    if unknown or not any(counts):
        return Carried({}, 0, unknown or tuple(each.key for each in parts))
    return Carried(dict(zip((each.key for each in parts), shared(amount, counts), strict=True)))


def carried(before: Mapping[int, int], passings: Sequence[Passing], way: AtSplit) -> Carried:
    """All ceilings after a row of passings, the oldest first; an RT that ended holds zero.

    >>> carried({1: 50, 2: 70}, [Passing(1, (Part(3),)), Passing(2, (Part(3),))], "first_keeps")
    Carried(amounts={1: 0, 2: 0, 3: 120}, kept=0, unknown=())
    """
    held, kept, unknown = dict(before), 0, list[int]()
    for passing in passings:
        if passing.source not in held:
            continue
        after = parted(held[passing.source], passing.parts, way)
        if after.unknown:
            unknown += after.unknown
            continue
        held[passing.source], kept = 0, kept + after.kept
        for key, amount in after.amounts.items():
            held[key] = held.get(key, 0) + amount
    return Carried(held, kept, tuple(dict.fromkeys(unknown)))
