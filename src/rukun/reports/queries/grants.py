"""The papers of the grant by their names: of a book, of an activity, of a payment, of a tranche.

Always in Bahasa Indonesia and dated by the youngest fact they hold, so that the same data gives the same paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from rukun.grants.queries import papers_books, papers_payments, papers_works
from rukun.grants.types import Account
from rukun.reports.queries import (
    grants_books,
    grants_handing,
    grants_payments,
    grants_requests,
    grants_spj,
    grants_works,
    grants_year,
)
from rukun.reports.queries.grants_ground import Activity, Book, Ground, Payment, alone, document, ground
from rukun.reports.queries.tongue import in_indonesian
from rukun.reports.types import Document, PaperKind, Section

OfBook = Callable[[Ground], Section]
OfActivity = Callable[[Ground, Activity], Section]

BOOKS: dict[str, tuple[PaperKind, str, OfBook]] = {
    "cash_book": (PaperKind.CASH_BOOK, "BKU", grants_books.cash_book),
    "cash": (PaperKind.SUBSIDIARY, "BP-KAS", lambda held: grants_books.subsidiary(held, Account.CASH)),
    "bank": (PaperKind.SUBSIDIARY, "BP-BANK", lambda held: grants_books.subsidiary(held, Account.BANK)),
    "officers": (PaperKind.SUBSIDIARY, "BP-PANJAR", grants_books.officers_book),
    "tax": (PaperKind.TAX_BOOK, "BP-PAJAK", grants_books.tax_book),
    "plan": (
        PaperKind.SPENDING_PLAN,
        "RPD",
        lambda held: grants_requests.spending_plan(held, papers_works.of_book(held.book)),
    ),
    "statement": (PaperKind.STATEMENT, "SPTJM", grants_requests.statement),
    "reconciliation": (PaperKind.RECONCILIATION, "BAR", grants_handing.reconciliation),
}
ACTIVITIES: dict[str, tuple[PaperKind, str, OfActivity]] = {
    "rab": (PaperKind.RAB, "RAB", grants_works.rab),
    "activity_book": (PaperKind.SUBSIDIARY, "BP-KEG", grants_books.of_activity),
    "sptb": (
        PaperKind.SPENDING_STATEMENT,
        "SPTB",
        lambda held, each: grants_payments.spending_statement(held, each, papers_payments.paid_of(each)),
    ),
    "wages": (PaperKind.WAGES, "UPAH", grants_payments.wage_list),
    "workers": (PaperKind.WORKERS, "DHP", grants_payments.attendance),
    "progress": (PaperKind.PROGRESS, "LKP", grants_works.progress),
    "swadaya": (PaperKind.PROGRESS, "SWD", grants_works.swadaya),
}
DAYS = {
    "rab": ("approved", "drawn"),
    "activity_book": ("paid",),
    "sptb": ("paid",),
    "wages": ("worked",),
    "workers": ("worked",),
    "progress": ("seen",),
    "swadaya": ("given",),
}
"""Which facts give a paper of an activity its day."""
NAMED = frozenset({"wages", "workers", "spj", "receipt"})
"""Papers on which names of people stand."""


@in_indonesian
def of_book(name: str, book: Book, today: date) -> Document:
    _kind, code, build = BOOKS[name]
    held = ground(book, papers_books.last_day(book), today)
    return alone(held, code, book.pk, build(held))


@in_indonesian
def lpj(book: Book, today: date, *, with_photos: bool = True) -> Document:
    held = ground(book, papers_books.last_day(book), today)
    sections, annexes = grants_year.report(held, with_photos=with_photos)
    told = document(held, "LPJ", book.pk, f"Laporan Pertanggungjawaban {book.year}", sections)
    return replace(told, annexes=tuple(annexes))


@in_indonesian
def hand_over(book: Book, today: date) -> Document:
    """One paper, or one for each day on which assets changed hands."""
    days = [each.on for each in papers_books.hand_overs(book)]
    held = ground(book, max(days, default=None), today)
    papers = grants_handing.hand_overs(held)
    if len(papers) == 1:
        return alone(held, "BAST", book.pk, papers[0])
    return document(held, "BAST", book.pk, f"Serah Terima Aset {book.year}", papers)


@in_indonesian
def request(tranche: Any, today: date) -> Document:
    """The letter stands on the first page; what it names follows."""
    held = ground(tranche.book, tranche.requested_on, today)
    first, *others = grants_requests.request(held, tranche)
    opening = replace(first, title="", is_paper=False)
    return document(held, "SPP", f"{tranche.number}", first.title, [opening, *others])


@in_indonesian
def of_activity(name: str, activity: Activity, today: date) -> Document:
    _kind, code, build = ACTIVITIES[name]
    held = ground(activity.book, _youngest(papers_works.days_of(activity, DAYS[name])), today)
    return alone(held, code, activity.number, build(held, activity))


@in_indonesian
def spj(activity: Activity, today: date, *, with_photos: bool = True) -> Document:
    """The bundle with its photo annex, or without it where only the papers are asked for."""
    held = ground(activity.book, day_of(activity), today)
    sections, annexes = grants_spj.bundle(held, activity, with_photos=with_photos)
    told = document(held, "SPJ", activity.number, "Surat Pertanggungjawaban (SPJ)", sections)
    return replace(told, annexes=tuple(annexes))


@in_indonesian
def receipt(payment: Payment, today: date) -> Document:
    held = ground(payment.book, payment.paid_on or payment.on, today)
    return alone(held, "KW", payment.pk, grants_payments.receipt(held, payment))


def day_of(activity: Activity) -> date | None:
    """The youngest thing known of an activity: a payment, a day of work, a look at how far it is."""
    return _youngest(papers_works.days_of(activity))


def _youngest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)
