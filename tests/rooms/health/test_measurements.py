"""A child is measured: scored, marked, doubted, put right; and shown to a health worker where a look is needed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from tests.rooms.health.child_ground import BORN, TODAY, make_child, weigh
from tests.rooms.people.families import make_household

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.actions import stays
from rukun.services.health.actions import measurements as actions
from rukun.services.health.forms.measurements import MeasureForm, told_of
from rukun.services.health.models import Call, Measurement, Referral
from rukun.services.health.queries import measurements, referrals

pytestmark = pytest.mark.django_db
NO_FORM = {"weight": "", "lenhei": "", "lying": "", "head": "", "arm": "", "fed": ""}


def whys(child) -> set[str]:
    return set(Referral.objects.filter(person=child).values_list("why", flat=True))


def test_a_child_at_the_median_has_a_score_of_nought_and_no_referral(places):
    child = make_child(places.melati)
    kept = weigh(child, BORN + timedelta(days=365), 8900, lenhei_mm=740)
    assert kept.age_days == 365
    assert abs(kept.waz) < 10
    assert abs(kept.haz) < 10
    assert (kept.gain, kept.in_a_row, kept.doubts) == ("B", 0, [])
    assert whys(child) == set()


def test_two_months_without_gain_ask_a_health_worker(places):
    child = make_child(places.melati)
    marks = [
        weigh(child, date(2026, month, 5), 8000 + extra).gain for month, extra in ((4, 0), (5, 320), (6, 330), (7, 340))
    ]
    assert marks == ["B", "N", "T", "T"]
    assert whys(child) == {"two_t"}


def test_a_month_missed_is_marked_o_and_breaks_the_row(places):
    child = make_child(places.melati)
    assert [weigh(child, date(2026, month, 5), 8000).gain for month in (3, 4, 6)] == ["B", "T", "O"]
    assert weigh(child, date(2026, 7, 5), 8000).in_a_row == 1


def test_the_last_weighing_of_a_month_stands_for_it(places):
    child = make_child(places.melati)
    for day, grams in ((date(2026, 6, 2), 8000), (date(2026, 6, 28), 7900)):
        weigh(child, day, grams)
    assert weigh(child, date(2026, 7, 2), 8100).gain == "N"


def test_a_child_far_below_is_asked_about_and_nothing_is_asked_twice(places):
    child = make_child(places.melati)
    weigh(child, date(2026, 6, 5), 6000, lenhei_mm=660, arm_mm=112, has_oedema=False)
    assert whys(child) == {"below_red", "short", "thin", "arm"}
    weigh(child, date(2026, 7, 5), 6100, lenhei_mm=662)
    assert Referral.objects.filter(person=child).count() == 4


def test_swollen_feet_leave_no_score_of_weight_and_are_asked_about(places):
    child = make_child(places.melati)
    kept = weigh(child, TODAY, 8900, lenhei_mm=740, has_oedema=True)
    assert (kept.waz, kept.whz, kept.gain) == (None, None, "")
    assert whys(child) == {"oedema"}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("health.measure_nothing", {}),
        ("health.measure_swapped", {"weight_g": 74_000, "lenhei_mm": 90}),
        ("health.measure_implausible", {"weight_g": 3000}),
        ("health.measure_before_birth", {"weight_g": 3000, "on": BORN - timedelta(days=1)}),
        ("health.measure_grown", {"weight_g": 50_000, "on": BORN + timedelta(days=20 * 366)}),
    ],
)
def test_what_cannot_be_is_answered_by_a_letter(places, code, told):
    child = make_child(places.melati)
    with pytest.raises(Problem) as raised:
        actions.measure(child.pk, **({"on": TODAY, "by": "uji"} | told))
    assert raised.value.code == code
    assert not Measurement.objects.exists()


def test_a_doubtful_number_is_kept_by_who_is_sure_and_asks_for_another_look(places):
    child = make_child(places.melati)
    kept = weigh(child, TODAY, 3000, sure=True)
    assert kept.doubts == ["waz"]
    assert whys(child) == {"implausible"}, "a doubted score is no reason of its own"
    assert [each.code for each in measurements.due([child], TODAY)] == ["again"]


def test_a_child_without_birth_date_or_home_or_life_is_not_measured(places):
    unknown = make_child(places.melati, born=None)
    with pytest.raises(Problem, match="no_birth_date"):
        weigh(unknown, TODAY, 9000)
    gone = make_child(places.melati)
    gone.stays.update(until=TODAY - timedelta(days=3), ended_by="moved_out")
    with pytest.raises(Problem, match="not_here"):
        weigh(gone, TODAY, 9000)
    dead = make_child(places.melati)
    dead.stays.update(until=TODAY - timedelta(days=3), ended_by="died")
    with pytest.raises(Problem, match="dead"):
        weigh(dead, TODAY, 9000)


def test_a_correction_is_a_newer_row_and_the_old_one_stays(places):
    child = make_child(places.melati)
    weigh(child, date(2026, 6, 5), 8000)
    wrong = weigh(child, date(2026, 7, 5), 9800)
    right = actions.correct(wrong, "salah baca", by="uji", weight_g=8050)
    assert (right.on, right.gain, right.replaces) == (wrong.on, "T", wrong)
    assert [each.weight_g for each in measurements.of_person(child.pk)] == [8000, 8050]
    assert Measurement.objects.count() == 3
    with pytest.raises(Problem, match="replaced"):
        actions.correct(wrong, "lagi", by="uji", weight_g=8000)
    with pytest.raises(Problem, match="measure_why"):
        actions.correct(right, " ", by="uji", weight_g=8000)


def test_what_was_taken_of_another_child_is_taken_back(places):
    child = make_child(places.melati)
    wrong = weigh(child, TODAY, 8000)
    actions.take_back(wrong, "anak lain", by="uji")
    assert measurements.of_person(child.pk) == []
    assert [each.code for each in measurements.due([child], TODAY)] == ["weigh"]


def test_a_measured_child_may_move_to_another_rt(places):
    child = make_child(places.melati)
    home = child.stays.get().household
    call = Call.objects.create(household=home, path=home.path, where="home", on=TODAY, by="uji")
    weigh(child, TODAY, 8000, call_id=call.pk)
    other = make_household(places.mawar, "Bibi Rekaan")
    stays.move_within(person=child, to_household=other, relation="kin", on=TODAY, today=TODAY, by="uji")
    connection.check_constraints()
    kept = Measurement.objects.get()
    assert (kept.path, kept.call_id) == (places.mawar.path, call.pk)


def test_who_is_due_this_month(places):
    small, weighed, grown = (
        make_child(places.melati),
        make_child(places.melati),
        make_child(places.melati, born=date(2019, 1, 1)),
    )
    weigh(weighed, date(2026, 7, 3), 8800)
    found = measurements.due([small, weighed, grown], TODAY)
    assert [(each.person_id, each.code, each.until) for each in found] == [(small.pk, "weigh", date(2026, 7, 31))]
    assert referrals.due([small, weighed], TODAY) == []


def test_the_log_holds_no_number_and_no_name(places):
    child = make_child(places.melati)
    actions.correct(weigh(child, TODAY, 6000, lenhei_mm=661), "salah baca", by="uji", weight_g=8000)
    lines = list(
        Line.objects.filter(verb__startswith="measurement.") | Line.objects.filter(verb__startswith="referral.")
    )
    assert len(lines) >= 3
    assert all(line.details == {} for line in lines)


def test_the_form_reads_commas_exactly():
    form = MeasureForm(NO_FORM | {"weight": "9,45", "lenhei": "74.5", "lying": "lying", "arm": "14,2", "fed": "yes"})
    assert form.is_valid(), form.errors
    assert form.is_filled
    assert form.told == {
        "weight_g": 9450, "lenhei_mm": 745, "is_lying": True, "head_mm": None, "arm_mm": 142, "has_oedema": False,
        "is_breastfed": True, "sure": False,
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["-9", "0", "nol", "9,4,5", "1e3", "9450", "١٢", "9,45678"])
def test_the_form_asks_again_and_keeps_what_was_typed(typed):
    form = MeasureForm(NO_FORM | {"weight": typed})
    assert "weight" in form.errors
    assert typed in str(form["weight"])


def test_a_doubt_asks_to_be_sure_at_its_own_answer():
    form = MeasureForm({f"a-{name}": value for name, value in (NO_FORM | {"weight": "3"}).items()}, prefix="a")
    assert form.is_valid()
    assert "checkbox" not in str(form["sure"])
    form.blame(Problem("health.measure_implausible", what=["berat"]))
    assert "checkbox" in str(form["sure"])
    assert "berat" in str(form.errors["sure"])


def test_a_correction_begins_with_what_was_kept():
    kept = Measurement(weight_g=9450, lenhei_mm=745, is_lying=False, arm_mm=None)
    form = MeasureForm(initial=told_of(kept))
    assert 'value="9,45"' in str(form["weight"])
    assert 'value="74,5"' in str(form["lenhei"])
