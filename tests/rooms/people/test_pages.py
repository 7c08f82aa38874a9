"""Pages of the register: who may open what, what they cost, and that no number escapes."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, make_person, settle, the

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.people.actions import secrets, stays
from rukun.people.models import Batch, BatchRow, Household, Person, StatedCount
from rukun.people.queries import tellings

SEE, EDIT, REVEAL, TERRITORY, FIGURES = "see", "edit", "reveal", "territory", "figures"
MAY = {
    "rt_head": {SEE, EDIT, REVEAL, FIGURES},
    "kader": {SEE, FIGURES},
    "desa_operator": {SEE, EDIT, REVEAL, TERRITORY, FIGURES},
    "kecamatan_officer": {FIGURES},
    "dinsos": {SEE, FIGURES},
}
OUTSIDE = ("mawar_head", "stranger")
PAGES = {
    "register": SEE,
    "completeness": FIGURES,
    "state": EDIT,
    "family_new": EDIT,
    "split": TERRITORY,
    "merge": TERRITORY,
    "household": SEE,
    "bear": EDIT,
    "move_in": EDIT,
    "household_leave": EDIT,
    "household_place": EDIT,
    "person": SEE,
    "correct": EDIT,
    "die": EDIT,
    "move_out": EDIT,
    "move_within": EDIT,
    "relate": EDIT,
    "number": EDIT,
    "reveal": REVEAL,
}
OF_AREA = ("register", "completeness", "state", "family_new", "split", "merge")
OF_HOUSEHOLD = ("household", "bear", "move_in", "household_leave", "household_place")


@pytest.fixture
def home(places):
    return make_household(places.melati, "Sari Rekaan", "Tono Rekaan")


def address(page, home, area=None):
    if page in OF_AREA:
        return reverse(f"people:{page}", args=[(area or home.rt).id])
    return reverse(f"people:{page}", args=[home.pk if page in OF_HOUSEHOLD else the("Sari Rekaan").pk])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", [*MAY, *OUTSIDE])
def test_each_role_opens_what_it_may_and_knows_nothing_of_the_rest(as_, home, who, page):
    wanted = 404 if who in OUTSIDE else 200 if PAGES[page] in MAY[who] else 403
    assert as_(who).get(address(page, home)).status_code == wanted


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_there_is_not_found_and_the_door_asks_who_one_is(as_, client, home, page):
    url = address(page, home)
    assert client.get(url).status_code == 302
    missing = "/".join("999999" if part.isdigit() else part for part in url.split("/"))
    assert as_("desa_operator").get(missing).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("rt_head", 200), ("kader", 200), ("kecamatan_officer", 403), ("stranger", 403)]
)
def test_search_and_home_are_for_who_may_see_people(as_, home, who, status):
    client = as_(who)
    assert client.post(reverse("people:search"), {"cari": "rekaan"}).status_code == status
    assert client.get(reverse("people:home"), follow=True).status_code == status


def test_an_rt_of_120_households_costs_at_most_ten_queries(as_, places):
    for number in range(120):
        make_household(places.melati, f"Kepala {number} Rekaan", f"Anak {number} Rekaan")
    client = as_("rt_head")
    url = reverse("people:register", args=[places.melati.id])
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as held:
        page = client.get(url)
    own = [query["sql"] for query in held if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert page.content.decode().count("<tr role") == 121
    assert len(own) <= 14, "\n".join(own)
    assert sum("people_" in sql for sql in own) <= 4


def test_above_the_rt_no_names_are_listed(as_, home, places):
    page = as_("desa_operator").get(reverse("people:register", args=[places.desa.id])).content.decode()
    assert "RT 003 Melati" in page
    assert "Rekaan" not in page.replace("Sumber Rekaan", "").replace("Peragaan", "")


def test_search_finds_inside_and_stays_silent_outside(as_, home, places):
    make_household(places.kenanga, "Sari Jauh")
    page = as_("desa_operator").post(reverse("people:search"), {"cari": "sari"}).content.decode()
    assert "Sari Rekaan" in page
    assert "Sari Jauh" not in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [("si", "Itu terlalu pendek. Tulis paling sedikit tiga huruf"), ("zzzzqq", "Tidak ada yang cocok di wilayah Anda")],
)
def test_too_short_and_not_found_are_told_apart(as_, home, typed, told):
    page = as_("desa_operator").post(reverse("people:search"), {"cari": typed}).content.decode()
    assert told in page


def test_a_role_without_people_lends_its_area_to_no_search(as_, cast, home, places):
    """The treasurer of Mawar who is also kader of Melati finds people of Melati only."""
    from rukun.accounts.models import Appointment

    make_household(places.mawar, "Sari Mawar")
    Appointment.objects.create(
        user=cast.kader, role="rt_treasurer", area=places.mawar, path=places.mawar.path, since=SINCE, basis="SK"
    )
    page = as_("kader").post(reverse("people:search"), {"cari": "sari"}).content.decode()
    assert "Sari Rekaan" in page
    assert "Sari Mawar" not in page


def test_the_number_shows_only_after_a_reason_and_nowhere_else(as_, home, caplog):
    caplog.set_level(logging.DEBUG)
    sari = the("Sari Rekaan")
    secrets.record(person=sari, nik=NIK, status="seen", since=SINCE, by="uji")
    client = as_("rt_head")
    for page in PAGES:
        if PAGES[page] in MAY["rt_head"]:
            assert NIK not in client.get(address(page, home)).content.decode(), page
    found = client.post(reverse("people:search"), {"cari": NIK}).content.decode()
    assert "Sari Rekaan" in found
    assert NIK not in found
    url = address("reveal", home)
    refused = client.post(url, {"reason": "perlu"})
    assert (refused.status_code, NIK in refused.content.decode()) == (422, False)
    shown = client.post(url, {"reason": "Mencocokkan berkas di kantor desa"})
    assert NIK in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert NIK not in "".join(str(row) for row in Line.objects.values_list("details", flat=True))
    assert NIK not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db")
    )
    assert not [request for request in (refused, shown) if NIK in str(request.request.get("QUERY_STRING"))]


def test_a_wrong_number_is_answered_by_a_letter_and_a_warning_does_not_stop(as_, home):
    client, url = as_("rt_head"), address("number", home)
    page = client.post(url, {"nik": "64029", "status": "seen"})
    assert (page.status_code, "selalu 16 angka" in page.content.decode()) == (422, True)
    done = client.post(url, {"nik": "6402901708810001", "status": "seen"}, follow=True)
    assert "NIK menyebut tanggal lahir lain." in done.content.decode()
    assert "•••• tersimpan" in done.content.decode()


def test_events_by_their_forms(as_, home):
    client, on = as_("rt_head"), str(today() - timedelta(days=3))
    born = {"name": "Bayi Rekaan", "sex": "male", "birth_place": "", "on": on}
    assert client.post(address("bear", home), born, follow=True).status_code == 200
    assert the("Bayi Rekaan").stays.get().began_by == "born"
    assert client.post(address("move_out", home), {"on": on}).status_code == 302
    assert the("Sari Rekaan").stays.get().ended_by == "moved_out"
    later = client.post(address("household_leave", home), {"on": str(today() + timedelta(days=2))})
    assert (later.status_code, "belum tiba" in later.content.decode()) == (422, True)
    assert client.post(address("household_leave", home), {"on": str(today())}).status_code == 302
    assert Household.objects.get().until == today()
    page = client.get(address("household", home)).content.decode()
    assert "Rumah tangga tanpa penghuni" in page
    assert reverse("people:bear", args=[home.pk]) not in page


def test_who_left_comes_back_and_who_stays_moves_to_a_neighbour(as_, home, places):
    other = make_household(places.melati, "Dewi Rekaan")
    client = as_("rt_head")
    move = {"to_household": other.pk, "relation": "kin", "on": str(today())}
    assert client.post(address("move_within", home), move).status_code == 302
    assert the("Sari Rekaan").stays.get(until=None).household_id == other.pk
    stays.move_out(person=the("Tono Rekaan"), on=today(), today=today(), by="uji")
    url = reverse("people:move_within", args=[the("Tono Rekaan").pk])
    assert client.post(url, move | {"relation": "child"}).status_code == 302
    assert the("Tono Rekaan").stays.get(until=None).began_by == "moved_in"


def test_no_kitchen_is_chosen_for_who_moves(as_, home, places):
    other, client, url = make_household(places.melati, "Dewi Rekaan"), as_("rt_head"), address("move_within", home)
    offered = client.get(url).context["form"].fields["to_household"].choices
    assert [code for code, _words in offered] == ["", other.pk]
    assert "Belum diisi." in client.post(url, {"relation": "kin", "on": str(today())}).content.decode()


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["sensus RT", "wawancara"]))))
def test_an_origin_is_said_once_and_none_is_lost(origins):
    on = today()
    facts = [tellings.Told(str(n), "", on - timedelta(days), source) for n, (days, source) in enumerate(origins)]
    shared, told = tellings.apart(facts)
    back = [replace(each, since=each.since or shared.since) for each in told]
    assert back == facts
    assert shared is None or sum(each.since is None for each in told) >= len(facts) / 6


def test_a_colleagues_correction_is_not_overwritten(as_, home):
    client, url = as_("rt_head"), address("correct", home)
    typed = {"name": "Sari Baru", "sex": "female", "revision": 0}
    assert client.post(url, typed).status_code == 302
    again = client.post(url, typed | {"name": "Sari Lain"})
    assert (again.status_code, "diubah orang lain" in again.content.decode()) == (422, True)


def test_address_and_point(as_, home):
    client = as_("rt_head")
    typed = {"address": "Gang Baru 2", "latitude": "-0,45", "longitude": "116,98", "revision": 0}
    assert client.post(address("household_place", home), typed).status_code == 302
    held = Household.objects.get()
    assert (held.address, held.latitude, held.longitude) == ("Gang Baru 2", -0.45, 116.98)


def test_stated_count_and_completeness(as_, home, places):
    client = as_("rt_head")
    typed = {"households": "40", "people": "", "source": "buku RT", "on": str(today())}
    assert client.post(address("state", home), typed).status_code == 302
    assert StatedCount.objects.get().households == 40
    assert "39" in as_("kecamatan_officer").get(address("completeness", home)).content.decode()
    assert reverse("people:state", args=[places.desa.id]) and client.get(
        reverse("people:state", args=[places.desa.id])
    ).status_code in (403, 404)


HOME = {"address": "Gang Contoh 9", "kk": "", "count": "2"}
ONE = {"name": "Umar Rekaan", "relation": "head", "sex": "male", "birth_date_day": "17", "birth_date_month": "8", "birth_date_year": "1980", "nik": "6402901708800001"}  # fmt: skip
TWO = {"name": "Wati Rekaan", "relation": "wife", "sex": "female", "birth_date_day": "17", "birth_date_month": "8", "birth_date_year": "1980", "nik": NIK}  # fmt: skip


def hidden(page, name):
    return page.content.decode().split(f'name="{name}" value="')[1].split('"')[0]


def walk(client, url, *steps):
    """Posts each step with the draft and the step of the page before."""
    page = client.get(url)
    for typed, go in steps:
        page = client.post(url, {**typed, "go": go, "draft": hidden(page, "draft"), "step": hidden(page, "step")})
    return page


@pytest.fixture
def new_family(as_, places):
    return as_("rt_head"), reverse("people:family_new", args=[places.melati.id])


def test_a_family_goes_through_the_gate_as_one_kitchen(new_family):
    client, url = new_family
    look = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (TWO, "lanjut"))
    assert "Periksa sebelum disimpan" in look.content.decode()
    assert NIK not in look.content.decode()
    assert not Batch.objects.exists()
    assert not BatchRow.objects.exists()
    done = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (TWO, "lanjut"), ({}, "simpan"))
    home = Household.objects.get()
    assert done["Location"] == reverse("people:household", args=[home.pk])
    assert (home.address, home.is_assumed) == ("Gang Contoh 9", False)
    assert set(home.stays.values_list("person__name", "relation")) == {("Umar Rekaan", "head"), ("Wati Rekaan", "wife")}
    assert Batch.objects.get().state == "accepted"


def test_back_never_loses_what_was_typed(new_family):
    client, url = new_family
    half = {"name": "Wa", "birth_date_year": "19"}
    back = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (half, "kembali"))
    assert 'value="Umar Rekaan"' in back.content.decode()
    forth = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (half, "kembali"), (ONE, "lanjut"))
    assert 'value="Wa"' in forth.content.decode()
    assert 'value="19"' in forth.content.decode()
    kitchen = walk(client, url, (HOME, "lanjut"), (ONE, "kembali"))
    assert 'value="Gang Contoh 9"' in kitchen.content.decode()


def test_a_refused_member_is_told_beside_the_name_and_nothing_is_kept(new_family):
    client, url = new_family
    wrong = TWO | {"nik": "64029"}
    look = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (wrong, "lanjut"))
    assert "Ada yang perlu diperbaiki dahulu" in look.content.decode()
    assert 'value="simpan"' not in look.content.decode()
    forced = walk(client, url, (HOME, "lanjut"), (ONE, "lanjut"), (wrong, "lanjut"), ({}, "simpan"))
    assert forced.status_code == 422
    assert not Person.objects.exists()
    mended = walk(
        client, url, (HOME, "lanjut"), (ONE, "lanjut"), (wrong, "lanjut"), ({}, "ke-2"), (TWO, "lanjut"), ({}, "simpan")
    )
    assert mended.status_code == 302


def test_a_step_cannot_be_jumped_nor_a_draft_borrowed(new_family, as_, cast, places):
    client, url = new_family
    jumped = walk(client, url, (HOME, "lanjut"), (ONE, "simpan"))
    assert jumped.status_code == 422
    assert not Person.objects.exists()
    page = walk(client, url, (HOME, "lanjut"))
    other = as_("mawar_head")
    elsewhere = reverse("people:family_new", args=[places.mawar.id])
    stolen = other.post(elsewhere, {"draft": hidden(page, "draft"), "step": "0", "go": "kembali"})
    assert "Gang Contoh 9" not in stolen.content.decode()


def test_an_empty_kitchen_form_is_asked_again(new_family):
    client, url = new_family
    assert client.post(url, {"step": "0", "go": "lanjut", "count": "0"}).status_code == 422
    assert client.post(url, {"step": "x", "go": "ke-99", "draft": "rusak"}).status_code == 200


SPLIT = {"goes_on": "ya", "basis": "SK 7/2026", "number_1": "13", "name_1": "Timur", "on": str(TODAY)}


def test_a_split_is_chosen_summarised_and_then_done(as_, home, places):
    stays_here = make_household(places.melati, "Dewi Rekaan")
    client, url = as_("desa_operator"), reverse("people:split", args=[places.melati.id])
    assert f"rumah_{home.pk}" in client.post(url, SPLIT | {"go": "pilih"}).content.decode()
    chosen = SPLIT | {"dipilih": "1", f"rumah_{home.pk}": "0", f"rumah_{stays_here.pk}": "-1"}
    summary = client.post(url, chosen | {"go": "lihat"}).content.decode()
    assert "RT 013 Timur" in summary
    assert Household.objects.get(pk=home.pk).rt_id == places.melati.id
    assert client.post(url, chosen | {"go": "simpan"}).status_code == 302
    assert Household.objects.get(pk=home.pk).rt_id != places.melati.id
    assert Household.objects.get(pk=stays_here.pk).rt_id == places.melati.id


def test_a_number_already_borne_is_told_by_a_letter(as_, home, places):
    client, url = as_("desa_operator"), reverse("people:split", args=[places.melati.id])
    taken = SPLIT | {"number_1": "4", "dipilih": "1", f"rumah_{home.pk}": "0", "go": "simpan"}
    assert client.post(url, taken).status_code == 422
    assert Household.objects.get().rt_id == places.melati.id


def merging(places, **typed):
    return {"others": [places.mawar.id], "goes_on": "ya", "basis": "SK 9/2026", "on": str(TODAY)} | typed


def test_a_merge_is_asked_summarised_and_then_done(as_, home, places):
    make_household(places.mawar, "Dewi Rekaan")
    client, url = as_("desa_operator"), reverse("people:merge", args=[places.melati.id])
    asked = client.get(url).content.decode()
    assert "RT 004 Mawar" in asked and "Kenanga" not in asked
    new = merging(places, goes_on="tidak", number="7", name="Taman")
    summary = client.post(url, new | {"go": "lihat"})
    assert (summary.context["homes"], summary.context["people"]) == (2, 3)
    assert "Semua menjadi RT 007 Taman" in summary.content.decode()
    assert client.post(url, merging(places)).context["homes"] == 1, "who lives in the RT that goes on does not move"
    assert Household.objects.get(pk=home.pk).rt_id == places.melati.id, "a look writes nothing"
    done = client.post(url, new | {"go": "simpan"}, follow=True).content.decode()
    assert "RT 007 Taman kini memuat semua RT yang digabung." in done
    assert "2 rumah tangga, 3 orang." in done
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"others": []}, {"goes_on": "tidak"}, {"basis": ""}, {"goes_on": "tidak", "number": "x"}]
)
def test_a_merge_not_fully_told_is_asked_again(as_, home, places, wrong):
    client, url = as_("desa_operator"), reverse("people:merge", args=[places.melati.id])
    assert client.post(url, merging(places, go="simpan", **wrong)).status_code == 422
    assert Household.objects.get().rt_id == places.melati.id


def test_a_merge_with_another_desa_or_on_a_wrong_day_does_not_happen(as_, home, places):
    client, url = as_("desa_operator"), reverse("people:merge", args=[places.melati.id])
    assert client.post(url, merging(places, go="simpan", others=[places.kenanga.id])).status_code == 422
    make_household(places.mawar, "Dewi Rekaan")
    early = client.post(url, merging(places, go="simpan", on=str(SINCE - timedelta(days=1))))
    assert early.status_code == 422
    assert "masih ada rumah tangga yang datang" in early.content.decode()
    assert Household.objects.get(pk=home.pk).rt_id == places.melati.id


def test_the_gone_who_live_elsewhere_are_not_named(as_, home, places):
    far = make_household(places.kenanga, "Dewi Jauh")
    stays.move_within(person=the("Tono Rekaan"), to_household=far, on=today(), today=today(), by="uji")
    settle(make_person(places.melati, "Umi Rekaan"), home, "kin")
    page = as_("rt_head").get(address("household", home)).content.decode()
    assert "sekarang di luar wilayah Anda" in page
    assert "Tono" not in page
