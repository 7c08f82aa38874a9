"""The money of a juknis on its page, what it leaves open, and what changes between two."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import make_user
from years import KUKAR, adopted, client_of

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.facilitation.actions import programmes
from rukun.facilitation.models import Programme
from rukun.facilitation.queries import changes, rulebook
from rukun.parameters import juknis
from rukun.walls import scope

BUDGET = 12
OLD = "juknis/kukar_rt50_2025"


def at(name, *args):
    return reverse(f"facilitation:{name}", args=args)


def get(user, url):
    return client_of(user).get(url)


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def dpmd(places):
    return make_user("dpmd-juknis", Role.DPMD, places.kabupaten)


@pytest.fixture
def demo(places):
    return adopted(places, past_is_meant=True)


def test_everybody_reads_the_money_in_plain_words_with_its_articles(cast, demo):
    page = text(get(cast.rt_head, at("rules")))
    for said in (
        "Tahap 2", "60 %", "Rp90.000.000", "SPJ (bukti belanja)", "Desa atau kelurahan, lalu kecamatan",
        "2,5 % dari pagu setahun", "Rp500.000", "Rp6.000.000", "Bila ada bangunan", "Dapat dipakai tahun berikutnya",
        "Pasal 23 ayat 2", "Lampiran 2 nomor 8",
    ):  # fmt: skip
        assert said in page
    assert "Juknis tidak menyebut" not in page


def test_what_is_not_known_is_said_by_theme_and_only_the_office_is_led_to_it(places, cast, dpmd):
    held = adopted(places, key=KUKAR)
    office, resident = text(get(dpmd, at("programme", held.pk))), text(get(cast.rt_head, at("rules")))
    for page in (office, resident):
        assert page.index("Perencanaan: ") < page.index("Pemeriksa berkas: 8 belum diketahui")
        assert "Juknis tidak menyebut: Tahap pencairan, Pemeriksa berkas" in page
    fill = f"{at('fill', held.pk)}?apa=money.desks.spj.levels"
    assert fill in office
    assert fill not in resident


ANSWERS = [
    ("money.tranches", {"value": "60, 40"}, lambda money: [each.share for each in money.tranches] == ["60", "40"]),
    ("money.tranches", {"value": "33,4% 33,3% 33,3%"}, lambda money: money.tranches[0].share == "33.4"),
    ("money.desks.rab.levels", {"value": ["desa", "kecamatan"]}, lambda money: len(money.desk("rab").levels) == 2),
    ("money.desks.rab.days", {"value": "7"}, lambda money: money.desk("rab").days == 7),
    ("money.ways.all.flow", {"value": "advance"}, lambda money: money.way("desa").flow == "advance"),
    ("money.wages.may_move_waived", {"value": "tidak"}, lambda money: money.wages.may_move_waived is False),
    ("money.wages.at_least", {"value": "20"}, lambda money: money.wages.at_least == "20"),
    ("money.wages.hours", {"value": "8"}, lambda money: money.wages.hours == 8),
    ("money.tax_by", {"value": "kecamatan"}, lambda money: money.tax_by == "kecamatan"),
    ("money.eligibility.at_split", {"value": "first_keeps"}, lambda money: money.eligibility.at_split == "first_keeps"),
    ("money.assets.owner", {"value": "Desa"}, lambda money: money.assets.owner == "Desa"),
]


@pytest.mark.parametrize(("path", "told", "holds"), ANSWERS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ANSWERS)])
def test_every_kind_of_money_value_can_be_filled_in(places, dpmd, path, told, holds):
    held = adopted(places, key=KUKAR)
    url = f"{at('fill', held.pk)}?apa={path}"
    assert get(dpmd, url).status_code == 200
    assert client_of(dpmd).post(url, told | {"source": "SK 4", "since": str(today())}).status_code == 302
    found = Programme.objects.latest("pk").juknis
    assert holds(found.money)
    assert [(each.path, each.source) for each in found.filled] == [(path, "SK 4")]


FAULTS = [
    ("money.tranches", "separuh", "Tulis persen setiap tahap"),
    ("money.tranches", "60, 30", "berjumlah 90 persen"),
    ("money.tranches", "110", "110 persen"),
    ("money.wages.hours", "25", "bilangan 1 sampai 24"),
    ("money.tax_by", "warga", ""),
    ("money.desks.rab.levels", "presiden", ""),
]


@pytest.mark.parametrize(("path", "value", "letter"), FAULTS, ids=[f"{row[0]}-{row[1]}" for row in FAULTS])
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(places, dpmd, path, value, letter):
    held = adopted(places, key=KUKAR)
    told = {"value": value, "source": "SK keempat", "since": str(today())}
    answer = client_of(dpmd).post(f"{at('fill', held.pk)}?apa={path}", told)
    assert answer.status_code == 422
    assert letter in text(answer)
    assert "SK keempat" in text(answer)
    assert Programme.objects.count() == 1


def test_the_comparison_shows_new_gone_and_other_values(places, cast):
    held = adopted(places, key=KUKAR)
    with scope.everything():
        kept = programmes.answer(
            programme=held, question="money.tranches", value=("60", "40"), source="SK 4", path=held.path,
            since=held.since, on=held.since, by="uji",
        )  # fmt: skip
    page = text(get(cast.rt_head, f"{at('changes')}?dari={held.pk}&ke={kept.pk}"))
    assert "2 baru" in page
    assert "Rp90.000.000" in page
    assert "Rp50.000.000" not in page
    years = text(get(cast.rt_head, f"{at('changes')}?dari={OLD}&ke={kept.pk}"))
    for said in (
        "Rp50.000.000",
        "Rp150.000.000",
        "Anggaran kecamatan (DPA)",
        "tidak disebut lagi",
        "M10 · Laptop dan pencetak",
    ):
        assert said in years
    assert years.index("Rp50.000.000") < years.index("Rp150.000.000")


def test_a_juknis_beside_itself_says_nothing_is_otherwise(cast, demo):
    assert "berkata sama" in text(get(cast.rt_head, f"{at('changes')}?dari={demo.pk}&ke={demo.pk}"))


def test_what_cannot_be_compared_is_asked_again(cast, demo):
    answer = get(cast.rt_head, f"{at('changes')}?dari=langit&ke={demo.pk}")
    assert answer.status_code == 422
    assert get(cast.rt_head, at("changes")).status_code == 200


@pytest.mark.parametrize("old", juknis.keys())
def test_a_comparison_backwards_swaps_what_is_new_and_what_is_gone(old):
    one, other = juknis.load(old), juknis.load(KUKAR)
    there, back = changes.between(one, other), changes.between(other, one)
    assert changes.between(one, one) == ()
    assert changes.counted(there)["baru"] == changes.counted(back)["tidak disebut lagi"]
    assert changes.counted(there)["berubah"] == changes.counted(back)["berubah"]


@pytest.mark.parametrize("key", juknis.keys())
def test_every_shipped_juknis_can_be_told(key):
    for chapter in rulebook.chapters(juknis.load(key)):
        assert {len(clause.values) for clause in chapter.clauses} <= {len(chapter.columns)}
        assert len({clause.key for clause in chapter.clauses}) == len(chapter.clauses)


@pytest.mark.parametrize("name", ["rules", "changes"])
def test_the_pages_ask_little_and_stay_small(cast, demo, name):
    client = client_of(cast.rt_head)
    client.get(at(name))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(at(name))
    assert len(asked) <= BUDGET
    assert len(answer.content) < 100_000
