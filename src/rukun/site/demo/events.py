"""The small events of a year: children are born, old people die, families come and go."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from shapely.geometry import Point, Polygon

from rukun.people.actions import stays
from rukun.people.queries import households, persons
from rukun.site.demo.story import Story
from rukun.site.invented import words

BIRTHS, DEATHS, LEAVERS, COMERS = 13, 6, 8, 7
BETTER = {"toilet": "own", "lighting": "pln", "drinking_water": "protected_well", "can_pay_clinic": True}


def happen(story: Story, *, first_day: int, last_day: int) -> None:
    """Events spread over the days, each recorded by the operator."""
    by, rng = story.cast["operator-desa"], story.rng
    when = lambda: story.day(rng.randint(last_day, first_day))  # noqa: E731
    for home in _some(story, BIRTHS, needs_wife=True):
        _birth(home, when(), story.until, rng, by)
    for person in _oldest(story, DEATHS):
        stays.die(person=person, on=when(), today=story.until, by=by)
    for person in _young(story, LEAVERS):
        stays.move_out(person=person, on=when(), today=story.until, by=by)
    for home in _some(story, COMERS, needs_wife=False):
        _arrival(home, when(), story.until, rng, by)


def lies_in(household: Any, cell: tuple[tuple[float, float], ...]) -> bool:
    if household.longitude is None:
        return household.pk % 2 == 0
    return Polygon(cell).contains(Point(household.longitude, household.latitude))


def drifted(answers: dict[str, Any], rng: Random) -> dict[str, Any]:
    """A year on: aid has come to some, and a few things are better."""
    better = {name: value for name, value in BETTER.items() if name in answers and rng.random() < 0.12}
    return answers | better


def _birth(home: Any, on: date, today: date, rng: Random, by: Any) -> None:
    sex = rng.choice(("male", "female"))
    given = rng.choice(words.MALE if sex == "male" else words.FEMALE)
    fields = {"name": f"{given} {rng.choice(words.FAMILY)}", "sex": sex, "birth_place": words.PLACES[0]}
    stays.bear(household=home, fields=fields, on=on, today=today, by=by)


def _arrival(home: Any, on: date, today: date, rng: Random, by: Any) -> None:
    fields = {
        "name": f"{rng.choice(words.FEMALE)} {rng.choice(words.FAMILY)}",
        "sex": "female",
        "birth_date": today - timedelta(days=rng.randint(7000, 20000)),
        "birth_place": words.PLACES[-1],
    }
    stays.move_in(household=home, on=on, today=today, by=by, relation="kin", fields=fields)


def _some(story: Story, count: int, *, needs_wife: bool) -> list[Any]:
    held = [home for rt in story.ground.rts.values() for home in homes_of(rt)]
    if needs_wife:
        wives = households.visible().filter(stays__relation="wife", stays__until__isnull=True)
        couples = set(wives.values_list("pk", flat=True))
        held = [home for home in held if home.pk in couples]
    return story.rng.sample(held, count)


def _oldest(story: Story, count: int) -> list[Any]:
    return list(_living(story).filter(birth_date__lt=story.day(365 * 68))[:count])


def _young(story: Story, count: int) -> list[Any]:
    age = {"birth_date__lt": story.day(365 * 18), "birth_date__gt": story.day(365 * 26)}
    return list(_living(story).filter(stays__relation="child", **age)[:count])


def _living(story: Story) -> Any:
    here = {"stays__until__isnull": True, "stays__household__rt__in": list(story.ground.rts.values())}
    return persons.visible().filter(**here).order_by("birth_date", "pk")


def homes_of(rt_id: int) -> Any:
    """The households of an RT, in the order they were counted."""
    return households.visible().filter(rt_id=rt_id, until__isnull=True).order_by("pk")
