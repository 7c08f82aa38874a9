"""What somebody did for a child out of school or at risk, and when to look again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.services.education.actions.schooling import the_person
from rukun.services.education.models import FollowUp
from rukun.services.education.queries import schooling
from rukun.services.education.types import Result


@transaction.atomic
def follow(
    *, person_id: int, words: str, result: str, next_on: date | None, done_on: date, on: date, by: Any
) -> FollowUp:
    """Raises Problem education.not_needed, .next_look_missing, .next_look_past and those of `the_person`."""
    person = the_person(person_id, done_on, on)
    known = schooling.last(person_id)
    if known is None or known.state not in schooling.CARED_FOR:
        raise Problem("education.not_needed")
    if result in ("", Result.STILL_OUT) and next_on is None:
        raise Problem("education.next_look_missing")
    if next_on and next_on <= done_on:
        raise Problem("education.next_look_past", on=next_on)
    kept = FollowUp.objects.create(
        person=person, path=person.path, on=done_on, words=words, result=result, next_on=next_on, by=str(by)
    )
    record("education.followed_up", kept, by=by, path=person.path, person=person.pk)
    return kept
