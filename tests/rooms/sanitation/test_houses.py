"""Houses: measured with a comma, judged by three limits side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.people.models import Interview
from rukun.services.sanitation.actions import houses as actions
from rukun.services.sanitation.models import HouseCheck
from rukun.services.sanitation.queries import houses

pytestmark = pytest.mark.django_db
SOUND = dict.fromkeys(("roof_sound", "walls_sound", "floor_sound", "frame_sound"), "ya")


def check(home, cast, seen_on=None, **said):
    return actions.check(household_id=home.pk, said=said, seen_on=seen_on or today(), on=today(), by=cast.kader)


def test_one_house_three_limits(homes, as_):
    url = reverse("sanitation:house", args=[homes[0].pk])
    typed = {"floor": "31,5", "people": "4", "height": "2,75", "openings": "0,50", "seen_on": today().isoformat()}
    as_("kader").post(url, typed | SOUND)
    kept = HouseCheck.objects.get()
    assert (kept.floor_dm2, kept.height_cm, kept.openings_dm2, kept.people) == (3150, 275, 50, 4)
    told = houses.verdicts(kept, on=today())
    assert {code: each.holds for code, each in told.items()} == {"pupr": False, "bps": False, "permensos": True}
    assert told["pupr"].against == ("floor", "openings")
    page = as_("kader").get(url).content.decode()
    assert 'value="31,5"' in page
    assert "luas lantai tiap orang" in page


@pytest.mark.parametrize(
    ("said", "days", "code"),
    [
        ({"people": 4}, 0, "nothing_measured"),
        ({"floor_dm2": 3600}, 1, "day_in_future"),
        ({"floor_dm2": 100, "openings_dm2": 200}, 0, "openings_too_large"),
    ],
)
def test_letters(homes, cast, said, days, code):
    with pytest.raises(Problem, match=code):
        check(homes[0], cast, today() + timedelta(days=days), **said)
    assert not HouseCheck.objects.exists()


def test_what_the_family_said_in_an_interview_stands_in_the_form(homes, as_):
    Interview.objects.create(
        household=homes[0], path=homes[0].path, instrument="rt_census", on=today(), source="interview",
        answers={"floor_area_m2": 42.5}, by="uji",
    )  # fmt: skip
    page = as_("kader").get(reverse("sanitation:house", args=[homes[0].pk])).content.decode()
    assert 'value="42,5"' in page
    assert 'value="1"' in page


@pytest.mark.parametrize("floor", ["-3", "0", "1.500", "99999", "banyak"])
def test_bad_measures_come_back_as_typed(homes, as_, floor):
    url = reverse("sanitation:house", args=[homes[0].pk])
    page = as_("kader").post(url, {"floor": floor, "people": "4", "seen_on": today().isoformat()})
    assert page.status_code == 422
    assert f'value="{floor}"' in page.content.decode()
    assert not HouseCheck.objects.exists()


def test_the_area_page_goes_by_the_chosen_limit(homes, cast, as_, places):
    sound = dict.fromkeys(SOUND, True)
    check(homes[0], cast, floor_dm2=3200, people=4, **sound)
    check(homes[1], cast, floor_dm2=2000, people=4, **sound)
    assert houses.by_rt(places.desa.path, "bps", on=today())[places.melati.path] == {"decent": 1, "not_decent": 1}
    url = reverse("sanitation:houses", args=[places.melati.id])
    page = as_("kader").get(url + "?batas=bps").content.decode()
    assert "Ani Rekaan" in page
    assert "lantai 8 m² tiap orang" in page.lower()
    assert as_("kader").get(url + "?batas=rekaan").status_code == 200
    assert "disembunyikan" in as_("dpo").get(url).content.decode()
    assert "Ani" not in as_("dpo").get(url).content.decode()
