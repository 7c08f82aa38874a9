"""A pregnancy is told, looked at, and ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.actions import referrals
from rukun.services.health.actions.residents import met
from rukun.services.health.facts import adults
from rukun.services.health.models import Pregnancy, PregnancyCheck
from rukun.services.health.types import Outcome

SIGNS = ("arm_mm", "systolic", "diastolic", "hb_tenths")
LOOKED_AT = ("weight_g", *SIGNS, "tablets")


@transaction.atomic
def begin(*, person_id: int, since: date, today: date, by: Any) -> Pregnancy:
    """`since`: the first day of the last period. Raises Problem health.cannot_bear, health.pregnancy_open,
    health.pregnancy_too_long, and what `residents.met` raises."""
    person = met(person_id, on=since, today=today)
    if not adults.may_bear(person.sex, person.birth_date, today):
        raise Problem("health.cannot_bear")
    if today - since > adults.LONGEST:
        raise Problem("health.pregnancy_too_long", since=since)
    if Pregnancy.objects.filter(person=person_id, ended_on__isnull=True).exists():
        raise Problem("health.pregnancy_open")
    due = adults.expected(since)
    kept = Pregnancy.objects.create(person_id=person_id, path=person.path, since=since, due=due, by=str(by))
    audit.record("pregnancy.begun", kept, by=by, path=kept.path)
    return kept


@transaction.atomic
def check(*, pregnancy_id: int, on: date, today: date, by: Any, **seen: int | None) -> PregnancyCheck:
    """`seen`: fields of PregnancyCheck. Asks a health worker to look where a sign says so. Raises Problem
    health.nothing_seen, health.pregnancy_ended, health.before_pregnancy, health.pressure_swapped, and what
    `residents.met` raises."""
    held = Pregnancy.objects.select_for_update().get(pk=pregnancy_id)
    met(held.person_id, on=on, today=today)
    _check_open(held, on)
    check_seen(seen)
    week = adults.week(held.since, on)
    kept = PregnancyCheck.objects.create(pregnancy=held, path=held.path, on=on, week=week, by=str(by), **seen)
    for why in adults.of_mother(on, **{name: seen.get(name) for name in SIGNS}):
        referrals.ask(person_id=held.person_id, path=held.path, why=why, on=on, by=by)
    audit.record("pregnancy.checked", kept, by=by, path=held.path)
    return kept


@transaction.atomic
def end(*, pregnancy: Pregnancy, outcome: str, on: date, today: date, by: Any) -> Pregnancy:
    """Raises Problem health.day_in_future, health.pregnancy_ended, health.before_pregnancy."""
    if on > today:
        raise Problem("health.day_in_future", on=on)
    held = Pregnancy.objects.select_for_update().get(pk=pregnancy.pk)
    _check_open(held, on)
    held.ended_on, held.outcome = on, Outcome(outcome)
    held.save(update_fields=["ended_on", "outcome"])
    audit.record("pregnancy.ended", held, by=by, path=held.path)
    return held


def check_seen(seen: dict[str, int | None]) -> None:
    """Something was seen, and the upper pressure is the larger one."""
    if all(value is None for value in seen.values()):
        raise Problem("health.nothing_seen")
    upper, lower = seen.get("systolic"), seen.get("diastolic")
    if upper is not None and lower is not None and upper <= lower:
        raise Problem("health.pressure_swapped", upper=upper, lower=lower)


def _check_open(held: Pregnancy, on: date) -> None:
    if held.ended_on:
        raise Problem("health.pregnancy_ended", on=held.ended_on)
    if on < held.since:
        raise Problem("health.before_pregnancy", since=held.since)
