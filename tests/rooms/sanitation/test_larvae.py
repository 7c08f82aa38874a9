"""Larva watch: two weeks in an RT, the four shares, and a letter for what cannot be."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.urls import reverse
from tests.rooms.people.families import make_household

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.services.sanitation.actions import larvae as actions
from rukun.services.sanitation.models import LarvaRound, LarvaVisit
from rukun.services.sanitation.queries import larvae
from rukun.territory import queries as territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def melati(places):
    return territory.place(places.melati.id, on=today())


@pytest.fixture
def begun(melati, cast):
    return actions.begin(place=melati, on=today(), by=cast.kader)


def visit(home, containers, positive, cast, on=None):
    return actions.visit(
        household_id=home.pk, containers=containers, positive=positive, words="", on=on or today(), by=cast.kader
    )


def test_a_round_lasts_two_weeks_and_only_one_runs(begun, melati, cast):
    assert (begun.until - begun.since).days == 14
    with pytest.raises(Problem, match="round_running"):
        actions.begin(place=melati, on=today() + timedelta(days=13), by=cast.kader)
    later = actions.begin(place=melati, on=today() + timedelta(days=14), by=cast.kader)
    assert later.since == begun.until


def test_the_worked_case_of_ten_houses(begun, places, cast):
    for number, (containers, positive) in enumerate([(10, 1), (9, 1), *[(4, 0)] * 8]):
        visit(make_household(places.melati, f"Rumah {number}"), containers, positive, cast)
    told = larvae.trend(places.melati.path)[-1].indices
    assert (told.houses, told.free, told.house, told.container) == (10, 80, 20, Fraction(200, 51))
    assert told.breteau == 20
    assert told.figures == {"house": 4, "container": 2, "breteau": 4}


def test_the_newest_row_of_a_house_counts(begun, homes, cast, places):
    visit(homes[0], 5, 2, cast)
    visit(homes[0], 5, 0, cast)
    visit(homes[1], 3, 1, cast)
    told = larvae.trend(places.melati.path)[-1].indices
    assert (told.houses, told.free) == (2, 50)
    assert LarvaVisit.objects.count() == 3
    left = [home for home in larvae.homes(begun) if home.visit is None]
    assert [home.line.head for home in left] == ["Cici Rekaan"]


def test_letters(homes, cast, places):
    with pytest.raises(Problem, match="no_round"):
        visit(homes[0], 3, 1, cast)
    LarvaRound.objects.create(
        rt_id=places.melati.id, path=places.melati.path, since=today(), until=today() + timedelta(days=14), by="uji"
    )
    with pytest.raises(Problem, match="more_positive_than_seen"):
        visit(homes[0], 3, 4, cast)
    assert not LarvaVisit.objects.exists()


def test_houses_of_many_rts_make_one_share_and_old_rounds_are_left_out(begun, homes, cast, places):
    visit(homes[0], 4, 1, cast)
    mawar = {"rt_id": places.mawar.id, "path": places.mawar.path, "by": "uji"}
    for days in (0, 40):
        since = today() - timedelta(days=days)
        held = LarvaRound.objects.create(**mawar, since=since, until=since + timedelta(days=14))
        home = make_household(places.mawar, f"Dodi {days}")
        LarvaVisit.objects.create(
            round=held, path=home.path, household=home, on=since, containers=6, positive=0, by="uji"
        )
    found = larvae.by_rt(places.desa.path, on=today())
    whole = larvae.together(found, places.desa.path, on=today())
    assert (whole.houses, whole.free, whole.container) == (2, 50, 10)


def test_a_kader_begins_and_visits_on_the_screen(homes, as_, places):
    area = reverse("sanitation:larvae", args=[places.melati.id])
    begin = reverse("sanitation:round_new", args=[places.melati.id])
    assert "Mulai putaran" in as_("kader").get(area).content.decode()
    assert as_("kader").post(begin).url == area
    as_("kader").post(begin)
    assert LarvaRound.objects.count() == 1
    url = reverse("sanitation:larva_visit", args=[homes[0].pk])
    wrong = as_("kader").post(url, {"containers": "3", "positive": "5", "words": "Bak mandi"})
    assert wrong.status_code == 422
    assert "Bak mandi" in wrong.content.decode()
    as_("kader").post(url, {"containers": "5", "positive": "3", "words": "Bak mandi"})
    assert LarvaVisit.objects.get().positive == 3
    page = as_("kader").get(area).content.decode()
    assert "Ani Rekaan" in page
    assert "2 rumah belum diperiksa" in page
    round_page = as_("kader").get(reverse("sanitation:round", args=[LarvaRound.objects.get().pk]))
    assert "60\u00a0%" in round_page.content.decode()


def test_others_see_no_name_and_no_share_of_a_few_houses(begun, homes, cast, as_, places):
    visit(homes[0], 4, 1, cast)
    page = as_("dpo").get(reverse("sanitation:larvae", args=[places.melati.id])).content.decode()
    assert "Ani" not in page
    assert "bebas jentik (ABJ)" not in page
    above = as_("dpo").get(reverse("sanitation:larvae", args=[places.desa.id])).content.decode()
    assert "terlalu sedikit" in above
