"""Answers are kept as given, checked by their instrument; the newest answer of each fact speaks."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rooms.people.families import TODAY, make_household, make_person, settle, the

from rukun.audit.queries import lines
from rukun.kit.problems import Problem
from rukun.people.actions import counts, interviews, stays
from rukun.people.models import Interview, Tally
from rukun.people.queries import coverage, facts

FIRST, SECOND = date(2026, 2, 1), date(2026, 8, 1)


@pytest.fixture
def home(places):
    return make_household(places.melati, "Sari Rekaan", "Tono Rekaan")


def ask(home, answers, on=FIRST, **extra):
    act = {"instrument": "rt_census", "source": "wawancara", "today": TODAY, "by": "kader"} | extra
    return interviews.record(household=home, on=on, answers=answers, **act)


def test_the_newest_answer_of_each_fact_speaks_with_its_day(home):
    ask(home, {"toilet": "none", "floor_area_m2": "36.5"})
    ask(home, {"toilet": "own", "lighting": "refused"}, on=SECOND)
    known = facts.latest([home.pk])[home.pk]
    assert {key: (fact.value, fact.on) for key, fact in known.items()} == {
        "toilet": ("own", SECOND),
        "floor_area_m2": (36.5, FIRST),
        "lighting": ("refused", SECOND),
    }
    assert Tally.objects.get(rt=home.rt_id).newest_interview == SECOND
    assert lines(verb="household.interviewed").first().details == {"instrument": "rt_census", "answers": 2}


def test_an_older_interview_brought_late_does_not_speak_over_a_newer(home):
    ask(home, {"toilet": "own"}, on=SECOND)
    ask(home, {"toilet": "none"}, on=FIRST)
    assert facts.latest([home.pk])[home.pk]["toilet"].value == "own"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "people.no_answers"),
        ({"shoe_size": 41}, "people.not_a_question"),
        ({"toilet": "golden"}, "people.answer_unreadable"),
        ({"floor_area_m2": "luas"}, "people.answer_unreadable"),
        ({"floor_area_m2": True}, "people.answer_unreadable"),
        ({"floor_area_m2": "0"}, "people.answer_not_allowed"),
        ({"head_job": "none", "head_land_m2": 900}, "people.not_to_be_asked"),
    ],
)
def test_answers_that_their_question_forbids_are_refused(home, answers, code):
    with pytest.raises(Problem) as caught:
        ask(home, answers)
    assert caught.value.code == code
    assert not Interview.objects.exists()


def test_not_knowing_and_not_saying_are_answers_everywhere(home):
    ask(home, {"floor_area_m2": "unknown", "head_job": "refused", "head_land_m2": "unknown"})
    assert Interview.objects.get().answers == {
        "floor_area_m2": "unknown",
        "head_job": "refused",
        "head_land_m2": "unknown",
    }


def test_a_day_to_come_is_refused(home):
    with pytest.raises(Problem) as caught:
        ask(home, {"toilet": "own"}, on=date(2027, 1, 1))
    assert caught.value.code == "people.day_in_future"


def test_the_stream_tells_of_every_living_household_once(home, places):
    silent, gone = make_household(places.mawar, "Dewi Rekaan"), make_household(places.melati, "Umi Rekaan")
    stays.move_out(person=the("Umi Rekaan"), on=SECOND, today=TODAY, by="uji")
    settle(make_person(places.mawar, "Bayu Rekaan", "male", date(2022, 11, 22)), silent, "child")
    settle(make_person(places.mawar, "Tanpa Tanggal", "male", None), silent, "kin")
    ask(home, {"toilet": "none", "lighting": "pln"})
    ask(home, {"toilet": "own"}, on=SECOND)
    known = {each.household_id: each for each in facts.stream(places.desa.path, on=TODAY)}
    assert set(known) == {home.pk, silent.pk}
    assert gone.pk not in known
    assert known[home.pk].answers == {"toilet": "own", "lighting": "pln"}
    assert known[home.pk].newest_on == SECOND
    assert (known[silent.pk].size, known[silent.pk].ages, known[silent.pk].answers) == (3, (3, 46), {})
    assert list(facts.among([home.pk, silent.pk], on=TODAY)) == list(known.values())


def test_coverage_tells_stated_counted_asked_and_who_comes_first(home, places):
    make_household(places.melati, "Dewi Rekaan")
    ask(home, {"toilet": "own"})
    for rt, number in ((places.melati, 5), (places.mawar, 0)):
        counts.state(rt=rt, households=number, people=None, on=FIRST, source="buku RT", today=TODAY, by="uji")
    found = coverage.of(places.desa.path, TODAY)
    assert (found.stated, found.counted, found.asked, found.missing) == (5, 2, 1, 3)
    assert [rt.label for rt in found.rts] == ["RT 003 Melati", "RT 004 Mawar"]
    own = coverage.of_rt(places.melati.id, TODAY)
    assert (own.stated, own.counted, own.undated, own.oldest) == (5, 2, 1, FIRST)


def test_an_rt_that_states_nothing_is_said_to_and_is_not_zero(places):
    found = coverage.of(places.desa.path, TODAY)
    assert found.unstated_rts == 2
    assert {rt.stated for rt in found.rts} == {None}


@pytest.mark.parametrize(
    ("households", "people", "source", "code"),
    [
        (-1, None, "buku RT", "people.count_impossible"),
        (9999, None, "buku RT", "people.count_impossible"),
        (10, 9, "buku RT", "people.count_impossible"),
        (10, 30, "  ", "people.source_missing"),
    ],
)
def test_impossible_counts_are_refused(places, households, people, source, code):
    with pytest.raises(Problem) as caught:
        counts.state(
            rt=places.melati, households=households, people=people, on=FIRST, source=source, today=TODAY, by="uji"
        )
    assert caught.value.code == code
