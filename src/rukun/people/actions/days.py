"""What a day of an event must obey: not in the future, not before birth, not before the thing it happens to, and not
after the end of the RT.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rukun.kit.problems import Problem
from rukun.people.models import Household, Person, Stay
from rukun.territory import queries as territory
from rukun.territory.actions import areas


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


def rts_stand(rt_ids: Iterable[int], *, today: date) -> None:
    """Who comes to an RT finds it there; locked, so that it does not end meanwhile. Raises Problem people.rt_ended."""
    held = areas.locked(rt_ids)
    standing = set(territory.editions(on=today).filter(area__in=held).values_list("area", flat=True))
    for ended in sorted(held.keys() - standing):
        raise Problem("people.rt_ended", name=territory.latest_labels([ended])[ended])
