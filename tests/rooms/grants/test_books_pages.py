"""The pages of a book: balances first, one form for each thing, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.grants.money_ground import ON, make_money
from tests.rooms.grants.test_books import says

from rukun.grants.actions import books, ledger
from rukun.grants.models import Book, Journal
from rukun.grants.types import Kind
from rukun.rules import ledger as rules
from rukun.walls import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


@pytest.fixture
def money(places, monkeypatch):
    monkeypatch.setattr("rukun.grants.views.books.today", lambda: TODAY)
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    made = make_money(places.melati)
    for kind, legs in ((Kind.GRANTED, rules.granted(60_000_000)), (Kind.RELEASED, rules.released(60_000_000))):
        ledger.post(book=made.book, kind=kind, legs=legs, on=ON, by="uji")
    return made


def ask(user, name, thing, query="", **posted):
    client = Client()
    client.force_login(user)
    url = reverse(f"grants:{name}", args=[thing.pk]) + query
    with scope.within([]):
        return client.post(url, posted) if posted else client.get(url)


def read(user, name, thing, query=""):
    answer = ask(user, name, thing, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_book_says_where_the_money_is(money):
    page = read(money.treasurer, "book", money.book)
    assert "Rp60.000.000" in page
    assert "Uang di tangan bendahara." in page
    assert reverse("grants:book_withdraw", args=[money.book.pk]) in page
    assert reverse("grants:book_repay", args=[money.book.pk]) not in page


def test_the_head_reads_and_closes_but_enters_nothing(money):
    page = read(money.head, "book", money.book)
    assert reverse("grants:book_close", args=[money.book.pk]) in page
    assert reverse("grants:book_withdraw", args=[money.book.pk]) not in page
    assert ask(money.head, "book_withdraw", money.book).status_code == 403


def test_money_is_fetched_from_the_bank_once_however_often_it_is_sent(money):
    told = {"amount": "1.500.000", "on": "2026-03-15", "op": str(uuid4())}
    for _ in range(2):
        assert ask(money.treasurer, "book_withdraw", money.book, **told).status_code == 302
    money.book.refresh_from_db()
    assert (money.book.cash, money.book.bank) == (1_500_000, 58_500_000)


@pytest.mark.parametrize(
    ("amount", "on", "said"),
    [
        ("-5", "2026-03-15", "Jumlahnya harus lebih dari nol."),
        ("0", "2026-03-15", "Jumlahnya harus lebih dari nol."),
        ("1000000000000000", "2026-03-15", "1"),
        ("60.000.001", "2026-03-15", "Rekening bank tidak cukup: kurang Rp1."),
        ("5", "1970-01-01", "Ini buku tahun 2026."),
        ("5", "2099-01-01", "Tanggal ini belum lewat."),
        ("", "2026-03-15", "Tulis jumlahnya."),
    ],
)
def test_bad_input_gets_a_letter_and_stays_typed(money, amount, on, said):
    answer = ask(money.treasurer, "book_withdraw", money.book, amount=amount, on=on, op=str(uuid4()))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page, page[page.find("<h2") :][:700]
    assert f'value="{amount}"' in page or not amount
    assert Journal.objects.filter(kind=Kind.WITHDRAWN).count() == 0


def test_panjar_goes_out_and_is_seen_until_it_is_back(money):
    told = {"officer": str(money.secretary.pk), "amount": "500.000", "source": "bank", "on": "2026-03-02"}
    assert ask(money.treasurer, "book_panjar", money.book, **told, op=str(uuid4())).status_code == 302
    assert "terlalu lama" in read(money.treasurer, "book_advances", money.book)
    assert "lebih dari 14 hari" in read(money.treasurer, "book", money.book)
    back = {"officer": str(money.secretary.pk), "amount": "500.000", "into": "cash", "on": "2026-03-19"}
    assert ask(money.treasurer, "book_panjar_back", money.book, **back, op=str(uuid4())).status_code == 302
    assert "Tidak ada panjar dan talangan" in read(money.treasurer, "book_advances", money.book)


def test_an_entry_is_taken_back_with_its_reason(money):
    made = books.withdraw(book=money.book, amount=5_000, on=ON, by="uji")
    assert "Batalkan jurnal ini" in read(money.treasurer, "journal", made)
    told = {"reason": "Salah ketik", "on": "2026-03-15", "op": str(uuid4())}
    assert ask(money.treasurer, "journal_reverse", made, **told).status_code == 302
    page = read(money.treasurer, "journal", made)
    assert "Dibatalkan oleh jurnal 4" in page
    assert "Batalkan jurnal ini" not in page
    assert "Membatalkan jurnal 3" in read(money.treasurer, "journal", made.reversal)


def test_the_bank_is_read_and_the_month_closed(money):
    told = {"on": "2026-03-15", "stated": "59.990.000", "words": ""}
    answer = ask(money.treasurer, "book_reconcile", money.book, **told)
    assert "Rekening koran dan buku berbeda Rp10.000" in answer.content.decode()
    assert ask(money.treasurer, "book_reconcile", money.book, **told | {"words": "Biaya kartu"}).status_code == 302
    assert ask(money.head, "book_close", money.book, on="2026-03-15").status_code == 302
    assert "Ditutup sampai 15 Maret 2026" in read(money.head, "book", money.book)


def test_a_year_ends_only_when_all_is_settled(money, monkeypatch):
    says(monkeypatch, "carry")
    monkeypatch.setattr("rukun.grants.views.books.today", lambda: date(2026, 12, 31))
    assert "Tidak ada lagi yang terbuka" in read(money.head, "book_year_end", money.book)
    answer = ask(money.head, "book_year_end", money.book, yes="1")
    assert "Buku tahun 2027 belum dibuka" in answer.content.decode()
    Book.objects.create(rt=money.book.rt, path=money.book.path, year=2027)
    assert ask(money.head, "book_year_end", money.book, yes="1").status_code == 302
    assert "Tahun ini sudah diakhiri" in read(money.head, "book", money.book)


def test_the_tax_book_has_nothing_to_ask_where_nothing_waits(money):
    assert "Semua pajak sudah disetor" in read(money.treasurer, "book_taxes", money.book)
    assert "Tidak ada pajak yang menunggu" in read(money.treasurer, "book_deposit", money.book)


def test_the_month_asked_for_is_the_month_shown(money):
    assert "Buku kas April 2026" in read(money.treasurer, "book", money.book, "?bulan=2026-04")
    assert "Buku kas Maret 2026" in read(money.treasurer, "book", money.book, "?bulan=x")
