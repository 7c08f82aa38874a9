"""An RT is closed only when nobody is left in it: the letter counts who is still there."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from tests.rooms.people.families import TODAY, make_household

from rukun.kit.problems import Problem
from rukun.people.actions import closings, households, splits
from rukun.people.models import Household
from rukun.territory import queries as territory
from rukun.territory.types import Part

ON = date(2025, 7, 1)
BASIS = "SK Lurah Peragaan 8/2025"


def close(rt, on=ON):
    return closings.close_area(area_id=rt.id, on=on, basis=BASIS, today=TODAY, by="uji")


def refused(rt, on=ON):
    with pytest.raises(Problem) as caught, transaction.atomic():
        close(rt, on)
    assert territory.place(rt.id, on=TODAY), "a refusal leaves the RT as it was"
    return caught.value


def leave(home, on):
    home.refresh_from_db()
    return households.close(household=home, on=on, ending="moved_out", today=TODAY, by="uji")


def test_who_still_lives_there_is_counted(places):
    make_household(places.melati, "Sari", "Tono")
    make_household(places.melati, "Dewi")
    problem = refused(places.melati)
    assert (problem.code, problem.details) == ("people.area_lived_in", {"households": 2, "people": 3})


def test_an_empty_rt_is_closed(places):
    leave(make_household(places.melati, "Sari"), ON)
    close(places.melati)
    assert territory.place(places.melati.id, on=ON) is None
    assert territory.in_todays_borders([places.melati.id], on=TODAY) == {places.melati.id: ()}


def test_an_rt_does_not_end_before_its_last_household_left(places):
    gone, moved = make_household(places.melati, "Sari"), make_household(places.melati, "Tono")
    leave(gone, date(2025, 8, 1))
    households.move(household=moved, rt=places.mawar, on=date(2025, 9, 1), today=TODAY, by="uji")
    problem = refused(places.melati)
    assert (problem.code, problem.details["last"]) == ("people.area_left_later", date(2025, 9, 1))
    close(places.melati, date(2025, 9, 1))


def test_a_closing_waits_for_its_day(places):
    assert refused(places.melati, date(2026, 12, 1)).code == "people.day_in_future"


def test_an_rt_with_successors_ends_with_its_people_in_them(places):
    home = make_household(places.melati, "Sari")
    parts = [Part("Melati Timur", "013"), Part("Melati Barat", "014")]
    splits.split_rt(
        rt_id=places.melati.id, parts=parts, choices={home.pk: 1}, goes_on=False, on=ON, basis=BASIS, today=TODAY,
        by="uji",
    )  # fmt: skip
    assert territory.place(places.melati.id, on=ON) is None
    assert territory.place(Household.objects.get().rt_id, on=ON).number == "014"
