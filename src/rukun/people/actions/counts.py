"""How many households and people an RT says it has: what coverage is held against."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import days, tallies
from rukun.people.models import StatedCount

MOST_HOUSEHOLDS = 5000


@transaction.atomic
def state(*, rt: Any, households: int, people: int | None, on: date, source: str, today: date, by: Any) -> StatedCount:
    """A newer statement counts over an older one; nothing is overwritten.

    Raises Problem people.day_in_future, people.count_impossible, people.source_missing.
    """
    days.not_in_future(on, today=today)
    if not 0 <= households <= MOST_HOUSEHOLDS or (people is not None and people < households):
        raise Problem("people.count_impossible", households=households, people="…" if people is None else people)
    if not (told := " ".join(source.split())):
        raise Problem("people.source_missing")
    stated = StatedCount.objects.create(
        rt_id=rt.id, path=rt.path, households=households, people=people, on=on, source=told[:120]
    )
    record("count.stated", stated, by=by, path=rt.path, households=households, people=people, on=str(on))
    tallies.refresh(rt_ids=[rt.id], on=today)
    return stated
