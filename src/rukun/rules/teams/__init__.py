"""Who sits in more than one of the three teams of a swakelola on the same days. It is shown, never forbidden.

>>> from datetime import date
>>> seats = [Seat("Siti Rekaan", "preparing", date(2026, 1, 1), None),
...     Seat("siti  rekaan", "watching", date(2026, 3, 1), None)]
>>> doubled(seats)
(Doubled(name='Siti Rekaan', teams=('preparing', 'watching')),)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in one team, from–until (the last day, None: still). `person`: who it is in the register, if known."""

    name: str
    team: str
    since: date
    until: date | None
    person: int | None = None

    @property
    def key(self) -> int | str:
        return self.person or " ".join(self.name.casefold().split())


@dataclass(frozen=True, slots=True)
class Doubled:
    """One person in several teams at once."""

    name: str
    teams: tuple[str, ...]


def doubled(seats: Iterable[Seat]) -> tuple[Doubled, ...]:
    """Everyone whose days in two teams meet, by name."""
    held: dict[int | str, list[Seat]] = {}
    for each in seats:
        held.setdefault(each.key, []).append(each)
    found = ((rows[0].name, _meeting(rows)) for rows in held.values())
    return tuple(Doubled(name, teams) for name, teams in sorted(found) if teams)


def _meeting(rows: Sequence[Seat]) -> tuple[str, ...]:
    pairs = [(one, other) for one, other in combinations(rows, 2) if one.team != other.team and _overlap(one, other)]
    return tuple(sorted({each.team for pair in pairs for each in pair}))


def _overlap(one: Seat, other: Seat) -> bool:
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)
