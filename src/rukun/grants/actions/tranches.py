"""Tranches: shared out when a book is opened, opened one by one when what came before is answered for, released."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from rukun.accounts.permissions import held_by, may
from rukun.audit import actions as audit
from rukun.grants.actions import ledger
from rukun.grants.models import Book, Tranche
from rukun.grants.queries import tranches
from rukun.grants.types import Account, Flow, Kind, TrancheState
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.parameters.juknis import TrancheRule
from rukun.rules import ledger as entries
from rukun.rules import tranches as rules

Into = Literal["bank", "cash"]


def share_out(*, book: Book, told: tuple[TrancheRule, ...]) -> list[Tranche]:
    """The tranches of a new book. Raises Problem grants.tranches_unknown, grants.shares_unknown."""
    if not told:
        raise Problem("grants.tranches_unknown", year=book.year)
    if silent := [each.number for each in told if each.share is None]:
        raise Problem("grants.shares_unknown", numbers=silent)
    amounts = rules.shares(book.ceiling, [each.share or "0" for each in told])
    if any(amount <= 0 for amount in amounts):
        raise Problem("grants.shares_wrong", year=book.year)
    return Tranche.objects.bulk_create(
        [_tranche(book, rule, amount) for rule, amount in zip(told, amounts, strict=True)]
    )


@transaction.atomic
def recap(*, book: Book, on: date, by: Any) -> Book:
    """The book follows what was decreed for its RT since it was opened, as when an RT is split. What was opened stays
    as it is; the tranches that still wait share the rest as before, or one more is made for it.

    Raises Problem grants.recap_nothing, grants.recap_opened.
    """
    held = ledger.hold(book)
    money = tranches.recapped(held, on)
    if money is None:
        raise Problem("grants.recap_nothing", year=book.year)
    before, held.ceiling = held.ceiling, money.amount
    _share_rest(held)
    held.save(update_fields=["ceiling"])
    book.refresh_from_db()
    told = {"before": before, "amount": money.amount, "basis": money.basis}
    audit.record("book.recapped", book, by=by, path=book.path, year=book.year, **told)
    return book


@transaction.atomic
def open_next(*, book: Book, on: date, by: Any) -> Tranche | None:
    """Opens the next tranche where nothing stands before it any more; else leaves all as it is."""
    held = ledger.hold(book)
    waiting = tranches.next_of(held, on)
    if waiting is None or not waiting.before.is_nothing:
        return None
    tranche = waiting.tranche
    tranche.state = TrancheState.OPEN
    tranche.save(update_fields=["state"])
    held.opened += tranche.amount
    if held.flow == Flow.REIMBURSEMENT:
        held.available += tranche.amount
    held.save(update_fields=["opened", "available"])
    book.refresh_from_db()
    audit.record("tranche.opened", tranche, by=by, path=book.path, number=tranche.number, amount=tranche.amount)
    return tranche


@transaction.atomic
def release(
    *, tranche: Tranche, on: date, by: Any, came_on: date | None = None, into: Into = "bank", op: UUID | None = None
) -> Tranche:
    """The money of an approved tranche has come, on `came_on` where that was before it is written down. Where a part
    was asked for, the rest may be asked for later.

    Raises Problem grants.tranche_not_approved, grants.not_your_desk, grants.release_day.
    """
    book = ledger.hold(tranche.book)
    tranche.refresh_from_db()
    if tranche.state != TrancheState.APPROVED or tranche.approved_on is None:
        raise Problem("grants.tranche_not_approved", number=tranche.number)
    _check_releaser(tranche, on, by)
    day = came_on or on
    if not tranche.approved_on <= day <= on:
        raise Problem("grants.release_day", approved_on=tranche.approved_on)
    legs = entries.released(book.receivable, into=Account(into).value)
    ledger.post(book=book, kind=Kind.RELEASED, legs=legs, on=day, by=by, op=op, words=str(tranche))
    tranche.state = TrancheState.RELEASED if book.granted >= tranches.up_to(tranche) else TrancheState.OPEN
    tranche.released_on = day
    tranche.save(update_fields=["state", "released_on"])
    audit.record("tranche.released", tranche, by=by, path=book.path, number=tranche.number, amount=legs[0].amount)
    tranche.book.refresh_from_db()
    open_next(book=tranche.book, on=on, by=by)
    return tranche


def _share_rest(book: Book) -> None:
    held, rest = tranches.of_book(book), book.ceiling - book.opened
    waiting = [each for each in held if each.state == TrancheState.LOCKED]
    amounts = rules.parts(rest, [each.amount for each in waiting])
    if rest < 0 or not all(amounts):
        raise Problem("grants.recap_opened", amount=shown(book.ceiling), opened=shown(book.opened))
    for each, each.amount in zip(waiting, amounts, strict=True):
        each.save(update_fields=["amount"])
    if rest and not waiting:
        Tranche.objects.create(book=book, path=book.path, year=book.year, number=len(held) + 1, amount=rest)


def _check_releaser(tranche: Tranche, on: date, by: Any) -> None:
    level = tranches.releaser(tranche.path, tranche.year, on)
    if not may(held_by(by, on=on), tranches.DESK[level], tranche.path):
        raise Problem("grants.not_your_desk", level=level.label)


def _tranche(book: Book, rule: TrancheRule, amount: int) -> Tranche:
    return Tranche(
        book=book, path=book.path, year=book.year, number=rule.number, amount=amount, opens_on=rule.since,
        due=rule.until,
    )  # fmt: skip
