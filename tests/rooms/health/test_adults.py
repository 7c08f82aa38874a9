"""Pregnancies from the first telling to their end, and the checks of the old."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rooms.health.home_ground import make_home, years_ago
from tests.rooms.people.families import make_household

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.actions import stays
from rukun.services.health.actions import elders, pregnancies
from rukun.services.health.facts import adults
from rukun.services.health.models import ElderCheck, Pregnancy, PregnancyCheck, Referral

ON = date(2026, 7, 20)


@pytest.fixture
def home(places):
    return make_home(places.melati)


def begin(person, since=ON - timedelta(weeks=20)):
    return pregnancies.begin(person_id=person.pk, since=since, today=ON, by="kader")


def check(held, on=ON, **seen):
    return pregnancies.check(pregnancy_id=held.pk, on=on, today=ON, by="kader", **seen)


def refused(act, *args, **told):
    with pytest.raises(Problem) as wrong:
        act(*args, **told)
    return wrong.value.code


def text(answer):
    return answer.content.decode()


def test_forty_weeks_from_the_last_period(home):
    assert begin(home.mother).due == ON - timedelta(weeks=20) + timedelta(days=280)
    assert adults.week(date(2026, 1, 1), date(2026, 1, 14)) == 1


def test_a_pregnancy_that_cannot_be_gets_its_letter(home, places):
    assert refused(begin, home.elder) == "health.cannot_bear"
    man = make_household(places.melati, "Bapak Rekaan").stays.get().person
    man.sex = "male"
    man.save(update_fields=["sex"])
    assert refused(begin, man) == "health.cannot_bear"
    assert refused(begin, home.mother, ON + timedelta(days=1)) == "health.day_in_future"
    assert refused(begin, home.mother, date(2025, 7, 1)) == "health.pregnancy_too_long"
    begin(home.mother)
    assert refused(begin, home.mother) == "health.pregnancy_open"
    assert Pregnancy.objects.count() == 1


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        ({"arm_mm": 234}, {"pregnancy"}),
        ({"arm_mm": 235}, set()),
        ({"hb_tenths": 109}, {"pregnancy"}),
        ({"hb_tenths": 110}, set()),
        ({"systolic": 140, "diastolic": 80}, {"pressure"}),
        ({"systolic": 139, "diastolic": 89}, set()),
        ({"systolic": 120, "diastolic": 90}, {"pressure"}),
        ({"tablets": 30}, set()),
    ],
)
def test_what_a_health_worker_should_look_at(home, seen, why):
    check(begin(home.mother), **seen)
    assert set(Referral.objects.values_list("why", flat=True)) == why


def test_a_check_that_cannot_be_gets_its_letter(home):
    held = begin(home.mother)
    assert refused(check, held) == "health.nothing_seen"
    assert refused(check, held, systolic=80, diastolic=120) == "health.pressure_swapped"
    assert refused(check, held, on=held.since - timedelta(days=1), weight_g=50_000) == "health.before_pregnancy"
    assert refused(check, held, on=ON + timedelta(days=1), weight_g=50_000) == "health.day_in_future"
    assert not PregnancyCheck.objects.exists()


def test_a_pregnancy_ends_once(home):
    held = begin(home.mother)
    told = {"pregnancy": held, "outcome": "born", "today": ON, "by": "kader"}
    assert refused(pregnancies.end, on=held.since - timedelta(days=1), **told) == "health.before_pregnancy"
    assert refused(pregnancies.end, on=ON + timedelta(days=1), **told) == "health.day_in_future"
    pregnancies.end(on=ON, **told)
    assert refused(pregnancies.end, on=ON, **told) == "health.pregnancy_ended"
    assert refused(check, held, weight_g=50_000) == "health.pregnancy_ended"
    assert begin(home.mother, ON - timedelta(weeks=5)).pk != held.pk
    assert all("born" not in str(line.details) for line in Line.objects.all())


def test_the_dead_and_those_who_moved_are_not_looked_at(home):
    stays.die(person=home.elder, on=ON, today=ON, by="uji")
    stays.move_out(person=home.mother, on=ON, today=ON, by="uji")
    seen = {"on": ON, "today": ON, "by": "kader", "systolic": 120, "diastolic": 80}
    assert refused(elders.check, person_id=home.elder.pk, **seen) == "health.person_dead"
    assert refused(begin, home.mother) == "health.person_not_here"


@pytest.mark.parametrize(
    ("seen", "why"),
    [({"sugar": 200}, {"sugar"}), ({"sugar": 199}, set()), ({"systolic": 160, "diastolic": 85}, {"pressure"})],
)
def test_an_elder_is_looked_at(home, seen, why):
    elders.check(person_id=home.elder.pk, on=ON, today=ON, by="kader", **seen)
    assert set(Referral.objects.values_list("why", flat=True)) == why


def test_who_is_not_sixty_is_no_elder(home):
    seen = {"on": ON, "today": ON, "by": "kader", "systolic": 120, "diastolic": 80}
    assert refused(elders.check, person_id=home.mother.pk, **seen) == "health.not_elder"


def test_the_pages_of_a_pregnancy(home, browse):
    since = (today() - timedelta(weeks=12)).isoformat()
    answer = browse("kader", "pregnancy_new", home.mother.pk, data={"since": since})
    held = Pregnancy.objects.get()
    assert answer.status_code == 302 and answer["Location"].endswith(f"/kehamilan/{held.pk}/")
    assert (
        browse("kader", "pregnancy_check", held.pk, data={"on": today().isoformat(), "weight_g": "51,5"}).status_code
        == 302
    )
    page = text(browse("kader", "pregnancy", held.pk))
    assert "51,5" in page and "12 minggu" in page and "Ibu Contoh" not in page.partition("</title>")[0]
    wrong = browse(
        "kader", "pregnancy_check", held.pk, data={"on": today().isoformat(), "systolic": "80", "diastolic": "120"}
    )
    assert wrong.status_code == 422 and 'value="80"' in text(wrong)
    ended = browse("kader", "pregnancy_end", held.pk, data={"outcome": "born", "on": today().isoformat()})
    assert ended.status_code == 302
    assert "Buka rumah tangganya" in text(browse("kader", "pregnancy", held.pk))


def test_the_pages_of_an_elder_and_of_a_card(home, browse):
    seen = {"on": today().isoformat(), "systolic": "130", "diastolic": "80", "waist_mm": "84,5"}
    assert browse("kader", "elder_check", home.elder.pk, data=seen).status_code == 302
    assert ElderCheck.objects.get().waist_mm == 845
    assert "130/80" in text(browse("health_worker", "elder", home.elder.pk))
    given = {"given": "opv", "number": "1", "on": years_ago(1).isoformat()}
    assert browse("kader", "dose_new", home.child.pk, data=given).status_code == 302
    card = text(browse("kader", "doses", home.child.pk))
    assert "Polio tetes dosis 1" in card and "Tarik" in card
    assert browse("kader", "dose_new", home.child.pk, data=given | {"on": "2099-01-01"}).status_code == 422
    assert browse("rt_head", "doses", home.child.pk).status_code == 403
