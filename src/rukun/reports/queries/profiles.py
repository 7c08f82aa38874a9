"""The profile of an RT: people, hardship, needs, services, money and what changed in a year, of one or of thousands.

Everything is read in bulk: a query a subject for all RTs under a path, never one for each RT. No name stands in it.
Counts that may point to a family are hidden unless the reader may see families.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rukun.grants.queries import by_rt as grants
from rukun.musrenbang.queries import ceilings, plans
from rukun.needs.queries import cores
from rukun.needs.queries import progress as voices
from rukun.needs.queries.cores import Core
from rukun.needs.types import Progress
from rukun.people.queries import bands
from rukun.people.queries.bands import Bands
from rukun.poverty import public
from rukun.poverty.queries import figures, past
from rukun.poverty.queries.past import Sums
from rukun.poverty.queries.verdicts import criteria_texts
from rukun.poverty.types import HIDDEN, Count, Figures, Label, Safe, plain
from rukun.reports.queries import served
from rukun.reports.queries.served import Gap
from rukun.rules.mpi import Change
from rukun.territory import queries as territory
from rukun.territory.types import Place

COMMONEST = 5
YEAR = timedelta(days=365)
NOBODY = Sums()


@dataclass(frozen=True, slots=True)
class Profile:
    """One RT on a day, with its money and needs of a programme year. `then` and `moves` are of one year before: what it
    came to, and whose hardship changed; `moves` only for who may see families."""

    place: Place
    year: int
    on: date
    is_open: bool
    figures: Figures
    bands: Bands
    safe: Safe
    reasons: tuple[tuple[str, Count], ...]
    said: Progress
    cores: tuple[Core, ...]
    plan: tuple[tuple[str, int], ...]
    ceiling: int | None
    money: grants.Year
    money_then: grants.Year
    then: Sums
    moves: Change | None = None
    gap: Gap = field(default_factory=Gap)

    def guarded(self, count: int, whole: int) -> Count:
        """A count of a whole as it may be shown: hidden when few stand on either side, unless one may see families."""
        return count if self.is_open or public.THRESHOLD <= count <= whole - public.THRESHOLD else HIDDEN

    @property
    def poor_then(self) -> Count | None:
        """None where nobody was judged by then, or where the reader may not compare two days."""
        return self.then.verdicts.get(Label.POOR, 0) if self.is_open and self.then.judged else None


def under(path: str, *, year: int, on: date, is_open: bool) -> Iterator[Profile]:
    """Every RT under a path, in the order of their paths."""
    ground = _Ground(path, year, on, is_open)
    rts = list(territory.rts_under(path, on=on).values_list("area", flat=True))
    named = territory.places(rts, on=on)
    return (ground.profile(named[rt]) for rt in rts if rt in named)


def of_rt(place: Place, *, year: int, on: date, is_open: bool) -> Profile:
    return _Ground(place.path, year, on, is_open, around=_parent(place)).profile(place)


def _parent(place: Place) -> str:
    """Whose table decides which counts of an RT are hidden."""
    return place.path[: -len(f"{place.id}.")]


class _Ground:
    """What was read once for all RTs under a path. `around`: the wider path whose tables hide small counts."""

    def __init__(self, path: str, year: int, on: date, is_open: bool, *, around: str = "") -> None:
        self.year, self.on, self.is_open = year, on, is_open
        self.figures = figures.figures_by_rt(path if is_open else around or path)
        self.safe = {} if is_open else public.by_rt(self.figures)
        self.bands = bands.by_rt(path, on=on)
        self.said, self.cores = voices.by_rt(path, year), cores.by_rt(path, year)
        self.plans, self.ceilings = plans.by_rt(path, year), ceilings.amounts(path, year, on)
        self.money, self.money_then = grants.years(path, year), grants.years(path, year - 1)
        self.then = past.by_rt(path, then=on - YEAR, now=on)
        self.gaps = served.gaps(path, on=on)
        self.texts = criteria_texts(on)

    def profile(self, place: Place) -> Profile:
        own = self.figures.get(place.path, Figures(rts=1))
        safe = plain(own) if self.is_open else self.safe.get(place.path, plain(Figures()))
        then, moves = self.then.get(place.id, (NOBODY, None))
        money = self.money.get(place.id, grants.Year())
        return Profile(
            place=place,
            year=self.year,
            on=self.on,
            is_open=self.is_open,
            figures=own,
            bands=self.bands.get(place.path, Bands()),
            safe=safe,
            reasons=self._reasons(own, safe),
            said=self.said.get(place.path, Progress(0, 0, 0, {})),
            cores=tuple(self.cores.get(place.path, ())),
            plan=tuple(self.plans.get(place.path, ())),
            ceiling=money.money.ceiling or self.ceilings.get(place.id),
            money=money,
            money_then=self.money_then.get(place.id, grants.Year()),
            then=then,
            moves=moves if self.is_open else None,
            gap=self.gaps.get(place.path, Gap()),
        )

    def _reasons(self, own: Figures, safe: Safe) -> tuple[tuple[str, Count], ...]:
        """The commonest ones; those that are hidden come last, in the order of the rule."""
        shown = sorted((code for code, n in own.reasons.items() if n), key=lambda code: -_size(safe.reasons[code]))
        return tuple((self.texts.get(code, code), safe.reasons[code]) for code in shown[:COMMONEST])


def _size(count: Count) -> int:
    return count if isinstance(count, int) else 0
