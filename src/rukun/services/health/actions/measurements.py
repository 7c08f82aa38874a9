"""Keeps what was measured of a child: scored, marked, and shown to a health worker where a look is needed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.people.queries import lives, persons
from rukun.services.health.actions import referrals
from rukun.services.health.facts import growth
from rukun.services.health.models import Measurement
from rukun.services.health.queries import measurements
from rukun.services.health.types import Sizes
from rukun.services.health.words.measurements import DOUBTED

WHY = 200


@transaction.atomic
def measure(
    person_id: int, *, on: date, by: Any, call_id: int | None = None, sure: bool = False, **sizes: Any
) -> Measurement:
    """One measuring of one child on one day; `sizes` are the fields of `Sizes`. Opens a referral for each reason.

    Raises Problem health.measure_nothing, health.measure_no_birth_date, health.measure_before_birth,
    health.measure_grown, health.measure_dead, health.measure_not_here, health.measure_swapped, and
    health.measure_implausible unless one is `sure`.
    """
    kept = _taken(_person(person_id), Sizes(**sizes), on=on, by=by, call_id=call_id, sure=sure)
    audit.record("measurement.taken", kept, by=by, path=kept.path)
    return kept


@transaction.atomic
def correct(measurement: Measurement, why: str, *, by: Any, sure: bool = False, **sizes: Any) -> Measurement:
    """The same measuring put right by a newer row. Raises Problem health.measure_why, health.measure_replaced, and what
    `measure` raises."""
    told = {"replaces": measurement, "why": _why(why), "call_id": measurement.call_id}
    kept = _taken(_person(measurement.person_id), Sizes(**sizes), on=measurement.on, by=by, sure=sure, **told)
    audit.record("measurement.corrected", kept, by=by, path=kept.path)
    return kept


@transaction.atomic
def take_back(measurement: Measurement, why: str, *, by: Any) -> Measurement:
    """It was never measured of this child: an empty row stands instead. Raises Problem as `correct` does."""
    same = {name: getattr(measurement, name) for name in ("person_id", "call_id", "on", "age_days", "edition")}
    path = _person(measurement.person_id).path
    kept = _kept(**same, path=path, replaces=measurement, why=_why(why), by=str(by))
    audit.record("measurement.taken_back", kept, by=by, path=kept.path)
    return kept


def _person(person_id: int) -> Any:
    person = persons.visible().filter(pk=person_id).first()
    if person is None:
        raise Problem("health.measure_not_here")
    return person


def _taken(person: Any, sizes: Sizes, *, on: date, by: Any, sure: bool, **told: Any) -> Measurement:
    _check_sizes(sizes)
    _check_person(person, on)
    age = (on - person.birth_date).days
    judged = growth.judged(is_girl=person.sex == "female", age_days=age, sizes=sizes, on=on)
    if judged.doubts and not sure:
        raise Problem("health.measure_implausible", what=sorted({DOUBTED[each] for each in judged.doubts}))
    mark = _mark(person, sizes, on, told.get("replaces"))
    kept = _kept(
        person_id=person.pk, path=person.path, on=on, age_days=age, doubts=sorted(judged.doubts), by=str(by),
        edition=judged.edition, **judged.z, **mark, **asdict(sizes), **told,
    )  # fmt: skip
    for why in growth.reasons(judged, sizes, age_days=age, in_a_row=kept.in_a_row, on=on):
        referrals.ask(person_id=person.pk, path=person.path, why=why, on=on, by=by, measurement=kept)
    return kept


def _check_sizes(sizes: Sizes) -> None:
    if sizes.is_empty:
        raise Problem("health.measure_nothing")
    if sizes.weight_g and sizes.lenhei_mm and sizes.weight_g / 1000 > sizes.lenhei_mm / 10:
        raise Problem("health.measure_swapped")


def _check_person(person: Any, on: date) -> None:
    if person.birth_date is None:
        raise Problem("health.measure_no_birth_date")
    if on < person.birth_date:
        raise Problem("health.measure_before_birth", born=person.birth_date, on=on)
    if (on - person.birth_date).days > growth.LAST_DAY:
        raise Problem("health.measure_grown")
    died = lives.lives([person.pk])[person.pk].died
    if died is not None and on >= died:
        raise Problem("health.measure_dead", died=died)
    if not any(stay.until is None or on < stay.until for stay in persons.stays_of(person)):
        raise Problem("health.measure_not_here")


def _mark(person: Any, sizes: Sizes, on: date, replaces: Measurement | None) -> dict[str, Any]:
    """The mark of this weighing, with those before it; swollen feet weigh, so they give no mark."""
    if sizes.weight_g is None or sizes.has_oedema:
        return {}
    before = measurements.weighings(person.pk, before=on, without=replaces and replaces.pk)
    told = growth.marked([*before, (on, sizes.weight_g)], person.birth_date)
    return {"gain": str(told.gain), "in_a_row": told.in_a_row}


def _why(text: str) -> str:
    if not text.strip():
        raise Problem("health.measure_why")
    return text.strip()[:WHY]


def _kept(**values: Any) -> Measurement:
    """A row of its own; two hands cannot replace the same one."""
    try:
        with transaction.atomic():
            return Measurement.objects.create(**values)
    except IntegrityError as clash:
        if "replaces" not in str(clash):
            raise
        raise Problem("health.measure_replaced") from None
