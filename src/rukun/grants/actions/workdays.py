"""Who works, and on which days: kept until a wage list takes the days up, and not changed after that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.actions import works
from rukun.grants.models import Activity, Line, Workday, Worker
from rukun.grants.queries import workdays
from rukun.grants.types import LineKind, Skill
from rukun.kit.problems import Problem
from rukun.people.queries import lives
from rukun.people.queries.facts import years
from rukun.rules.swadaya import FULL_AGE

SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """`halves` of a day: 0 did not come, 1, 2; whether the wage is given back."""

    halves: int
    is_waived: bool = False


@transaction.atomic
def enrol(*, activity: Activity, skill: Skill, on: date, by: Any, person: int | None = None, name: str = "") -> Worker:
    """Somebody who will work: a resident of the RT, or a name. A resident is known again, not written twice.

    Raises Problem grants.worker_name, grants.worker_unknown, grants.worker_too_young, grants.worker_dead.
    """
    held = works.hold(activity)
    found = _resident(held, person, on) if person is not None else " ".join(name.split())
    if len(found) < SHORTEST:
        raise Problem("grants.worker_name")
    known = Worker.objects.filter(rt=held.rt_id, person=person).first() if person else None
    made = known or Worker(rt_id=held.rt_id, path=held.path, person_id=person, since=on)
    made.name, made.skill = found[:120], skill
    made.save()
    audit.record("worker.enrolled", made, by=by, path=held.path, activity=held.title, skill=str(Skill(skill)))
    return made


@transaction.atomic
def mark(*, activity: Activity, line: Line, on: date, marks: Mapping[int, Mark], today: date, by: Any) -> list[Workday]:
    """One day of many workers at once. Marks that say what is kept already change nothing.

    Raises Problem grants.not_at_work, grants.work_day_wrong, grants.no_such_day, grants.wage_line_asked_here,
    grants.rate_unknown, grants.rate_odd, grants.worker_unknown, grants.worker_dead_that_day, grants.worker_too_young,
    grants.worker_elsewhere, grants.day_settled.
    """
    held = works.hold(activity)
    works.check_day(held, on, today)
    rate = rate_of(held, line)
    people = _workers(held, marks)
    kept = {each.worker_id: each for each in workdays.days_of(marks, on)}
    changed = {pk: one for pk, one in marks.items() if _differs(kept.get(pk), line, one)}
    _check(held, line, on, changed, kept, people)
    found = [each for pk, one in changed.items() if (each := _write(held, line, on, people[pk], one, rate, kept, by))]
    if changed:
        works.begin(held, on) if found else None
        audit.record(
            "workdays.marked", held, by=by, path=held.path, activity=held.title, on=on.isoformat(), count=len(changed)
        )
    works.follow(activity, held)
    return found


def rate_of(activity: Activity, line: Line) -> int:
    """What the RAB in force pays for a day of this line; half of it must be whole rupiah."""
    if line.activity_id != activity.pk or line.kind != LineKind.WAGE:
        raise Problem("grants.wage_line_asked_here")
    rate = workdays.rates(activity).get(line.pk)
    if rate is None:
        raise Problem("grants.rate_unknown", line=line.words)
    if rate % 2:
        raise Problem("grants.rate_odd", line=line.words, rate=rate)
    return rate


def _resident(activity: Activity, person: int, on: date) -> str:
    found = lives.resident(person, activity.path)
    if found is None:
        raise Problem("grants.worker_unknown")
    _check_life(found.name, found.life, on)
    return found.name


def _check_life(name: str, life: lives.Life, on: date) -> None:
    if life.died is not None and on >= life.died:
        raise Problem("grants.worker_dead", name=name, died=life.died)
    age = years(life.born, on)
    if age is not None and age < FULL_AGE:
        raise Problem("grants.worker_too_young", name=name, age=age, least=FULL_AGE)


def _workers(activity: Activity, asked: Iterable[int]) -> dict[int, Worker]:
    held = Worker.objects.select_for_update().filter(rt=activity.rt_id, pk__in=list(asked)).order_by("pk")
    people = {each.pk: each for each in held}
    if set(asked) - set(people):
        raise Problem("grants.worker_unknown")
    return people


def _differs(kept: Workday | None, line: Line, asked: Mark) -> bool:
    if kept is None or (kept.line_id != line.pk and asked.halves == 0):
        return asked.halves != 0
    return (workdays.halves(kept), kept.is_waived, kept.line_id) != (asked.halves, asked.is_waived, line.pk)


def _check(
    activity: Activity, line: Line, on: date, asked: Mapping[int, Mark], kept: Mapping[int, Workday],
    people: Mapping[int, Worker],
) -> None:  # fmt: skip
    known = lives.lives(people[pk].person_id for pk in asked if people[pk].person_id)
    for pk, one in asked.items():
        if one.halves not in (0, 1, 2):
            raise Problem("grants.no_such_day", days=Decimal(one.halves) / 2)
        _check_kept(kept.get(pk), line, people[pk])
        if one.halves and people[pk].person_id in known:
            _check_life(people[pk].name, known[people[pk].person_id], on)


def _check_kept(kept: Workday | None, line: Line, worker: Worker) -> None:
    if kept is None:
        return
    if kept.line_id != line.pk:
        there = Line.objects.select_related("activity").get(pk=kept.line_id)
        raise Problem("grants.worker_elsewhere", name=worker.name, on=kept.on, title=there.activity.title)
    if kept.is_settled:  # type: ignore[attr-defined]
        raise Problem("grants.day_settled", name=worker.name, on=kept.on)


def _write(
    activity: Activity, line: Line, on: date, worker: Worker, asked: Mark, rate: int, kept: Mapping[int, Workday],
    by: Any,
) -> Workday | None:  # fmt: skip
    if asked.halves == 0:
        return _clear(kept[worker.pk], by)
    day = kept.get(worker.pk) or Workday(activity=activity, path=activity.path, worker=worker, line=line, on=on)
    day.days, day.rate, day.by = Decimal(asked.halves) / 2, rate, str(by)
    day.is_waived, day.payment = asked.is_waived, None
    _refuse_waived_again(day, worker)
    day.save()
    return day


def _refuse_waived_again(day: Workday, worker: Worker) -> None:
    """A waived day that was taken back once is evidence already: it is paid, or given anew as labour."""
    if day.pk and day.is_waived and hasattr(day, "contribution"):
        raise Problem("grants.day_waived_before", name=worker.name, on=day.on)


def _clear(day: Workday, by: Any) -> None:
    if hasattr(day, "contribution"):
        raise Problem("grants.day_waived_before", name=day.worker.name, on=day.on)
    day.delete()
