"""The end of a year: what is left goes to the next book or back to the treasury, once, when nothing is open."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.queries import programmes
from rukun.grants.actions import ledger
from rukun.grants.models import Book, Journal
from rukun.grants.queries import books
from rukun.grants.types import Kind
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules

NAMESPACE = UUID("7f1c2f52-9d0a-5a84-8a35-2f2a6b0d7e11")


@transaction.atomic
def settle(*, book: Book, on: date, by: Any) -> Journal | None:
    """As the juknis of the year says: carry, or return. None where nothing is left.

    Raises Problem grants.leftover_unknown, and those of `carry` and `hand_back`.
    """
    programme = programmes.of_year(book.year, on)
    way = programme.juknis.money.leftover if programme else None
    if way is None:
        raise Problem("grants.leftover_unknown", year=book.year)
    return carry(book=book, on=on, by=by) if way == "carry" else hand_back(book=book, on=on, by=by)


@transaction.atomic
def carry(*, book: Book, on: date, by: Any) -> Journal | None:
    """All cash and bank leave this book and stand in the next year's, on the same day, exactly once.

    Raises Problem grants.leftover_open, grants.next_book_missing, grants.year_not_over.
    """
    held = ledger.hold(book)
    if (done := held.journals.filter(kind=Kind.CARRIED_OUT).first()) is not None:
        return done
    cash, bank = _left(held, on)
    if not cash + bank:
        return None
    following = Book.objects.filter(rt=held.rt_id, year=held.year + 1).first()
    if following is None:
        raise Problem("grants.next_book_missing", year=held.year + 1)
    told = {"on": on, "by": by}
    legs = rules.carried_out(cash=cash, bank=bank)
    out = ledger.post(book=book, kind=Kind.CARRIED_OUT, legs=legs, op=_op(held, "out"), **told)
    legs = rules.carried_in(cash=cash, bank=bank)
    ledger.post(book=following, kind=Kind.CARRIED_IN, legs=legs, op=_op(held, "in"), **told)
    audit.record("book.carried", held, by=by, path=held.path, year=held.year, amount=cash + bank)
    return out


@transaction.atomic
def hand_back(*, book: Book, on: date, by: Any) -> Journal | None:
    """All that is left goes back to the treasury of the regency, through the bank. Raises as `carry`."""
    held = ledger.hold(book)
    cash, bank = _left(held, on)
    if not cash + bank:
        return None
    if cash:
        ledger.post(book=book, kind=Kind.BANKED, legs=rules.banked(cash), on=on, by=by)
    made = ledger.post(book=book, kind=Kind.RETURNED, legs=rules.returned(cash + bank), on=on, by=by)
    audit.record("book.handed_back", held, by=by, path=held.path, year=held.year, amount=cash + bank)
    return made


def _left(book: Book, on: date) -> tuple[int, int]:
    """Cash and bank, once nothing else is open; each open thing is named."""
    if on < date(book.year, 12, 1):
        raise Problem("grants.year_not_over", year=book.year)
    if unsettled := books.unsettled(book):
        raise Problem("grants.leftover_open", items=[f"{label} {shown(amount)}" for label, amount in unsettled])
    return book.cash, book.bank


def _op(book: Book, side: str) -> UUID:
    return uuid5(NAMESPACE, f"{book.pk} {side}")
