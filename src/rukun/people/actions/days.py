"""What a day of an event must obey: not in the future, not before birth, not before the thing it happens to."""

from __future__ import annotations

from datetime import date

from rukun.kit.problems import Problem
from rukun.people.models import Household, Person, Stay


def not_in_future(on: date, *, today: date) -> None:
    """Raises Problem people.day_in_future."""
    if on > today:
        raise Problem("people.day_in_future", on=on, today=today)


def not_before_birth(on: date, person: Person) -> None:
    """Raises Problem people.day_before_birth."""
    if person.birth_date and on < person.birth_date:
        raise Problem("people.day_before_birth", on=on, birth_date=person.birth_date)


def not_before_household(on: date, household: Household) -> None:
    """Raises Problem people.day_before_household, or people.household_closed when it no longer stands that day."""
    if on < household.since:
        raise Problem("people.day_before_household", on=on, since=household.since)
    if household.until is not None and on >= household.until:
        raise Problem("people.household_closed", until=household.until)


def not_before_stay(on: date, stay: Stay) -> None:
    """Raises Problem people.day_before_stay."""
    if on < stay.since:
        raise Problem("people.day_before_stay", on=on, since=stay.since)


def after_earlier_stays(on: date, person: Person) -> None:
    """A person lives in one kitchen at a time. Raises Problem people.stays_overlap or people.still_lives."""
    for since, until in person.stays.values_list("since", "until"):
        if until is None:
            raise Problem("people.still_lives", since=since)
        if on < until:
            raise Problem("people.stays_overlap", on=on, until=until)
