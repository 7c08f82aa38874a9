"""A monitor's day: own households, who is due and why, what is done; and who looks after whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.rooms.conftest import make_user
from tests.rooms.health.child_ground import weigh
from tests.rooms.health.home_ground import make_home, typed, years_ago
from tests.rooms.people.families import make_household, make_person, settle

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.services.health.actions import days as actions
from rukun.services.health.actions import elders, pregnancies
from rukun.services.health.models import Care, Referral
from rukun.services.health.queries import days

ON = date(2026, 7, 20)


def text(answer):
    return answer.content.decode()


def kinds(home, on):
    found = days.day([home.household.pk], on)
    return {(due.kind, due.code) for door in found.waiting for one in door.members for due in one.dues}


def test_everyone_due_is_told_with_the_reason(places):
    home = make_home(places.melati)
    held = kinds(home, today())
    assert ("measurement", "weigh") in held and ("elder", "first") in held
    assert any(kind == "dose" for kind, _code in held)


def test_vitamin_a_is_due_in_august_and_not_in_july(places):
    home = make_home(places.melati)
    home.child.birth_date = date(2025, 1, 5)
    home.child.save(update_fields=["birth_date"])
    assert not any("vitamin" in code for _kind, code in kinds(home, ON))
    assert ("dose", "vitamin_a-red-1") in kinds(home, date(2026, 8, 3))


def test_a_mother_is_due_once_a_month_and_an_elder_once_a_year(places):
    home = make_home(places.melati)
    held = pregnancies.begin(person_id=home.mother.pk, since=ON - timedelta(weeks=10), today=ON, by="uji")
    assert ("pregnancy", "check") in kinds(home, ON)
    pregnancies.check(pregnancy_id=held.pk, on=ON, today=ON, by="uji", weight_g=52_000)
    assert not any(kind == "pregnancy" for kind, _code in kinds(home, ON))
    assert ("pregnancy", "check") in kinds(home, date(2026, 8, 1))
    assert ("pregnancy", "overdue") in kinds(home, date(2027, 6, 1))
    elders.check(person_id=home.elder.pk, on=ON, today=ON, by="uji", systolic=120, diastolic=80)
    assert not any(kind == "elder" for kind, _code in kinds(home, date(2027, 7, 19)))
    assert ("elder", "check") in kinds(home, date(2027, 7, 20))


def test_who_is_to_be_looked_at_again_comes_first(places):
    first, second = make_home(places.melati), make_home(places.melati)
    Referral.objects.create(
        person=second.elder, path=places.melati.path, why="pressure", on=ON, by="uji", seen_on=ON, seen_by="bidan",
        decision="ukur lagi", next_on=ON,
    )  # fmt: skip
    found = days.day([first.household.pk, second.household.pk], ON)
    assert [door.household_id for door in found.waiting] == [second.household.pk, first.household.pk]


def test_who_waits_for_the_health_worker_alone_is_no_reason_to_knock(places):
    home = make_household(places.melati, "Bapak Rekaan")
    grown = make_person(places.melati, "Ibu Contoh", birth_date=years_ago(40))
    settle(grown, home, "wife")
    Referral.objects.create(person=grown, path=places.melati.path, why="pressure", on=ON, by="uji")
    assert days.day([home.pk], ON).whole == 0


def test_the_day_of_a_monitor_without_own_households_is_the_rt(places, browse):
    make_home(places.melati)
    make_home(places.mawar)
    page = text(browse("kader", "today"))
    assert page.count('class="door"') == 1
    assert "0 dari 1" in page and "Kirana Rekaan" in page and "Belum ditimbang bulan ini" in page
    assert "Kirana" not in page.partition("</title>")[0]


def test_what_is_done_today_moves_below_and_counts(places, browse):
    home, other = make_home(places.melati), make_home(places.melati)
    browse("kader", "call", home.household.pk, data=typed(home, nobody_home="on"))
    page = text(browse("kader", "today"))
    assert "1 dari 2" in page and "Rumah kosong, sudah dicoba" in page
    assert f"/rumah-tangga/{other.household.pk}/kunjungan/" in page
    assert f"/rumah-tangga/{home.household.pk}/kunjungan/" not in page


def test_own_households_only_once_they_are_given(places, cast, browse):
    home, other = make_home(places.melati), make_home(places.melati)
    answer = browse("kader", "care", places.melati.pk, data={"homes": [str(home.household.pk)]})
    assert answer.status_code == 302
    assert Care.objects.get().user == cast.kader
    page = text(browse("kader", "today"))
    assert f"/rumah-tangga/{home.household.pk}/" in page and f"/rumah-tangga/{other.household.pk}/" not in page


def test_one_household_has_one_monitor_at_a_time(places, cast):
    home = make_home(places.melati).household
    second = make_user("kader-kedua", Role.KADER, places.melati)
    for user in (cast.kader, second, second):
        actions.entrust(user=user, path=places.melati.path, homes=[home.pk], on=ON, by="uji")
    assert [each.user_id for each in Care.objects.filter(until__isnull=True)] == [second.pk]
    assert Care.objects.filter(until=ON).count() == 1
    assert Line.objects.filter(verb="care.entrusted").count() == 2
    actions.entrust(user=second, path=places.melati.path, homes=[], on=ON, by="uji")
    assert not Care.objects.filter(until__isnull=True).exists()


def test_a_household_of_another_rt_is_not_given(places, cast):
    home = make_home(places.mawar).household
    actions.entrust(user=cast.kader, path=places.melati.path, homes=[home.pk], on=ON, by="uji")
    assert not Care.objects.exists()


def test_a_health_worker_chooses_one_rt(places, browse):
    make_home(places.melati)
    make_home(places.mawar)
    assert text(browse("health_worker", "today")).count('class="door"') == 1
    assert text(browse("health_worker", "today", rt=places.mawar.pk)).count('class="door"') == 1
    assert browse("health_worker", "today", rt="x").status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("kader", 200), ("health_worker", 200), ("rt_head", 403), ("mawar_head", 403)]
)
def test_the_day_opens_to_who_records_health(places, browse, who, status):
    assert browse(who, "today").status_code == status


def test_sixty_households_are_a_small_page_and_few_queries(places, browse):
    for number in range(60):
        home = make_household(places.melati, f"Bapak Rekaan {number}")
        for order in range(2):
            child = make_person(places.melati, f"Anak Rekaan {number} {order}", birth_date=years_ago(order + 1, number))
            settle(child, home, "child")
    weigh(child, today(), 12_000)
    browse("kader", "today")
    with CaptureQueriesContext(
        connection,
    ) as met:
        page = browse("kader", "today").content
    own = [query for query in met if "health_" in query["sql"] or "people_" in query["sql"]]
    assert len(page) < 100_000
    assert len(own) <= 14
