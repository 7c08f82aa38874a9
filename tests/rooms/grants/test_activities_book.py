"""The book of a year: opened once from the juknis, its tranches whole rupiah, its activities the lines of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rooms.musrenbang.wishing import client_of
from tranche_ground import RULES, YEAR, adopt, plan_line

from rukun.audit.models import Line
from rukun.grants.actions import activities, tranches
from rukun.grants.models import Book
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import ceilings
from rukun.parameters.juknis import MoneyWay, TrancheRule
from rukun.walls import scope

ON = date(2026, 3, 2)


def opened(rt):
    return activities.open_book(rt_id=rt.pk, path=rt.path, year=YEAR, on=ON, by="uji")


def code_of(act, *args):
    with pytest.raises(Problem) as caught:
        act(*args)
    return caught.value.code


def test_a_book_opens_once_with_its_tranches_and_activities(places):
    adopt(places)
    plan_line(places.melati)
    book, again = opened(places.melati), opened(places.melati)
    assert (book.pk, Book.objects.count()) == (again.pk, 1)
    assert list(book.tranches.values_list("number", "amount", "state")) == [
        (1, 90_000_000, "open"),
        (2, 60_000_000, "locked"),
    ]
    assert (again.ceiling, again.opened, again.available, again.flow) == (150_000_000, 90_000_000, 0, "advance")
    assert list(book.activities.values_list("number", "title", "state")) == [(1, "Semenisasi gang rekaan", "drawn")]
    assert book.clusters.get(cluster="sosial").planned == 20_000_000


def test_what_the_plan_gains_later_is_taken_up(places):
    adopt(places)
    plan_line(places.melati)
    opened(places.melati)
    plan_line(places.melati, "Lampu rekaan", 5_000_000)
    book = opened(places.melati)
    assert list(book.activities.values_list("number", "title")) == [(1, "Semenisasi gang rekaan"), (2, "Lampu rekaan")]
    assert book.clusters.get(cluster="sosial").planned == 25_000_000


def test_where_money_comes_after_what_is_open_may_be_spent(places):
    adopt(places, replace(RULES, ways=(MoneyWay("all", "kelurahan_dpa", "reimbursement"),)))
    assert opened(places.melati).available == 90_000_000


def test_a_kelurahan_follows_its_own_way(places):
    ways = (MoneyWay("kelurahan", "kelurahan_dpa", "reimbursement"), MoneyWay("desa", "desa_apbdes", "advance"))
    adopt(places, replace(RULES, ways=ways))
    assert opened(places.melati).flow == "advance"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"ways": ()}, "grants.flow_unknown"),
        ({"ways": (MoneyWay("all", "hibah", None),)}, "grants.flow_unknown"),
        ({"tranches": ()}, "grants.tranches_unknown"),
        ({"tranches": (TrancheRule(1, "60"), TrancheRule(2, None))}, "grants.shares_unknown"),
        ({"tranches": (TrancheRule(1, "100"), TrancheRule(2, "0"))}, "grants.shares_wrong"),
    ],
)
def test_what_the_juknis_does_not_say_is_asked_for(places, changed, code):
    adopt(places, replace(RULES, **changed))
    assert code_of(opened, places.melati) == code


def test_without_a_juknis_or_a_ceiling_nothing_opens(places):
    assert code_of(opened, places.melati) == "grants.no_juknis"
    adopt(places, ceiling=None)
    assert code_of(opened, places.melati) == "grants.ceiling_unknown"


def test_a_line_of_another_rt_is_not_taken_up(places):
    adopt(places)
    book, line = opened(places.melati), plan_line(places.mawar)

    def take():
        activities.take_up(book=book, plan=line, on=ON, by="uji")

    assert code_of(take) == "grants.plan_elsewhere"


def decreed(places, amount, number="SK 1"):
    rule = {"kind": "flat", "amount": amount, "budget": None, "step": 1}
    day = {"decreed_on": ON, "since": ON, "on": ON}
    with scope.everything():
        ceilings.issue(area_id=places.kabupaten.pk, year=YEAR, rule=rule, number=number, by="dpmd", **day)


def recap(book):
    return tranches.recap(book=book, on=ON, by="uji")


def test_a_book_follows_a_later_decree_and_leaves_what_was_opened(places):
    adopt(places)
    book = opened(places.melati)
    assert code_of(recap, book) == "grants.recap_nothing"
    decreed(places, 120_000_000)
    assert recap(book).ceiling == 120_000_000
    assert list(book.tranches.values_list("amount", "state")) == [(90_000_000, "open"), (30_000_000, "locked")]
    told = Line.objects.get(verb="book.recapped").details
    assert (told["before"], told["amount"]) == (150_000_000, 120_000_000)
    assert told["basis"].startswith("Keputusan SK 1")


def test_a_book_does_not_fall_under_what_was_opened(places):
    adopt(places)
    book = opened(places.melati)
    decreed(places, 90_000_000)
    assert code_of(recap, book) == "grants.recap_opened"
    book.refresh_from_db()
    assert book.ceiling == 150_000_000


def test_what_is_added_when_all_was_opened_is_one_more_tranche(places):
    adopt(places, replace(RULES, tranches=(TrancheRule(1, "100"),)))
    book = opened(places.melati)
    decreed(places, 160_000_000)
    recap(book)
    assert list(book.tranches.values_list("number", "amount", "state")) == [
        (1, 150_000_000, "open"),
        (2, 10_000_000, "locked"),
    ]


def test_the_page_of_the_money_says_what_was_decreed_and_changes_the_book(places, cast, monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    monkeypatch.setattr("rukun.grants.views.activities.today", lambda: ON)
    adopt(places)
    book = opened(places.melati)
    client, page = client_of(cast.rt_head), f"/wilayah/{places.melati.pk}/dana/?tahun={YEAR}"
    assert "Sesuaikan pagu" not in client.get(page).content.decode()
    decreed(places, 120_000_000)
    seen = client.get(page).content.decode()
    assert "Pagu RT ini sekarang Rp120.000.000, menurut Keputusan SK 1" in seen
    asked = client.get(f"/dana/{book.pk}/pagu/").content.decode()
    assert "dari Rp150.000.000 menjadi Rp120.000.000" in asked
    client.post(f"/dana/{book.pk}/pagu/", {"csrfmiddlewaretoken": "uji"})
    assert "Pagu buku ini Rp120.000.000" in client.get(page).content.decode()
