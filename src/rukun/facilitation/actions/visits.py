"""A helper came, saw, and something was promised; later it is said whether the promise was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.models import Promise, Visit
from rukun.facilitation.queries import programmes
from rukun.kit.problems import Problem


@transaction.atomic
def record(
    *, rt_id: int, path: str, on: date, found: str, who: str, promises: Sequence[Mapping[str, Any]] = (),
    today: date, by: Any,
) -> Visit:  # fmt: skip
    """A visit with what was promised there (text, owes, due).

    Raises Problem facilitation.not_yet, facilitation.due_before_visit.
    """
    if on > today:
        raise Problem("facilitation.not_yet", on=on)
    kept = Visit.objects.create(rt_id=rt_id, path=path, year=programmes.year_on(on), on=on, who=who, found=found)
    audit.record("visits.recorded", kept, by=by, path=path, on=str(on))
    for each in promises:
        promise(visit=kept, by=by, **each)
    return kept


@transaction.atomic
def promise(*, visit: Visit, text: str, owes: str, due: date, by: Any) -> Promise:
    """Raises Problem facilitation.due_before_visit."""
    if due < visit.on:
        raise Problem("facilitation.due_before_visit", due=due, on=visit.on)
    kept = Promise.objects.create(visit=visit, path=visit.path, text=text, owes=owes, due=due)
    audit.record("visits.promised", kept, by=by, path=visit.path, owes=owes, until=str(due))
    return kept


@transaction.atomic
def answer(*, promise: Promise, kept: bool, note: str, on: date, by: Any) -> None:
    """Whether it was kept; it may be answered again when that turns out otherwise."""
    promise.kept, promise.note, promise.answered_on = kept, note, on
    promise.save()
    audit.record("visits.answered", promise, by=by, path=promise.path, is_kept=kept, on=str(on))
