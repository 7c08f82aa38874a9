"""What somebody was given is written down, and taken back with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.actions.residents import met
from rukun.services.health.models import Dose
from rukun.services.health.queries import doses
from rukun.services.health.types import Given

MOST = 9
WHY = 200
COUNTED = frozenset(Given) - {Given.VITAMIN_A, Given.DEWORMING, Given.TTD, Given.TD}
"""Antigens whose doses bear a number; of the others each is another first."""


@transaction.atomic
def give(*, person_id: int, given: str, number: int, on: date, today: date, by: Any) -> Dose:
    """Raises Problem health.dose_unknown, health.dose_known, health.dose_same_day, and what `residents.met` raises."""
    if given not in Given.values or not 1 <= number <= MOST:
        raise Problem("health.dose_unknown")
    person = met(person_id, on=on, today=today)
    _check_new(person_id, given, number, on)
    kept = Dose.objects.create(person_id=person_id, path=person.path, given=given, number=number, on=on, by=str(by))
    audit.record("dose.given", kept, by=by, path=kept.path)
    return kept


@transaction.atomic
def take_back(*, dose: Dose, why: str, on: date, by: Any) -> Dose:
    """Raises Problem health.dose_no_reason, health.dose_taken_back."""
    if not why.strip():
        raise Problem("health.dose_no_reason")
    held = Dose.objects.select_for_update().get(pk=dose.pk)
    if held.taken_back_on:
        raise Problem("health.dose_taken_back")
    held.taken_back_on, held.why = on, why.strip()[:WHY]
    held.save(update_fields=["taken_back_on", "why"])
    audit.record("dose.taken_back", held, by=by, path=held.path)
    return held


def _check_new(person_id: int, given: str, number: int, on: date) -> None:
    held = doses.in_force().filter(person=person_id, given=given)
    if held.filter(on=on).exists():
        raise Problem("health.dose_same_day", given=Given(given).label, on=on)
    known = held.filter(number=number).first() if given in COUNTED else None
    if known:
        raise Problem("health.dose_known", given=Given(given).label, number=number, on=known.on)
