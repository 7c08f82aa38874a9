"""The open hall: an RT is found in two taps, its page tells money and proposals first, and stays light."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

sys.path.append(str(Path(__file__).parents[1] / "musrenbang"))
from answering import ON, put, says, silent, wish  # noqa: E402

from rukun.musrenbang.models import Meeting  # noqa: E402
from rukun.musrenbang.types import State  # noqa: E402
from rukun.walls import scope  # noqa: E402


@pytest.fixture(autouse=True)
def today(monkeypatch):
    says(monkeypatch)
    monkeypatch.setattr("rukun.transparency.views.today", lambda: date(2026, 3, 12))


def seen(name: str, *args: int, **asked: str) -> str:
    with scope.within([]):
        return Client().get(reverse(f"transparency:{name}", args=args), asked).content.decode()


def link(area) -> str:
    return reverse("transparency:area", args=[area.id])


def test_two_taps_to_an_rt_and_only_where_there_is_something(places):
    put(places.melati)
    wish(places.kenanga)
    hall = seen("hall")
    assert link(places.kecamatan) in hall
    assert link(places.other_kecamatan) not in hall
    kecamatan = seen("area", places.kecamatan.id)
    assert link(places.melati) in kecamatan
    assert link(places.mawar) not in kecamatan
    assert "Desa Sumber Rekaan" in kecamatan
    assert link(places.melati) in seen("area", places.desa.id)


def test_the_front_page_leads_into_the_hall(places):
    with scope.within([]):
        assert reverse("transparency:hall") in Client().get("/").content.decode()


def test_empty_places_say_so(places):
    assert "Belum ada usulan yang diajukan" in seen("hall")
    assert "Belum ada usulan yang diajukan dari sini" in seen("area", places.desa.id)
    assert "RT ini belum mengajukan usulan" in seen("area", places.melati.id)
    with scope.within([]):
        assert Client().get(reverse("transparency:area", args=[987654321])).status_code == 404


def test_an_rt_tells_its_money_its_wishes_and_its_meetings(places):
    put(places.melati, upto=State.AT_DESA)
    Meeting.objects.create(
        area=places.melati, path=places.melati.path, year=2026, on=ON, place="Balai RT", called_on=ON
    )
    page = seen("area", places.melati.id)
    for words in (
        "Rp150.000.000",
        "Drainase Gang Melati",
        "lewat tenggat 3 hari",
        "Balai RT",
        "Musyawarah belum memilih",
    ):
        assert words in page, words


def test_money_nobody_has_told_is_unknown_not_zero(places, monkeypatch):
    silent(monkeypatch)
    put(places.melati)
    page = seen("area", places.melati.id)
    assert "belum diketahui" in page


def test_years_stand_side_by_side(places):
    old = put(places.melati, "Usulan lama")
    type(old).objects.filter(pk=old.pk).update(year=2027)
    put(places.melati, "Usulan tahun ini")
    page = seen("area", places.melati.id)
    assert "?tahun=2026" in page
    assert "Usulan lama" in page
    assert "Usulan tahun ini" in seen("area", places.melati.id, tahun="2026")
    assert "Usulan lama" in seen("area", places.melati.id, tahun="bukan tahun")


def test_two_hundred_proposals_stay_light(places, django_assert_max_num_queries):
    for n in range(200):
        put(places.melati, f"Usulan nomor {n} dengan judul yang cukup panjang", upto=State.PROPOSED)
    with scope.within([]), django_assert_max_num_queries(24):
        page = Client().get(reverse("transparency:area", args=[places.melati.id]))
    assert b"Usulan nomor 199" in page.content
    import gzip

    assert len(gzip.compress(page.content)) < 60_000


def test_what_lies_in_another_rt_is_not_told(places):
    put(places.melati, "Milik Melati"), put(places.mawar, "Milik Mawar")
    assert "Milik Mawar" not in seen("area", places.melati.id)
