"""Finishes the step of problems and hopes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.needs.queries import trees
from rukun.parameters.juknis import StepKind


@transaction.atomic
def finish(*, rt_id: int, path: str, year: int, on: date, by: Any) -> None:
    """Done for this year. Raises Problem needs.no_root_yet while no problem has a cause."""
    if not any(each.is_rooted for each in trees.of_rt(path, year)):
        raise Problem("needs.no_root_yet")
    steps.finish(rt_id=rt_id, path=path, year=year, step=StepKind.NEEDS, on=on, by=by)
