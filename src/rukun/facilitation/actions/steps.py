"""An RT begins and finishes the steps of its year. The rooms that fulfil a step call these; saying it again is free."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.models import StepState
from rukun.parameters.juknis import StepKind


@transaction.atomic
def begin(*, rt_id: int, path: str, year: int, step: StepKind | str, on: date, by: Any) -> None:
    """Something was done for this step. `step`: its kind, or the key of one of the kind `other`."""
    _kept(rt_id, path, year, str(step), on, by)


@transaction.atomic
def finish(*, rt_id: int, path: str, year: int, step: StepKind | str, on: date, by: Any, note: str = "") -> None:
    """This step is done; what is done stays done, on the day it was first said."""
    held = _kept(rt_id, path, year, str(step), on, by)
    if held.done_on is not None:
        return
    held.begun_on, held.done_on, held.note = min(held.begun_on, on), on, note
    held.save()
    audit.record("steps.finished", held, by=by, path=path, step=str(step), year=year, on=str(on))


@transaction.atomic
def reopen(*, rt_id: int, path: str, year: int, step: StepKind | str, by: Any) -> None:
    """It was not done after all."""
    held = StepState.objects.select_for_update().filter(rt=rt_id, year=year, step=str(step), done_on__isnull=False)
    for each in held:
        each.done_on = None
        each.save()
        audit.record("steps.reopened", each, by=by, path=path, step=str(step), year=year)


def _kept(rt_id: int, path: str, year: int, step: str, on: date, by: Any) -> StepState:
    found = {"rt_id": rt_id, "year": year, "step": step}
    held, is_new = StepState.objects.get_or_create(**found, defaults={"path": path, "begun_on": on})
    if is_new:
        audit.record("steps.begun", held, by=by, path=path, step=step, year=year, on=str(on))
    return held
