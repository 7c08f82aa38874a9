"""What happens to the money of a book beside payments and tranches, and what its year ends with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import Error, transaction
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.money_ground import ON, YEAR, Money, make_money, shoot

from rukun.grants.actions import books, ledger, leftovers, payments
from rukun.grants.models import Book, Journal, Payment, Withholding
from rukun.grants.queries import books as queries
from rukun.grants.queries import checks
from rukun.grants.types import Account, Kind, PaymentKind, Purse, Tax
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2026, 12, 31)


@pytest.fixture
def money(places: Places) -> Money:
    made = make_money(places.melati)
    for kind, legs in ((Kind.GRANTED, rules.granted(60_000_000)), (Kind.RELEASED, rules.released(60_000_000))):
        ledger.post(book=made.book, kind=kind, legs=legs, on=ON, by="uji")
    return made


def pay(money: Money, price: int = 900_000, *, tax: int = 0, source: str = Purse.BANK, officer=None) -> Payment:
    kept = [payments.Kept(Tax.PPH22, "1.5", price, tax)] if tax else []
    item = payments.Item(money.cement.pk, "Semen", "zak", Decimal(1), price)
    told = {"kind": PaymentKind.GOODS, "number": "K-1", "on": ON, "words": "Semen", "payee": "Toko Rekaan"}
    receipt = payments.Receipt(**told, items=[item], source=source, officer=officer, withheld=kept)
    made = payments.propose(activity=money.activity, receipt=receipt, on=ON, by=money.secretary)
    shoot(made)
    payments.approve(payment=made, on=ON, by=money.head)
    return payments.pay(payment=made, on=ON, by=money.treasurer)


def now(money: Money) -> Book:
    money.book.refresh_from_db()
    return money.book


def acts(money: Money) -> dict:
    return {"book": money.book, "on": ON, "by": money.treasurer}


def well() -> bool:
    return checks.findings(on=ON) == []


def test_cash_bank_and_panjar_go_to_and_fro(money):
    books.withdraw(amount=5_000_000, **acts(money))
    books.give_panjar(amount=2_000_000, officer=money.secretary, **acts(money))
    books.take_back_panjar(amount=500_000, officer=money.secretary, **acts(money))
    books.bank(amount=1_000_000, **acts(money))
    book = now(money)
    assert (book.cash, book.bank, book.panjar) == (2_500_000, 56_000_000, 1_500_000)
    assert well()


def test_panjar_is_for_officers_of_this_rt_only(money):
    books.withdraw(amount=5_000_000, **acts(money))
    with pytest.raises(Problem, match=r"grants\.not_an_officer"):
        books.give_panjar(amount=1, officer=make_user("orang-luar"), **acts(money))


def test_talangan_is_repaid_and_never_more(money):
    pay(money, source=Purse.TALANGAN, officer=money.secretary)
    with pytest.raises(Problem, match=r"grants\.account_short"), transaction.atomic():
        books.repay_talangan(amount=900_001, officer=money.secretary, source=Account.BANK, **acts(money))
    books.repay_talangan(amount=900_000, officer=money.secretary, source=Account.BANK, **acts(money))
    assert (now(money).talangan, now(money).bank) == (0, 59_100_000)


def test_tax_goes_to_the_state_under_one_proof_and_comes_back_when_that_was_wrong(money):
    pay(money, tax=13_500)
    pay(money, 800_000, tax=12_000)
    made = books.deposit_tax(tax=Tax.PPH22, proof="REKAAN01", source=Account.BANK, **acts(money))
    assert (made.amount, now(money).tax) == (25_500, 0)
    assert Withholding.objects.filter(deposit=made).count() == 2
    with pytest.raises(Problem, match=r"grants\.tax_nothing"):
        books.deposit_tax(tax=Tax.PPH22, proof="REKAAN02", **acts(money))
    assert well()
    books.reverse(journal=made.journal, reason="Salah hari", on=ON, by=money.treasurer)
    assert now(money).tax == 25_500
    assert well()
    [line] = queries.taxes(money.book)
    assert (line.kept, line.deposited, line.owed) == (25_500, 0, 25_500)


def test_tax_without_its_proof_is_refused(money):
    pay(money, tax=13_500)
    with pytest.raises(Problem, match=r"grants\.tax_proof"):
        books.deposit_tax(tax=Tax.PPH22, proof=" ", **acts(money))


def test_an_officer_may_advance_the_tax_too(money):
    pay(money, tax=13_500, source=Purse.TALANGAN, officer=money.secretary)
    with pytest.raises(Problem, match=r"grants\.not_an_officer"):
        books.deposit_tax(tax=Tax.PPH22, proof="REKAAN01", source=Account.TALANGAN, **acts(money))
    told = {"source": Account.TALANGAN, "officer": money.secretary}
    made = books.deposit_tax(tax=Tax.PPH22, proof="REKAAN01", **told, **acts(money))
    assert (now(money).tax, now(money).talangan) == (0, 900_000)
    assert well()
    books.reverse(journal=made.journal, reason="Salah hari", on=ON, by=money.treasurer)
    assert (now(money).tax, now(money).talangan) == (13_500, 886_500)
    assert well()


def test_the_same_deposit_asked_twice_is_one(money):
    pay(money, tax=13_500)
    told = {"tax": Tax.PPH22, "source": Account.BANK, "op": uuid4(), **acts(money)}
    assert books.deposit_tax(proof="REKAAN01", **told) == books.deposit_tax(proof="REKAAN01", **told)
    with pytest.raises(Problem, match=r"grants\.op_clash"):
        books.deposit_tax(proof="REKAAN09", **told)


def test_interest_and_fees_of_the_bank(money):
    books.receive_interest(amount=12_345, **acts(money))
    books.charge_fee(amount=15_000, **acts(money))
    assert (now(money).interest, now(money).bank) == (-2_655, 59_997_345)
    assert well()


def test_a_payment_is_not_taken_back_behind_its_back(money):
    with pytest.raises(Problem, match=r"grants\.reverse_elsewhere"):
        books.reverse(journal=pay(money).journal, reason="Salah", on=ON, by=money.treasurer)


def test_a_reversal_says_why(money):
    made = books.withdraw(amount=1, **acts(money))
    with pytest.raises(Problem, match=r"grants\.reason_needed"):
        books.reverse(journal=made, reason="  ", on=ON, by=money.treasurer)


def test_a_difference_with_the_bank_needs_its_words(money):
    told = {"book": money.book, "on": ON, "by": "uji"}
    with pytest.raises(Problem, match=r"grants\.bank_differs"):
        books.reconcile(stated=59_999_000, words="", **told)
    assert books.reconcile(stated=59_999_000, words="Biaya kartu", **told).booked == 60_000_000
    with pytest.raises(Problem, match=r"grants\.bank_below"):
        books.reconcile(stated=-1, words="x", **told)


def test_a_closed_month_takes_nothing_more(money):
    closing = {"book": money.book, "until": ON, "on": ON, "by": money.head}
    with pytest.raises(Problem, match=r"grants\.close_unreconciled"):
        books.close(**closing)
    books.reconcile(book=money.book, stated=60_000_000, words="", on=ON, by="uji")
    assert books.close(**closing) == books.close(**closing)
    with pytest.raises(Problem, match=r"grants\.period_closed"):
        books.withdraw(amount=1, **acts(money))
    with pytest.raises(Problem, match=r"grants\.close_before"):
        books.close(**closing | {"until": date(2026, 1, 31)})
    with pytest.raises(Problem, match=r"grants\.close_ahead"):
        books.close(**closing | {"until": date(2026, 3, 3)})
    told = {"kind": Kind.INTEREST, "digest": "0" * 64, "total": 1, "by": "uji", "number": 900}
    with pytest.raises(Error, match="grants_journal_closed"), transaction.atomic():
        Journal.objects.create(book=money.book, path=money.book.path, on=ON, **told)
    assert well()


def test_a_statement_read_before_the_book_moved_again_does_not_close_it(money):
    books.reconcile(book=money.book, stated=60_000_000, words="", on=ON, by="uji")
    books.withdraw(amount=1, **acts(money))
    with pytest.raises(Problem, match=r"grants\.close_unreconciled"):
        books.close(book=money.book, until=ON, on=ON, by=money.head)


def next_book(money: Money) -> Book:
    return Book.objects.create(rt=money.book.rt, path=money.book.path, year=YEAR + 1, ceiling=1, opened=0)


def test_the_leftover_is_carried_once_and_the_old_book_rests(money):
    books.withdraw(amount=1_000_000, **acts(money))
    following, end = next_book(money), {"book": money.book, "on": NEW_YEAR, "by": money.head}
    assert leftovers.carry(**end) == leftovers.carry(**end)
    following.refresh_from_db()
    assert (following.cash, following.bank, following.carried_in) == (1_000_000, 59_000_000, 60_000_000)
    assert (now(money).cash, money.book.bank, money.book.carried_out) == (0, 0, 60_000_000)
    with pytest.raises(Problem, match=r"grants\.book_carried"):
        books.receive_interest(book=money.book, amount=1, on=NEW_YEAR, by="uji")
    assert well()


def test_every_open_thing_is_named_before_a_year_ends(money):
    books.withdraw(amount=1_000_000, **acts(money))
    books.give_panjar(amount=700_000, officer=money.secretary, **acts(money))
    pay(money, tax=13_500)
    next_book(money)
    with pytest.raises(Problem, match=r"grants\.leftover_open") as raised:
        leftovers.carry(book=money.book, on=NEW_YEAR, by=money.head)
    assert raised.value.details["items"] == [
        "panjar di tangan pengurus Rp700.000", "pajak dipungut yang belum disetor Rp13.500",
    ]  # fmt: skip


def test_a_year_does_not_end_early_or_into_nothing(money):
    with pytest.raises(Problem, match=r"grants\.year_not_over"):
        leftovers.carry(book=money.book, on=ON, by=money.head)
    with pytest.raises(Problem, match=r"grants\.next_book_missing"):
        leftovers.carry(book=money.book, on=NEW_YEAR, by=money.head)


@pytest.mark.parametrize(("way", "sums"), [("carry", (60_000_000, 0)), ("return", (0, 60_000_000))])
def test_the_juknis_says_where_the_leftover_goes(money, way, sums, monkeypatch):
    says(monkeypatch, way)
    next_book(money)
    leftovers.settle(book=money.book, on=NEW_YEAR, by=money.head)
    assert (now(money).carried_out, money.book.returned) == sums
    assert well()


def test_where_the_juknis_is_silent_nothing_is_invented(money, monkeypatch):
    says(monkeypatch, None)
    with pytest.raises(Problem, match=r"grants\.leftover_unknown"):
        leftovers.settle(book=money.book, on=NEW_YEAR, by=money.head)


def says(monkeypatch, way: str | None) -> None:
    told = SimpleNamespace(juknis=SimpleNamespace(money=SimpleNamespace(leftover=way)))
    monkeypatch.setattr("rukun.facilitation.queries.programmes.of_year", lambda year, on: told)


def test_the_cash_book_runs_on_through_its_months(money):
    april = {**acts(money), "on": date(2026, 4, 3)}
    books.withdraw(amount=1_000_000, **acts(money))
    books.charge_fee(amount=5_000, **april)
    march, page = queries.month(money.book, date(2026, 3, 1)), queries.month(money.book, date(2026, 4, 1))
    assert [(row.came, row.left, row.balance) for row in march.rows][-2:] == [
        (60_000_000, 0, 60_000_000), (1_000_000, 1_000_000, 60_000_000),
    ]  # fmt: skip
    assert (page.opening, page.closing) == (60_000_000, 59_995_000)
    assert queries.months(money.book) == [date(2026, 3, 1), date(2026, 4, 1)]


def test_how_long_somebody_has_waited(money):
    books.withdraw(amount=1_000_000, **acts(money))
    give = {"officer": money.secretary, **acts(money)}
    books.give_panjar(amount=400_000, **give)
    books.take_back_panjar(amount=400_000, **give)
    books.give_panjar(amount=300_000, **give | {"on": date(2026, 3, 10)})
    [held] = queries.advances(money.book)
    assert (held.amount, held.since, held.days(date(2026, 3, 31))) == (300_000, date(2026, 3, 10), 21)
    assert queries.overdue_panjar(money.book, on=date(2026, 3, 31), days=20) == [held]
    assert queries.overdue_panjar(money.book, on=date(2026, 3, 31), days=21) == []
