"""Papers of the grant: the list of them, and each as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.grants.queries import (
    activities,
    books,
    papers_books,
    papers_index,
    papers_payments,
    papers_works,
    payments,
    tranches,
)
from rukun.reports import actions
from rukun.reports.queries import grants, grants_index
from rukun.reports.types import Document, PaperKind
from rukun.reports.views.sending import checked_at, form_of, sent
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url

SEE = Permission.MONEY_SEE
View = Callable[..., HttpResponse]


@needs(SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    """All papers of an RT's year, and the way to those of each activity."""
    place = territory.place(area_id, on=today())
    if place is None:
        raise Http404
    books = list(papers_books.books_of(area_id))
    book = _asked_for(books, request.GET.get("tahun", ""))
    page: dict[str, Any] = {"place": place, "book": book, "years": [each.year for each in books]}
    page["hub"] = first_url("grants:rt", area_id=area_id)
    if book is None:
        return render(request, "reports/grants.html", page)
    page["hub"] = f"{page['hub']}?tahun={book.year}"
    return render(request, "reports/grants.html", page | _year(book))


def _asked_for(books: list[Any], asked: str) -> Any:
    """The book of the year that was asked for, else the youngest."""
    fitting = [each for each in books if str(each.year) == asked] if asked else books
    return fitting[0] if fitting else None


def _year(book: Any) -> dict[str, Any]:
    known = papers_index.standings(book)
    activities = [(each, grants_index.of_activity(each)[0].missing) for each in known]
    groups = [(title, _offered(offers)) for title, offers in grants_index.of_year(book, known)]
    return {"groups": groups, "activities": activities}


@needs(SEE, area=activities.path_of)
def activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    """All papers of one activity, with its receipts."""
    held = _found(papers_works.activity(activity_id))
    known = papers_index.standings(held.book, only=held.pk)[0]
    page = {
        "place": territory.place(held.rt_id, on=today()) or territory.last_known(held.rt_id),
        "book": held.book,
        "activity": held,
        "groups": [(_("Kertas kegiatan"), _offered(grants_index.of_activity(known)))],
        "receipts": papers_index.receipts(held.pk),
        "hub": first_url("grants:activity", activity_id=held.pk),
    }
    return render(request, "reports/grants.html", page)


def _offered(offers: list[grants_index.Offer]) -> list[tuple[grants_index.Offer, str]]:
    return [(each, reverse(each.address, args=[each.key])) for each in offers]


def of_book(name: str) -> View:
    """The page that gives one of the papers that tell a whole book."""

    @needs(SEE, area=books.path_of)
    def given(request: HttpRequest, book_id: int) -> HttpResponse:
        book = _found(papers_books.book(book_id))
        document = grants.of_book(name, book, today())
        return _given(request, document, grants.BOOKS[name][0], f"{name}:{book.pk}", book)

    return given


@needs(SEE, area=books.path_of)
def lpj(request: HttpRequest, book_id: int) -> HttpResponse:
    book = _found(papers_books.book(book_id))
    return _given(request, grants.lpj(book, today()), PaperKind.LPJ, f"lpj:{book.pk}", book)


@needs(SEE, area=books.path_of)
def hand_over(request: HttpRequest, book_id: int) -> HttpResponse:
    book = _found(papers_books.book(book_id))
    return _given(request, grants.hand_over(book, today()), PaperKind.HAND_OVER, f"hand_over:{book.pk}", book)


@needs(SEE, area=tranches.path_of)
def tranche(request: HttpRequest, tranche_id: int) -> HttpResponse:
    """What goes to the desks above to ask for one tranche."""
    held = _found(papers_works.tranche(tranche_id))
    return _given(request, grants.request(held, today()), PaperKind.REQUEST, f"request:{held.pk}", held.book)


def of_activity(name: str) -> View:
    """The page that gives one of the papers of an activity."""

    @needs(SEE, area=activities.path_of)
    def given(request: HttpRequest, activity_id: int) -> HttpResponse:
        held = _found(papers_works.activity(activity_id))
        document, kind = grants.of_activity(name, held, today()), grants.ACTIVITIES[name][0]
        return _given(request, document, kind, f"{name}:{held.pk}", held.book, with_names=name in grants.NAMED)

    return given


@needs(SEE, area=activities.path_of)
def spj(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Everything of an activity in one file; ?foto=0 leaves the photo annex out."""
    held = _found(papers_works.activity(activity_id))
    document = grants.spj(held, today(), with_photos=request.GET.get("foto") != "0")
    return _given(request, document, PaperKind.SPJ, f"spj:{held.pk}", held.book, with_names=True)


@needs(SEE, area=payments.path_of)
def receipt(request: HttpRequest, payment_id: int) -> HttpResponse:
    held = _found(papers_payments.payment(payment_id))
    document = grants.receipt(held, today())
    return _given(request, document, PaperKind.RECEIPT, f"receipt:{held.pk}", held.book, with_names=True)


def _given(
    request: HttpRequest, document: Document, kind: PaperKind, subject: str, book: Any, *, with_names: bool = False
) -> HttpResponse:
    """The file; its code is kept, and where names of people stand on it, who took it is written down."""
    form = form_of(request)
    told = replace(document, address=checked_at(request))
    actions.keep(document=told, kind=kind, subject=subject, area_id=book.rt_id, path=book.path, by=request.user)
    if with_names:
        actions.take_paid(number=told.number, path=book.path, form=form, by=request.user)
    return sent(told, form, f"{kind.value}-{subject.replace(':', '-')}")


def _found(row: Any) -> Any:
    if row is None:
        raise Http404
    return row
