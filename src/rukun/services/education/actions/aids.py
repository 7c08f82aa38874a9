"""Aid of a year for a pupil: asked for, received, missed or refused, with the words of why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.services.education.actions.schooling import the_person
from rukun.services.education.models import SchoolAid
from rukun.services.education.types import AidState

FIRST_YEAR = 2014
"""Before PIP there was none of it."""


@transaction.atomic
def keep(
    *, person_id: int, kind: str, year: int, state: str, amount: int | None, words: str, on: date, by: Any
) -> SchoolAid:
    """Raises Problem education.aid_twice, .aid_year, those of `_sound` and `schooling.the_person`."""
    if not FIRST_YEAR <= year <= on.year + 1:
        raise Problem("education.aid_year", year=year)
    person = the_person(person_id, on, on)
    told = _sound(state, amount, words)
    kept, is_new = SchoolAid.objects.get_or_create(
        person=person, kind=kind, year=year, defaults=told | {"path": person.path, "on": on, "by": str(by)}
    )
    if not is_new:
        raise Problem("education.aid_twice", year=year)
    record("education.aid_kept", kept, by=by, path=person.path, state=state)
    return kept


@transaction.atomic
def change(*, aid: SchoolAid, state: str, amount: int | None, words: str, on: date, by: Any) -> None:
    """Raises Problem education.taken_back_without_words and those of `_sound`."""
    held = SchoolAid.objects.select_for_update().get(pk=aid.pk)
    told = _sound(state, amount, words)
    if held.state == AidState.RECEIVED and not told["words"]:
        raise Problem("education.taken_back_without_words")
    for name, value in (told | {"on": on, "by": str(by)}).items():
        setattr(held, name, value)
    held.save()
    record("education.aid_changed", held, by=by, path=held.path, state=state)


def _sound(state: str, amount: int | None, words: str) -> dict[str, Any]:
    """Raises Problem education.amount_missing, .why_missing."""
    words = words.strip()
    if state == AidState.RECEIVED and not amount:
        raise Problem("education.amount_missing")
    if state in (AidState.MISSED, AidState.REFUSED) and not words:
        raise Problem("education.why_missing")
    return {"state": state, "amount": amount or None, "words": words}
