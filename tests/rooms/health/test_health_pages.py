"""Pages of growth, posyandu, referrals, notes and bundles: who sees what, and that nothing typed is lost."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.rooms.health.child_ground import make_child, weigh

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.services.health.models import Call, Measurement, Post, Referral

pytestmark = pytest.mark.django_db
VERDICTS = ("gizi buruk", "stunting", "sangat pendek", "sangat kurang", "kurus", "z-score")
FRAME = 12
"""Questions the frame around every page asks."""
NAME = "Kirana Rekaan"


@pytest.fixture
def child(places):
    return make_child(places.melati, NAME, born=today() - timedelta(days=500))


@pytest.fixture
def low(child):
    home = child.stays.get().household
    call = Call.objects.create(household=home, path=home.path, where="home", on=today(), by="uji")
    return weigh(child, today(), 6400, lenhei_mm=700, arm_mm=112, head_mm=440, call_id=call.pk)


def titles(page: Any) -> str:
    return page.content.decode().partition("<title>")[2].partition("</title>")[0]


def test_a_cadre_reads_no_verdict_and_a_health_worker_does(as_, child, low):
    address = reverse("health:child", args=[child.pk])
    for query in ("", "?grafik=height", "?grafik=lean", "?grafik=apa"):
        page = as_("kader").get(address + query)
        text = page.content.decode().lower()
        assert page.status_code == 200
        assert not [word for word in VERDICTS if word in text]
        assert "di bawah garis merah" in text
    told = as_("health_worker").get(address).content.decode()
    assert "Berat badan sangat kurang" in told
    assert "z-score" in told


def test_the_chart_has_seven_lines_the_points_and_a_table(as_, child, low):
    text = as_("kader").get(reverse("health:child", args=[child.pk])).content.decode()
    assert text.count('class="curve at') == 7
    assert text.count('class="own-dot"') == 1
    assert "aria-describedby" in text
    assert "di bawah garis −3 (garis merah)" in text
    assert "6,4" in text
    printed = as_("kader").get(reverse("health:child_sheet", args=[child.pk])).content.decode()
    assert printed.count("<svg xmlns") == 3


@pytest.mark.parametrize("days", [0, 30, 900, 1856, 1857, 3000, 4000, 6900])
def test_every_age_has_its_page(as_, places, days):
    child = make_child(places.melati, NAME, born=today() - timedelta(days=days))
    weigh(child, today(), 20_000, lenhei_mm=1000, sure=True)
    for kind in ("weight", "height", "lean"):
        address = f"{reverse('health:child', args=[child.pk])}?grafik={kind}"
        assert as_("kader").get(address).status_code == 200
    assert as_("kader").get(reverse("health:child_sheet", args=[child.pk])).status_code == 200


def test_a_child_without_birth_date_asks_for_it(as_, places):
    child = make_child(places.melati, NAME, born=None)
    assert "Isi tanggal lahirnya dulu" in as_("kader").get(reverse("health:child", args=[child.pk])).content.decode()


def test_no_title_and_no_address_tells_of_a_child(as_, child, low, places):
    asked = Referral.objects.filter(person=child).first()
    pages = (
        reverse("health:child", args=[child.pk]), reverse("health:child_sheet", args=[child.pk]),
        reverse("health:measure", args=[child.pk]), reverse("health:measure_correct", args=[low.pk]),
        reverse("health:referral_ask", args=[child.pk]), reverse("health:referral", args=[asked.pk]),
        reverse("health:referral_decide", args=[asked.pk]), reverse("health:referrals", args=[places.desa.pk]),
        reverse("health:bundle", args=[low.call_id]),
    )  # fmt: skip
    for address in pages:
        page = as_("health_worker").get(address)
        assert page.status_code == 200, address
        told = titles(page).lower()
        assert not [word for word in ("kirana", "merah", "6,4", *VERDICTS) if word in told and word != "rekaan"]
        assert "kirana" not in address


def test_outside_one_is_not_found_and_inside_not_allowed(as_, child, low, places):
    asked = Referral.objects.filter(person=child).first()
    for address in (reverse("health:child", args=[child.pk]), reverse("health:measure_correct", args=[low.pk])):
        assert as_("mawar_head").get(address).status_code == 404
        assert as_("rt_head").get(address).status_code == 403
    assert as_("kader").get(reverse("health:referral", args=[asked.pk])).status_code == 403
    assert as_("kader").get(reverse("health:bundle", args=[low.call_id])).status_code == 403


def test_a_child_is_measured_at_a_posyandu_with_a_comma(as_, child, places):
    post = Post.objects.create(area=places.melati, path=places.melati.path, name="Posyandu", since=date(2020, 1, 1))
    address = f"{reverse('health:measure', args=[child.pk])}?pos={post.pk}"
    told = {"day": today().isoformat(), "weight": "9,45", "lenhei": "77,5", "lying": "lying", "head": "", "arm": ""}
    answer = as_("kader").post(address, told, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("health:post_day", args=[post.pk])
    kept = Measurement.objects.get()
    assert (kept.weight_g, kept.lenhei_mm, kept.is_lying, kept.call.post) == (9450, 775, True, post)
    assert kept.by == "kader-melati"
    assert "1 dari 1 anak" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"weight": "77,5", "lenhei": "9,45"}, "Periksa komanya"),
        ({"weight": "77,5", "lenhei": "70"}, "tertukar"),
        ({"weight": "3"}, "Sudah saya ukur ulang"),
        ({"weight": "sembilan"}, "Tulis dengan angka"),
        ({"weight": ""}, "Belum ada ukuran"),
        ({"weight": "9,4", "day": "2099-01-01"}, "Periksa tahunnya"),
        ({"weight": "9,4", "day": "2010-01-01"}, "lebih awal daripada hari lahir"),
    ],
)
def test_what_is_wrong_comes_back_whole(as_, child, typed, said):
    told = {"day": today().isoformat(), "lenhei": "", "lying": "", "head": "46,5", "arm": "14,2"}
    told |= {"head": "", "arm": ""} if typed.get("weight") == "" else {}
    page = as_("kader").post(reverse("health:measure", args=[child.pk]), told | typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert said in text
    assert all(f'value="{value}"' in text for value in (told | typed).values() if value and value != "lying")
    assert not Measurement.objects.exists()


def test_a_measuring_is_put_right_and_taken_back(as_, child, low):
    address = reverse("health:measure_correct", args=[low.pk])
    assert 'value="6,4"' in as_("kader").get(address).content.decode()
    told = {"weight": "9,4", "lenhei": "77", "lying": "lying", "head": "", "arm": "", "why": ""}
    assert as_("kader").post(address, told).status_code == 422
    assert as_("kader").post(address, told | {"why": "salah baca"}).status_code == 302
    newer = Measurement.objects.get(replaces=low)
    assert newer.weight_g == 9400
    assert as_("kader").get(address).status_code == 404
    gone = as_("kader").post(reverse("health:measure_take_back", args=[newer.pk]), {"why": "anak lain"})
    assert gone.status_code == 302
    assert "Belum ada ukuran" in as_("kader").get(reverse("health:child", args=[child.pk])).content.decode()


def test_figures_of_a_posyandu_are_exact_for_its_cadre_and_few_are_hidden_above(as_, child, low, places):
    post = Post.objects.create(area=places.melati, path=places.melati.path, name="Posyandu", since=date(2020, 1, 1))
    address = reverse("health:post", args=[post.pk])
    assert "BGM" in as_("kader").get(address).content.decode()
    above = as_("dinsos").get(address).content.decode()
    assert "&lt;10" in above
    assert "BGM: " in above
    assert ">2T<" not in above
    assert as_("dinsos").get(reverse("health:post_day", args=[post.pk])).status_code == 403


def test_a_bundle_is_given_for_a_reason_and_is_in_the_log(as_, child, low):
    address = reverse("health:bundle", args=[low.call_id])
    for reason in ("", "ok", "NIK 6402 9057 0880 0011 dikirim"):
        page = as_("health_worker").post(address, {"reason": reason})
        assert page.status_code == 422
    assert not Line.objects.filter(verb="bundle.given").exists()
    answer = as_("health_worker").post(address, {"reason": "dikirim ke puskesmas"})
    assert answer["Content-Type"] == "application/fhir+json"
    assert NAME not in answer["Content-Disposition"]
    check_bundle(json.loads(answer.content), child, low)
    [line] = Line.objects.filter(verb="bundle.given")
    assert line.details == {"reason": "dikirim ke puskesmas"}


def check_bundle(bundle: dict[str, Any], child: Any, low: Measurement) -> None:
    """The shape HL7 FHIR R4 asks for."""
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
    named = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
    assert all(url.startswith("urn:uuid:") for url in named)
    kinds = [resource["resourceType"] for resource in named.values()]
    assert kinds == ["Patient", "Encounter", *["Observation"] * 4]
    patient, encounter, *observations = named.values()
    assert patient["identifier"][0]["system"] == "https://fhir.kemkes.go.id/id/nik"
    assert "value" not in patient["identifier"][0]
    assert (patient["gender"], patient["birthDate"]) == ("female", child.birth_date.isoformat())
    assert (encounter["status"], encounter["class"]["code"]) == ("finished", "HH")
    found = {}
    for each in observations:
        assert each["status"] == "final"
        assert named[each["subject"]["reference"]] is patient
        assert named[each["encounter"]["reference"]] is encounter
        assert each["effectiveDateTime"] == low.on.isoformat()
        [coding] = each["code"]["coding"]
        quantity = each["valueQuantity"]
        assert (coding["system"], quantity["system"]) == ("http://loinc.org", "http://unitsofmeasure.org")
        found[coding["code"]] = (quantity["value"], quantity["code"])
    assert found == {"29463-7": (6.4, "kg"), "8306-3": (70, "cm"), "9843-4": (44, "cm"), "56072-2": (11.2, "cm")}


def test_the_way_of_a_referral_on_the_screen(as_, child, low):
    asked = Referral.objects.get(person=child, why="below_red")
    page = as_("health_worker").get(reverse("health:referral", args=[asked.pk])).content.decode()
    assert "Berat badan sangat kurang" in page
    decide, close = (reverse(f"health:referral_{name}", args=[asked.pk]) for name in ("decide", "close"))
    assert as_("health_worker").post(close, {"outcome": "Naik lagi"}).status_code == 422
    assert as_("health_worker").post(decide, {"words": "Makanan tambahan", "next_on": ""}).status_code == 302
    assert "Makanan tambahan" in as_("kader").get(reverse("health:child", args=[child.pk])).content.decode()
    assert as_("health_worker").post(close, {"outcome": "Naik lagi"}).status_code == 302
    assert "sudah ditutup" in as_("health_worker").get(close).content.decode()


def test_notes_of_the_six_fields_on_the_screen(as_, places):
    list_, new = (reverse(f"health:{name}", args=[places.melati.pk]) for name in ("notes", "note_new"))
    assert as_("kader").post(new, {"field": "works", "words": "", "post": ""}).status_code == 422
    assert as_("kader").post(new, {"field": "works", "words": "Jalan becek", "post": ""}).status_code == 302
    page = as_("kader").get(list_).content.decode()
    assert "Jalan becek" in page
    assert "1 belum dijawab" in page


def test_pages_ask_few_questions(as_, places, django_assert_max_num_queries):
    for number in range(12):
        held = make_child(places.melati, f"Anak Rekaan {number}", born=today() - timedelta(days=600 + number))
        for back in (95, 65, 35, 5):
            weigh(held, today() - timedelta(days=back), 9000 - back, lenhei_mm=800)
    post = Post.objects.create(area=places.melati, path=places.melati.path, name="Posyandu", since=date(2020, 1, 1))
    child, desk = reverse("health:child", args=[held.pk]), reverse("health:referrals", args=[places.desa.pk])
    worker = as_("health_worker")
    for address in (child, desk, reverse("health:post", args=[post.pk]), reverse("health:post_day", args=[post.pk])):
        with django_assert_max_num_queries(FRAME + 12):
            page = worker.get(address)
        assert page.status_code == 200
        assert len(page.content) < 100_000
