"""What happens to the money of a book beside payments and tranches: one verb each, through the one door of the ledger.

`on` is the day it happened, `op` the name its asker gave it before asking, so that asking twice is once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.actions import ledger
from rukun.grants.models import Book, Closing, Journal, Reconciliation, TaxDeposit, Withholding
from rukun.grants.queries import books
from rukun.grants.types import Account, Kind, Tax
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules

REVERSIBLE = frozenset(
    {
        Kind.WITHDRAWN, Kind.BANKED, Kind.PANJAR_GIVEN, Kind.PANJAR_BACK, Kind.TALANGAN_REPAID, Kind.TAX_DEPOSITED,
        Kind.INTEREST, Kind.BANK_FEE, Kind.RETURNED,
    }
)  # fmt: skip
"""What is taken back here. A payment, a tranche, a gift or a carried leftover has more to it than its entry."""


def withdraw(*, book: Book, amount: int, on: date, by: Any, op: UUID | None = None) -> Journal:
    """Cash is fetched from the bank. Raises what `ledger.post` raises, as all verbs here do."""
    return _post(book, Kind.WITHDRAWN, rules.withdrawn(amount), on, by, op)


def bank(*, book: Book, amount: int, on: date, by: Any, op: UUID | None = None) -> Journal:
    return _post(book, Kind.BANKED, rules.banked(amount), on, by, op)


def give_panjar(
    *, book: Book, amount: int, officer: Any, on: date, by: Any, source: Account = Account.CASH, op: UUID | None = None
) -> Journal:
    """Raises Problem grants.not_an_officer."""
    _refuse_stranger(book, officer, on)
    legs = rules.panjar_given(amount, officer=officer.pk, source=source.value)
    return _post(book, Kind.PANJAR_GIVEN, legs, on, by, op)


def take_back_panjar(
    *, book: Book, amount: int, officer: Any, on: date, by: Any, into: Account = Account.CASH, op: UUID | None = None
) -> Journal:
    legs = rules.panjar_back(amount, officer=officer.pk, into=into.value)
    return _post(book, Kind.PANJAR_BACK, legs, on, by, op)


def repay_talangan(
    *, book: Book, amount: int, officer: Any, on: date, by: Any, source: Account = Account.CASH, op: UUID | None = None
) -> Journal:
    legs = rules.talangan_repaid(amount, officer=officer.pk, source=source.value)
    return _post(book, Kind.TALANGAN_REPAID, legs, on, by, op)


def receive_interest(*, book: Book, amount: int, on: date, by: Any, op: UUID | None = None) -> Journal:
    return _post(book, Kind.INTEREST, rules.interest(amount), on, by, op)


def charge_fee(*, book: Book, amount: int, on: date, by: Any, op: UUID | None = None) -> Journal:
    return _post(book, Kind.BANK_FEE, rules.bank_fee(amount), on, by, op)


def return_unspent(
    *, book: Book, amount: int, on: date, by: Any, source: Account = Account.BANK, op: UUID | None = None
) -> Journal:
    """Money goes back to the treasury of the regency."""
    return _post(book, Kind.RETURNED, rules.returned(amount, source=source.value), on, by, op)


@transaction.atomic
def deposit_tax(
    *, book: Book, tax: Tax, proof: str, on: date, by: Any, source: Account = Account.CASH, op: UUID | None = None,
    withholdings: Sequence[int] | None = None, officer: Any = None,
) -> TaxDeposit:  # fmt: skip
    """All tax of a kind kept back until that day, or the named part of it, goes to the state under one proof (NTPN).
    Where no money has come yet an `officer` may advance it, as a talangan.

    Raises Problem grants.tax_nothing, grants.tax_proof, grants.op_clash, grants.not_an_officer.
    """
    ledger.hold(book)
    if source == Account.TALANGAN:
        _refuse_stranger(book, officer, on)
    if op is not None and (same := TaxDeposit.objects.filter(journal__op=op).first()) is not None:
        return _same(same, tax, proof)
    if not proof.strip():
        raise Problem("grants.tax_proof", tax=Tax(tax).label)
    kept = books.undeposited(book, on=on).filter(tax=tax)
    kept = list(kept if withholdings is None else kept.filter(pk__in=withholdings))
    if not kept or (withholdings is not None and len(kept) < len(set(withholdings))):
        raise Problem("grants.tax_nothing", tax=Tax(tax).label, on=on)
    amount = sum(each.amount for each in kept)
    legs = rules.tax_deposited(amount, tax=tax, source=source.value, officer=officer and officer.pk)
    entry = _post(book, Kind.TAX_DEPOSITED, legs, on, by, op, words=f"{Tax(tax).label} {proof.strip()}")
    told = {"book": book, "path": book.path, "tax": tax, "amount": amount, "on": on}
    made = TaxDeposit.objects.create(**told, proof=proof.strip(), journal=entry)
    Withholding.objects.filter(pk__in=[each.pk for each in kept]).update(deposit=made)
    return made


@transaction.atomic
def reverse(*, journal: Journal, reason: str, on: date, by: Any, op: UUID | None = None) -> Journal:
    """Takes back what was entered by mistake. Raises Problem grants.reverse_elsewhere, grants.reason_needed."""
    if journal.kind != Kind.REVERSAL and journal.kind not in REVERSIBLE:
        raise Problem("grants.reverse_elsewhere", number=journal.number, kind=Kind(journal.kind).label)
    if not reason.strip():
        raise Problem("grants.reason_needed")
    made = ledger.reverse(journal=journal, on=on, reason=reason.strip(), by=by, op=op)
    Withholding.objects.filter(deposit__journal=journal).update(deposit=None)
    return made


@transaction.atomic
def reconcile(*, book: Book, stated: int, words: str, on: date, by: Any) -> Reconciliation:
    """What the bank says at the end of a day, beside the book.

    Raises Problem grants.bank_differs, grants.bank_below.
    """
    if stated < 0:
        raise Problem("grants.bank_below")
    ledger.hold(book)
    booked = books.banked_on(book, on)
    if stated != booked and not words.strip():
        gap = {"difference": shown(abs(stated - booked)), "stated": shown(stated), "booked": shown(booked)}
        raise Problem("grants.bank_differs", on=on, **gap)
    told = {"book": book, "path": book.path, "on": on, "stated": stated, "booked": booked, "by": str(by)}
    made = Reconciliation.objects.create(**told, words=words.strip())
    audit.record("bank.reconciled", made, by=by, path=book.path, on=str(on), difference=stated - booked)
    return made


@transaction.atomic
def close(*, book: Book, until: date, on: date, by: Any) -> Closing:
    """From now on nothing of that day or before is entered. Closing the same day again changes nothing.

    Raises Problem grants.close_ahead, grants.close_before, grants.close_unreconciled.
    """
    held = ledger.hold(book)
    if (same := held.closings.filter(until=until).first()) is not None:
        return same
    if until > on:
        raise Problem("grants.close_ahead", until=until)
    if held.closed_until is not None and until < held.closed_until:
        raise Problem("grants.close_before", until=held.closed_until)
    _refuse_unreconciled(held, until)
    return _closed(book, held, until, on, by)


def _closed(book: Book, held: Book, until: date, on: date, by: Any) -> Closing:
    held.closed_until = book.closed_until = until
    held.save(update_fields=["closed_until"])
    told = {"path": held.path, "until": until, "last_number": held.last_number}
    made = Closing.objects.create(book=held, **told, on=on, by=str(by))
    audit.record("book.closed", made, by=by, path=held.path, until=str(until))
    return made


def _refuse_unreconciled(book: Book, until: date) -> None:
    """Where there is a bank account, its statement of that day has been read, and the book has not moved since."""
    if not books.has_banked(book, until):
        return
    read = book.reconciliations.filter(on=until).last()
    if read is None or read.booked != books.banked_on(book, until):
        raise Problem("grants.close_unreconciled", until=until)


def _same(made: TaxDeposit, tax: Tax, proof: str) -> TaxDeposit:
    if (made.tax, made.proof) != (tax, proof.strip()):
        raise Problem("grants.op_clash", number=made.journal.number)
    return made


def _refuse_stranger(book: Book, officer: Any, on: date) -> None:
    if officer is None or officer.pk not in {each.pk for each in books.officers(book, on=on)}:
        raise Problem("grants.not_an_officer")


def _post(
    book: Book, kind: Kind, legs: Sequence[rules.Leg], on: date, by: Any, op: UUID | None, words: str = ""
) -> Journal:
    return ledger.post(book=book, kind=kind, legs=legs, on=on, by=by, op=op or uuid4(), words=words)
