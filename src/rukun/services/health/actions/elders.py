"""The old are looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.actions import referrals
from rukun.services.health.actions.pregnancies import check_seen
from rukun.services.health.actions.residents import met
from rukun.services.health.facts import adults
from rukun.services.health.models import ElderCheck

SIGNS = ("systolic", "diastolic", "sugar")


@transaction.atomic
def check(*, person_id: int, on: date, today: date, by: Any, **seen: int | None) -> ElderCheck:
    """`seen`: fields of ElderCheck. Raises Problem health.not_elder, health.nothing_seen, health.pressure_swapped, and
    what `residents.met` raises."""
    person = met(person_id, on=on, today=today)
    if not adults.is_elder(person.birth_date, on):
        raise Problem("health.not_elder")
    check_seen(seen)
    kept = ElderCheck.objects.create(person_id=person_id, path=person.path, on=on, by=str(by), **seen)
    for why in adults.of_elder(on, **{name: seen.get(name) for name in SIGNS}):
        referrals.ask(person_id=person_id, path=person.path, why=why, on=on, by=by)
    audit.record("elder.checked", kept, by=by, path=kept.path)
    return kept
