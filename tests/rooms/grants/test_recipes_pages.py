"""The wizard: measures in, lines out, with prices of the nearest list; nothing costs nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.rooms.conftest import Places
from tests.rooms.grants.budget_ground import ROWS, make_drawn, make_prices
from tests.rooms.grants.money_ground import ON, make_officer
from tests.rooms.grants.test_budgets_pages import said, signed_in, url

from rukun.accounts.models import Role
from rukun.grants.actions import prices as actions
from rukun.grants.models import Activity, BudgetItem
from rukun.grants.queries import prices, recipes

pytestmark = pytest.mark.django_db
PATH = "?pekerjaan=jalan_beton&length=50&width=1,5&thick=10"


@pytest.fixture
def activity(places: Places) -> Activity:
    return make_drawn(places.melati)


@pytest.fixture
def head(places: Places):
    return signed_in(make_officer(places.melati, Role.RT_HEAD))


def filled(activity: Activity) -> tuple[list, dict[str, str]]:
    measures = {"length": Decimal(50), "width": Decimal("1.5"), "thick": Decimal(10)}
    found = recipes.proposed(recipes.recipe("jalan_beton", activity.path, ON), measures, activity.path, ON)
    told = {}
    for n, each in enumerate(found):
        told |= {f"quantity_{n}": str(each.quantity).replace(".", ","), f"price_{n}": str(each.price or 100_000)}
    return found, told


def test_the_work_in_the_title_comes_first(head, activity):
    text = said(head.get(url("rab_wizard", activity)))
    assert text.index("Jalan setapak atau gang dari beton") < text.index("Alat posyandu")


@pytest.mark.parametrize(
    "bad", ["length=-1", "length=lebar", "length=1000000&width=2&thick=1", "length=0&width=0&thick=0"]
)
def test_measures_that_cannot_be_are_asked_again(head, activity, bad):
    assert head.get(url("rab_wizard", activity, f"?pekerjaan=jalan_beton&{bad}")).status_code == 422


def test_the_take_off_is_the_ministrys(activity):
    found = {each.words: each.quantity for each in filled(activity)[0]}
    assert found["Semen Portland"] == 49  # 7.5 m³ × 322 kg ÷ 50 = 48.3
    assert found["Pekerja"] == 19  # 7.5 × 1.65 + 10 × 0.52 + 3.75 × 0.3 = 18.7


def test_prices_of_the_list_are_filled_in_and_missing_ones_asked(head, activity, places):
    make_prices(places.kecamatan)
    page = head.get(url("rab_wizard", activity, PATH))
    assert 'value="75.000"' in page.content.decode()
    told = filled(activity)[1]
    answer = head.post(url("rab_wizard", activity, PATH), told | {"price_0": ""})
    assert answer.status_code == 422
    assert "Isi harga “" in said(answer)
    assert BudgetItem.objects.count() == 0


def test_only_what_is_missing_or_mistaken_stands_open(head, activity, places):
    make_prices(places.kecamatan)
    at, opened = url("rab_wizard", activity, PATH), '<details class="fold" open'
    assert opened not in head.get(at).content.decode()
    answer = head.post(at, filled(activity)[1] | {"quantity_0": "banyak"})
    assert (answer.status_code, answer.content.decode().count(opened)) == (422, 1)


def test_gotong_royong_becomes_a_line_of_its_own(head, activity):
    found, told = filled(activity)
    n = next(n for n, each in enumerate(found) if each.words == "Pekerja")
    answer = head.post(url("rab_wizard", activity, PATH), told | {f"given_{n}": "8,5"}, follow=True)
    assert answer.status_code == 200
    rows = {(each.words, each.funding): each for each in BudgetItem.objects.all()}
    assert rows["Pekerja", "labour"].quantity == Decimal("8.5")
    assert rows["Pekerja", "grant"].quantity == found[n].quantity - Decimal("8.5")
    assert len(rows) == len(found) + 1
    assert head.post(url("rab_wizard", activity, PATH), told | {f"given_{n}": "800"}).status_code == 422


def test_nothing_chosen_is_a_letter(head, activity):
    found, told = filled(activity)
    nothing = told | {f"quantity_{n}": "0" for n in range(len(found))}
    answer = head.post(url("rab_wizard", activity, PATH), nothing)
    assert answer.status_code == 422
    assert "Belum ada baris" in said(answer)


@pytest.mark.parametrize("key", [each.key for each in recipes.ahsp.recipes()])
def test_every_work_gives_lines(activity, key):
    recipe = recipes.recipe(key, activity.path, ON)
    found = recipes.proposed(recipe, dict.fromkeys(recipe.asks, Decimal(10)), activity.path, ON)
    assert found
    assert all(each.quantity > 0 and len(each.unit) <= 20 for each in found)


def test_the_nearest_list_in_force_counts(activity, places):
    make_prices(places.kabupaten, title="kabupaten")
    make_prices(places.desa, title="desa", rows=[ROWS[0] | {"amount": 80_000}])
    make_prices(places.desa, title="nanti", since=ON.replace(year=2027))
    make_prices(places.other_desa, title="jauh")
    assert prices.in_force(places.melati.path, ON).title == "desa"
    assert prices.in_force(places.kenanga.path, ON).title == "jauh"
    assert prices.in_force(places.other_kecamatan.path, ON).title == "kabupaten"
    assert prices.in_force(places.melati.path, ON.replace(year=2020)) is None


@pytest.fixture
def listed(places: Places) -> None:
    rows = [
        {"kind": kind, "code": code, "words": words, "unit": unit, "quantity": quantity}
        | {"work_code": "9.9.9", "work_words": "Pembuatan 1 m3 saringan rekaan"}
        for kind, code, words, unit, quantity in (
            ("wage", "TK.0008", "Pekerja", "OH", "0.6"),
            ("material", "B.1869", "Semen Portland", "kg", "120"),
            ("material", "X.1", "Ijuk", "kg", "0.25"),
            ("material", "X.2", "Ember", "Unit", "1.1"),
            ("wage", "TK.0022", "Tukang batu", "OH", "1075"),
        )
    ]
    told = {"title": "AHSP rekaan", "since": ON, "file": "ahsp.csv", "on": ON, "by": "uji"}
    here = {"area_id": places.kabupaten.pk, "path": places.kabupaten.path}
    actions.bring_analyses(rows=rows, **here, **told)


@pytest.mark.usefixtures("listed")
def test_a_work_of_the_list_that_was_brought_gives_lines(head, activity):
    text = said(head.get(url("rab_wizard", activity, "?cari=saringan")))
    assert "Pembuatan 1 m3 saringan rekaan" in text
    asked = head.get(url("rab_wizard", activity, "?pekerjaan=ahsp:9.9.9"))
    assert "Tukang batu: 1075 OH" in said(asked)
    page = "?pekerjaan=ahsp:9.9.9&volume=3"
    found = head.get(url("rab_wizard", activity, page)).context["form"].proposed
    assert {each.words: (each.quantity, each.unit) for each in found} == {
        "Pekerja": (Decimal("2.0"), "HOK"), "Semen Portland": (Decimal(8), "zak 50 kg"), "Ijuk": (Decimal("0.75"), "kg"), "Ember": (Decimal(4), "Unit"),
    }  # fmt: skip
    told = {f"quantity_{n}": str(each.quantity).replace(".", ",") for n, each in enumerate(found)}
    told |= {f"price_{n}": "100.000" for n in range(len(found))}
    assert head.post(url("rab_wizard", activity, page), told).status_code == 302
    assert BudgetItem.objects.get(words="Ijuk").takeoff == "AHSP 9.9.9: 3 satuan × 0,25"


def test_without_a_list_the_wizard_says_where_to_bring_one(head, activity, places):
    text = head.get(url("rab_wizard", activity)).content.decode()
    assert f"/wilayah/{places.melati.pk}/harga/ahsp/" in text


def test_light_repair_stands_first_where_the_title_speaks_of_it(places):
    titles = {"Perbaikan jalan beton rusak": "perbaikan_beton", "Angkat lumpur parit": "perbaikan_saluran"}
    titles |= {"Pengecatan pos": "cat_ulang", "Ganti lampu gang": "ganti_lampu"}
    assert {name: recipes.known(Activity(title=name))[0].key for name in titles} == titles
