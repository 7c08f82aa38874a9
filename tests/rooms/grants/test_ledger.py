"""The one door by which money moves."""

from __future__ import annotations

from contextlib import suppress
from uuid import uuid4

import hypothesis
import pytest
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, Money, make_money

from rukun.grants.actions import ledger
from rukun.grants.models import ClusterSum, Journal, Leg
from rukun.grants.types import Kind
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(places: Places) -> Money:
    return make_money(places.melati)


def bring(money: Money, amount: int = 60_000_000) -> None:
    for kind, legs in ((Kind.GRANTED, rules.granted(amount)), (Kind.RELEASED, rules.released(amount))):
        ledger.post(book=money.book, kind=kind, legs=legs, on=ON, by="uji")


def pay(money: Money, amount: int, **more: object) -> Journal:
    legs = rules.paid([rules.Spent(money.cement.pk, amount)], source="bank", withheld={})
    return ledger.post(book=money.book, kind=Kind.PAID, legs=legs, on=ON, by="uji", **more)


def test_a_payment_moves_bank_line_and_cluster(money):
    bring(money)
    pay(money, 900_000)
    money.cement.refresh_from_db()
    assert (money.book.bank, money.book.spent, money.cement.spent) == (59_100_000, 900_000, 900_000)
    assert ClusterSum.objects.get(book=money.book).spent == 900_000


def test_the_same_operation_is_one_entry_and_another_content_is_refused(money):
    bring(money)
    op = uuid4()
    assert pay(money, 900_000, op=op) == pay(money, 900_000, op=op)
    with pytest.raises(Problem, match="grants.op_clash"):
        pay(money, 900_001, op=op)
    assert Journal.objects.filter(kind=Kind.PAID).count() == 1


@pytest.mark.parametrize(("amount", "code"), [(10_000_001, "grants.line_passed"), (60_000_001, "grants.account_short")])
def test_no_limit_is_passed(money, amount, code):
    bring(money)
    with pytest.raises(Problem, match=code), transaction.atomic():
        pay(money, amount)
    assert Journal.objects.filter(kind=Kind.PAID).count() == 0


def test_a_reversal_brings_back_what_was(money):
    bring(money)
    before = {name: getattr(money.book, name) for name in rules.SUMS}
    ledger.reverse(journal=pay(money, 900_000), on=ON, reason="Salah baris", by="uji")
    money.book.refresh_from_db()
    assert {name: getattr(money.book, name) for name in rules.SUMS} == before


@pytest.mark.parametrize("what", ["update", "delete", "half", "later"])
def test_the_database_itself_refuses(money, what):
    bring(money)
    journal = pay(money, 900_000)
    with pytest.raises(Error), transaction.atomic():
        if what == "half":
            Leg.objects.create(journal=journal, path=journal.path, account="bank", amount=5)
        elif what == "later":
            sides = [Leg(journal=journal, path=journal.path, account="bank", amount=n) for n in (5, -5)]
            Leg.objects.bulk_create(sides)
        else:
            sql = {"update": "update grants_leg set amount = amount * 2", "delete": "delete from grants_journal"}[what]
            with connection.cursor() as cursor:
                cursor.execute(sql)


SEVERAL = st.lists(
    st.tuples(st.sampled_from(["withdrawn", "banked", "interest", "bank_fee", "swadaya_cash"]), st.integers(1, 10**6)),
    min_size=1,
    max_size=8,
)


@hypothesis.settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=SEVERAL, data=st.data())
def test_a_history_told_twice_has_one_effect(money, told, data):
    """Every request comes again, at any moment after it was heard; nobody can tell it from a history told once."""
    if not money.book.released:
        bring(money)
    asked = [(uuid4(), Kind(name), getattr(rules, name)(amount)) for name, amount in told]
    with transaction.atomic():
        once, heard = standing(money, asked)
        transaction.set_rollback(True)
    again = [each for each in asked if each[0] in heard]
    for each in list(again):
        again.insert(data.draw(st.integers(again.index(each) + 1, len(again))), each)
    with transaction.atomic():
        assert standing(money, again) == (once, heard)
        transaction.set_rollback(True)


def standing(money: Money, asked: list) -> tuple[list[tuple], set]:
    """The legs of a book after a history, and which requests were heard at all."""
    heard = set()
    for op, kind, legs in asked:
        with suppress(Problem), transaction.atomic():
            heard.add(ledger.post(book=money.book, kind=kind, legs=legs, on=ON, by="uji", op=op).op)
    legs = Leg.objects.filter(journal__book=money.book).order_by("journal__number", "pk")
    return list(legs.values_list("journal__number", "account", "amount")), heard
