"""Totals on paper equal the ledger to the rupiah, whatever happened to the money: random books, every paper, every cell.

The books are built through the door of the ledger; each paper is held against the sums of Book and Line, as a
document and as a workbook opened again.
"""

from __future__ import annotations

import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.rooms.grants import paying
from tests.rooms.grants.money_ground import ON
from tests.rooms.grants.papers_ground import Year, bring, buy, post, quiet_year

from rukun.grants.actions import ledger, payments
from rukun.grants.actions.payments import Kept
from rukun.grants.models import Book, Line
from rukun.grants.queries import papers_payments, papers_works
from rukun.grants.types import Kind, Tax
from rukun.kit.problems import Problem
from rukun.reports import xlsx
from rukun.reports.queries import grants
from rukun.reports.types import Document, Figures, Grid, Receipt
from rukun.rules import ledger as rules

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 31)
AMOUNTS = st.integers(1, 3_000_000)
MOVES = [
    "bring", "goods", "goods", "goods", "wage", "tools", "withdraw", "bank", "panjar", "panjar_back", "deposit",
    "interest", "fee", "swadaya", "return", "take_back", "repay",
]  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(MOVES), AMOUNTS, st.sampled_from(["bank", "cash", "panjar", "talangan"]), st.integers(0, 300)),
    min_size=1, max_size=25,
)  # fmt: skip


def step(year: Year, move: str, amount: int, source: str, day: int) -> None:
    """One thing that happens, or is refused as it should be."""
    on, officer = ON + timedelta(days=day), year.money.head.pk
    simple = {
        "withdraw": (Kind.WITHDRAWN, rules.withdrawn(amount)),
        "bank": (Kind.BANKED, rules.banked(amount)),
        "panjar": (Kind.PANJAR_GIVEN, rules.panjar_given(amount, officer=officer)),
        "panjar_back": (Kind.PANJAR_BACK, rules.panjar_back(amount, officer=officer)),
        "deposit": (Kind.TAX_DEPOSITED, rules.tax_deposited(1 + amount % 9_000, tax="pph22")),
        "interest": (Kind.INTEREST, rules.interest(amount)),
        "fee": (Kind.BANK_FEE, rules.bank_fee(1 + amount % 9_000)),
        "swadaya": (Kind.SWADAYA_CASH, rules.swadaya_cash(amount)),
        "return": (Kind.RETURNED, rules.returned(amount)),
        "repay": (Kind.TALANGAN_REPAID, rules.talangan_repaid(amount, officer=officer)),
    }
    lines = {"goods": year.money.cement, "wage": year.money.wages, "tools": year.money.tools}
    if move in simple:
        post(year, *simple[move], on)
    elif move in lines:
        tax = amount * 15 // 1000 if move == "goods" and amount > 2_000_000 else 0
        buy(year, amount, n=day, tax=tax, line=lines[move], source=source)
    elif move == "bring":
        bring(year, amount, on)
    elif year.paid:
        take_back(year, on)


def take_back(year: Year, on: date) -> None:
    paid = year.paid[-1]
    ledger.reverse(journal=paid.journal, on=on, reason="Salah baris", by="uji")
    paid.state = "reversed"
    paid.save()
    year.paid.pop()


def grids(document: Document) -> list[Grid]:
    return [part for section in document.sections for part in section.parts if isinstance(part, Grid)]


def figure(document: Document, words: str) -> object:
    found = [part for section in document.sections for part in section.parts if isinstance(part, Figures)]
    return next(value for each in found for title, value in each.figures if title == words)


def column(grid: Grid, title: str) -> int:
    """The sum of a column without the rows that close or head a group, which must be its total as well."""
    place = grid.columns.index(title)
    rows = [row[place] or 0 for n, row in enumerate(grid.rows) if n not in grid.strong]
    assert sum(rows) == grid.total[place]
    return sum(rows)


def cells(document: Document) -> list[list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.draw(document)), read_only=True)
    return [list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book.worksheets[1:]]


@given(steps=STEPS)
@settings(
    max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], print_blob=True,
)  # fmt: skip
def test_totals_on_paper_are_the_ledger(places, steps):

    with transaction.atomic():
        year = quiet_year(places.melati)
        bring(year, 20_000_000)
        for each in steps:
            try:
                with transaction.atomic():
                    step(year, *each)
            except Problem:
                year.book.refresh_from_db()
                year.paid[:] = [one for one in year.paid if Line.objects.filter(items__payment=one.pk).exists()]
        holds(year)
        transaction.set_rollback(True)


