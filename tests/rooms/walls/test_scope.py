"""The walls: a forgotten filter shows nothing instead of everything."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import Error, connection, transaction

from rukun.people.models import Household, Person, Stay
from rukun.walls import scope
from rukun.walls.actions import faults

ON = date(2025, 1, 1)


def household(rt, **fields):
    return Household.objects.create(rt=rt, path=rt.path, rt_since=ON, since=ON, **fields)


def person(rt, name="Sari Rekaan"):
    return Person.objects.create(rt=rt, path=rt.path, name=name, name_key=name.lower(), sex="female")


def test_the_web_role_keeps_no_dangerous_power(db):
    assert faults() == []


def test_without_a_scope_nothing_is_seen(places):
    household(places.melati)
    with scope.within([]):
        assert not Household.objects.exists()


@pytest.mark.parametrize(("seen_from", "count"), [("melati", 1), ("desa", 2), ("kenanga", 1), ("kabupaten", 3)])
def test_an_area_covers_what_lies_beneath_it(places, seen_from, count):
    for rt in (places.melati, places.mawar, places.kenanga):
        household(rt)
    with scope.within([getattr(places, seen_from).path]):
        assert Household.objects.count() == count


def test_two_areas_held_at_once_show_both_and_nothing_between(places):
    for rt in (places.melati, places.mawar, places.kenanga):
        household(rt)
    with scope.within([places.melati.path, places.kenanga.path]):
        assert set(Household.objects.values_list("rt", flat=True)) == {places.melati.id, places.kenanga.id}


def test_a_row_cannot_be_written_into_another_rt(places):
    with scope.within([places.melati.path]), pytest.raises(Error), transaction.atomic():
        household(places.mawar)


def test_a_row_cannot_be_moved_into_another_rt(places):
    own = household(places.melati)
    with scope.within([places.melati.path]), pytest.raises(Error), transaction.atomic():
        Household.objects.filter(pk=own.pk).update(rt=places.mawar, path=places.mawar.path)


def test_a_path_that_is_not_the_areas_own_is_refused(places):
    with pytest.raises(Error), transaction.atomic():
        Household.objects.create(rt=places.mawar, path=places.melati.path, rt_since=ON, since=ON)
        connection.check_constraints()


def test_a_stay_cannot_point_to_a_person_one_may_not_see(places):
    own, foreign = household(places.melati), person(places.kenanga)
    with scope.within([places.melati.path]), pytest.raises(Error), transaction.atomic():
        Stay.objects.create(person=foreign, household=own, path=own.path, relation="head", since=ON, began_by="counted")


def test_a_stay_cannot_point_into_another_rts_household(places):
    own, foreign = person(places.melati), household(places.kenanga)
    with pytest.raises(Error), transaction.atomic():
        Stay.objects.create(
            person=own, household=foreign, path=places.melati.path, relation="head", since=ON, began_by="counted"
        )
        connection.check_constraints()


def test_rows_follow_when_an_rt_moves_under_another_desa(places):
    own = household(places.melati)
    new_path = f"{places.other_desa.path}{places.melati.id}."
    type(places.melati).objects.filter(pk=places.melati.pk).update(path=new_path)
    own.refresh_from_db()
    assert own.path == new_path


def test_the_scope_before_comes_back(places):
    household(places.melati)
    with scope.within([places.mawar.path]):
        assert not Household.objects.exists()
    assert Household.objects.count() == 1


def test_a_plan_for_many_rows_is_lent_and_comes_back(db):
    before = plan()
    with scope.many_rows("64MB"):
        assert plan() == ("off", "64MB")
        with scope.many_rows():
            assert plan() == ("off", "64MB")
        assert plan() == ("off", "64MB"), "an inner block does not end the outer one"
    assert plan() == before


def plan():
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('enable_nestloop'), current_setting('work_mem')")
        return cursor.fetchone()
