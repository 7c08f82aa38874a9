"""A juknis is adopted for a year, frozen, and completed by versions from a day on."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from years import DEMO, FIRST, KUKAR, adopted, day

from rukun.facilitation.actions import programmes as acting
from rukun.facilitation.models import Programme
from rukun.facilitation.problems import CATALOGUE
from rukun.facilitation.queries import programmes
from rukun.kit.problems import Problem, letter
from rukun.parameters import juknis
from rukun.parameters.problems import CATALOGUE as PARAMETERS
from rukun.walls import scope


def refused(act, **told) -> Problem:
    with pytest.raises(Problem) as caught:
        act(**told)
    letter(caught.value, CATALOGUE | PARAMETERS, strict=True)
    return caught.value


def answered(programme, **changes):
    told = {"programme": programme, "question": "meeting.quorum", "value": "50", "source": "Pasal 9"} | {
        "path": programme.path,
        "since": day(10),
        "on": day(10),
        "by": "uji",
    }
    return acting.answer(**told | changes)


def test_before_any_juknis_the_year_is_that_of_the_calendar(places):
    assert programmes.current(FIRST) is None
    assert programmes.year_on(FIRST) == 2026


def test_the_year_that_has_begun_last_is_the_current_one(places):
    this, following = adopted(places), adopted(places, first=date(2027, 1, 10))
    assert programmes.current(day(-1)) is None
    assert programmes.current(day(0)) == this
    assert programmes.current(date(2027, 1, 9)) == this
    assert programmes.current(date(2027, 1, 10)) == following
    assert programmes.of_year(2026, date(2027, 6, 1)) == this
    assert [programmes.year_on(on) for on in (FIRST, date(2027, 6, 1))] == [2026, 2027]


def test_what_was_adopted_is_frozen_and_reads_as_it_was(places):
    held = Programme.objects.get(pk=adopted(places).pk)
    assert held.juknis == juknis.load(DEMO, begins=FIRST)
    with scope.within([places.kabupaten.path]), pytest.raises(DatabaseError), transaction.atomic():
        held.save()


def test_an_answer_is_a_new_version_from_its_day_on(places):
    first = adopted(places, key=KUKAR)
    second = answered(first)
    assert (programmes.of_year(2026, day(9)), programmes.of_year(2026, day(10))) == (first, second)
    assert (first.juknis.meeting.quorum, second.juknis.meeting.quorum) == (None, "50")
    assert second.juknis.filled[0].source == second.basis == "Pasal 9"


def test_two_versions_of_one_day_the_last_one_holds(places):
    first = adopted(places, key=KUKAR)
    second = answered(first)
    third = answered(second, question="ceiling", value=120_000_000, source="SK 4")
    assert programmes.of_year(2026, day(10)) == third
    assert (third.juknis.meeting.quorum, third.juknis.ceiling) == ("50", 120_000_000)


def test_an_old_version_is_not_completed_over_a_newer_one(places):
    first = adopted(places, key=KUKAR)
    answered(first)
    assert refused(answered, programme=first).code == "facilitation.version_replaced"


def test_a_change_does_not_reach_back_before_what_it_changes(places):
    first = adopted(places, key=KUKAR)
    assert refused(answered, programme=first, since=day(-1)).code == "facilitation.version_older"


def test_a_deadline_in_the_past_must_be_meant(places):
    late = {"first": FIRST, "on": day(20)}
    problem = refused(adopted, places=places, **late)
    assert (problem.code, problem.details["step"]) == ("facilitation.deadline_past", "Sosialisasi kepada warga")
    assert adopted(places, **late, past_is_meant=True).year == 2026


def test_only_the_date_that_is_set_is_asked_about(places):
    first = adopted(places, key=KUKAR)
    told = {"question": "steps.musyawarah.until", "value": day(5)}
    assert refused(answered, programme=first, **told).code == "facilitation.deadline_past"
    second = answered(first, **told, past_is_meant=True)
    assert answered(second).juknis.steps[1].until == day(5)


def test_what_contradicts_itself_is_not_kept(places):
    first = adopted(places)
    told = {"question": "clusters.sosial.limit", "value": ("90", None), "past_is_meant": True}
    assert refused(answered, programme=first, **told).code == "juknis.shares_too_big"
    assert Programme.objects.count() == 1


def test_only_the_kabupaten_adopts(places):
    with scope.within([places.melati.path]), pytest.raises(DatabaseError), transaction.atomic():
        adopted(places)
