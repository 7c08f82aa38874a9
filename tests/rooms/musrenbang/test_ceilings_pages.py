"""The pages of ceilings: what holds, what if, the decree, the workbook."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from tests.rooms.conftest import make_user
from tests.rooms.facilitation.years import client_of

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.musrenbang.models import Ceiling, Decree
from rukun.people.models import StatedCount
from rukun.territory.actions import changes
from rukun.territory.types import Part

TIERS = {"cara": "tiers", "dari1": "1", "sampai1": "99", "uang1": "100.000.000", "dari2": "101", "uang2": "150.000.000"}


@pytest.fixture
def dpmd(places: Any) -> Any:
    return client_of(make_user("petugas-dpmd", Role.DPMD, places.kabupaten))


def at(name: str, area: Any) -> str:
    return reverse(f"musrenbang:{name}", args=[area.pk]) + f"?tahun={today().year}"


def count(rt: Any, households: int) -> None:
    StatedCount.objects.create(rt=rt, path=rt.path, households=households, on=date(2026, 1, 5), source="daftar rekaan")


def decreed(dpmd: Any, places: Any, **changed: str) -> Any:
    told = {"number": "SK 12/2026", "decreed_on": today().isoformat(), "since": today().isoformat()} | changed
    rule = "&cara=flat&jumlah=120.000.000"
    return dpmd.post(at("ceilings_issue", places.kabupaten) + rule, told)


def test_a_rule_is_tried_and_says_who_it_does_not_know(dpmd, places):
    count(places.melati, 62)
    count(places.mawar, 100)
    page = dpmd.get(at("ceilings_trial", places.kabupaten), TIERS | {"tahun": today().year})
    assert page.status_code == 200
    told = page.content.decode()
    assert "2 RT belum punya jumlah" in told
    assert "Tidak ada golongan untuk 100 rumah tangga." in told
    assert "Rp1.612.903" in told
    assert not Decree.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"cara": "flat", "jumlah": "-5"}, "lebih dari nol"),
        ({"cara": "flat", "jumlah": "0"}, "lebih dari nol"),
        ({"cara": "flat", "jumlah": "1000000000000000"}, "terlalu besar"),
        ({"cara": "scaled", "jumlah": "150.000.000"}, "cara ini memerlukannya"),
        ({"cara": "range", "jumlah": "9", "paling": "5", "anggaran": "100"}, "di bawah batas bawah"),
        ({"cara": "tiers", "dari1": "9", "sampai1": "5", "uang1": "5"}, "di bawah batas bawahnya"),
        ({"cara": "tiers"}, "satu golongan"),
        ({"cara": "bagi-bagi"}, ""),
    ],
)
def test_a_rule_that_is_not_whole_comes_back_filled(dpmd, places, typed, said):
    page = dpmd.get(at("ceilings_trial", places.kabupaten), typed)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert all(f'value="{value}"' in page.content.decode() for value in list(typed.values())[1:])


def test_the_workbook_holds_every_rt_with_numbers_as_numbers(dpmd, places):
    count(places.melati, 62)
    answer = dpmd.get(at("ceilings_sheet", places.kabupaten), TIERS | {"tahun": today().year})
    sheet = load_workbook(BytesIO(answer.content))["RT"]
    rows = {row[2]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert set(rows) == {"RT 003 Melati", "RT 004 Mawar", "RT 001 Kenanga"}
    assert rows["RT 003 Melati"][3] == 62
    assert rows["RT 003 Melati"][7] == 100_000_000
    assert rows["RT 004 Mawar"][3] is None and rows["RT 004 Mawar"][7] is None


def test_a_decree_is_issued_from_the_trial_and_read_by_the_rt(dpmd, places, cast):
    answer = decreed(dpmd, places)
    decree = Decree.objects.get()
    assert answer.status_code == 302 and answer["Location"] == reverse("musrenbang:decree", args=[decree.pk])
    page = dpmd.get(answer["Location"]).content.decode()
    assert "Rp360.000.000" in page and "RT 003 Melati" in page
    page = client_of(cast.rt_head).get(at("ceilings", places.melati)).content.decode()
    assert "Rp120.000.000" in page and "SK 12/2026" in page
    assert "Rp240.000.000" in client_of(cast.desa_operator).get(at("ceilings", places.desa)).content.decode()


def test_a_decree_that_cannot_be_comes_back_filled_with_its_letter(dpmd, places):
    page = decreed(dpmd, places, since="2099-01-01")
    assert page.status_code == 422
    assert "tidak cocok" in page.content.decode() and 'value="SK 12/2026"' in page.content.decode()
    assert not Ceiling.objects.exists()


def test_only_the_kabupaten_issues_and_only_who_may(dpmd, places, cast):
    assert "seluruh kabupaten" in dpmd.get(at("ceilings_issue", places.desa)).content.decode()
    assert "Coba dulu aturannya" in dpmd.get(at("ceilings_issue", places.kabupaten)).content.decode()
    assert client_of(cast.dinsos).get(at("ceilings_issue", places.kabupaten)).status_code == 403


def test_what_was_split_since_is_shown_and_carried_over(dpmd, places):
    decreed(dpmd, places)
    [fresh] = changes.split(
        area_id=places.melati.pk,
        parts=[Part("Baru", "009")],
        goes_on=True,
        on=date(today().year, 12, 31),
        basis="Perdes",
        by="op",
    )
    assert Ceiling.objects.filter(rt=fresh).count() == 0
    told = {"number": "SK 13", "decreed_on": today().isoformat(), "since": f"{today().year}-12-31"}
    page = dpmd.post(at("ceilings_carry", places.kabupaten), told)
    assert page.status_code == 422
    assert "tidak menyebut nasib pagu" in page.content.decode()
