"""Bundles of papers: both flows from the first RAB to the LPJ, gates, desks in order, nobody judges their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tranche_ground import RULES, walk

from rukun.grants.actions import dossiers, tranches
from rukun.grants.actions import ledger as ledgers
from rukun.grants.models import Dossier, DossierTurn
from rukun.grants.queries import dossiers as queries
from rukun.grants.types import DossierKind, Kind, Purse
from rukun.kit.problems import Problem
from rukun.parameters.juknis import Desk, MoneyWay
from rukun.rules import ledger as entries

LATER = date(2026, 8, 3)


def code_of(act, *args, **more):
    with pytest.raises(Problem) as caught:
        act(*args, **more)
    return caught.value


@pytest.fixture
def year(places):
    return walk(places)


def test_money_that_comes_first_is_asked_spent_accounted_and_opens_the_next_tranche(year):
    year.rab()
    assert (year.activity.state, year.activity.lines.get().approved) == ("approved", 20_000_000)
    year.ask()
    assert (year.book.granted, year.book.receivable, year.book.released) == (90_000_000, 90_000_000, 0)
    year.release()
    assert (year.book.bank, year.book.available) == (90_000_000, 90_000_000)
    paid = year.pay(100)
    year.account()
    paid.refresh_from_db()
    assert (year.book.accounted, paid.accepted_on) == (10_000_000, year.day)
    assert year.book.clusters.get(cluster="sosial").accounted == 10_000_000
    assert year.book.opened == 90_000_000, "the gate holds: eighty million are not accounted for"
    ledgers.post(book=year.book, kind=Kind.RETURNED, legs=entries.returned(80_000_000), on=year.day, by="uji")
    year.day = LATER
    assert tranches.open_next(book=year.fresh(), on=LATER, by="uji").number == 2
    assert year.fresh().opened == 150_000_000


def test_money_that_comes_after_is_spent_accounted_asked_and_replaced(places):
    year = walk(places, replace(RULES, ways=(MoneyWay("all", "kelurahan_dpa", "reimbursement"),)))
    year.rab()
    assert code_of(year.prepare, DossierKind.REQUEST).code == "grants.nothing_to_replace"
    year.pay(100, Purse.TALANGAN, officer=year.treasurer)
    year.account()
    request = year.ask()
    assert (request.amount, year.book.granted, year.book.talangan) == (10_000_000, 10_000_000, 10_000_000)
    tranche = year.book.tranches.get(state="approved")
    assert code_of(tranches.release, tranche=tranche, on=year.day, by=year.dpmd).details == {"level": "desa/kelurahan"}
    tranches.release(tranche=tranche, on=year.day, by=year.desa)
    assert (year.fresh().bank, tranche.state) == (10_000_000, "open"), "the rest of it may be asked for later"
    year.pay(100, Purse.BANK)
    year.account()
    assert year.ask().amount == 10_000_000
    assert year.book.granted == 20_000_000


def test_a_tranche_waits_for_its_day(year):
    year.rab()
    year.ask()
    year.release()
    ledgers.post(book=year.book, kind=Kind.RETURNED, legs=entries.returned(90_000_000), on=year.day, by="uji")
    assert tranches.open_next(book=year.fresh(), on=date(2026, 6, 30), by="uji") is None
    assert tranches.open_next(book=year.fresh(), on=date(2026, 7, 1), by="uji").number == 2


def test_a_tranche_waits_for_the_one_before_to_come(year):
    """Nothing was released, so nothing is to be accounted for: it must not open for that."""
    assert tranches.open_next(book=year.fresh(), on=LATER, by="uji") is None


def test_a_bundle_with_something_missing_is_a_letter_that_lists_it(year):
    year.rab()
    year.ask()
    year.release()
    year.pay(10, is_shot=False)
    problem = code_of(year.send, year.prepare(DossierKind.SPJ))
    assert (problem.code, problem.details["missing"]) == ("grants.dossier_incomplete", ["1 kuitansi tanpa foto"])
    assert Dossier.objects.get(kind="spj").state == "draft"


def test_every_paper_the_juknis_wants_is_ticked(year):
    year.rab()
    held = year.prepare(DossierKind.REQUEST)
    problem = code_of(dossiers.submit, dossier=held, on=year.day, by=year.head)
    assert (problem.code, problem.details["papers"]) == ("grants.papers_missing", ["Surat permintaan"])


def test_what_came_back_goes_again_to_who_sent_it_back(year):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    dossiers.accept(dossier=held, on=year.day, by=year.desa)
    back = dossiers.send_back(
        dossier=held, reason="Volume belum sesuai gambar", article="Pasal 3", on=year.day, by=year.kecamatan
    )
    assert (back.state, back.level, back.budget.state) == ("returned", "rt", "draft")
    again = year.send(back)
    assert (again.state, again.level, again.due) == ("submitted", "kecamatan", date(2026, 3, 7))
    year.accept(again, year.kecamatan)
    turns = list(DossierTurn.objects.filter(dossier=held).order_by("pk").values_list("before", "after", "level"))
    assert turns == [
        ("", "draft", "rt"),
        ("draft", "submitted", "rt"),
        ("submitted", "submitted", "desa"),
        ("submitted", "returned", "kecamatan"),
        ("returned", "submitted", "rt"),
        ("submitted", "accepted", "kecamatan"),
    ]


def test_a_request_that_came_back_may_be_asked_again(year):
    year.rab()
    held = year.send(year.prepare(DossierKind.REQUEST))
    dossiers.send_back(dossier=held, reason="Salinan rekening belum ada", on=year.day, by=year.desa)
    assert year.book.tranches.get(number=1).state == "open"
    assert year.prepare(DossierKind.REQUEST).pk == held.pk
    year.accept(year.send(held))
    assert year.book.granted == 90_000_000


def test_who_sent_it_does_not_judge_it_and_no_other_desk_does(year):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()), by=year.desa)
    assert code_of(dossiers.accept, dossier=held, on=year.day, by=year.desa).code == "grants.own_dossier"
    assert code_of(dossiers.accept, dossier=held, on=year.day, by=year.kecamatan).code == "grants.not_your_desk"
    assert code_of(dossiers.accept, dossier=held, on=year.day, by=year.head).code == "grants.not_your_desk"
    held.refresh_from_db()
    assert (held.state, held.level) == ("submitted", "desa")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"reason": "  "}, "grants.return_reason"),
        ({"reason": "kurang", "due": date(1970, 1, 1)}, "grants.return_due"),
    ],
)
def test_a_return_says_what_is_missing_and_gives_time(year, told, code):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    assert code_of(dossiers.send_back, dossier=held, on=year.day, by=year.desa, **told).code == code


def test_where_the_juknis_names_no_desk_the_letter_says_whom_to_ask(places):
    year = walk(places, replace(RULES, desks=(Desk("spj", ("desa",)),)))
    held = year.prepare(DossierKind.RAB, budget=year.draft())
    assert code_of(year.send, held).code == "grants.desk_unknown"


def test_an_lpj_closes_the_year_when_all_is_done_and_accounted(year):
    year.rab()
    year.ask()
    year.release()
    year.pay(10)
    held = year.prepare(DossierKind.LPJ)
    said = code_of(year.send, held).details["missing"]
    assert said == ["1 kegiatan belum selesai", "Belanja Rp1.000.000 belum diterima SPJ-nya"]
    year.account()
    year.book.activities.update(state="finished")
    year.accept(year.send(held), year.kecamatan)
    assert list(year.book.activities.values_list("state", flat=True)) == ["closed"]
    assert code_of(year.prepare, DossierKind.LPJ).code == "grants.lpj_done"


def test_receipts_paid_after_an_spj_wait_for_the_next(year):
    year.rab()
    year.ask()
    year.release()
    year.pay(10)
    first = year.send(year.prepare(DossierKind.SPJ))
    late = year.pay(5)
    year.accept(first)
    late.refresh_from_db()
    assert (late.dossier, year.book.accounted) == (None, 1_000_000)
    second = year.account()
    assert (second.number, second.amount, year.book.accounted) == (2, 500_000, 1_500_000)


def test_a_tranche_is_released_once_by_its_desk_and_not_before_it_was_approved(year):
    year.rab()
    year.ask()
    tranche = year.book.tranches.get(number=1)
    for day in (date(1970, 1, 1), date(2026, 3, 1), date(2099, 1, 1)):
        wrong = code_of(tranches.release, tranche=tranche, on=year.day, came_on=day, by=year.dpmd)
        assert wrong.code == "grants.release_day"
    year.release()
    again = code_of(tranches.release, tranche=tranche, on=year.day, by=year.dpmd)
    assert (again.code, year.fresh().bank) == ("grants.tranche_not_approved", 90_000_000)


def test_the_queue_of_a_desk_has_the_oldest_deadline_first(year, places):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    Dossier.objects.filter(pk=held.pk).update(due=None)
    other = Dossier.objects.create(
        book=year.book, path=year.book.path, year=2026, kind="lpj", number=9, state="submitted", level="desa",
        due=LATER,
    )  # fmt: skip
    assert list(queries.queue(places.desa.path, "desa")) == [other, held]
    assert not queries.queue(places.desa.path, "kecamatan").exists()
