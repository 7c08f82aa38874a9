"""Pages of the grant's papers: a list that says what is missing, files for who may see money, codes anyone may check."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import make_user
from tests.rooms.grants.money_ground import make_officer
from tests.rooms.grants.papers_ground import Year, buy, full_year, quiet_year

from rukun.accounts.models import Role, User
from rukun.audit.models import Line
from rukun.reports import public
from rukun.reports.models import Paper
from rukun.reports.queries import grants
from rukun.walls import scope

pytestmark = pytest.mark.django_db
OF_BOOK = [*grants.BOOKS, "lpj", "hand_over"]
OF_ACTIVITY = [*grants.ACTIVITIES, "spj"]
WITH_NAMES = ["wages", "workers", "spj"]


@pytest.fixture(autouse=True)
def second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def year(places) -> Year:
    return full_year(places.melati, receipts=3)


@dataclass(frozen=True)
class Cast:
    rt_head: User
    mawar_head: User
    kecamatan_officer: User
    stranger: User


@pytest.fixture
def cast(places) -> Cast:
    """The head of the RT is the one of its book; the others come from around it."""
    return Cast(
        make_officer(places.melati, Role.RT_HEAD),
        make_officer(places.mawar, Role.RT_HEAD),
        make_user("petugas-kecamatan", Role.KECAMATAN_OFFICER, places.kecamatan),
        make_user("orang-asing"),
    )


def get(user: User, name: str, *args: int, **asked: object):
    client = Client()
    client.force_login(user)
    with scope.within([]):
        return client.get(reverse(f"reports:{name}", args=args), asked)


@pytest.mark.parametrize("name", OF_BOOK)
def test_every_paper_of_a_book_is_given_as_pdf_and_workbook(year, cast, name):
    for form, start in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        page = get(cast.kecamatan_officer, f"grants_{name}", year.book.pk, bentuk=form)
        assert (page.status_code, page.content[: len(start)]) == (200, start)
    assert get(cast.kecamatan_officer, f"grants_{name}", year.book.pk, bentuk="exe").status_code == 404


@pytest.mark.parametrize("name", OF_ACTIVITY)
def test_every_paper_of_an_activity_is_given_and_names_leave_with_a_line_in_the_log(year, cast, name):
    page = get(cast.rt_head, f"grants_{name}", year.activity.pk)
    assert page.content.startswith(b"%PDF")
    assert Line.objects.filter(verb="reports.paid_taken").count() == (name in WITH_NAMES)


def test_who_may_not_see_money_gets_no_paper(year, cast):
    kenanga = [("grants", year.book.rt_id), ("grants_lpj", year.book.pk), ("grants_spj", year.activity.pk)]
    kenanga += [("grants_receipt", year.paid[0].pk), ("grants_request", year.book.tranches.first().pk)]
    for name, key in kenanga:
        assert get(cast.mawar_head, name, key).status_code == 404
        assert get(cast.stranger, name, key).status_code in (403, 404)
        assert get(cast.rt_head, name, key).status_code == 200


def test_the_code_of_a_paper_grows_old_when_money_moves(year, cast):
    get(cast.rt_head, "grants_cash_book", year.book.pk)
    first = Paper.objects.get()
    assert public.known(first.code).is_newest
    buy(year, 50_000, n=50)
    get(cast.rt_head, "grants_cash_book", year.book.pk)
    assert not public.known(first.code).is_newest


def test_the_list_says_what_is_missing(year, cast):
    told = get(cast.rt_head, "grants", year.book.rt_id).content.decode()
    for words in (
        "Permohonan tahap 1", "Tahap ini belum boleh diminta.", "1 kegiatan belum punya RAB yang berlaku.",
        "Panjar Rp1.500.000 belum dipertanggungjawabkan.", "1 kegiatan belum selesai 100 %.", "Siap dicetak.",
    ):  # fmt: skip
        assert words in told, words


def test_the_list_of_an_activity_offers_its_receipts(year, cast):
    told = get(cast.rt_head, "grants_activity", year.activity.pk).content.decode()
    for words in ("SPJ lengkap", "4 kuitansi belum difoto.", "Daftar upah", "Semen dan pasir untuk jalan gang"):
        assert words in told, words
    assert reverse("reports:grants_receipt", args=[year.paid[0].pk]) in told
    assert get(cast.mawar_head, "grants_activity", year.activity.pk).status_code == 404


def test_an_rt_without_a_book_and_one_without_a_payment_are_told_kindly(places, cast):
    assert "Buku tahun ini belum dibuka." in get(cast.rt_head, "grants", places.melati.id).content.decode()
    quiet_year(places.melati)
    told = get(cast.rt_head, "grants", places.melati.id).content.decode()
    assert "Belum ada uang masuk atau keluar." in told
    assert (
        "Buku tahun ini belum dibuka." in get(cast.rt_head, "grants", places.melati.id, tahun="1970").content.decode()
    )


def test_the_list_is_light(year, cast):
    client = Client()
    client.force_login(cast.rt_head)
    url = reverse("reports:grants", args=[year.book.rt_id])
    with (
        scope.within([]),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        page = client.get(url)
    own = [each["sql"] for each in asked if "grants_" in each["sql"]]
    assert len(own) <= 12
    assert len(page.content) < 100_000


def test_a_treasurer_sees_the_papers_too(year):
    treasurer = year.money.treasurer
    assert treasurer.appointments.get().role == Role.RT_TREASURER
    assert get(treasurer, "grants", year.book.rt_id).status_code == 200
