"""A kabupaten adopts a juknis for a year, and fills in what it leaves open. Each is a new version from a day on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.models import Programme
from rukun.facilitation.queries import programmes
from rukun.kit.problems import Problem
from rukun.parameters.juknis import Answer, Juknis, answered, as_document


@transaction.atomic
def adopt(
    *, juknis: Juknis, path: str, since: date, basis: str, on: date, by: Any, past_is_meant: bool = False
) -> Programme:
    """This juknis holds from `since` on, frozen as it is. Raises Problem facilitation.deadline_past."""
    if not past_is_meant:
        _refuse_past(juknis, juknis.steps, on)
    kept = _kept(juknis, path, since, basis)
    audit.record("programmes.adopted", kept, by=by, path=path, year=kept.year, key=kept.key, since=str(since))
    return kept


@transaction.atomic
def answer(
    *, programme: Programme, question: str, value: Answer, source: str, path: str, since: date, on: date, by: Any,
    past_is_meant: bool = False,
) -> Programme:  # fmt: skip
    """One value of the juknis filled in: a new version from `since` on.

    Raises Problem juknis.not_asked, facilitation.deadline_past, facilitation.version_older,
    facilitation.version_replaced and those of a juknis that contradicts itself.
    """
    if programmes.newest(programme.year) != programme:
        raise Problem("facilitation.version_replaced", year=programme.year)
    if since < programme.since:
        raise Problem("facilitation.version_older", since=since, held=programme.since)
    juknis = answered(programme.juknis, question, value, source)
    if not past_is_meant:
        _refuse_past(juknis, set(juknis.steps) - set(programme.juknis.steps), on)
    kept = _kept(juknis, path, since, source)
    audit.record("programmes.answered", kept, by=by, path=path, year=kept.year, question=question, since=str(since))
    return kept


def _kept(juknis: Juknis, path: str, since: date, basis: str) -> Programme:
    return Programme.objects.create(
        year=juknis.year, key=juknis.key, document=as_document(juknis), since=since, basis=basis, path=path
    )


def _refuse_past(juknis: Juknis, changed: Iterable[Any], on: date) -> None:
    """A deadline that has passed makes every RT late at once: it must be meant."""
    late = [step for step in changed if step.until and step.until < on]
    if late:
        first = min(late, key=lambda step: step.until)
        raise Problem("facilitation.deadline_past", step=first.label, until=first.until, count=len(late))
