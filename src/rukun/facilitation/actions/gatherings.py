"""Sosialisasi and trainings are recorded, set right, and measured by questions before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.facilitation.models import Gathering, GatheringQuestion
from rukun.facilitation.queries import programmes
from rukun.facilitation.types import GatheringKind, Sitting
from rukun.kit.problems import Problem
from rukun.parameters.juknis import StepKind

FULFILS = {
    GatheringKind.SOSIALISASI: (StepKind.SOSIALISASI, steps.finish),
    GatheringKind.OFFICERS: (StepKind.TRAINING, steps.finish),
    GatheringKind.RESIDENTS: (StepKind.TRAINING, steps.begin),
}
"""A training of residents begins the step of trainings; that of the officers ends it."""


@transaction.atomic
def record(
    *, area_id: int, path: str, rts: Mapping[int, str], kind: str, on: date, today: date, by: Any, **told: Any
) -> Gathering:
    """Keeps a gathering, with the questions of the juknis, and moves the RTs that took part (id → path) on.

    Raises Problem facilitation.not_yet, facilitation.nobody_came, facilitation.more_than_came.
    """
    _sound(on=on, today=today, **told)
    year = programmes.year_on(on)
    kept = Gathering.objects.create(area_id=area_id, path=path, rts=sorted(rts), kind=kind, on=on, year=year, **told)
    _ask(kept, today)
    audit.record("gatherings.recorded", kept, by=by, path=path, kind=kind, on=str(on), came=kept.came, rts=len(rts))
    _fulfil(kept, rts, by)
    return kept


@transaction.atomic
def correct(*, gathering: Gathering, rts: Mapping[int, str], on: date, today: date, by: Any, **told: Any) -> None:
    """Sets a recorded gathering right. Problems as in `record`."""
    _sound(on=on, today=today, **told)
    for name, value in (told | {"on": on, "rts": sorted(rts)}).items():
        setattr(gathering, name, value)
    gathering.save()
    audit.record("gatherings.corrected", gathering, by=by, path=gathering.path, on=str(on), came=gathering.came)
    _fulfil(gathering, rts, by)


@transaction.atomic
def score(*, gathering: Gathering, sitting: Sitting, of: int, right: Sequence[int], by: Any) -> None:
    """How many answered in one sitting and how many had each question right, in the order of the questions.

    Raises Problem facilitation.more_right, facilitation.more_answered.
    """
    if of > gathering.came:
        raise Problem("facilitation.more_answered", of=of, came=gathering.came)
    if any(each > of for each in right):
        raise Problem("facilitation.more_right", right=max(right), of=of)
    for question, count in zip(gathering.questions.all(), right, strict=True):
        setattr(question, f"{sitting}_right", count)
        setattr(question, f"{sitting}_of", of)
        question.save()
    audit.record("gatherings.scored", gathering, by=by, path=gathering.path, sitting=str(sitting), of=of)


def _ask(gathering: Gathering, on: date) -> None:
    held = programmes.of_year(gathering.year, on)
    questions = held.juknis.readiness.questions if held else ()
    GatheringQuestion.objects.bulk_create(
        GatheringQuestion(gathering=gathering, path=gathering.path, number=number, text=each.text)
        for number, each in enumerate(questions, start=1)
    )


def _sound(*, on: date, today: date, women: int, men: int, **told: Any) -> None:
    if on > today:
        raise Problem("facilitation.not_yet", on=on)
    if women + men == 0:
        raise Problem("facilitation.nobody_came")
    for part in (told.get("poor"), told.get("disability")):
        if (part or 0) > women + men:
            raise Problem("facilitation.more_than_came", part=part, came=women + men)


def _fulfil(gathering: Gathering, rts: Mapping[int, str], by: Any) -> None:
    step, act = FULFILS[GatheringKind(gathering.kind)]
    for rt_id, path in rts.items():
        act(rt_id=rt_id, path=path, year=gathering.year, step=step, on=gathering.on, by=by)
