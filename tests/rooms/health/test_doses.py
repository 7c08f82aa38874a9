"""Which dose is due at which age, what is given once only, and what is taken back with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rooms.health.child_ground import make_child

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.parameters.immunisation import schedule
from rukun.people.actions import stays
from rukun.services.health.actions import doses as actions
from rukun.services.health.facts import doses as facts
from rukun.services.health.models import Dose
from rukun.services.health.queries import doses
from rukun.services.health.types import Given

BORN = date(2025, 1, 31)
TODAY = date(2026, 7, 20)


def codes(born, on, held=None):
    return [step.code for step in facts.due(born, on, held or {})]


def test_every_antigen_of_the_schedule_can_be_recorded_and_names_its_source():
    assert {each.given for each in schedule()} <= set(Given.values)
    assert all(each.source for each in schedule())


def test_a_newborn_is_asked_for_hepatitis_b_only():
    assert codes(BORN, BORN) == ["hb0-1"]


def test_on_the_day_a_month_is_complete_bcg_and_polio_are_due():
    """Who is born on the 31st completes a month on 1 March."""
    assert codes(BORN, date(2025, 2, 28)) == ["hb0-1"]
    assert codes(BORN, date(2025, 3, 1)) == ["bcg-1", "opv-1"]


def test_the_second_dose_waits_for_its_age_and_four_weeks():
    late = {"opv": [(1, date(2025, 4, 20))], "bcg": [(1, date(2025, 3, 1))]}
    assert "opv-2" not in codes(BORN, date(2025, 5, 17), late)
    assert "opv-2" in codes(BORN, date(2025, 5, 18), late)


def test_rotavirus_and_bcg_are_not_asked_for_too_late():
    step = next(each for each in facts.due(BORN, date(2025, 8, 1), {}) if each.given == "rotavirus")
    assert step.until == date(2025, 8, 30)
    assert "rotavirus-1" not in codes(BORN, date(2025, 8, 31))
    assert "bcg-1" in codes(BORN, date(2026, 1, 30))
    assert "bcg-1" not in codes(BORN, date(2026, 1, 31))


def test_who_was_older_when_a_vaccine_came_is_not_asked():
    assert not any(code.startswith("rotavirus") for code in codes(date(2023, 5, 15), date(2023, 9, 1)))
    assert "rotavirus-1" in codes(date(2023, 5, 16), date(2023, 9, 1))


def test_a_child_with_all_doses_is_asked_nothing():
    held = {
        each.given: [(n, date(2025, 2, 1)) for n in range(1, len(each.at_months) + 1)]
        for each in schedule()
    }  # fmt: skip
    assert codes(BORN, TODAY, held) == []


@pytest.mark.parametrize(
    ("on", "held", "wanted"),
    [
        (date(2026, 2, 10), [], "vitamin_a-red-1"),
        (date(2026, 2, 10), [date(2026, 2, 1)], None),
        (date(2026, 8, 31), [date(2026, 2, 1)], "vitamin_a-red-1"),
        (date(2026, 7, 31), [], None),
        (date(2025, 8, 1), [], "vitamin_a-blue-1"),
        (date(2030, 2, 1), [], None),
    ],
)
def test_vitamin_a_by_age_and_month(on, held, wanted):
    step = facts.vitamin_a(BORN, on, held)
    assert (step.code if step else None) == wanted


def test_the_blue_capsule_is_given_once():
    born = date(2025, 8, 1)
    assert facts.vitamin_a(born, date(2026, 2, 5), []).code == "vitamin_a-blue-1"
    assert facts.vitamin_a(born, date(2026, 2, 20), [date(2026, 2, 5)]) is None


def give(child, given="opv", number=1, on=TODAY, **more):
    return actions.give(person_id=child.pk, given=given, number=number, on=on, today=TODAY, by="kader", **more)


def test_a_dose_is_kept_once_and_logged_without_its_name(places):
    child = make_child(places.melati)
    kept = give(child)
    assert (kept.path, kept.by) == (places.melati.path, "kader")
    line = Line.objects.get(verb="dose.given")
    assert line.details == {}
    with pytest.raises(Problem) as again:
        give(child, on=TODAY - timedelta(days=3))
    assert again.value.code == "health.dose_known"


def test_a_capsule_may_be_given_again_on_another_day(places):
    child = make_child(places.melati)
    give(child, "vitamin_a", on=date(2026, 2, 5))
    give(child, "vitamin_a")
    with pytest.raises(Problem) as twice:
        give(child, "vitamin_a")
    assert twice.value.code == "health.dose_same_day"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"on": TODAY + timedelta(days=1)}, "health.day_in_future"),
        ({"on": date(2025, 6, 30)}, "health.person_born_later"),
        ({"given": "jamu"}, "health.dose_unknown"),
        ({"number": 0}, "health.dose_unknown"),
    ],
)
def test_a_dose_that_cannot_be_gets_its_letter(places, told, code):
    child = make_child(places.melati)
    with pytest.raises(Problem) as wrong:
        give(child, **told)
    assert wrong.value.code == code
    assert not Dose.objects.exists()


def test_the_dead_are_given_nothing(places):
    child = make_child(places.melati)
    stays.die(person=child, on=date(2026, 7, 1), today=TODAY, by="uji")
    with pytest.raises(Problem) as dead:
        give(child)
    assert dead.value.code == "health.person_dead"


def test_what_is_taken_back_is_due_again_and_stays_readable(places):
    child = make_child(places.melati, born=date(2026, 1, 1))
    kept = give(child, "bcg")
    assert "bcg-1" not in [step.code for step in doses.steps([child], TODAY)[child.pk]]
    with pytest.raises(Problem) as silent:
        actions.take_back(dose=kept, why=" ", on=TODAY, by="kader")
    assert silent.value.code == "health.dose_no_reason"
    actions.take_back(dose=kept, why="salah anak", on=TODAY, by="kader")
    assert "bcg-1" in [step.code for step in doses.steps([child], TODAY)[child.pk]]
    assert [each.why for each in doses.taken_back(child.pk)] == ["salah anak"]
    with pytest.raises(Problem) as again:
        actions.take_back(dose=kept, why="lagi", on=TODAY, by="kader")
    assert again.value.code == "health.dose_taken_back"
