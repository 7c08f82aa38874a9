"""One visit on one screen: kept whole or not at all, and nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.rooms.health.home_ground import make_home, typed

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.services.health.actions import pregnancies
from rukun.services.health.models import Call, Dose, ElderCheck, Measurement, Pregnancy, PregnancyCheck, Referral


@pytest.fixture
def home(places):
    return make_home(places.melati)


@pytest.fixture
def send(browse, home):
    """send(**filled) posts the screen as the monitor of the RT."""
    return lambda **filled: browse("kader", "call", home.household.pk, data=typed(home) | filled)


def text(answer):
    return answer.content.decode()


def nothing_is_kept():
    kept = (Call, Measurement, Dose, ElderCheck, Pregnancy, PregnancyCheck, Referral)
    return not any(model.objects.exists() for model in kept)


def test_the_screen_asks_for_everybody_who_is_due_and_says_why(browse, home):
    page = text(browse("kader", "call", home.household.pk))
    assert "Kirana Rekaan" in page and "Mbah Peraga" in page
    assert "Belum ditimbang bulan ini" in page and "Lansia belum pernah diperiksa" in page
    assert "<title>Kunjungan" in page and "Kirana" not in page.partition("</title>")[0]


def test_one_submit_keeps_one_call_with_all_its_parts(send, home):
    child, elder = f"anak-{home.child.pk}", f"lansia-{home.elder.pk}"
    since = today() - timedelta(weeks=12)
    answer = send(**{
        f"{child}-weight": "9,4", f"{child}-lenhei": "75,5", f"beri-{home.child.pk}-given": ["opv-1", "mr-1"],
        f"{elder}-systolic": "130", f"{elder}-diastolic": "80", f"{elder}-waist_mm": "84,5",
        "hamil-person": str(home.mother.pk), "hamil-since": since.isoformat(), "words": "Air sumurnya keruh",
    })  # fmt: skip
    call = Call.objects.get()
    assert answer.status_code == 302 and answer["Location"].endswith(f"/kunjungan/{call.pk}/")
    assert (call.words, call.by, call.path) == ("Air sumurnya keruh", "kader-melati", home.household.path)
    measured = Measurement.objects.get()
    assert (measured.weight_g, measured.lenhei_mm, measured.call_id) == (9400, 755, call.pk)
    assert sorted(Dose.objects.values_list("given", "number")) == [("mr", 1), ("opv", 1)]
    assert ElderCheck.objects.get().waist_mm == 845
    assert Pregnancy.objects.get().due == since + timedelta(days=280)
    assert {line.verb for line in Line.objects.all()} >= {"call.kept", "measurement.taken", "dose.given"}
    assert all("9400" not in str(line.details) for line in Line.objects.all())


def test_the_page_after_a_visit_says_gained_or_not_and_never_a_verdict(send, browse, home):
    send(**{f"anak-{home.child.pk}-weight": "9,4"})
    page = text(browse("kader", "call_one", Call.objects.get().pk))
    assert "9,4 kg" in page and "Penimbangan pertama" in page
    assert "stunting" not in page.lower() and "gizi" not in page.lower()


def test_an_empty_house_counts_as_tried(send):
    assert send(nobody_home="on").status_code == 302
    assert Call.objects.get().nobody_home


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"weight": "3"}, "ukur"),
        ({"weight": "75", "lenhei": "9,4"}, "tertukar"),
        ({"weight": "sembilan"}, "Tulis dengan angka"),
        ({"weight": "9.400"}, "dua cara"),
        ({"weight": "-9"}, "lebih dari nol"),
        ({"weight": "1000000000000000"}, "terlalu besar"),
    ],
)
def test_a_wrong_measure_returns_everything_and_keeps_nothing(send, home, filled, said):
    child, elder = f"anak-{home.child.pk}", f"lansia-{home.elder.pk}"
    told = {f"{child}-{name}": value for name, value in filled.items()}
    answer = send(**told, **{f"{elder}-systolic": "131", "words": "Catatan saya"})
    page = text(answer)
    assert answer.status_code == 422
    assert said.lower() in page.lower()
    assert "Belum tersimpan. Ketikan Anda masih ada." in page
    assert 'value="131"' in page and "Catatan saya" in page
    assert all(f'value="{value}"' in page for value in filled.values())
    assert nothing_is_kept()


def test_what_is_doubted_is_kept_once_one_is_sure(send, home):
    child = f"anak-{home.child.pk}"
    page = text(send(**{f"{child}-weight": "3"}))
    assert f'name="{child}-sure"' in page and "Sudah saya ukur ulang" in page
    assert send(**{f"{child}-weight": "3", f"{child}-sure": "on"}).status_code == 302
    assert Measurement.objects.get().weight_g == 3000


def test_a_child_born_tomorrow_gets_a_letter(send, home):
    home.child.birth_date = today() + timedelta(days=1)
    home.child.save(update_fields=["birth_date"])
    answer = send(**{f"anak-{home.child.pk}-weight": "3,1"})
    assert answer.status_code == 422
    assert "lahir" in text(answer).lower()
    assert nothing_is_kept()


def test_two_wrong_parts_get_two_letters_at_once(send, home):
    elder = f"lansia-{home.elder.pk}"
    answer = send(**{
        f"anak-{home.child.pk}-weight": "3", f"{elder}-systolic": "80", f"{elder}-diastolic": "120",
        "hamil-person": str(home.mother.pk), "hamil-since": (today() + timedelta(days=2)).isoformat(),
    })  # fmt: skip
    page = text(answer)
    assert answer.status_code == 422
    assert "tidak lebih besar dari bawah" in page and "belum tiba" in page and f"anak-{home.child.pk}-sure" in page
    assert nothing_is_kept()


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({}, "Belum ada yang diisi"),
        ({"nobody_home": "on", "words": "", "hamil-person": "MOTHER", "hamil-since": "2026-10-01"}, "Rumah kosong dicentang"),
        ({"words": "ada", "on": "2099-01-01"}, "belum tiba"),
        ({"words": "ada", "on": "1970-01-01"}, "baru tercatat sejak"),
        ({"words": "ada", "on": "31 Februari"}, "Tanggal"),
        ({"hamil-since": "2026-10-01"}, "Pilih siapa yang hamil"),
    ],
)  # fmt: skip
def test_a_visit_that_cannot_be_gets_its_letter(send, home, filled, said):
    answer = send(**{name: str(home.mother.pk) if value == "MOTHER" else value for name, value in filled.items()})
    assert answer.status_code == 422
    assert said in text(answer)
    assert nothing_is_kept()


def test_high_pressure_asks_a_health_worker_without_telling_why_to_all(send, browse, home):
    elder = f"lansia-{home.elder.pk}"
    send(**{f"{elder}-systolic": "150", f"{elder}-diastolic": "95"})
    assert Referral.objects.get().why == "pressure"
    assert "Perlu dilihat bidan" in text(browse("kader", "call_one", Call.objects.get().pk))


def test_a_mother_is_checked_on_the_same_screen(send, home):
    since = today() - timedelta(weeks=20)
    held = pregnancies.begin(person_id=home.mother.pk, since=since, today=today(), by="kader")
    mother = f"ibu-{home.mother.pk}"
    assert send(**{f"{mother}-arm_mm": "22,5", f"{mother}-hb_tenths": "11,2"}).status_code == 302
    seen = PregnancyCheck.objects.get()
    assert (seen.pregnancy_id, seen.week, seen.arm_mm, seen.hb_tenths) == (held.pk, 20, 225, 112)
    assert Referral.objects.get().why == "pregnancy"


def test_the_same_dose_from_two_phones_is_kept_once(send, home):
    dose = {f"beri-{home.child.pk}-given": "opv-1"}
    assert send(**dose).status_code == 302
    assert send(**dose).status_code == 422
    assert Dose.objects.count() == 1


def test_only_who_records_health_here_opens_the_screen(browse, home):
    assert browse("mawar_head", "call", home.household.pk).status_code == 404
    assert browse("rt_head", "call", home.household.pk).status_code == 403
    assert browse("health_worker", "call", home.household.pk).status_code == 200
