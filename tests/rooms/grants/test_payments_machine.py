"""Receipts in any order, by anyone; and two who approve the last rupiah at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rooms.conftest import make_area, make_user
from tests.rooms.grants.money_ground import ON, Money, make_money
from tests.rooms.grants.paying import bring, item, receipt, seen
from tests.rooms.racing import race

from rukun.grants.actions import payments
from rukun.grants.models import Payment
from rukun.grants.types import PaymentState
from rukun.kit.problems import Problem
from rukun.walls import scope

TRANCHE = 12_000_000
WHO = ("head", "secretary", "treasurer", "fourth")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("propose"), st.sampled_from(WHO), st.integers(1, 9_000_000), st.booleans()),
        st.tuples(st.sampled_from(["approve", "refuse", "pay", "take_back"]), st.sampled_from(WHO), st.integers(0, 20)),
    ),
    max_size=25,
)


def _do(money: Money, people: dict, step: tuple) -> None:
    name, who, *more = step
    if name == "propose":
        line = money.cement if more[1] else money.wages
        told = receipt(money, item(line, Decimal(1), more[0]))
        seen(payments.propose(activity=money.activity, receipt=told, on=ON, by=people[who]))
    elif held := list(Payment.objects.order_by("pk")):
        reason = {"reason": "Rekaan"} if name in ("refuse", "take_back") else {}
        getattr(payments, name)(payment=held[more[0] % len(held)], on=ON, by=people[who], **reason)


def _kept(money: Money) -> None:
    """Sums are those of the payments, no limit is passed, and three people stand behind whatever was paid."""
    money.book.refresh_from_db()
    held = list(Payment.objects.prefetch_related("items"))
    sums = {state: sum(each.amount for each in held if each.state == state) for state in PaymentState}
    assert (money.book.committed, money.book.spent) == (sums["approved"], sums["paid"])
    assert money.book.committed + money.book.spent <= money.book.available == TRANCHE
    for line in (money.cement, money.wages):
        line.refresh_from_db()
        own = {
            state: sum(e.amount for p in held if p.state == state for e in p.items.all() if e.line_id == line.pk)
            for state in PaymentState
        }
        assert (line.committed, line.spent) == (own["approved"], own["paid"])
        assert line.committed + line.spent <= line.approved
    for each in held:
        acted = [pk for pk in (each.proposed_by_id, each.approved_by_id, each.paid_by_id) if pk]
        assert len(set(acted)) == len(acted)
        assert each.state not in ("paid", "reversed") or len(acted) == 3


@pytest.mark.django_db
@settings(max_examples=40)
@given(steps=STEPS)
def test_in_any_order_by_anyone_the_money_is_right(steps):
    with transaction.atomic(), scope.everything():
        rt = make_area("rt", make_area("desa", None, "Desa Rekaan", "64.02.90.2001"), "RT 001", number="001")
        money = make_money(rt)
        bring(money, TRANCHE)
        people = {name: getattr(money, name, None) or make_user("keempat") for name in WHO}
        for step in steps:
            try:
                with transaction.atomic():
                    _do(money, people, step)
            except Problem as problem:
                assert problem.code.startswith("grants.")
            _kept(money)
        transaction.set_rollback(True)


def _ground(amount: int) -> tuple[Money, list[Payment]]:
    with transaction.atomic(), scope.everything():
        rt = make_area("rt", make_area("desa", None, "Desa Rekaan", "64.02.90.2001"), "RT 001", number="001")
        money = make_money(rt)
        bring(money, 10_000_000)
        told = [receipt(money, item(line, Decimal(1), amount)) for line in (money.cement, money.wages)]
        made = [
            seen(payments.propose(activity=money.activity, receipt=each, on=ON, by=money.secretary)) for each in told
        ]
    return money, made


@pytest.mark.usefixtures("committed")
def test_two_who_approve_at_once_never_promise_more_than_there_is():
    money, made = _ground(6_000_000)
    acts = [lambda each=each: payments.approve(payment=each, on=ON, by=money.head) for each in made]
    assert race(acts) == ["done", "grants.not_available"]
    with transaction.atomic(), scope.everything():
        money.book.refresh_from_db()
        assert money.book.committed == 6_000_000


@pytest.mark.usefixtures("committed")
def test_two_who_pay_at_once_pay_once():
    money, made = _ground(1_000_000)
    with transaction.atomic(), scope.everything():
        payments.approve(payment=made[0], on=ON, by=money.head)
        other = make_user("keempat")
    acts = [lambda by=by: payments.pay(payment=made[0], on=ON, by=by) for by in (money.treasurer, other)]
    assert race(acts) == ["done", "grants.payment_state"]
    with transaction.atomic(), scope.everything():
        money.book.refresh_from_db()
        assert (money.book.spent, money.book.committed, money.book.bank) == (1_000_000, 0, 9_000_000)
