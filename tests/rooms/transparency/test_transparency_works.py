"""Money and works before everyone: each receipt, no person, nothing of another RT."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.grants.money_ground import ON, Money, make_money

from rukun.grants.actions import ledger
from rukun.grants.models import Contribution, Payment, Progress, Tranche, Vendor
from rukun.grants.types import Kind
from rukun.rules import ledger as rules
from rukun.walls import scope

PERSON = "Marno Rekaan Sendiri"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("rukun.transparency.views.today", lambda: date(2026, 6, 12))


@pytest.fixture
def money(places) -> Money:
    made = make_money(places.melati)
    for kind, legs in ((Kind.GRANTED, rules.granted(60_000_000)), (Kind.RELEASED, rules.released(60_000_000))):
        ledger.post(book=made.book, kind=kind, legs=legs, on=ON, by="uji")
    path = made.book.path
    Tranche.objects.create(
        book=made.book, path=path, year=2026, number=1, amount=60_000_000, state="released", released_on=ON
    )
    for name, kind, amount in (("Toko Rekaan", "shop", 900_000), (PERSON, "person", 350_000)):
        pay(made, name, kind, amount)
    Progress.objects.create(activity=made.activity, path=path, percent=50, on=ON, by="uji")
    Contribution.objects.create(
        activity=made.activity, path=path, kind="waived", giver=PERSON, words="Upah dihibahkan", quantity=3, unit="HOK",
        unit_value=120_000, value=360_000, on=ON, digest="", by="uji",
    )  # fmt: skip
    return made


def pay(money: Money, name: str, kind: str, amount: int) -> None:
    path, rt = money.book.path, money.book.rt_id
    vendor = Vendor.objects.create(path=path, rt_id=rt, name=name, kind=kind, name_key="x", since=ON)
    legs = rules.paid([rules.Spent(money.cement.pk, amount)], source="bank", withheld={})
    entry = ledger.post(book=money.book, kind=Kind.PAID, legs=legs, on=ON, by="uji")
    Payment.objects.create(
        path=path, activity=money.activity, book=money.book, kind="goods", state="paid", number="7", on=ON, vendor=vendor,
        payee=name, words="Semen gang", amount=amount, source="bank", digest="", proposed_by=money.secretary,
        proposed_on=ON, approved_by=money.head, approved_on=ON, paid_by=money.treasurer, paid_on=ON, journal=entry,
    )  # fmt: skip


def seen(name: str, *args: int) -> str:
    with scope.within([]):
        return Client().get(reverse(f"transparency:{name}", args=args)).content.decode()


def test_each_receipt_is_told_and_no_person(money):
    page = seen("work", money.activity.pk)
    for words in (
        "Rp900.000",
        "Rp350.000",
        "Rp1.250.000",
        "Toko Rekaan",
        "Perorangan",
        "3 hari kerja, senilai Rp360.000",
    ):
        assert words in page, words
    assert PERSON not in page and "50" in page


def test_a_planned_wish_goes_on_to_its_receipts(money):
    page = seen("journey", money.activity.plan.proposal_id) if has_turns(money) else ""
    assert reverse("transparency:work", args=[money.activity.pk]) in page


def has_turns(money: Money) -> bool:
    """The wish was put forward and planned, as the way of a wish needs it."""
    wish = money.activity.plan.proposal
    for before, after in (("", "draft"), ("draft", "proposed"), ("at_kecamatan", "planned")):
        told = {"path": wish.path, "year": 2026, "on": ON, "office": "rt", "by": "uji"}
        wish.turns.create(before=before, after=after, **told)
    return True


def test_the_page_of_an_rt_tells_money_first(money, places):
    has_turns(money)
    page = seen("area", places.melati.id)
    assert page.index("Rp60.000.000") < page.index("Hasil pilihan")
    assert "Pekerjaan tahun ini" in page and "Tahap pencairan" in page
    assert "<dt>Dibelanjakan</dt>" in page and "<dt></dt>" not in page


def test_a_work_nobody_has_is_not_found(places):
    with scope.within([]):
        assert Client().get(reverse("transparency:work", args=[987654])).status_code == 404


def test_an_rt_without_a_public_wish_still_tells_its_money(money, places):
    page = seen("area", places.melati.id)
    for words in (
        "Rp150.000.000",
        "Rp60.000.000",
        "Dipertanggungjawabkan",
        "Rp1.250.000",
        "Pekerjaan tahun ini",
        "Semenisasi gang rekaan",
    ):
        assert words in page, words
    assert "belum tercatat di sini" in page and PERSON not in page
    assert "Melati" in seen("area", places.kecamatan.id)
