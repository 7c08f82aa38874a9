"""How far RTs have come on the steps of a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef

from rukun.facilitation.facts import calendar
from rukun.facilitation.models import Programme, StepState
from rukun.facilitation.types import Station, StepCount, Walk
from rukun.parameters.juknis import Step
from rukun.people.queries import tallies
from rukun.territory import queries as territory


def of_rt(rt_id: int, programme: Programme, *, on: date) -> list[Station]:
    """Every step of the year as it stands for one RT, in the order of the juknis."""
    kept = {each.step: each for each in StepState.objects.filter(rt=rt_id, year=programme.year)}
    return [_station(step, kept, on) for step in programme.juknis.steps]


def next_of(stations: list[Station], on: date) -> Station | None:
    """The one next thing; None when all is done."""
    return calendar.next_of(stations, on)


def walks(paths: Iterable[str], year: int, *, on: date) -> list[Walk]:
    """Every RT in these areas with the steps it has begun and done, in one query an area."""
    return [walk for path in _outermost(paths) for walk in _walks(path, year, on)]


def progress(found: Iterable[Walk], programme: Programme, *, on: date) -> list[StepCount]:
    """Every step of the year as counts of these RTs."""
    held = list(found)
    return [_counted(step, held, on) for step in programme.juknis.steps]


def _walks(path: str, year: int, on: date) -> Iterator[Walk]:
    kept = StepState.objects.filter(rt=OuterRef("area"), year=year)
    rows = territory.rts_under(path, on=on).annotate(
        begun=ArraySubquery(kept.values("step")),
        done=ArraySubquery(kept.filter(done_on__isnull=False).values("step")),
        is_counted=Exists(tallies.under(path).filter(rt=OuterRef("area"), households__gt=0)),
    )
    for rt_id, place, begun, done, is_counted in rows.values_list("area", "area__path", "begun", "done", "is_counted"):
        yield Walk(rt_id, place, frozenset(begun), frozenset(done), is_counted)


def _outermost(paths: Iterable[str]) -> list[str]:
    """Areas that lie within others are not read twice."""
    held = sorted(set(paths))
    return [path for path in held if not any(path != other and path.startswith(other) for other in held)]


def _station(step: Step, kept: Mapping[str, StepState], on: date) -> Station:
    held = kept.get(step.mark)
    done_on = held.done_on if held else None
    state = calendar.state_of(step, begun=held is not None, done=done_on is not None, on=on)
    return Station(step, state, done_on, held.note if held else "")


def _counted(step: Step, found: Sequence[Walk], on: date) -> StepCount:
    done = sum(step.mark in walk.done for walk in found)
    begun = sum(step.mark in walk.begun for walk in found)
    late = len(found) - done if calendar.is_late(step, on) else 0
    return StepCount(step, len(found), done, begun - done, late)
