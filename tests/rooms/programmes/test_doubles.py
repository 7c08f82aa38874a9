"""The same help twice is seen before it is given, from both sides, and settled by a person."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rooms.programmes.helping import (
    ON,
    asks,
    enrol,
    head_of,
    make_home,
    make_person,
    make_scheme,
    make_terms,
    refused,
)

from rukun.people.models import Stay
from rukun.programmes.actions import doubles, waiting
from rukun.programmes.models import Double
from rukun.programmes.queries import doubles as queries


def settle(double, how, words="Diperiksa di rumahnya"):
    return doubles.settle(double=double, settled=how, words=words, on=ON, by="uji")


@pytest.fixture
def clash(places):
    """One household: taken in by the first programme, asking the second for the same."""
    home = make_home(places.melati, ("Sari", 70))
    made = []
    for name in ("Lama", "Baru"):
        scheme = make_scheme(places.desa, name, unit="household")
        make_terms(scheme, lasts_months=6)
        made.append(scheme)
    first = asks(made[0], home)
    enrol(first)
    return first, asks(made[1], home)


def test_it_is_found_when_somebody_asks_and_shown_on_both_sides(clash):
    first, second = clash
    found = Double.objects.get()
    assert (found.waiting, found.other, found.nearness, found.kinds) == (second, first, "same", ["cash"])
    assert queries.of(first) == queries.of(second) == [found]
    assert queries.unsettled(first.path) == [found]
    doubles.look(waiting=first, on=ON, by="uji")
    assert Double.objects.count() == 1


def test_nothing_is_given_before_it_is_settled(clash):
    _first, second = clash
    assert refused(lambda: enrol(second), "programmes.double_open").details["other"] == "Lama"


def test_it_is_settled_with_words(clash):
    refused(lambda: settle(Double.objects.get(), "both", " "), "programmes.reason_missing")


def test_both_may_stay_with_a_reason(clash):
    _first, second = clash
    settle(Double.objects.get(), "both")
    enrol(second)
    refused(lambda: settle(Double.objects.get(), "move"), "programmes.double_over")


def test_the_older_stays_and_the_newer_is_not_given(clash):
    _first, second = clash
    settle(Double.objects.get(), "keep_first")
    refused(lambda: enrol(second), "programmes.double_keeps")
    settle(Double.objects.get(), "mistaken", "Orang lain dengan nama sama")
    enrol(second)


def test_who_moves_leaves_the_older_help_first(clash):
    first, second = clash
    settle(Double.objects.get(), "move")
    refused(lambda: enrol(second), "programmes.double_moves")
    type(first).objects.filter(pk=first.pk).update(state="left", until=ON, ended_by="double")
    enrol(second)


def test_a_help_that_is_over_clashes_with_nothing(places, clash):
    first, _second = clash
    scheme = make_scheme(places.desa, "Kelak", unit="household")
    later = waiting.propose(
        scheme=scheme, household_id=first.household_id, head_id=first.head_id, on=date(2026, 12, 1), by="uji"
    )
    assert [each.other_id for each in queries.of(later)] == [_second.pk]


def test_other_kinds_of_help_do_not_clash(places):
    home = make_home(places.melati, ("Sari", 70))
    for kind in ("cash", "house"):
        asks(make_scheme(places.desa, kind, unit="household", kinds=(kind,)), home)
    assert not Double.objects.exists()


def test_help_told_in_the_census_is_seen_as_well(places):
    home = make_home(places.melati, ("Sari", 70), answers={"aid_received": ["pkh", "food"]})
    scheme = make_scheme(places.desa, unit="household")
    make_terms(scheme)
    made = asks(scheme, home)
    found = Double.objects.get()
    assert (found.other, found.elsewhere, found.nearness, found.kinds) == (None, "pkh", "family", ["cash"])
    refused(lambda: enrol(made), "programmes.double_open")
    settle(found, "both", "PKH hanya untuk anak sekolah")
    enrol(made)


def test_the_same_person_after_moving_to_another_kitchen(places):
    first_home, second_home = make_home(places.melati, ("Sari", 70)), make_home(places.melati, ("Budi", 50))
    sari = head_of(first_home)
    asks(make_scheme(places.desa, "Satu"), first_home)
    Stay.objects.filter(person=sari).update(until=ON, ended_by="moved_within")
    Stay.objects.create(
        person=sari, household=second_home, path=second_home.path, relation="kin", since=ON, began_by="moved_within"
    )
    asks(make_scheme(places.desa, "Dua"), second_home, sari)
    assert Double.objects.get().nearness == "same"


def test_two_old_people_of_one_kitchen_may_each_have_their_own(places):
    home = make_home(places.melati, ("Sari", 70))
    other = make_person(places.melati, "Wati", 68)
    Stay.objects.create(person=other, household=home, path=home.path, relation="kin", since=ON, began_by="counted")
    asks(make_scheme(places.desa, "Satu"), home)
    asks(make_scheme(places.desa, "Dua"), home, other)
    assert not Double.objects.exists()
