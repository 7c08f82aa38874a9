"""Free of open defecation: only when everybody is known, checked by somebody else, undone by what is seen later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.rooms.people.families import make_household

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.services.sanitation.actions import claims as actions
from rukun.services.sanitation.models import Claim, Look
from rukun.services.sanitation.queries import claims
from rukun.territory import queries as territory

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)


def look(home, rung, on=ON):
    return Look.objects.create(household=home, path=home.path, on=on, rung=rung, by="uji")


@pytest.fixture
def clean(homes):
    for home in homes:
        look(home, "own")
    return homes


@pytest.fixture
def declared(clean, cast, places):
    place = territory.place(places.melati.id, on=ON)
    return actions.declare(place=place, on=ON, by=cast.rt_head)


def check(claim, by, holds=True, on=ON):
    actions.check(claim=claim, holds=holds, words="Dilihat rumah demi rumah", on=on, by=by)


def test_everybody_has_to_be_known_and_nobody_in_the_open(homes, cast, places):
    place = territory.place(places.melati.id, on=ON)
    look(homes[0], "own")
    with pytest.raises(Problem, match="some_unknown") as raised:
        actions.declare(place=place, on=ON, by=cast.rt_head)
    assert raised.value.details["count"] == 2
    look(homes[1], "covered")
    with pytest.raises(Problem, match="some_open"):
        actions.declare(place=place, on=ON, by=cast.rt_head)
    with pytest.raises(Problem, match="no_household"):
        actions.declare(place=territory.place(places.mawar.id, on=ON), on=ON, by=cast.rt_head)
    assert not Claim.objects.exists()


def test_a_claim_keeps_the_counts_of_its_day_and_stands_once(declared, cast, places):
    assert (declared.households, declared.counts) == (3, {"own": 3})
    with pytest.raises(Problem, match="claim_stands"):
        actions.declare(place=territory.place(places.melati.id, on=ON), on=ON, by=cast.kader)


def test_who_declares_does_not_check_and_a_check_is_made_once(declared, cast):
    with pytest.raises(Problem, match="own_claim"):
        check(declared, cast.rt_head)
    check(declared, cast.health_worker)
    with pytest.raises(Problem, match="already_checked"):
        check(declared, cast.kecamatan_officer)
    assert claims.tell(Claim.objects.get()).state == "holds"


def test_what_no_longer_holds_is_not_found_true_but_may_be_found_untrue(declared, cast, places):
    make_household(places.melati, "Baru Rekaan")
    with pytest.raises(Problem, match="some_unknown"):
        check(declared, cast.health_worker)
    check(declared, cast.health_worker, holds=False)
    assert claims.tell(Claim.objects.get()).state == "refused"


def test_open_defecation_seen_later_reopens_it_for_good(declared, cast, clean):
    check(declared, cast.health_worker)
    look(clean[1], "open", ON + timedelta(days=30))
    look(clean[1], "own", ON + timedelta(days=60))
    told = claims.tell(Claim.objects.get())
    assert (told.state, told.reopened_on) == ("reopened", ON + timedelta(days=30))


def test_a_slip_mended_the_same_day_reopens_nothing(declared, clean):
    look(clean[1], "open", ON + timedelta(days=30))
    look(clean[1], "own", ON + timedelta(days=30))
    assert claims.tell(declared).state == "waiting"


def test_after_reopening_it_is_claimed_anew(declared, cast, clean, places):
    look(clean[1], "open", ON + timedelta(days=1))
    look(clean[1], "own", ON + timedelta(days=2))
    again = actions.declare(place=territory.place(places.melati.id, on=ON), on=ON + timedelta(days=3), by=cast.rt_head)
    assert [told.state for told in claims.of_area(places.melati.id)] == ["waiting", "reopened"]
    assert again.pk != declared.pk


def test_from_declaring_to_the_check_on_the_screen(clean, as_, places):
    url = reverse("sanitation:claims", args=[places.melati.id])
    assert "Nyatakan bebas BABS" in as_("rt_head").get(url).content.decode()
    assert as_("rt_head").post(reverse("sanitation:declare", args=[places.melati.id])).url == url
    claim = Claim.objects.get()
    assert claim.on == today()
    desa = reverse("sanitation:claims", args=[places.desa.id])
    waiting = reverse("sanitation:check", args=[claim.pk])
    assert waiting in as_("health_worker").get(desa).content.decode()
    assert waiting not in as_("rt_head").get(url).content.decode()
    assert as_("kader").get(waiting).status_code == 403
    empty = as_("health_worker").post(waiting, {"holds": "ya", "words": ""})
    assert empty.status_code == 422
    as_("health_worker").post(waiting, {"holds": "ya", "words": "Tiga rumah dilihat"})
    claim.refresh_from_db()
    assert (claim.holds, claim.checked_by) == (True, "bidan-desa")
    assert "Tiga rumah dilihat" in as_("dpo").get(url).content.decode()


def test_how_many_stand_in_the_way_is_told_only_to_who_may_know(homes, as_, places):
    look(homes[0], "open")
    url = reverse("sanitation:claims", args=[places.melati.id])
    assert "1 rumah tangga masih buang air besar" in as_("kader").get(url).content.decode()
    told = as_("dpo").get(url).content.decode()
    assert "Belum dapat dinyatakan" in told
    assert "1 rumah tangga" not in told
