"""How far RTs have come on the steps of a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from rukun.facilitation.facts import calendar
from rukun.facilitation.models import Programme, StepState
from rukun.facilitation.types import Station, StepCount
from rukun.parameters.juknis import Step
from rukun.territory import queries as territory


def of_rt(rt_id: int, programme: Programme, *, on: date) -> list[Station]:
    """Every step of the year as it stands for one RT, in the order of the juknis."""
    kept = {each.step: each for each in StepState.objects.filter(rt=rt_id, year=programme.year)}
    return [_station(step, kept, on) for step in programme.juknis.steps]


def next_of(stations: list[Station], on: date) -> Station | None:
    """The one next thing; None when all is done."""
    return calendar.next_of(stations, on)


def progress(path: str, programme: Programme, *, on: date) -> list[StepCount]:
    """Every step of the year as counts of the RTs under a path."""
    rts = territory.rts_under(path, on=on).count()
    counts = {"done": Count("pk", filter=Q(done_on__isnull=False)), "begun": Count("pk")}
    found = StepState.objects.filter(path__startswith=path, year=programme.year)
    kept = {row["step"]: row for row in found.values("step").annotate(**counts)}
    return [_counted(step, kept.get(step.mark, {}), rts, on) for step in programme.juknis.steps]


def _station(step: Step, kept: Mapping[str, StepState], on: date) -> Station:
    held = kept.get(step.mark)
    done_on = held.done_on if held else None
    state = calendar.state_of(step, begun=held is not None, done=done_on is not None, on=on)
    return Station(step, state, done_on, held.note if held else "")


def _counted(step: Step, row: Mapping[str, int], rts: int, on: date) -> StepCount:
    done, begun = row.get("done", 0), row.get("begun", 0)
    late = max(rts - done, 0) if calendar.is_late(step, on) else 0
    return StepCount(step, rts, done, begun - done, late)
