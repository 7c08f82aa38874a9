"""Larva watch: two weeks begin in an RT, then house by house."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.services.sanitation.actions.looks import lived_in
from rukun.services.sanitation.models import LarvaRound, LarvaVisit
from rukun.services.sanitation.queries import larvae
from rukun.territory.types import Place

LENGTH = timedelta(days=14)


@transaction.atomic
def begin(*, place: Place, on: date, by: Any) -> LarvaRound:
    """Raises Problem sanitation.round_running."""
    if held := larvae.running(place.path, on=on):
        raise Problem("sanitation.round_running", until=held.until)
    kept, is_new = LarvaRound.objects.get_or_create(
        rt_id=place.id, since=on, defaults={"path": place.path, "until": on + LENGTH, "by": str(by)}
    )
    if not is_new:
        raise Problem("sanitation.round_running", until=kept.until)
    record("sanitation.round_begun", kept, by=by, path=place.path)
    return kept


@transaction.atomic
def visit(*, household_id: int, containers: int, positive: int, words: str, on: date, by: Any) -> LarvaVisit:
    """In the round that runs. Raises Problem sanitation.nobody_lives_there, .no_round, .more_positive_than_seen."""
    home = lived_in(household_id)
    held = larvae.running(home.path, on=on)
    if held is None:
        raise Problem("sanitation.no_round")
    if positive > containers:
        raise Problem("sanitation.more_positive_than_seen", containers=containers, positive=positive)
    kept = LarvaVisit.objects.create(
        round=held, path=home.path, household=home, on=on, containers=containers, positive=positive, words=words,
        by=str(by),
    )  # fmt: skip
    record("sanitation.larvae_seen", kept, by=by, path=home.path, household=home.pk)
    return kept
