"""The pages of a RAB: whoever may writes it, whoever sees money reads it, and no typed line is lost."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.budget_ground import make_drawn, make_prices, put
from tests.rooms.grants.money_ground import ON, make_officer

from rukun.accounts.models import Role
from rukun.grants.actions import budgets
from rukun.grants.models import Activity, BudgetItem
from rukun.grants.types import Funding

pytestmark = pytest.mark.django_db
LINE = {
    "words": "Semen", "kind": "material", "funding": "grant", "quantity": "12,5", "unit": "zak", "unit_price": "Rp 75.000",
}  # fmt: skip


@pytest.fixture
def activity(places: Places) -> Activity:
    return make_drawn(places.melati)


@pytest.fixture
def head(places: Places) -> Client:
    return signed_in(make_officer(places.melati, Role.RT_HEAD))


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(name: str, activity: Activity, query: str = "") -> str:
    return reverse(f"grants:{name}", args=[activity.pk]) + query


def said(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_from_nothing_to_a_line(head, activity):
    assert "Susun dengan bantuan" in said(head.get(url("rab", activity)))
    head.post(url("rab_draw", activity))
    answer = head.post(url("rab_item", activity), LINE, follow=True)
    text = said(answer)
    assert "Jumlah RAB Rp937.500" in text
    assert "I Bahan" in text
    assert BudgetItem.objects.get().amount == 937_500


@pytest.mark.parametrize(
    ("field", "typed"),
    [("quantity", "-3"), ("quantity", "0"), ("quantity", "1.500"), ("quantity", "banyak"), ("quantity", "1" * 12),
     ("unit_price", "0"), ("unit_price", "-5"), ("unit_price", "1,500"), ("unit_price", "1" + "0" * 15),
     ("unit_price", "1.500.000,50"), ("words", ""), ("unit", "")],
)  # fmt: skip
def test_bad_input_gets_words_and_stays_on_the_form(head, activity, field, typed):
    head.post(url("rab_draw", activity))
    answer = head.post(url("rab_item", activity), LINE | {field: typed, "takeoff": "panjang 50 m"})
    assert answer.status_code == 422
    assert "panjang 50 m" in answer.content.decode()
    assert BudgetItem.objects.count() == 0


def test_a_line_too_large_for_a_rab_is_a_letter(head, activity):
    head.post(url("rab_draw", activity))
    answer = head.post(url("rab_item", activity), LINE | {"quantity": "999999999", "unit_price": "999999999"})
    assert answer.status_code == 422
    assert "sepuluh triliun" in said(answer)


def test_dots_and_commas_of_people_are_understood(head, activity):
    head.post(url("rab_draw", activity))
    head.post(url("rab_item", activity), LINE | {"quantity": "1.500,25", "unit_price": "1.500,00"})
    assert BudgetItem.objects.get().amount == 2_250_375


def test_a_line_is_changed_and_dropped(head, activity):
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    put(budget)
    form = said(head.get(url("rab_item", activity, "?nomor=1")))
    assert "Hapus baris ini" in form
    head.post(url("rab_item", activity, "?nomor=1"), LINE)
    assert (budget.items.get().number, budget.items.get().unit_price) == (1, 75_000)
    head.post(url("rab_drop", activity, "?nomor=1"))
    assert budget.items.count() == 0
    assert head.get(url("rab_drop", activity, "?nomor=1")).status_code == 302


def test_prices_are_searched_and_deviation_is_said(head, activity, places):
    make_prices(places.kabupaten)
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    found = head.get(url("rab_item", activity, "?cari=semen"))
    price = re.search(r"\?harga=(\d+)", found.content.decode())
    filled = head.get(url("rab_item", activity, f"?harga={price[1]}")).content.decode()
    assert 'value="75.000"' in filled
    put(budget, unit_price=90_000, standard=75_000)
    assert "Harga 20 % di atas standar Rp75.000" in said(head.get(url("rab", activity))).replace("\xa0", " ")


def test_over_the_plan_is_said_and_not_handed_in(head, activity):
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    put(budget, unit_price=200_001)
    text = said(head.get(url("rab", activity)))
    assert "lebih Rp100" in text
    assert "Perbaiki yang belum sesuai" in text


def test_two_revisions_side_by_side(head, activity):
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    put(budget)
    put(budget, words="Pasir warga", funding=Funding.GOODS)
    budgets.approve(budget=budget, on=ON, by="camat")
    head.post(url("rab_draw", activity), {"reason": "Harga semen naik"})
    put(budgets.draw(activity=activity, on=ON, by="uji"), 1, unit_price=80_000)
    text = said(head.get(url("rab_compare", activity, "?perubahan=2")))
    assert "Harga semen naik" in text
    assert "Rp7.000.000" in text
    assert "+Rp1.000.000" in text
    assert "1 baris lain tetap" in text


def test_a_change_asks_for_its_reason(head, activity):
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    put(budget)
    budgets.approve(budget=budget, on=ON, by="camat")
    assert head.post(url("rab_draw", activity), {"reason": " "}).status_code == 422
    assert activity.budgets.count() == 1


def test_who_looks_does_not_write(activity, places, head, monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    camat = signed_in(make_user("camat-lihat", Role.KECAMATAN_OFFICER, places.kecamatan))
    stranger = signed_in(make_officer(places.kenanga, Role.RT_HEAD))
    put(budgets.draw(activity=activity, on=ON, by="uji"))
    page = camat.get(url("rab", activity))
    assert page.status_code == 200
    assert "Tambah baris" not in said(page)
    assert "Tambah baris" in said(head.get(url("rab", activity)))
    assert camat.post(url("rab_item", activity), LINE).status_code == 403
    assert stranger.get(url("rab", activity)).status_code == 404


def test_a_page_of_sixty_lines_stays_light(head, activity, django_assert_max_num_queries):
    budget = budgets.draw(activity=activity, on=ON, by="uji")
    for n in range(60):
        put(
            budget,
            words=f"Barang rekaan {n}",
            quantity=Decimal(n + 1),
            unit_price=1000,
            takeoff="panjang 50 m × lebar 2 m",
        )
    with django_assert_max_num_queries(30):
        page = head.get(url("rab", activity))
    assert len(page.content) < 100_000


@pytest.mark.parametrize("name", ["rab_item", "rab_drop", "rab_reason"])
def test_without_a_draft_one_is_led_back_with_words(head, activity, name):
    answer = head.get(url(name, activity), follow=True)
    assert answer.status_code == 200
    assert "Tidak ada RAB yang sedang disusun" in said(answer)
