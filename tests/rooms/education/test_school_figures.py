"""Figures of schooling by RT: ages at their edges, the newest word, the aids of the year."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rooms.people.families import make_household

from rukun.people.models import Stay
from rukun.people.queries import ages
from rukun.services.education.models import SchoolAid, Schooling
from rukun.services.education.queries import figures
from rukun.services.education.types import SchoolFigures

ON = date(2026, 7, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def child(places):
    """child(born, rt) → somebody who lives there."""

    def made(born: date, rt=None):
        home = make_household(rt or places.melati, "Ani Rekaan")
        person = Stay.objects.get(household=home).person
        type(person).objects.filter(pk=person.pk).update(birth_date=born)
        return person

    return made


def told(person, state, on=ON, **fields):
    return Schooling.objects.create(person=person, path=person.path, on=on, state=state, by="uji", **fields)


def test_from_the_sixth_birthday_to_the_day_before_the_twenty_second(child, places):
    child(date(2020, 7, 2))
    six = child(date(2020, 7, 1))
    twenty_one = child(date(2004, 7, 2))
    child(date(2004, 7, 1))
    found = ages.of_ages(places.melati.path, 6, 21, on=ON)
    assert [(each.person_id, each.age) for each in found] == [(twenty_one.pk, 21), (six.pk, 6)]
    assert ages.counts(places.desa.path, 6, 21, on=ON) == {places.melati.path: 2}


def test_who_is_born_on_a_leap_day_is_six_on_the_first_of_march(child, places):
    born = child(date(2020, 2, 29))
    assert ages.counts(places.melati.path, 6, 21, on=date(2026, 2, 28)) == {}
    assert [each.person_id for each in ages.of_ages(places.melati.path, 6, 21, on=date(2026, 3, 1))] == [born.pk]
    assert ages.counts(places.melati.path, 8, 21, on=date(2028, 2, 29)) == {places.melati.path: 1}


def test_the_newest_word_and_the_aids_of_the_year(child, places):
    first, second, third = (child(date(2014, 1, 1)) for _each in range(3))
    told(first, "dropped", date(2026, 1, 1), reason="cost")
    told(first, "in_school")
    told(second, "never", reason="distance")
    told(third, "at_risk", reason="cost")
    for person, year, state in ((first, 2026, "received"), (second, 2026, "missed"), (third, 2025, "received")):
        SchoolAid.objects.create(person=person, path=person.path, kind="pip", year=year, state=state, on=ON, by="uji")
    child(date(2014, 1, 1), places.mawar)
    found = figures.by_rt(places.desa.path, on=ON)
    assert found == {
        places.melati.path: SchoolFigures(3, {"in_school": 1, "never": 1, "at_risk": 1}, {"received": 1, "missed": 1}),
        places.mawar.path: SchoolFigures(1),
    }
    here = found[places.melati.path]
    assert (here.known, here.out, here.at_risk, here.received, here.missed) == (3, 1, 1, 1, 1)
    assert figures.whole(places.desa.path, on=ON).children == 4


def test_three_queries_however_many_rts(child, places, django_assert_num_queries):
    told(child(date(2014, 1, 1)), "never", reason="cost")
    told(child(date(2014, 1, 1), places.mawar), "dropped", reason="work")
    with django_assert_num_queries(3):
        assert sum(each.out for each in figures.by_rt(places.kabupaten.path, on=ON).values()) == 2