def test_receipts_through_three_hands_stand_on_every_paper(places):
    """What proposer, approver and payer did; one receipt was taken back."""
    year = quiet_year(places.melati)
    bring(year, 20_000_000)
    kept = Kept(Tax.PPH22, "1.5", 585_586, 8_784)
    paying.paid(year.money, number="N-01", withheld=[kept])
    paying.paid(year.money, paying.item(year.money.wages, "2.5", 120_001), number="N-02")
    gone = paying.paid(year.money, paying.item(year.money.tools, 2, 500_000), number="N-03")
    payments.take_back(payment=gone, reason="Salah baris", on=ON, by=year.money.treasurer)
    holds(year)
    told = grants.of_activity("sptb", papers_works.activity(year.activity.pk), TODAY)
    assert [row[2] for row in grids(told)[0].rows] == ["N-01", "N-02"]


def holds(year: Year) -> None:
    book = Book.objects.get(pk=year.book.pk)
    activity = papers_works.activity(year.activity.pk)
    the_books_hold(book)
    the_activity_holds(book, activity)
    the_year_holds(book)


def the_books_hold(book: Book) -> None:
    told = grants.of_book("cash_book", book, TODAY)
    assert figure(told, "Saldo") == book.cash + book.bank + book.panjar
    moves, places = grids(told)
    assert column(moves, "Penerimaan (Rp)") - column(moves, "Pengeluaran (Rp)") == book.cash + book.bank + book.panjar
    assert [row[1] for row in places.rows] == [book.cash, book.bank, book.panjar]
    assert places.total[1] == sum(row[1] for row in places.rows)
    assert cells(told)[0][-1][6] == book.cash + book.bank + book.panjar
    for name, held in (("cash", book.cash), ("bank", book.bank)):
        told = grants.of_book(name, book, TODAY)
        assert [grid.total[6] for grid in grids(told)] == ([held] if grids(told) else [])
        assert held == 0 or cells(told)[0][-1][6] == held
    told = grants.of_book("officers", book, TODAY)
    assert sum(grid.total[6] for grid in grids(told) if grid.title.startswith("Panjar")) == book.panjar
    assert sum(grid.total[6] for grid in grids(told) if grid.title.startswith("Talangan")) == book.talangan
    told = grants.of_book("tax", book, TODAY)
    assert sum(grid.total[6] for grid in grids(told)) == book.tax


def the_activity_holds(book: Book, activity: object) -> None:
    lines = list(activity.lines.all())
    told = grants.of_activity("activity_book", activity, TODAY)
    assert [grid.total[4:] for grid in grids(told)] == [(each.spent, each.approved - each.spent) for each in lines]
    assert figure(told, "Belanja") == sum(each.spent for each in lines) == book.spent
    told = grants.of_activity("sptb", activity, TODAY)
    spent = sum(column(grid, "Jumlah (Rp)") for grid in grids(told))
    assert spent == book.spent
    assert sum(row[-1][5] for row in cells(told)) == book.spent
    told = grants.spj(activity, TODAY, with_photos=False)
    receipts = [part for section in told.sections for part in section.parts if isinstance(part, Receipt)]
    assert sum(each.amount for each in receipts) == figure(told, "Belanja") == book.spent
    paid = papers_payments.paid_of(activity)
    assert sum(sum(tax for _words, tax in each.taxes) for each in receipts) == sum(
        tax.amount for each in paid for tax in each.withholdings.all()
    )


def the_year_holds(book: Book) -> None:
    told = grants.lpj(book, TODAY, with_photos=False)
    money, realised = grids(told)[:2]
    assert (realised.total[2], realised.total[3]) == (18_000_000, book.spent)
    assert column(realised, "Realisasi (Rp)") == book.spent
    came = book.released + book.carried_in + book.swadaya_cash + book.interest
    left = came - book.spent - book.returned - book.carried_out
    assert figure(told, "Uang masuk") == came
    assert money.total[1] == figure(told, "Sisa") == left
    assert left == book.cash + book.bank + book.panjar - book.tax - book.talangan
    assert dict(row[:2] for row in money.rows)["Letak sisa"] == left
    assert cells(told)[0][-1][1] == left
    told = grants.of_book("plan", book, TODAY)
    assert grids(told)[0].total[3] == book.spent
