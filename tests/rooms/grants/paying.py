"""A receipt on the table: what is bought, by whom, and money in the bank to pay it with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.rooms.grants.money_ground import ON, Money, shoot

from rukun.grants.actions import ledger, payments
from rukun.grants.actions.payments import Item, Receipt
from rukun.grants.models import Line, Payment
from rukun.grants.types import Kind, PaymentKind, Purse
from rukun.rules import ledger as rules


def bring(money: Money, amount: int = 60_000_000) -> None:
    """A tranche is approved and comes to the bank."""
    for kind, legs in ((Kind.GRANTED, rules.granted(amount)), (Kind.RELEASED, rules.released(amount))):
        ledger.post(book=money.book, kind=kind, legs=legs, on=ON, by="uji")


def item(line: Line, quantity: Any = 10, unit_price: int = 65_000) -> Item:
    return Item(line.pk, line.words, line.unit, Decimal(quantity), unit_price)


def receipt(money: Money, *items: Item, **more: Any) -> Receipt:
    told = {"kind": PaymentKind.GOODS, "number": "N-01", "on": ON, "words": "Semen untuk gang", "source": Purse.BANK}
    return Receipt(**told | {"items": items or (item(money.cement),), "payee": "Toko Rekaan"} | more)


def proposed(money: Money, *items: Item, op: Any = None, is_seen: bool = True, **more: Any) -> Payment:
    told = receipt(money, *items, **more)
    made = payments.propose(activity=money.activity, receipt=told, on=ON, by=money.secretary, op=op)
    return seen(made) if is_seen else made


def seen(payment: Payment) -> Payment:
    """With a picture of its paper."""
    shoot(payment)
    return payment


def approved(money: Money, *items: Item, **more: Any) -> Payment:
    return payments.approve(payment=proposed(money, *items, **more), on=ON, by=money.head)


def paid(money: Money, *items: Item, **more: Any) -> Payment:
    return payments.pay(payment=approved(money, *items, **more), on=ON, by=money.treasurer)
