"""Households found, closed, corrected and put on the map."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import cards, carrying, days, tallies
from rukun.people.models import Household, Stay
from rukun.people.types import Ending

LONGEST_ADDRESS = 200


@transaction.atomic
def found(*, rt: Any, on: date, today: date, by: Any, address: str = "") -> Household:
    """An empty household in an RT (an Area or Place: `id`, `path`). Raises Problem people.day_in_future,
    people.rt_ended."""
    days.not_in_future(on, today=today)
    days.rts_stand([rt.id], today=today)
    household = Household.objects.create(
        rt_id=rt.id, path=rt.path, rt_since=on, since=on, address=_tidy(address)[:LONGEST_ADDRESS]
    )
    record("household.found", household, by=by, path=household.path, on=str(on))
    tallies.refresh(rt_ids=[household.rt_id], on=today)
    return household


@transaction.atomic
def close(*, household: Household, on: date, ending: str, today: date, by: Any) -> Household:
    """The household is no more from `on`; all who live in it leave it the same way (moved_out or mistake).

    Raises Problem people.day_in_future, people.day_before_household, people.household_closed, people.day_before_stay.
    """
    if ending not in (Ending.MOVED_OUT, Ending.MISTAKE):
        raise ValueError(f"a whole household does not end by {ending}")
    held = latest(household)
    days.not_in_future(on, today=today)
    days.not_before_household(on, held)
    living = held.stays.filter(until__isnull=True)
    for stay in living:
        days.not_before_stay(on, stay)
    people = list(living.values_list("person", flat=True))
    living.update(until=on, ended_by=ending)
    cards.let_go(people, on)
    _end(held, on)
    record("household.closed", held, by=by, path=held.path, on=str(on), ending=ending, people=len(people))
    tallies.refresh(rt_ids=[held.rt_id], on=today)
    return held


@transaction.atomic
def correct(*, household: Household, address: str, by: Any) -> Household:
    """Raises Problem people.changed_meanwhile, people.address_too_long."""
    told = _tidy(address)
    if len(told) > LONGEST_ADDRESS:
        raise Problem("people.address_too_long", most=LONGEST_ADDRESS)
    held = latest(household)
    held.address = told
    return _written(held, ["address"], by)


@transaction.atomic
def locate(*, household: Household, longitude: float | None, latitude: float | None, by: Any) -> Household:
    """Puts a household on the map, or takes it off with two None. Raises Problem people.no_such_point."""
    if (longitude is None) != (latitude is None):
        raise Problem("people.no_such_point")
    if longitude is not None and latitude is not None and not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise Problem("people.no_such_point")
    held = latest(household)
    held.longitude, held.latitude = longitude, latitude
    return _written(held, ["longitude", "latitude"], by)


@transaction.atomic
def move(*, household: Household, rt: Any, on: date, today: date, by: Any) -> Household:
    """The whole kitchen goes to another RT of one's areas; where it was before stays written. Raises Problem
    people.changed_meanwhile, people.day_in_future, people.rt_ended, people.day_before_household,
    people.household_closed."""
    held = latest(household)
    days.not_in_future(on, today=today)
    days.rts_stand([rt.id], today=today)
    days.not_before_household(on, held)
    if on < held.rt_since:
        raise Problem("people.day_before_household", on=on, since=held.rt_since)
    before = held.rt_id
    carrying.carry([held.pk], source=before, target=rt, on=on, basis="pindah")
    record("household.moved", held, by=by, path=rt.path, on=str(on), rt=rt.id, rt_before=before)
    tallies.refresh(rt_ids=[before, rt.id], on=today)
    return Household.objects.get(pk=held.pk)


def latest(household: Household) -> Household:
    """The household as written now, held until the transaction ends. Raises Problem people.changed_meanwhile."""
    held = Household.objects.select_for_update().filter(pk=household.pk).first()
    if held is None or held.revision != household.revision:
        raise Problem("people.changed_meanwhile")
    return held


def close_if_empty(household: Household, on: date) -> bool:
    """A kitchen nobody eats in is none: when the last member left, it ends too."""
    if household.until is not None or Stay.objects.filter(household=household, until__isnull=True).exists():
        return False
    _end(household, on)
    return True


def _end(household: Household, on: date) -> None:
    household.until = max(on, household.since)
    household.revision += 1
    household.save(update_fields=["until", "revision"])


def _written(held: Household, fields: list[str], by: Any) -> Household:
    held.revision += 1
    held.save(update_fields=[*fields, "revision"])
    record("household.corrected", held, by=by, path=held.path, fields=fields)
    return held


def _tidy(text: str) -> str:
    return " ".join(text.split())
