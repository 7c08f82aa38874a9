"""A receipt is proposed by one, approved by another, paid by a third; and taken back where it was wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import Permission
from rukun.audit import actions as audit
from rukun.grants.actions import ledger
from rukun.grants.models import Activity, Book, Line, Payment, PaymentItem, Vendor, Withholding
from rukun.grants.queries import payments
from rukun.grants.types import (
    MOST,
    ActivityState,
    DossierState,
    Kind,
    PaymentKind,
    PaymentState,
    Purse,
    Tax,
)
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules

OPEN = (ActivityState.APPROVED, ActivityState.RUNNING, ActivityState.FINISHED)
WITH_OFFICER = (Purse.PANJAR, Purse.TALANGAN)
FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a receipt: so much of it at such a price, from one line of the RAB."""

    line: int
    words: str
    unit: str
    quantity: Decimal
    unit_price: int

    @property
    def amount(self) -> int:
        return int((self.quantity * self.unit_price).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Kept:
    """One tax kept back: its rate in per cent as text, on a base, in whole rupiah."""

    tax: Tax
    rate: str
    base: int
    amount: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the paper says and what it is paid from. `on` is its own day; `amount` the total printed on it, where it
    is known: it must be the sum of the items."""

    kind: PaymentKind
    number: str
    on: date
    words: str
    items: Sequence[Item]
    source: Purse
    vendor: Vendor | None = None
    payee: str = ""
    officer: Any = None
    withheld: Sequence[Kept] = ()
    amount: int | None = None

    @property
    def total(self) -> int:
        return sum(each.amount for each in self.items)

    @property
    def digest(self) -> str:
        told = replace(self, items=(), withheld=(), vendor=None, officer=None)
        keys = [self.vendor and self.vendor.pk, self.officer and self.officer.pk]
        rows = [astuple(each) for each in (*self.items, *self.withheld)]
        return sha256(json.dumps([astuple(told), keys, rows], default=str).encode()).hexdigest()


def check(*, activity: Activity, receipt: Receipt, on: date) -> None:
    """Whether a receipt may be proposed as it stands.

    Raises Problem grants.payment_not_open, grants.payment_empty, grants.payment_future, grants.payment_too_old,
    grants.payment_payee, grants.payment_total, grants.amount_out_of_range, grants.line_unknown,
    grants.payment_officer, grants.payment_tax.
    """
    if activity.state not in OPEN:
        raise Problem("grants.payment_not_open", state=ActivityState(activity.state).label)
    if not receipt.items:
        raise Problem("grants.payment_empty")
    _check_day(activity.book, receipt.on, on)
    if not (receipt.vendor or receipt.payee.strip()):
        raise Problem("grants.payment_payee")
    _check_amounts(receipt)
    wanted = {each.line for each in receipt.items}
    if Line.objects.filter(activity=activity, pk__in=wanted).count() != len(wanted):
        raise Problem("grants.line_unknown")
    _check_officer(activity.book, receipt, on)
    _check_taxes(receipt)


@transaction.atomic
def propose(*, activity: Activity, receipt: Receipt, on: date, by: Any, op: UUID | None = None) -> Payment:
    """Writes a receipt down, for another to approve. The same `op` again is the same receipt.

    Raises Problem grants.payment_op_clash, and what `check` raises.
    """
    op = op or uuid4()
    ledger.hold(activity.book)
    digest = sha256(f"{activity.pk} {receipt.digest}".encode()).hexdigest()
    if (same := Payment.objects.filter(op=op).first()) is not None:
        return _same(same, digest)
    check(activity=activity, receipt=receipt, on=on)
    payment = _written(activity, receipt, on, by, op=op, digest=digest)
    audit.record(
        "payment.proposed", payment, by=by, path=payment.path, number=payment.number, amount=payment.amount,
        kind=str(payment.kind),
    )  # fmt: skip
    return payment


@transaction.atomic
def approve(*, payment: Payment, on: date, by: Any) -> Payment:
    """Says yes, so that its money is kept for it. The same person again changes nothing.

    Raises Problem grants.payment_state, grants.payment_own, grants.payment_unseen, grants.not_available,
    grants.line_passed.
    """
    book = ledger.hold(payment.book)
    held = _held(payment)
    if held.state == PaymentState.APPROVED and held.approved_by_id == by.pk:
        return held
    _in_state(held, PaymentState.PROPOSED)
    _another(held, by, on, Permission.SPEND_APPROVE)
    if payments.lacks_proof(held):
        raise Problem("grants.payment_unseen", paper=payments.proof_of(held).label)
    _commit(book, held, 1)
    held.state, held.approved_by, held.approved_on = PaymentState.APPROVED, by, on
    return _saved(held, "payment.approved", by)


@transaction.atomic
def refuse(*, payment: Payment, reason: str, on: date, by: Any) -> Payment:
    """Says no, before anything is paid; what was kept for it is free again.

    Raises Problem grants.payment_state, grants.payment_reason.
    """
    book = ledger.hold(payment.book)
    held = _held(payment)
    _in_state(held, PaymentState.PROPOSED, PaymentState.APPROVED)
    if held.state == PaymentState.APPROVED:
        _commit(book, held, -1)
    held.state, held.reason = PaymentState.REFUSED, _reason(reason)
    return _saved(held, "payment.refused", by)


@transaction.atomic
def pay(*, payment: Payment, on: date, by: Any, paid_on: date | None = None) -> Payment:
    """The money leaves: what was kept for it is spent, tax kept back is owed to the state. The same person again
    changes nothing. `paid_on`: the day it left, where that was before it is written down.

    Raises Problem grants.payment_state, grants.payment_own, grants.payment_paid_on, and what `ledger.post` raises.
    """
    book = ledger.hold(payment.book)
    held = _held(payment)
    if held.state == PaymentState.PAID and held.paid_by_id == by.pk:
        return held
    _in_state(held, PaymentState.APPROVED)
    _another(held, by, on, Permission.SPEND_PAY)
    day = _paid_on(held, paid_on or on, on)
    _commit(book, held, -1)
    held.journal = ledger.post(
        book=book, kind=Kind.PAID, legs=_legs(held), on=day, by=by, op=uuid5(held.op, "paid"), words=str(held)
    )
    held.state, held.paid_by, held.paid_on = PaymentState.PAID, by, day
    return _saved(held, "payment.paid", by)


@transaction.atomic
def take_back(*, payment: Payment, reason: str, on: date, by: Any) -> Payment:
    """Takes a paid receipt back by an entry that mirrors its own; both stay to be read.

    Raises Problem grants.payment_state, grants.payment_reason, grants.payment_in_spj, grants.payment_tax_deposited,
    and what `ledger.reverse` raises.
    """
    ledger.hold(payment.book)
    held = _held(payment)
    _in_state(held, PaymentState.PAID)
    _still_ours(held)
    held.reason = _reason(reason)
    ledger.reverse(journal=held.journal, on=on, reason=held.reason[:240], by=by, op=uuid5(held.op, "taken back"))
    held.state, held.dossier = PaymentState.REVERSED, None
    return _saved(held, "payment.taken_back", by)


def _same(payment: Payment, digest: str) -> Payment:
    if payment.digest != digest:
        raise Problem("grants.payment_op_clash", number=payment.number or f"#{payment.pk}")
    return payment


def _check_day(book: Book, day: date, on: date) -> None:
    if day > on:
        raise Problem("grants.payment_future", day=day, on=on)
    if day.year < max(FIRST_YEAR, book.year - 1):
        raise Problem("grants.payment_too_old", day=day, year=book.year)


def _check_amounts(receipt: Receipt) -> None:
    wrong = next((each for each in receipt.items if not (each.quantity > 0 and 0 < each.amount <= MOST)), None)
    if wrong is not None:
        raise Problem("grants.amount_out_of_range", amount=wrong.amount)
    if receipt.total > MOST:
        raise Problem("grants.amount_out_of_range", amount=receipt.total)
    if receipt.amount not in (None, receipt.total):
        raise Problem("grants.payment_total", amount=shown(receipt.amount), total=shown(receipt.total))


def _check_officer(book: Book, receipt: Receipt, on: date) -> None:
    """Somebody's panjar or talangan names that person, who holds an office in this RT; nothing else names one."""
    if receipt.source not in WITH_OFFICER:
        if receipt.officer is not None:
            raise Problem("grants.payment_officer", source=Purse(receipt.source).label)
        return
    held = accounts.in_force(on=on).filter(path=book.path, user=receipt.officer) if receipt.officer else None
    if held is None or not held.exists():
        raise Problem("grants.payment_officer", source=Purse(receipt.source).label)


def _check_taxes(receipt: Receipt) -> None:
    kept = sum(each.amount for each in receipt.withheld)
    names = {each.tax for each in receipt.withheld}
    is_sound = all(0 < each.amount <= each.base <= receipt.total for each in receipt.withheld)
    if not is_sound or len(names) < len(receipt.withheld) or kept >= receipt.total:
        raise Problem("grants.payment_tax", kept=shown(kept), total=shown(receipt.total))


def _written(activity: Activity, receipt: Receipt, on: date, by: Any, **marks: Any) -> Payment:
    payee = receipt.vendor.name if receipt.vendor else receipt.payee
    payment = Payment.objects.create(
        activity=activity, book_id=activity.book_id, path=activity.path, kind=receipt.kind,
        number=receipt.number.strip(), on=receipt.on, vendor=receipt.vendor, payee=payee.strip(),
        words=receipt.words.strip(), amount=receipt.total, source=receipt.source, officer=receipt.officer,
        proposed_by=by, proposed_on=on, **marks,
    )  # fmt: skip
    PaymentItem.objects.bulk_create([_item(payment, each) for each in receipt.items])
    Withholding.objects.bulk_create([_kept(payment, each) for each in receipt.withheld])
    return payment


def _item(payment: Payment, each: Item) -> PaymentItem:
    return PaymentItem(
        payment=payment, path=payment.path, line_id=each.line, words=each.words.strip(), unit=each.unit.strip(),
        quantity=each.quantity, unit_price=each.unit_price, amount=each.amount,
    )  # fmt: skip


def _kept(payment: Payment, each: Kept) -> Withholding:
    told = {"tax": each.tax, "rate": each.rate, "base": each.base, "amount": each.amount}
    return Withholding(payment=payment, path=payment.path, **told)


def _held(payment: Payment) -> Payment:
    """As it stands now, locked; whoever moves it holds its book before."""
    return Payment.objects.select_for_update().get(pk=payment.pk)


def _in_state(payment: Payment, *states: PaymentState) -> None:
    if payment.state not in states:
        raise Problem("grants.payment_state", state=PaymentState(payment.state).label)


def _another(payment: Payment, by: Any, on: date, permission: Permission) -> None:
    """Three people: who proposed does not approve, who approved does not pay; the letter says who may."""
    acted = [payment.proposed_by_id, payment.approved_by_id]
    if by.pk in acted:
        who = payments.others(payment.path, permission, on=on, without=acted)
        raise Problem("grants.payment_own" if who else "grants.payment_nobody", who=who)


def _commit(book: Book, payment: Payment, sign: int) -> None:
    """Keeps money of the book and the lines for a payment, or frees it again; the book is locked already."""
    book.committed += sign * payment.amount
    if (over := book.committed + book.spent - book.available) > 0:
        raise Problem("grants.not_available", over=shown(over), available=shown(book.available))
    book.save(update_fields=["committed"])
    wanted = spent_by_line(payment)
    for line in Line.objects.select_for_update().filter(pk__in=wanted).order_by("pk"):
        _commit_line(line, sign * wanted[line.pk])


def _commit_line(line: Line, change: int) -> None:
    line.committed += change
    if (over := line.committed + line.spent - line.approved) > 0:
        raise Problem("grants.line_passed", line=line.words, approved=shown(line.approved), over=shown(over))
    line.save(update_fields=["committed"])


def spent_by_line(payment: Payment) -> dict[int, int]:
    found: dict[int, int] = {}
    for line, amount in payment.items.values_list("line_id", "amount"):
        found[line] = found.get(line, 0) + amount
    return found


def _legs(payment: Payment) -> tuple[rules.Leg, ...]:
    spent = [rules.Spent(line, amount) for line, amount in sorted(spent_by_line(payment).items())]
    withheld = dict(payment.withholdings.order_by("tax").values_list("tax", "amount"))
    return rules.paid(spent, source=payment.source, withheld=withheld, officer=payment.officer_id)


def _paid_on(payment: Payment, day: date, on: date) -> date:
    if not max(payment.approved_on, payment.on) <= day <= on:
        raise Problem("grants.payment_paid_on", day=day, since=payment.approved_on, on=on)
    return day


def _still_ours(payment: Payment) -> None:
    """Not in an SPJ that lies on a desk or was accepted, and no tax of it with the state."""
    moved = (DossierState.SUBMITTED, DossierState.ACCEPTED)
    if payment.accepted_on or (payment.dossier_id and payment.dossier.state in moved):
        raise Problem("grants.payment_in_spj", number=payment.number or f"#{payment.pk}")
    if payment.withholdings.filter(deposit__isnull=False).exists():
        raise Problem("grants.payment_tax_deposited", number=payment.number or f"#{payment.pk}")


def _reason(text: str) -> str:
    if not text.strip():
        raise Problem("grants.payment_reason")
    return text.strip()[:400]


def _saved(payment: Payment, verb: str, by: Any) -> Payment:
    payment.save()
    audit.record(verb, payment, by=by, path=payment.path, number=payment.number, amount=payment.amount)
    return payment
