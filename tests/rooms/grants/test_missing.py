"""The live list: what is missing, whose turn it is, until when; for an activity, an RT, and the desks above."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tranche_ground import RULES, plan_line, shoot, walk

from rukun.grants.actions import activities, dossiers
from rukun.grants.models import Dossier, Line, Payment, Progress, Shot, Withholding
from rukun.grants.queries import missing
from rukun.grants.types import DossierKind, Purse, ShotRole
from rukun.parameters.juknis import MoneyWay


@pytest.fixture
def year(places):
    return walk(places)


def codes(found):
    return [each.code for each in found]


def of_rt(year):
    return missing.of_rt(year.fresh(), year.day)


def of_activity(year):
    return missing.of_activity(year.activity, year.day)


def test_a_fresh_book_lacks_a_rab_and_its_teams(year):
    assert codes(of_rt(year)) == ["rab_none", "team", "team", "team"]
    year.draft()
    assert codes(of_activity(year)) == ["rab_draft"]


def test_the_next_thing_walks_from_the_rab_to_the_spj(year):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    waits = of_rt(year)[0]
    assert (waits.code, waits.words, waits.who, waits.until) == (
        "bundle_waits", "RAB sedang diperiksa", "desa/kelurahan", date(2026, 3, 7),
    )  # fmt: skip
    year.accept(held)
    assert codes(of_rt(year))[:1] == ["tranche_request"]
    year.ask()
    assert codes(of_rt(year))[:1] == ["tranche_release"]
    year.release()
    assert codes(of_rt(year))[:1] == ["gate"]
    year.pay(20)
    assert [each.words for each in of_rt(year)][:2] == [
        "Belanja Rp2.000.000 belum masuk SPJ",
        "Rp90.000.000 lagi harus diterima SPJ-nya sebelum tahap berikutnya",
    ]


def test_what_came_back_stands_first_with_its_reason(year):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    dossiers.send_back(dossier=held, reason="Volume belum ada", on=year.day, by=year.desa, due=date(2026, 3, 9))
    first = of_rt(year)[0]
    assert (first.words, first.who, first.until) == (
        "Berkas dikembalikan: Volume belum ada", "pengurus RT", date(2026, 3, 9)
    )  # fmt: skip
    assert first.url.endswith(f"/berkas/{held.pk}/")


def test_receipts_are_counted_by_what_they_lack(year):
    year.rab()
    year.ask()
    year.release()
    year.spend(3)
    bare = year.pay(5, is_shot=False)
    Payment.objects.filter(pk=bare.pk).update(vendor=None, kind="goods")
    wages = year.pay(2, is_shot=False)
    Payment.objects.filter(pk=wages.pk).update(kind="wage")
    shoot(wages)
    Withholding.objects.create(payment=wages, path=wages.path, tax="pph21", rate="5", base=100_000, amount=5_000)
    assert [each.words for each in of_activity(year)] == [
        "1 kuitansi menunggu dibayar",
        "1 kuitansi tanpa foto",
        "1 kuitansi tanpa penjual",
        "1 upah tanpa foto daftar bertanda tangan",
        "Pajak dipungut Rp5.000 belum disetor",
    ]
    shoot_list(wages)
    assert "wage_list" not in codes(of_activity(year))


def shoot_list(payment):
    kept = Shot.objects.get(payment=payment)
    Shot.objects.create(path=kept.path, on=kept.on, picture=kept.picture, role=ShotRole.ATTENDANCE, payment=payment)


@pytest.mark.parametrize(("by", "said"), [("rt", ["tax_deposit"]), (None, ["tax_unknown"]), ("desa", [])])
def test_tax_is_the_rts_only_where_the_juknis_says_so(places, by, said):
    year = walk(places, replace(RULES, tax_by=by))
    year.rab()
    year.ask()
    year.release()
    paid = year.pay(1)
    Withholding.objects.create(payment=paid, path=paid.path, tax="ppn", rate="11", base=10_000, amount=1_100)
    assert [each for each in codes(of_activity(year)) if each.startswith("tax")] == said


def test_pictures_are_asked_for_as_the_work_goes_on(year):
    year.rab()
    assert codes(of_activity(year)) == [], "nothing is built: what was bought is shown at its end"
    Line.objects.create(activity=year.activity, path=year.book.path, number=9, kind="wage", words="Tukang", unit="HOK")
    assert codes(of_activity(year)) == ["photo_0"]
    for percent in (0, 60):
        Progress.objects.create(activity=year.activity, path=year.book.path, percent=percent, on=year.day, by="uji")
    assert codes(of_activity(year)) == ["photo_0", "photo_50"]
    year.activity.state = "closed"
    year.activity.save()
    assert codes(of_activity(year)) == []


def test_ten_working_days_are_a_reminder_of_the_desa_only(places):
    year = walk(places, replace(RULES, ways=(MoneyWay("all", "desa_apbdes", "advance"),)))
    year.rab()
    year.ask()
    year.dpmd = year.desa
    year.release()
    found = next(each for each in of_rt(year) if each.code == "pay_out")
    assert (found.until, found.source) == (date(2026, 3, 16), "Permendagri 20/2018 pasal 53–54, untuk swakelola desa")


def test_money_from_elsewhere_has_no_such_reminder(year):
    year.rab()
    year.ask()
    year.release()
    assert "pay_out" not in codes(of_rt(year))


def test_the_report_of_the_year_is_offered_when_its_time_has_come(year):
    year.rab()
    year.ask()
    year.release()
    year.pay(10)
    assert "lpj_prepare" not in codes(of_rt(year))
    assert [each.code for each in missing.before_closing(year.fresh(), year.day)] == ["unfinished", "unaccounted"]
    year.account()
    year.book.activities.update(state="finished")
    assert "lpj_prepare" in codes(of_rt(year))
    held = year.send(year.prepare(DossierKind.LPJ))
    assert "lpj_prepare" not in codes(of_rt(year))
    dossiers.accept(dossier=held, on=year.day, by=year.kecamatan)
    assert not {"lpj_prepare", "year_end"} & set(codes(of_rt(year)))
    year.day = date(2026, 12, 1)
    assert next(each.words for each in of_rt(year) if each.code == "year_end").startswith("Sisa tahun ini Rp89.000.000")


@pytest.mark.parametrize(("day", "codes_then"), [(date(2026, 11, 30), ["unfinished"]), (date(2026, 12, 1), [])])
def test_in_december_a_work_nobody_began_holds_the_report_no_longer(year, day, codes_then):
    year.rab()
    year.ask()
    year.release()
    year.pay(10)
    year.account()
    year.book.activities.update(state="finished")
    activities.take_up(book=year.book, plan=plan_line(year.book.rt, "Jalan yang batal"), on=year.day, by="uji")
    assert [each.code for each in missing.before_closing(year.fresh(), day)] == codes_then


def test_who_advanced_money_is_paid_back_once_it_has_come(places):
    year = walk(places, replace(RULES, ways=(MoneyWay("all", "rt_account", "reimbursement"),)))
    year.rab()
    year.pay(4, Purse.TALANGAN, officer=year.treasurer)
    year.account()
    year.ask()
    assert "talangan" not in codes(of_rt(year))
    year.release()
    found = next(each for each in of_rt(year) if each.code == "talangan")
    assert (found.words, found.who) == ("Talangan pengurus Rp400.000 dapat diganti sekarang", "bendahara RT")
    assert found.url.endswith("/titipan/")


def test_an_area_counts_what_waits_at_each_desk_and_who_is_held(year, places):
    year.rab()
    year.ask()
    year.release()
    year.pay(10)
    held = year.send(year.prepare(DossierKind.SPJ))
    found = missing.of_area(places.kecamatan.path, 2026, date(2026, 3, 20))
    assert found.counts == {"desa": (1, 1)}
    assert [(each.rt_id, each.tranche, each.missing) for each in found.stuck] == [(places.melati.pk, 2, 90_000_000)]
    year.accept(held)
    assert missing.of_area(places.desa.path, 2026, year.day).stuck[0].missing == 89_000_000
    assert missing.of_area(places.other_desa.path, 2026, year.day).stuck == ()


def test_a_book_of_thirty_activities_and_many_receipts_asks_little(year, places):
    for number in range(29):
        plan_line(places.melati, f"Kegiatan rekaan {number}", 1_000_000)
    book = activities.open_book(rt_id=places.melati.pk, path=places.melati.path, year=2026, on=year.day, by="uji")
    year.rab()
    year.ask()
    year.release()
    one = year.pay(1)
    Payment.objects.bulk_create(_copies(one, book))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = missing.standing(year.fresh(), year.day)
    assert len(asked) <= 10, [each["sql"][:80] for each in asked]
    assert len(found.activities) == 30
    assert Dossier.objects.count() == 2


def _copies(one, book):
    ids = list(book.activities.values_list("pk", flat=True))
    return [
        Payment(
            activity_id=ids[n % 30], book=book, path=book.path, kind="goods", on=one.on, payee="Toko", words="Pasir",
            amount=1000, source="bank", digest="0" * 64, proposed_by=one.proposed_by, proposed_on=one.on,
        )
        for n in range(200)
    ]  # fmt: skip
