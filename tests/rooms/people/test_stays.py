"""Born, died, moved: stays begin and end by dated events, and no date may lie."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, make_person, the

from rukun.audit.queries import lines
from rukun.kit.problems import Problem
from rukun.people.actions import cards, households, persons, secrets, stays
from rukun.people.models import Household, Person, Secret, Stay, Tally
from rukun.people.queries import households as reading
from rukun.walls import scope

ON = date(2026, 5, 1)
ACT = {"today": TODAY, "by": "uji"}
CHILD = {"name": "Bayu Rekaan", "sex": "male"}


@pytest.fixture
def home(places):
    return make_household(places.melati, "Sari Rekaan", "Tono Rekaan")


def refused(code, act, **kwargs):
    with pytest.raises(Problem) as caught:
        act(**kwargs)
    assert caught.value.code == code
    return caught.value


def test_a_birth_adds_a_person_a_stay_and_a_line(home):
    child = stays.bear(household=home, fields=CHILD, on=ON, **ACT)
    stay = child.stays.get()
    assert (stay.since, stay.began_by, stay.relation, child.birth_date) == (ON, "born", "child", ON)
    assert Tally.objects.get(rt=home.rt_id).people == 3
    line = lines(verb="person.born").get()
    assert line.subject_id == child.pk
    assert "Bayu" not in str(line.details)


def test_a_child_born_before_the_household_was_counted_is_counted_with_it(home):
    stay = stays.bear(household=home, fields=CHILD, on=SINCE - timedelta(days=9), **ACT).stays.get()
    assert (stay.since, stay.began_by) == (SINCE, "counted")


@pytest.mark.parametrize(
    ("code", "act", "extra"),
    [
        ("people.day_in_future", stays.die, {"on": TODAY + timedelta(days=1)}),
        ("people.day_before_birth", stays.die, {"on": date(1979, 1, 1)}),
        ("people.day_before_stay", stays.move_out, {"on": SINCE - timedelta(days=1)}),
    ],
)
def test_events_on_impossible_days_are_refused(home, code, act, extra):
    refused(code, act, person=the("Sari Rekaan"), **extra, **ACT)
    assert not Stay.objects.filter(until__isnull=False).exists()


def test_who_died_is_no_longer_counted_and_cannot_die_again(home):
    stays.die(person=the("Tono Rekaan"), on=ON, **ACT)
    assert Tally.objects.get(rt=home.rt_id).people == 1
    refused("people.lives_nowhere", stays.die, person=the("Tono Rekaan"), on=ON, **ACT)


def test_the_last_to_leave_closes_the_household(home):
    for name in ("Sari Rekaan", "Tono Rekaan"):
        stays.move_out(person=the(name), on=ON, **ACT)
    assert Household.objects.get().until == ON
    assert Tally.objects.get(rt=home.rt_id).households == 0


def test_who_moved_out_may_return_but_not_before_leaving(home):
    tono = stays.move_out(person=the("Tono Rekaan"), on=ON, **ACT)
    again = {"household": home, "person": tono, "relation": "child", **ACT}
    refused("people.stays_overlap", stays.move_in, on=ON - timedelta(days=1), **again)
    stays.move_in(on=ON, **again)
    assert list(tono.stays.order_by("since").values_list("began_by", "ended_by")) == [
        ("counted", "moved_out"),
        ("moved_in", ""),
    ]


def test_nobody_lives_in_two_kitchens(home, places):
    other = make_household(places.melati, "Dewi Rekaan")
    refused(
        "people.still_lives", stays.move_in, household=other, person=the("Tono Rekaan"), relation="kin", on=ON, **ACT
    )


def test_a_household_has_one_head(home):
    refused("people.has_a_head", stays.move_in, household=home, fields=CHILD, relation="head", on=ON, **ACT)
    stays.relate(person=the("Tono Rekaan"), relation="head", by="uji")
    assert reading.card(home, on=ON).head == "Tono Rekaan"
    assert home.stays.filter(relation="head").count() == 1


def test_moving_to_another_rt_takes_register_and_number_along(home, places):
    tono, other = the("Sari Rekaan"), make_household(places.mawar, "Dewi Rekaan")
    secrets.record(person=tono, nik=NIK, status="seen", since=SINCE, by="uji")
    moved = stays.move_within(person=the("Sari Rekaan"), to_household=other, on=ON, **ACT)
    assert (moved.rt_id, moved.path) == (places.mawar.id, places.mawar.path)
    assert Secret.objects.get().path == places.mawar.path
    assert Stay.objects.get(person=moved, until__isnull=False).path == places.melati.path
    assert {row.rt_id: row.people for row in Tally.objects.all()} == {places.melati.id: 1, places.mawar.id: 2}


def test_an_rt_head_cannot_move_anybody_into_an_rt_not_held(home, places):
    other = make_household(places.mawar, "Dewi Rekaan")
    with scope.within([places.melati.path]):
        refused(
            "people.changed_meanwhile", stays.move_within, person=the("Tono Rekaan"), to_household=other, on=ON, **ACT
        )


def test_a_whole_household_moves_with_its_people_cards_and_past(home, places):
    sari = the("Sari Rekaan")
    card = cards.issue(rt=places.melati, number="6402901203100004", since=SINCE, members={sari: "head"}, **ACT)
    secrets.record(person=sari, nik=NIK, status="seen", since=SINCE, by="uji")
    households.move(household=home, rt=places.mawar, on=ON, **ACT)
    paths = {Household.objects.get().path, the("Tono Rekaan").path, type(card).objects.get().path}
    assert paths | set(Secret.objects.values_list("path", flat=True)) == {places.mawar.path}
    [past] = reading.card(Household.objects.get(), on=ON).past
    assert (past.label, past.since, past.until) == ("RT 003 Melati", SINCE, ON)


def test_closing_a_household_ends_every_stay_in_it(home):
    households.close(household=home, on=ON, ending="moved_out", **ACT)
    assert set(Stay.objects.values_list("until", "ended_by")) == {(ON, "moved_out")}
    refused("people.household_closed", stays.bear, household=Household.objects.get(), fields=CHILD, on=ON, **ACT)


def test_corrections_tell_their_fields_and_notice_a_colleague(home):
    sari = the("Sari Rekaan")
    corrected = persons.correct(person=sari, changes={"name": "Sari  Dewi Rekaan", "religion": ""}, by="uji", on=TODAY)
    assert (corrected.name, corrected.name_key, corrected.revision) == ("Sari Dewi Rekaan", "sari dewi rekaan rekan", 1)
    assert lines(verb="person.corrected").get().details == {"fields": ["name"]}
    refused("people.changed_meanwhile", persons.correct, person=sari, changes={"name": "Lain"}, by="uji", on=TODAY)


def test_nobody_is_born_after_being_counted(home):
    refused(
        "people.born_after_stay",
        persons.correct,
        person=the("Sari Rekaan"),
        changes={"birth_date": date(2025, 1, 1)},
        by="uji",
        on=TODAY,
    )


def test_a_foreign_field_is_a_mistake_of_ours(home):
    with pytest.raises(ValueError, match="nik_status"):
        persons.correct(person=the("Sari Rekaan"), changes={"nik_status": "seen"}, by="uji", on=TODAY)


def test_points_outside_the_earth_are_refused(home):
    refused("people.no_such_point", households.locate, household=home, longitude=181.0, latitude=0.0, by="uji")
    refused("people.no_such_point", households.locate, household=home, longitude=116.9, latitude=None, by="uji")
    assert households.locate(household=home, longitude=116.9, latitude=-0.4, by="uji").latitude == -0.4


def test_a_lost_person_is_not_written(home, places):
    with scope.within([places.mawar.path]):
        refused("people.changed_meanwhile", persons.correct, person=Person(pk=1), changes={}, by="uji", on=TODAY)


def test_a_stranger_without_name_is_refused(home, places):
    assert make_person(places.melati).pk
    refused("people.name_missing", stays.bear, household=home, fields={"name": " . ", "sex": "male"}, on=ON, **ACT)
    refused("people.sex_missing", stays.bear, household=home, fields={"name": "Bayu", "sex": ""}, on=ON, **ACT)
