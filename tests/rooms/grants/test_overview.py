"""The money seen from above equals the books beneath, to the rupiah, and shows who is stuck."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from tests.rooms.conftest import make_user
from tests.rooms.facilitation.years import client_of
from tests.rooms.grants.money_ground import CEILING, ON, YEAR, Money, make_money

from rukun.accounts.models import Role
from rukun.grants.actions import ledger
from rukun.grants.models import Book, Dossier, Tranche
from rukun.grants.queries import overview
from rukun.grants.types import Kind
from rukun.grants.views.overview_tables import step_of
from rukun.rules import ledger as rules
from rukun.territory import queries as territory
from rukun.walls import scope


@pytest.fixture
def money(places: Any) -> list[Money]:
    """Melati and Mawar in one desa, Kenanga far away: three books with three different sums."""
    held = [make_money(rt) for rt in (places.melati, places.mawar, places.kenanga)]
    for each, (came, spent, accounted) in zip(held, ((60, 9, 9), (60, 5, 0), (150, 7, 3)), strict=True):
        come(each, came * 1_000_001, spent * 1_000_003)
        Book.objects.filter(pk=each.book.pk).update(accounted=accounted * 1_000_003)
    return held


def come(money: Money, amount: int, spent: int, on: date = ON) -> None:
    amount = min(amount, CEILING)
    for kind, legs in ((Kind.GRANTED, rules.granted(amount)), (Kind.RELEASED, rules.released(amount))):
        ledger.post(book=money.book, kind=kind, legs=legs, on=on, by="uji")
    legs = rules.paid([rules.Spent(money.cement.pk, spent)], source="bank", withheld={"pph22": spent // 100})
    ledger.post(book=money.book, kind=Kind.PAID, legs=legs, on=on, by="uji")
    told = {"book": money.book, "path": money.book.path, "year": YEAR}
    Tranche.objects.create(**told, number=1, amount=amount, state="released", requested_on=on, released_on=on)
    Tranche.objects.create(**told, number=2, amount=1_000_007, state="requested", requested_on=on)


def late(money: Money, due: date, state: str = "submitted") -> Dossier:
    told = {"book": money.book, "path": money.book.path, "year": YEAR, "tranche": money.book.tranches.first()}
    return Dossier.objects.create(**told, kind="spj", number=1, state=state, level="desa", due=due, amount=9_000_000)


def seen(area: Any, on: date = ON) -> overview.Overview:
    return overview.of(territory.place(area.pk, on=on), YEAR, on)


def test_every_sum_equals_the_books_to_the_rupiah(money, places):
    told = seen(places.kabupaten)
    books = list(Book.objects.all())
    assert told.whole.books == 3
    for name in ("ceiling", "granted", "released", "spent", "accounted", "tax"):
        assert getattr(told.whole, name) == sum(getattr(book, name) for book in books) > 0
    assert told.whole.hand == sum(book.bank + book.cash + book.panjar for book in books)
    assert told.whole.asked == sum(Tranche.objects.values_list("amount", flat=True))
    assert overview.total(sums for _child, sums in told.children) == told.whole
    assert overview.total(sums for _rt, sums in overview.each_rt(places.kabupaten.path, YEAR)) == told.whole
    assert sum(sums["spent"] for _key, sums in told.clusters) == told.whole.spent
    assert sum(sum(each.amounts.values()) for each in told.tranches) == told.whole.asked


def test_an_rt_outside_is_not_counted(money, places):
    told = seen(places.desa)
    assert {child.id: sums.books for child, sums in told.children} == {places.melati.pk: 1, places.mawar.pk: 1}
    assert told.whole.released == 2 * 60 * 1_000_001
    with scope.within([places.melati.path]):
        assert seen(places.kabupaten).whole.released == 60 * 1_000_001


def test_years_stand_side_by_side(money, places):
    Book.objects.create(rt=places.melati, path=places.melati.path, year=YEAR - 1, ceiling=5, flow="advance")
    told = seen(places.kabupaten)
    assert [(year, sums.ceiling) for year, sums in told.years] == [(YEAR, 3 * CEILING), (YEAR - 1, 5)]
    assert told.whole.ceiling == 3 * CEILING


def test_a_bundle_past_its_day_and_money_held_long_are_named(money, places):
    late(money[0], ON - timedelta(days=1))
    late(money[1], ON)
    late(money[2], ON - timedelta(days=9), state="returned")
    told = seen(places.kabupaten)
    assert [each.rt_id for each in told.late] == [places.kenanga.pk, places.melati.pk]
    assert (told.late_count, told.idle_count) == (2, 0)
    after = seen(places.kabupaten, ON + timedelta(days=overview.LONG))
    assert [each.rt_id for each in after.idle] == [places.kenanga.pk, places.mawar.pk, places.melati.pk]
    assert after.idle[0].amount == CEILING - 3 * 1_000_003


@pytest.mark.parametrize(
    ("accounted", "released", "step"),
    [(0, 0, None), (0, 9, 0), (1, 9, 1), (1, 4, 2), (1, 2, 3), (3, 4, 4), (8, 9, 4), (9, 9, 5)],
)
def test_the_colour_of_a_place(accounted, released, step):
    assert step_of(overview.Money(accounted=accounted, released=released).share) == step


def test_the_pages_of_each_level_open_light(money, places, django_assert_max_num_queries):
    late(money[0], ON - timedelta(days=1))
    dpmd = client_of(make_user("petugas-dpmd", Role.DPMD, places.kabupaten))
    url = reverse("grants:overview", args=[places.kabupaten.pk]) + f"?tahun={YEAR}"
    with django_assert_max_num_queries(40):
        page = dpmd.get(url)
    told = page.content.decode()
    assert page.status_code == 200 and len(page.content) < 100_000
    assert "Rp450.000.000" in told and "1 berkas lewat tenggat" in told and "Kecamatan Contoh Hulu" in told
    operator = client_of(make_user("operator-desa", Role.DESA_OPERATOR, places.desa))
    desa = operator.get(reverse("grants:overview", args=[places.desa.pk]) + f"?tahun={YEAR}")
    assert "RT 003 Melati" in desa.content.decode() and "Rp300.000.000" in desa.content.decode()
    assert operator.get(url).status_code == 404


def test_an_empty_place_teaches(places):
    dpmd = client_of(make_user("petugas-dpmd", Role.DPMD, places.kabupaten))
    page = dpmd.get(reverse("grants:overview", args=[places.kabupaten.pk])).content.decode()
    assert "Buku dana RT terbuka setelah rencananya diterima." in page


def test_the_workbook_holds_every_rt_with_numbers_as_numbers(money, places):
    late(money[0], ON - timedelta(days=1))
    dpmd = client_of(make_user("petugas-dpmd", Role.DPMD, places.kabupaten))
    answer = dpmd.get(reverse("grants:overview_sheet", args=[places.kabupaten.pk]) + f"?tahun={YEAR}")
    book = load_workbook(BytesIO(answer.content))
    rows = {row[1]: row for row in book["RT"].iter_rows(min_row=2, values_only=True)}
    assert rows["RT 004 Mawar"][3:8] == (CEILING, 60 * 1_000_001 + 1_000_007, 60_000_060, 60_000_060, 5_000_015)
    assert sum(row[7] for row in rows.values()) == sum(Book.objects.values_list("spent", flat=True))
    assert [row[1] for row in book["Tertahan"].iter_rows(min_row=2, values_only=True)][0] == "RT 003 Melati"
