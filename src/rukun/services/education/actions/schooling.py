"""What is heard of a child's schooling. A mistake is put right by a newer row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.queries import lives
from rukun.services.education.models import Schooling
from rukun.services.education.queries import schooling
from rukun.services.education.types import GRADES, Level, Reason, State
from rukun.territory.types import Place

ANSWERS = ("state", "level", "grade", "reason", "words")
AT_SCHOOL = (State.IN_SCHOOL, State.AT_RISK)
WITHOUT_REASON = (State.IN_SCHOOL, State.DONE)


@transaction.atomic
def tell(*, person_id: int, said: Mapping[str, Any], known_on: date, on: date, by: Any) -> Schooling:
    """Raises Problem education.day_in_future, .born_later, .died, .nobody, .level_missing, .grade_does_not_fit,
    .reason_missing, .reason_in_words."""
    told = _sound(said)
    person = the_person(person_id, known_on, on)
    kept = Schooling.objects.create(person=person, path=person.path, on=known_on, by=str(by), **told)
    record("education.told", kept, by=by, path=person.path, person=person.pk)
    return kept


@transaction.atomic
def at_school(*, place: Place, levels: Mapping[int, str], on: date, by: Any) -> int:
    """Many children of one RT of whom nobody knew, all in school; who is known already is left alone."""
    unknown = {each.resident.person_id for each in schooling.of_rt(place.path, on=on) if each.schooling is None}
    rows = [
        Schooling(person_id=pk, path=place.path, on=on, state=State.IN_SCHOOL, level=level, by=str(by))
        for pk, level in levels.items()
        if pk in unknown and level in Level.values
    ]
    Schooling.objects.bulk_create(rows)
    if rows:
        record("education.told_many", None, by=by, path=place.path, count=len(rows))
    return len(rows)


def the_person(person_id: int, day: date, on: date) -> Any:
    """Somebody alive on that day. Raises Problem education.day_in_future, .born_later, .died, .nobody."""
    person, life = schooling.person(person_id), lives.lives([person_id]).get(person_id)
    if person is None or life is None:
        raise Problem("education.nobody")
    if day > on:
        raise Problem("education.day_in_future", on=day)
    if life.born and life.born > day:
        raise Problem("education.born_later", on=day)
    if life.died and life.died <= day:
        raise Problem("education.died", on=life.died)
    return person


def _sound(said: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: said.get(name) for name in ANSWERS} | {"words": (said.get("words") or "").strip()}
    told |= {"level": told["level"] or "", "reason": told["reason"] or ""}
    if told["state"] in WITHOUT_REASON:
        told["reason"] = ""
    elif not told["reason"]:
        raise Problem("education.reason_missing")
    elif told["reason"] == Reason.OTHER and not told["words"]:
        raise Problem("education.reason_in_words")
    return _leveled(told)


def _leveled(told: dict[str, Any]) -> dict[str, Any]:
    if told["state"] == State.NEVER:
        return told | {"level": "", "grade": None}
    if told["state"] in AT_SCHOOL and not told["level"]:
        raise Problem("education.level_missing")
    first, last = GRADES.get(told["level"], (1, 13))
    if told["grade"] is not None and not first <= told["grade"] <= last:
        raise Problem("education.grade_does_not_fit", grade=told["grade"], first=first, last=last)
    return told
