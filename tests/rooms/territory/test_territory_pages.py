"""Pages of places: who may open which, what they say, and files that wait for a yes."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.rooms.territory.conftest import BY, DECREE
from tests.rooms.territory.test_territory_boundaries import collection, square

from rukun.people.models import Household
from rukun.territory import queries
from rukun.territory.actions import changes
from rukun.territory.models import Area, Boundary, Draft, Edition

DECREED = {"on": "2024-02-01", "basis": DECREE}
SINCE = date(2022, 1, 1)


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def as_(client, cast):
    def enter(name):
        client.force_login(getattr(cast, name))
        return client

    return enter


def url(name, *args):
    return reverse(f"territory:{name}", args=args)


@pytest.mark.parametrize("name", ["area", "map"])
@pytest.mark.parametrize(
    ("who", "where", "status"),
    [
        ("rt_head", "melati", 200),
        ("rt_head", "mawar", 404),
        ("desa_operator", "desa", 200),
        ("desa_operator", "mawar", 200),
        ("desa_operator", "kenanga", 404),
        ("desa_operator", "kabupaten", 404),
        ("administrator", "kenanga", 200),
        ("kecamatan_officer", "desa", 200),
        ("stranger", "desa", 404),
    ],
)
def test_a_place_is_seen_from_above_it_only(as_, places, name, who, where, status):
    assert as_(who).get(url(name, getattr(places, where).pk)).status_code == status


EDITS = ["add", "rename", "transfer", "close", "register", "boundaries", "codes"]


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize(
    ("who", "where", "status"),
    [
        ("rt_head", "melati", 403),
        ("kecamatan_officer", "desa", 403),
        ("dinsos", "desa", 403),
        ("desa_operator", "kenanga", 404),
        ("desa_operator", "other_desa", 404),
    ],
)
def test_places_are_changed_by_those_who_keep_them(as_, places, name, who, where, status):
    assert as_(who).get(url(name, getattr(places, where).pk)).status_code == status


@pytest.mark.parametrize("name", ["rename", "transfer", "close"])
def test_a_desa_is_not_changed_from_within(as_, places, name):
    assert as_("desa_operator").get(url(name, places.desa.pk)).status_code == 403
    assert as_("desa_operator").get(url(name, places.melati.pk)).status_code == 200
    assert as_("administrator").get(url(name, places.desa.pk)).status_code == 200
    assert as_("administrator").get(url(name, places.kabupaten.pk)).status_code == 403


def test_signed_out_one_is_led_to_the_door(client, places):
    assert reverse("account_login") in client.get(url("area", places.desa.pk)).url


def test_an_unknown_place_is_not_found(as_):
    assert as_("administrator").get(url("area", 999_999_999)).status_code == 404


def test_the_operator_adds_an_rt(as_, places):
    answers = {"level": "rt", "number": "7", "name": "Anggrek", **DECREED}
    made = as_("desa_operator").post(url("add", places.desa.pk), answers)
    area = Area.objects.latest("id")
    assert made.url == url("area", area.pk)
    assert queries.place(area.pk, on=date(2024, 2, 1)).label == "RT 007 Anggrek"


@pytest.mark.parametrize(
    "answers",
    [
        {"level": "rt", "number": ""},
        {"level": "dusun", "name": ""},
        {"level": "rt", "number": "12a"},
        {"level": "desa"},
    ],
)
def test_what_is_missing_is_asked_for(as_, places, answers):
    before = Area.objects.count()
    assert as_("desa_operator").post(url("add", places.desa.pk), answers | DECREED).status_code == 422
    assert Area.objects.count() == before


def test_a_refusal_is_a_letter_and_what_was_typed_stays(as_, places):
    answers = {"level": "rt", "number": "003", "name": "Kembar Rekaan", **DECREED}
    page = as_("desa_operator").post(url("add", places.desa.pk), answers)
    assert page.status_code == 422
    assert "Nomor 003 sudah dipakai" in page.content.decode()
    assert "Kembar Rekaan" in page.content.decode()


def test_a_new_name_keeps_the_old_one_readable(as_, places):
    client = as_("desa_operator")
    form = client.get(url("rename", places.melati.pk)).context["form"]
    assert (form["number"].value(), form["name"].value()) == ("003", "Melati")
    client.post(url("rename", places.melati.pk), {"number": "3", "name": "Melati Putih", **DECREED})
    now = client.get(url("area", places.melati.pk)).content.decode()
    assert "RT 003 Melati berganti nama menjadi RT 003 Melati Putih." in now
    then = client.get(url("area", places.melati.pk) + "?pada=2023-12-31")
    assert then.context["place"].name == "RT 003 Melati"


def test_an_rt_moves_within_the_reach_of_who_moves_it(as_, places):
    dusun = changes.add(
        parent_id=places.desa.pk, level="dusun", name="Satu", since=date(2021, 1, 1), basis=DECREE, by=BY
    )
    client = as_("desa_operator")
    choices = client.get(url("transfer", places.melati.pk)).context["form"].fields["parent"].choices
    assert [value for value, _ in choices] == ["", dusun.pk]
    client.post(url("transfer", places.melati.pk), {"parent": dusun.pk, **DECREED})
    assert Area.objects.get(pk=places.melati.pk).path == f"{dusun.path}{places.melati.pk}."


def test_a_desa_may_move_to_another_kecamatan(as_, places):
    client = as_("administrator")
    client.post(url("transfer", places.desa.pk), {"parent": places.other_kecamatan.pk, **DECREED})
    assert queries.place(places.melati.pk, on=date(2024, 3, 1)).way[1].id == places.other_kecamatan.pk


def test_a_closed_rt_is_still_told_of(as_, places):
    client = as_("desa_operator")
    assert client.post(url("close", places.mawar.pk), DECREED).url == url("area", places.desa.pk)
    page = client.get(url("area", places.mawar.pk))
    assert page.status_code == 200
    assert "RT 004 Mawar ditutup." in page.content.decode()


def test_an_rt_people_live_in_is_not_closed_and_the_letter_says_how_many(as_, places):
    home = Household.objects.create(rt=places.mawar, path=places.mawar.path, rt_since=SINCE, since=SINCE)
    page = as_("desa_operator").post(url("close", places.mawar.pk), DECREED)
    assert page.status_code == 422
    assert "Di sini masih ada 0 orang dalam 1 rumah tangga." in page.content.decode()
    Household.objects.filter(pk=home.pk).update(until=SINCE)
    assert as_("desa_operator").post(url("close", places.mawar.pk), DECREED).status_code == 302


def test_places_are_searched_by_post_and_only_ones_own(as_, places):
    client = as_("desa_operator")
    assert client.get(url("search")).status_code == 405
    found = client.post(url("search"), {"tempat": "rt 00"}).context["table"].rows
    assert [row.values[0] for row in found] == ["RT 004 Mawar", "RT 003 Melati"]


def _upload(client, page, place, content, file="rt.csv", **more):
    return client.post(url(page, place.pk), {"file": SimpleUploadedFile(file, content), **DECREED, **more})


def test_a_register_waits_for_a_yes(as_, places):
    client = as_("desa_operator")
    waiting = _upload(client, "register", places.desa, b"rt,nama\n11,Satu\n12,Dua\n")
    draft = Draft.objects.get()
    assert waiting.url == url("draft", draft.pk)
    before = Area.objects.count()
    page = client.get(waiting.url)
    assert "Setuju, catat 2 RT" in page.content.decode()
    assert Area.objects.count() == before
    client.post(url("accept", draft.pk))
    assert Area.objects.count() == before + 2
    assert not Draft.objects.exists()


def test_a_register_with_faults_cannot_be_accepted(as_, places):
    client = as_("desa_operator")
    _upload(client, "register", places.desa, b"rt,nama\n11,Satu\n11,Dua\n")
    draft = Draft.objects.get()
    assert "Setuju" not in client.get(url("draft", draft.pk)).content.decode()
    page = client.post(url("accept", draft.pk))
    assert page.status_code == 422
    assert "sudah tertulis di baris 2" in page.content.decode()


def test_an_unreadable_file_is_a_letter_and_is_not_kept(as_, places):
    page = _upload(as_("desa_operator"), "register", places.desa, b"%PDF-1.7 bukan tabel", "rt.pdf")
    assert page.status_code == 422
    assert "bukan tabel yang dapat dibaca" in page.content.decode()
    assert not Draft.objects.exists()


def test_a_file_of_elsewhere_is_not_found(as_, places):
    _upload(as_("administrator"), "register", places.other_desa, b"rt\n11\n")
    draft = Draft.objects.get()
    for name in ("draft", "accept", "discard"):
        method = as_("desa_operator").get if name == "draft" else as_("desa_operator").post
        assert method(url(name, draft.pk)).status_code == 404
    assert Draft.objects.exists()


def test_a_file_may_be_put_aside(as_, places):
    client = as_("desa_operator")
    _upload(client, "register", places.desa, b"rt\n11\n")
    client.post(url("discard", Draft.objects.get().pk))
    assert not Draft.objects.exists()


def test_boundaries_come_in_and_are_drawn(as_, places):
    client = as_("administrator")
    content = collection(({"kode": "64.02.90.2001"}, square()), ({"kode": "64.02.91.2001"}, square(116.1)))
    _upload(client, "boundaries", places.kabupaten, content, "b.geojson", level="desa", code="kode", name="nama")
    client.post(url("accept", Draft.objects.get().pk))
    assert Boundary.objects.count() == 2
    assert "<svg" in client.get(url("map", places.kecamatan.pk)).context["picture"].drawing
    assert "Batasnya tercatat sejak 1 Februari 2024" in client.get(url("area", places.desa.pk)).content.decode()


def test_a_newer_list_of_codes_is_read_and_accepted(as_, places):
    client = as_("administrator")
    rows = [
        "64.02,Kabupaten Kutai Kartanegara", "64.02.90,Contoh Hulu", "64.02.90.2001,Sumber Rekaan Jaya",
        "64.02.91,Contoh Hilir", "64.02.91.2001,Muara Rekaan", "64.02.91.2002,Desa Lahir",
    ]  # fmt: skip
    _upload(client, "codes", places.kabupaten, "\n".join(["kode,nama", *rows]).encode(), "kode.csv")
    page = client.get(url("draft", Draft.objects.get().pk)).content.decode()
    assert "Sumber Rekaan Jaya" in page
    client.post(url("accept", Draft.objects.get().pk))
    assert Edition.objects.filter(name="Desa Lahir").exists()


def test_the_tree_page_of_a_place_asks_little(as_, places, django_assert_max_num_queries):
    client = as_("administrator")
    with django_assert_max_num_queries(22):
        client.get(url("area", places.kabupaten.pk))
