"""Pages of programmes as their people use them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.rooms.conftest import make_user
from tests.rooms.poverty.kitchens import client_of
from tests.rooms.programmes.helping import OLD, asks, head_of, make_home, make_scheme, make_terms

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.parameters.programmes import examples
from rukun.programmes.models import Double, Ruling, Scheme, Terms, Waiting

BEGUN = date(2026, 6, 1)
FILE = """
title: Bantuan dari berkas
field: economic
form: money
unit: household
kinds: [cash]
office: Dinas Rekaan
terms:
  2026-01-01:
    source: SK rekaan
    criteria:
      poor: {id: Miskin, when: {fact: poverty, among: [poor]}}
    quota: 5
    amount: 1000000
"""


def at(name: str, pk: int | None = None) -> str:
    return reverse(f"programmes:{name}", args=[] if pk is None else [pk])


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def scheme(places):
    made = make_scheme(places.desa)
    make_terms(made, OLD, quota=2)
    return made


def test_the_head_of_an_rt_names_a_neighbour(places, cast, scheme):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    client = client_of(cast.rt_head)
    shown = text(client.get(at("household", home.pk)))
    assert "Bantuan Rekaan" in shown
    assert "memenuhi syarat" in shown
    answer = client.post(at("propose", home.pk), {"scheme": scheme.pk, "head": head_of(home).pk, "words": "Sendiri"})
    made = Waiting.objects.get()
    assert answer["Location"] == at("waiting", made.pk)
    page = text(client.get(at("waiting", made.pk)))
    assert "Umur penerima: 60 tahun atau lebih" in page
    assert "Anda yang memutuskan" not in page
    assert "Sari" in text(client.get(at("area", places.melati.pk)))


def test_a_second_claim_comes_back_with_a_letter_and_all_that_was_typed(places, cast, scheme):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    asks(scheme, home)
    told = {"scheme": scheme.pk, "head": head_of(home).pk, "words": "Tolong dibantu lagi"}
    answer = client_of(cast.rt_head).post(at("propose", home.pk), told)
    assert answer.status_code == 422
    assert "Tolong dibantu lagi" in text(answer)
    assert "Satu orang hanya satu kali" in text(answer)


def test_the_desa_head_decides_and_the_facts_stand_beside_it(places, cast, scheme):
    home = make_home(places.melati, ("Sari Rekaan", 70), answers={"floor": "earth"})
    made = asks(scheme, home)
    client = client_of(make_user("kepala-desa", Role.DESA_HEAD, places.desa))
    assert "Anda yang memutuskan" in text(client.get(at("waiting", made.pk)))
    assert client.post(at("enrol", made.pk), {"words": ""}).status_code == 302
    page = text(client.get(at("waiting", made.pk)))
    assert "Tanah" in page or "tanah" in page
    assert "Umur penerima: 70 tahun" in page
    assert "Sudah diputuskan" in text(client.get(at("enrol", made.pk)))


def test_against_the_data_the_words_are_asked_for(places, cast, scheme):
    made = asks(scheme, make_home(places.melati, ("Muda Rekaan", 20)))
    client = client_of(make_user("kepala-desa", Role.DESA_HEAD, places.desa))
    assert "Data belum menunjukkan" in text(client.get(at("enrol", made.pk)))
    assert client.post(at("enrol", made.pk), {"words": ""}).status_code == 422
    assert not Ruling.objects.exists()
    client.post(at("refuse", made.pk), {"words": "Masih muda"})
    assert Ruling.objects.get().state == "refused"


def test_a_desa_head_does_not_decide_for_the_kabupaten(places, cast):
    made = make_scheme(places.kabupaten)
    make_terms(made)
    waits = asks(made, make_home(places.melati, ("Sari Rekaan", 70)))
    client = client_of(make_user("kepala-desa", Role.DESA_HEAD, places.desa))
    assert client.get(at("enrol", waits.pk)).status_code == 403
    assert client_of(cast.programme_officer).get(at("enrol", waits.pk)).status_code == 200


def test_a_double_is_shown_on_both_sides_and_settled(places, cast):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    sides = []
    for name in ("Bantuan Lama", "Bantuan Baru"):
        made = make_scheme(places.desa, name, unit="household")
        make_terms(made)
        sides.append(asks(made, home))
    client = client_of(make_user("kepala-desa", Role.DESA_HEAD, places.desa))
    for each in sides:
        page = text(client.get(at("waiting", each.pk)))
        assert "Bantuan Lama" in page
        assert "Bantuan Baru" in page
        assert "Putuskan bantuan gandanya dahulu" in page
    found = Double.objects.get()
    assert "Putuskan bantuan ganda" in text(client.get(at("doubles", places.desa.pk)))
    assert client.post(at("double", found.pk), {"settled": "both", "words": ""}).status_code == 422
    client.post(at("double", found.pk), {"settled": "both", "words": "Lain kebutuhan"})
    assert "Lain kebutuhan" in text(client.get(at("waiting", sides[0].pk)))
    assert client.post(at("enrol", sides[0].pk), {"words": ""}).status_code == 302


def test_figures_without_names_for_who_may_not_see_families(places, cast, scheme):
    asks(scheme, make_home(places.melati, ("Sari Rekaan", 70)))
    client = client_of(cast.kecamatan_officer)
    for page in (at("scheme", scheme.pk), at("area", places.melati.pk), at("area", places.desa.pk)):
        shown = text(client.get(page))
        assert "Sari" not in shown
        assert "di bawah 10" in shown


def test_a_programme_is_begun_by_form_with_terms_over_known_facts(places, cast):
    client, on = client_of(cast.desa_operator), today().isoformat()
    told = {
        "name": "Bantuan Desa", "field": "protection", "form": "money", "unit": "household", "office": "Desa",
        "words": "", "kinds": ["cash"], "since": on,
    }  # fmt: skip
    answer = client.post(at("scheme_new", places.desa.pk), told)
    made = Scheme.objects.get()
    assert answer["Location"] == at("terms_new", made.pk)
    terms = {
        "since": on, "basis": "Perdes 3/2026", "quota": "12", "amount": "1.500.000", "parts": "3", "months_apart": "2",
        "age_least": "60", "floor_among": ["earth", "bamboo"], "has_disability_among": ["yes"], "poverty_among": ["poor"],
        "floor_area_per_person_most": "7,5", "first": "age|largest",
    }  # fmt: skip
    assert client.post(at("terms_new", made.pk), terms).status_code == 302
    kept = Terms.objects.get()
    assert {each["code"]: each["when"] for each in kept.criteria} == {
        "age": {"fact": "age", "at_least": 60},
        "floor": {"fact": "floor", "among": ["earth", "bamboo"]},
        "has_disability": {"fact": "has_disability", "among": [True]},
        "poverty": {"fact": "poverty", "among": ["poor"]},
        "floor_area_per_person": {"fact": "floor_area_per_person", "at_most": 7.5},
    }
    assert (kept.quota, kept.amount, kept.order) == (12, 1_500_000, [{"fact": "age", "first": "largest"}])
    page = text(client.get(at("scheme", made.pk)))
    assert "Rp1.500.000 dalam 3 tahap, setiap 2 bulan" in page
    again = client.post(at("terms_new", made.pk), terms)
    assert again.status_code == 422
    assert "Perdes 3/2026" in text(again)


def test_wrong_limits_come_back_at_their_field(places, cast, scheme):
    told = {
        "since": today().isoformat(),
        "basis": "SK",
        "parts": "0",
        "months_apart": "1",
        "age_least": "70",
        "age_most": "60",
    }
    answer = client_of(cast.desa_operator).post(at("terms_new", scheme.pk), told)
    assert answer.status_code == 422
    assert "Batas atas lebih kecil" in text(answer)
    assert Terms.objects.count() == 1


def test_a_programme_from_a_file_and_its_letters(places, cast):
    client, on = client_of(cast.desa_operator), today().isoformat()

    def sent(content: str):
        return client.post(
            at("scheme_bring", places.desa.pk), {"file": SimpleUploadedFile("p.yaml", content.encode()), "since": on}
        )

    assert "baris 4" in text(sent("title: a\nfield: economic\nform: money\n  unit: [\n"))
    strange = text(sent(FILE.replace("among: [poor]", "run: rm")))
    assert "fact dengan below" in strange
    assert "Lihat baris 12." in strange
    assert "hal yang tidak dikenal: rahasia" in text(sent(FILE.replace("fact: poverty", "fact: rahasia")))
    assert "tidak punya jawaban itu" in text(sent(FILE.replace("[poor]", "[rich]")))
    assert not Scheme.objects.exists()
    assert sent(FILE).status_code == 302
    assert Terms.objects.get().quota == 5


@pytest.mark.parametrize("example", [each.key for each in examples()])
def test_every_example_on_the_shelf_can_be_taken(places, cast, example):
    client = client_of(cast.desa_operator)
    answer = client.post(at("scheme_bring", places.desa.pk), {"example": example, "since": "2026-02-01"})
    assert answer.status_code == 302, text(answer)
    assert client.get(answer["Location"]).status_code == 200


def test_neither_example_nor_file_is_a_letter(places, cast):
    answer = client_of(cast.desa_operator).post(at("scheme_bring", places.desa.pk), {"since": "2026-02-01"})
    assert answer.status_code == 422
    assert "Pilih satu contoh, atau bawa berkas" in text(answer)


def test_names_stand_in_no_title_and_no_address(places, cast, scheme):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    made = asks(scheme, home)
    client = client_of(cast.rt_head)
    for page in (at("waiting", made.pk), at("household", home.pk), at("area", places.melati.pk)):
        title = text(client.get(page)).split("<title>")[1].split("</title>")[0]
        assert "Sari" not in title
