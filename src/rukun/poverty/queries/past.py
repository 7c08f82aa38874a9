"""An area as of an earlier day, counted afresh from what carries its dates: stays, former places and verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from rukun.parameters.poverty import BPS14_KEY
from rukun.people.queries import past as people
from rukun.people.queries.past import Home
from rukun.poverty.types import Label
from rukun.rules.mpi import Change, change
from rukun.territory import queries as territory


@dataclass(slots=True)
class Sums:
    """What one place came to that day. `verdicts`: label → households, empty where nobody was judged by then."""

    households: int = 0
    people: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)

    @property
    def judged(self) -> int:
        return sum(self.verdicts.values())

    def add(self, home: Home, label: str | None) -> None:
        self.households += 1
        self.people += home.people
        if label:
            self.verdicts[label] = self.verdicts.get(label, 0) + 1


@dataclass(frozen=True, slots=True)
class Part:
    """A place right beneath, by the name of the borders it is counted in. `path` is where it lies now."""

    area_id: int
    label: str
    path: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class PastSheet:
    """An area as of a day: as a whole, by its parts, and the RTs it was made of."""

    own: Sums
    parts: list[Part]
    rts: frozenset[int]


# The newest verdict by then. A verdict is written only when it says something new, so it held until the next one.
LABELS = """
    select distinct on (household_id) household_id, label from poverty_classification
    where household_id = any(%(homes)s) and starts_with(rule, %(rule)s) and "on" <= %(on)s
    order by household_id, "on" desc, id desc
"""


def sheet(area_id: int, *, on: date, borders_of: date, with_verdicts: bool) -> PastSheet:
    """The households of the day `on`. `borders_of`: that same day, where each stood in the borders of its time; or
    today, where each is counted in the RT it belongs to now."""
    beneath = territory.beneath(area_id, on=borders_of)
    found = people.homes_as_of if borders_of == on else people.homes_in_todays_borders
    homes = found(beneath, on)
    labels = _labels([home.household_id for home in homes], on) if with_verdicts else {}
    own, by_part = Sums(), dict[int, Sums]()
    for home in homes:
        label = labels.get(home.household_id)
        own.add(home, label)
        by_part.setdefault(beneath[home.rt_id], Sums()).add(home, label)
    return PastSheet(own, _parts(area_id, by_part, borders_of), frozenset(beneath))


def by_rt(path: str, *, then: date, now: date) -> dict[int, tuple[Sums, Change]]:
    """RT → what it came to on an earlier day, in the borders of today, and how its families changed since: who became
    poor for sure, who left it. Only for who may see names (see `views.past`)."""
    rts = territory.rts_under(path, on=now).values_list("area", flat=True)
    before, after = (people.homes_in_todays_borders(rts, day) for day in (then, now))
    was, became = (_labels([home.household_id for home in homes], day) for homes, day in ((before, then), (after, now)))
    found: dict[int, Sums] = defaultdict(Sums)
    for home in before:
        found[home.rt_id].add(home, was.get(home.household_id))
    earlier, later = _standings(before, was), _standings(after, became)
    return {rt: (found[rt], change(earlier.get(rt, {}), later.get(rt, {}))) for rt in rts}


def _standings(homes: Iterable[Home], labels: Mapping[int, str]) -> dict[int, dict[int, bool | None]]:
    """RT → household → poor, not poor, or None where it cannot be said; those nobody judged are left out."""
    told: dict[int, dict[int, bool | None]] = defaultdict(dict)
    for home in homes:
        if label := labels.get(home.household_id):
            told[home.rt_id][home.household_id] = None if label == Label.CANNOT_BE_SAID else label == Label.POOR
    return told


def gone_elsewhere(rts: Iterable[int], *, today: date) -> dict[str, str]:
    """Path → name of the places that hold some part of these RTs today."""
    heirs = {heir for after in territory.in_todays_borders(rts, on=today).values() for heir in after}
    return {place.path: place.label for place in territory.places(sorted(heirs), on=today).values()}


def _labels(homes: Sequence[int], on: date) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(LABELS, {"homes": list(homes), "rule": f"{BPS14_KEY}@", "on": on})
        return dict(cursor.fetchall())


def _parts(area_id: int, by_part: dict[int, Sums], borders_of: date) -> list[Part]:
    """The places of the borders, then those that had no edition that day yet held a household."""
    known = {child.id: child for child in territory.children(area_id, on=borders_of)}
    named = {pk: child.label for pk, child in known.items()} | territory.latest_labels(
        by_part.keys() - known.keys() - {area_id}
    )
    return [
        Part(pk, label, known[pk].path if pk in known else "", by_part.get(pk, Sums())) for pk, label in named.items()
    ]
