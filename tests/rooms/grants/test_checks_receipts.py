"""What is wrong between receipts and entries is found, whoever did it, by the question that names it."""

from __future__ import annotations

import pytest
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, Money, make_activity, make_money

from rukun.grants.actions import ledger
from rukun.grants.models import Line, Payment, PaymentItem
from rukun.grants.queries import checks
from rukun.grants.types import Kind
from rukun.rules import ledger as rules

pytestmark = pytest.mark.django_db
AMOUNT = 900_000


@pytest.fixture
def money(places: Places) -> Money:
    made = make_money(places.melati)
    for kind, legs in ((Kind.GRANTED, rules.granted(60_000_000)), (Kind.RELEASED, rules.released(60_000_000))):
        ledger.post(book=made.book, kind=kind, legs=legs, on=ON, by="uji")
    return made


@pytest.fixture
def payment(money: Money) -> Payment:
    legs = rules.paid([rules.Spent(money.cement.pk, AMOUNT)], source="bank", withheld={})
    entry = ledger.post(book=money.book, kind=Kind.PAID, legs=legs, on=ON, by="uji")
    made = Payment.objects.create(
        path=money.book.path, activity=money.activity, book=money.book, kind="goods", state="paid", number="7", on=ON,
        payee="Toko Rekaan", words="Semen", amount=AMOUNT, source="bank", digest="", proposed_by=money.secretary,
        proposed_on=ON, approved_by=money.head, approved_on=ON, paid_by=money.treasurer, paid_on=ON, journal=entry,
    )  # fmt: skip
    item(made, money.cement, AMOUNT)
    return made


def item(payment: Payment, line: Line, amount: int) -> None:
    told = {"words": "Semen", "unit": "zak", "quantity": 1, "unit_price": amount, "amount": amount}
    PaymentItem.objects.create(payment=payment, path=payment.path, line=line, **told)


def wrong() -> list[str]:
    return [code.removeprefix("grants.") for code in checks.QUESTIONS if checks.rows_of(code)]


def test_an_honest_receipt_is_fine(payment):
    assert wrong() == []


def test_an_item_that_nobody_paid(payment, money):
    item(payment, money.cement, 5)
    assert wrong() == ["receipt_differs"]


def test_a_receipt_whose_items_name_another_line(money, payment):
    """Its whole is right, its lines are not: two items that together are what one line was charged."""
    Payment.objects.filter(pk=payment.pk).update(amount=AMOUNT + 5)
    item(payment, money.tools, 5)
    assert {row[2] for row in checks.rows_of("grants.receipt_differs")} == {-5}
    assert wrong() == ["receipt_differs"]


def test_an_item_of_another_activity(money, payment):
    other = Line.objects.create(
        activity=make_activity(money.book, "Gapura"), path=money.book.path, number=1, kind="material", words="Cat",
        unit="kaleng", approved=1_000,
    )  # fmt: skip
    item(payment, other, 5)
    assert wrong() == ["receipt_differs", "spending_without_receipt"]


def test_money_spent_without_a_receipt(money, payment):
    legs = rules.paid([rules.Spent(money.wages.pk, 5)], source="bank", withheld={})
    ledger.post(book=money.book, kind=Kind.PAID, legs=legs, on=ON, by="uji")
    assert wrong() == ["spending_without_receipt"]


def test_a_receipt_taken_back_whose_money_was_not(payment):
    Payment.objects.filter(pk=payment.pk).update(state="reversed")
    assert wrong() == ["payment_reversal_differs"]


def test_money_taken_back_whose_receipt_still_stands(payment):
    ledger.reverse(journal=payment.journal, on=ON, reason="Salah", by="uji")
    assert wrong() == ["payment_reversal_differs"]
