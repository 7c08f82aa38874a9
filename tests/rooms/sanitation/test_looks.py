"""One look at a household: what is derived, what comes back, who may see whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.rooms.people.families import make_household

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.services.sanitation.actions import looks as actions
from rukun.services.sanitation.models import Look
from rukun.services.sanitation.queries import looks
from rukun.territory import queries as territory
from rukun.territory.models import Edition

pytestmark = pytest.mark.django_db

OWN = {"use": "own", "seat": "gooseneck", "disposal": "septic"}


def seen(home, cast, **said):
    return actions.look(household_id=home.pk, said=said, seen_on=today(), on=today(), by=cast.kader)


def test_the_rung_is_derived_and_what_lifts_it_is_told(homes, cast):
    kept = seen(homes[0], cast, **OWN, hands=True, rubbish=False)
    told = looks.tell(kept, is_rural=True)
    assert (kept.rung, told.lift, told.pillars) == ("own", "emptying", 2)
    assert (told.unknown, told.lacking) == (("food", "wastewater"), ("rubbish",))
    assert seen(homes[0], cast, **OWN, was_emptied=True).rung == "safe"


def test_a_dry_hole_counts_in_a_desa_and_not_in_a_kelurahan(homes, cast, places):
    assert seen(homes[0], cast, use="own", seat="gooseneck", disposal="hole").rung == "own"
    Edition.objects.filter(area=places.desa).update(kind="kelurahan")
    assert seen(homes[0], cast, use="own", seat="gooseneck", disposal="hole").rung == "unimproved"


def test_who_uses_none_has_no_seat_to_tell_of(homes, cast):
    kept = seen(homes[0], cast, use="none", seat="gooseneck", disposal="septic", was_emptied=True)
    assert (kept.rung, kept.seat, kept.disposal, kept.was_emptied) == ("open", "", "", None)


def test_what_is_missing_leaves_no_rung(homes, cast):
    kept = seen(homes[0], cast, use="own", seat="gooseneck")
    assert (kept.rung, looks.tell(kept, is_rural=True).missing) == ("", ("disposal",))


@pytest.mark.parametrize(
    ("said", "days", "code"),
    [({}, 0, "nothing_told"), ({"use": "own"}, 1, "day_in_future")],
)
def test_letters(homes, cast, said, days, code):
    with pytest.raises(Problem, match=code):
        actions.look(
            household_id=homes[0].pk, said=said, seen_on=today() + timedelta(days=days), on=today(), by=cast.kader
        )
    assert not Look.objects.exists()


def test_a_home_that_everybody_left_is_not_looked_at(homes, cast):
    homes[0].stays.update(until=today(), ended_by="died")
    with pytest.raises(Problem, match="nobody_lives_there"):
        seen(homes[0], cast, **OWN)


def test_those_nobody_looked_at_come_first_then_the_lowest_rung(homes, cast, places):
    seen(homes[0], cast, **OWN)
    seen(homes[1], cast, use="none")
    found = looks.of_rt(territory.place(places.melati.id, on=today()), on=today())
    assert [each.line.head for each in found] == ["Cici Rekaan", "Budi Rekaan", "Ani Rekaan"]


def test_a_kader_fills_one_screen_and_the_log_tells_no_answer(homes, as_, places):
    url = reverse("sanitation:look", args=[homes[0].pk])
    page = as_("kader").post(url, {**OWN, "hands": "ya", "food": "tidak", "seen_on": today().isoformat()})
    assert page.url == reverse("sanitation:area", args=[places.melati.id])
    kept = Look.objects.get()
    assert (kept.rung, kept.hands, kept.food, kept.rubbish) == ("own", True, False, None)
    line = Line.objects.get(verb="sanitation.looked")
    assert line.details == {"household": homes[0].pk}
    again = as_("kader").get(url).content.decode()
    assert "Layak sendiri" in again
    assert "Sedot tangki septik setiap lima tahun".lower() in again.lower()
    assert "Ani" not in again.partition("<title>")[2].partition("</title>")[0]


def test_what_was_typed_comes_back_with_a_letter(homes, as_):
    url = reverse("sanitation:look", args=[homes[0].pk])
    page = as_("kader").post(url, {"use": "shared", "seen_on": (today() + timedelta(days=3)).isoformat()})
    assert page.status_code == 422
    assert "belum tiba" in page.content.decode()
    assert 'value="shared"' in page.content.decode().partition("checked")[0][-200:]


def test_by_name_for_who_records_and_figures_for_the_rest(homes, cast, as_, places):
    seen(homes[0], cast, use="none")
    url = reverse("sanitation:area", args=[places.melati.id])
    assert "Ani Rekaan" in as_("kader").get(url).content.decode()
    page = as_("dpo").get(url).content.decode()
    assert "Ani" not in page
    assert "disembunyikan" in page


def test_small_numbers_are_hidden_and_large_ones_shown(places, as_, cast):
    for number in range(25):
        home = make_household(places.melati, f"Warga {number}")
        seen(home, cast, **(OWN if number < 12 else {"use": "none"}))
    few = make_household(places.mawar, "Lain Rekaan")
    seen(few, cast, use="none")
    url = reverse("sanitation:area", args=[places.desa.id])
    shown = as_("dpo").get(url).content.decode()
    assert "disembunyikan" in shown
    exact = as_("desa_operator").get(url).content.decode()
    assert "disembunyikan" not in exact
    assert ">14<" in exact
    assert ">14<" not in shown


def test_a_page_of_an_rt_asks_little_however_many_homes(places, cast, as_, django_assert_max_num_queries):
    for number in range(15):
        seen(make_household(places.melati, f"Warga {number}"), cast, **OWN)
    client = as_("kader")
    for name in ("area", "claims", "larvae", "houses"):
        with django_assert_max_num_queries(40) as asked:
            client.get(reverse(f"sanitation:{name}", args=[places.melati.id]))
        own = [
            each["sql"] for each in asked.captured_queries if "sanitation_" in each["sql"] or "people_" in each["sql"]
        ]
        assert len(own) <= 12, name


def test_outside_ones_areas_there_is_nothing(homes, as_, places):
    client = as_("mawar_head")
    assert client.get(reverse("sanitation:look", args=[homes[0].pk])).status_code == 404
    assert client.get(reverse("sanitation:area", args=[places.melati.id])).status_code == 404
