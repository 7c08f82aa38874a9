"""The book of an RT: balances first, then the month, and a form for each thing that can happen to its money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import books as actions
from rukun.grants.actions import leftovers
from rukun.grants.forms import books as forms
from rukun.grants.models import Book
from rukun.grants.queries import books
from rukun.grants.types import Kind
from rukun.grants.views import book_tables as tables
from rukun.grants.views.answering import answer, the_place
from rukun.ui.words import rupiah

LATE = 14
"""Days after which a panjar is called out; no juknis says, so it is only pointed at."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can happen: how it is called, what it means, its form and its action."""

    label: Any
    meaning: Any
    form: type[forms.Dated]
    act: Callable[..., Any]


VERBS = {
    "withdraw": Verb(
        gettext_lazy("Ambil tunai"), gettext_lazy("Uang diambil dari rekening bank dan menjadi kas tunai."),
        forms.Moved, actions.withdraw,
    ),
    "bank": Verb(
        gettext_lazy("Setor tunai ke bank"), gettext_lazy("Kas tunai disetor ke rekening bank RT."),
        forms.Moved, actions.bank,
    ),
    "panjar": Verb(
        gettext_lazy("Serahkan panjar"),
        gettext_lazy("Panjar adalah uang RT yang dibawa pengurus untuk belanja. Kuitansinya menyusul."),
        forms.ToOfficer, actions.give_panjar,
    ),
    "panjar_back": Verb(
        gettext_lazy("Terima sisa panjar"), gettext_lazy("Pengurus mengembalikan uang panjar yang tidak terpakai."),
        forms.FromOfficer, actions.take_back_panjar,
    ),
    "repay": Verb(
        gettext_lazy("Ganti talangan"),
        gettext_lazy("Talangan adalah uang pengurus yang dipakai dulu. Catat saat RT menggantinya."),
        forms.ToOfficer, actions.repay_talangan,
    ),
    "interest": Verb(
        gettext_lazy("Jasa giro"), gettext_lazy("Bunga dari bank, seperti tertulis di rekening koran."),
        forms.Moved, actions.receive_interest,
    ),
    "fee": Verb(
        gettext_lazy("Biaya bank"), gettext_lazy("Biaya yang dipotong bank, seperti tertulis di rekening koran."),
        forms.Moved, actions.charge_fee,
    ),
    "give_back": Verb(
        gettext_lazy("Kembalikan dana"), gettext_lazy("Dana yang tidak dipakai kembali ke kas daerah."),
        forms.FromPurse, actions.return_unspent,
    ),
}  # fmt: skip


@needs(Permission.MONEY_SEE, area=books.path_of)
def book(request: HttpRequest, book_id: int) -> HttpResponse:
    held, on = books.get(book_id), today()
    known = books.months(held)
    month = _month(request, known, on)
    page = _page(held) | {
        "figures": tables.balances(held),
        "months": tables.months(held, known, month),
        "table": tables.cash_book(books.month(held, month)),
        "verbs": _verbs(held) if may(request.held, Permission.SPEND_PAY, held.path) else [],
        "late": books.overdue_panjar(held, on=on, days=LATE),
        "days": LATE,
        "may_close": may(request.held, Permission.SPEND_APPROVE, held.path),
    }
    return render(request, "grants/books_book.html", page)


def _entry(told: Verb) -> Callable[..., HttpResponse]:
    """The page of one verb: one form for one thing that happened."""

    @needs(Permission.SPEND_PAY, area=books.path_of)
    def entry(request: HttpRequest, book_id: int) -> HttpResponse:
        return _enter(request, books.get(book_id), told)

    return entry


ENTRIES = {key: _entry(told) for key, told in VERBS.items()}


def _enter(request: HttpRequest, held: Book, told: Verb) -> HttpResponse:
    people = {"people": books.officers(held, on=today())} if issubclass(told.form, forms.ToOfficer) else {}
    form = told.form(request.POST or None, book=held, today=today(), **people)
    context = _page(held) | {"title": told.label, "intro": told.meaning, "button": _("Catat")}
    return _answered(request, form, held, told.act, _("Sudah dicatat dalam buku."), context)


@needs(Permission.MONEY_SEE, area=books.journal_path)
def journal(request: HttpRequest, journal_id: int) -> HttpResponse:
    held = books.journal(journal_id)
    can = may(request.held, Permission.SPEND_PAY, held.path) and held.kind in actions.REVERSIBLE
    page = _page(held.book) | {
        "journal": held,
        "kind": Kind(held.kind).label,
        "table": tables.legs(held),
        "reversal": getattr(held, "reversal", None),
        "can_reverse": can and not hasattr(held, "reversal"),
    }
    return render(request, "grants/books_journal.html", page)


@needs(Permission.SPEND_PAY, area=books.journal_path)
def reverse_journal(request: HttpRequest, journal_id: int) -> HttpResponse:
    held = books.journal(journal_id)
    form = forms.Reversal(request.POST or None, book=held.book, today=today())
    act = partial(actions.reverse, journal=held, by=request.user)
    told = {"number": held.number, "kind": Kind(held.kind).label, "amount": rupiah(held.total)}
    context = _page(held.book) | {
        "title": _("Batalkan jurnal %(number)d") % told,
        "intro": _("%(kind)s %(amount)s. Jurnal lama tetap terbaca; pembatalan dicatat di sebelahnya.") % told,
        "button": _("Batalkan jurnal"),
    }
    return answer(request, form, act, done=_("Jurnal sudah dibatalkan."), back=_url(held.book), context=context)


@needs(Permission.MONEY_SEE, area=books.path_of)
def taxes(request: HttpRequest, book_id: int) -> HttpResponse:
    held = books.get(book_id)
    page = _page(held) | {
        "taxes": tables.taxes(books.taxes(held)),
        "waiting": tables.waiting(list(books.undeposited(held, on=date.max).select_related("payment"))),
        "deposits": tables.deposits(books.deposits(held)),
        "may_deposit": bool(held.tax) and may(request.held, Permission.SPEND_PAY, held.path),
    }
    return render(request, "grants/books_taxes.html", page)


@needs(Permission.SPEND_PAY, area=books.path_of)
def deposit(request: HttpRequest, book_id: int) -> HttpResponse:
    held = books.get(book_id)
    kinds = [(each.tax.value, f"{each.tax.label} · {rupiah(each.owed)}") for each in books.taxes(held) if each.owed]
    told = {"kinds": kinds, "people": books.officers(held, on=today())}
    form = forms.Deposit(request.POST or None, book=held, today=today(), **told)
    context = _page(held) | {
        "title": _("Setor pajak"),
        "intro": _("Semua pajak sejenis yang dipungut sampai tanggal itu disetor sekaligus."),
        "button": _("Catat setoran"),
        "nothing": "" if kinds else _("Tidak ada pajak yang menunggu disetor."),
    }
    return _answered(request, form, held, actions.deposit_tax, _("Setoran pajak sudah dicatat."), context, "book_taxes")


@needs(Permission.MONEY_SEE, area=books.path_of)
def advances(request: HttpRequest, book_id: int) -> HttpResponse:
    held, on = books.get(book_id), today()
    table = tables.advances(books.advances(held), on, LATE)
    page = _page(held) | {"table": table, "days": LATE}
    page |= {"is_ours": may(request.held, Permission.SPEND_PAY, held.path)}
    page |= {"repayable": min(held.talangan, held.cash + held.bank)}
    return render(request, "grants/books_advances.html", page)


@needs(Permission.SPEND_PAY, area=books.path_of)
def reconcile(request: HttpRequest, book_id: int) -> HttpResponse:
    held, on = books.get(book_id), today()
    form = forms.Statement(request.POST or None, book=held, today=on)
    context = _page(held) | {
        "title": _("Cocokkan rekening koran"),
        "intro": _("Rekening koran adalah catatan dari bank. Saldonya harus sama dengan buku."),
        "booked": books.banked_on(held, on),
        "table": tables.statements(list(held.reconciliations.order_by("-on", "-id")[:24])),
        "button": _("Cocokkan"),
    }
    return _answered(
        request, form, held, actions.reconcile, _("Rekening koran sudah dicocokkan."), context, "book_reconcile",
        "grants/books_reconcile.html",
    )  # fmt: skip


@needs(Permission.SPEND_APPROVE, area=books.path_of)
def close(request: HttpRequest, book_id: int) -> HttpResponse:
    held, on = books.get(book_id), today()
    form = forms.Until(request.POST or None, book=held, today=on)

    def shut(on: date, *, book: Book, by: Any) -> Any:
        return actions.close(book=book, until=on, on=today(), by=by)

    context = _page(held) | {
        "title": _("Tutup buku"),
        "intro": _("Setelah ditutup, tidak ada lagi catatan pada tanggal itu dan sebelumnya."),
        "table": tables.closings(list(held.closings.order_by("-until"))),
        "button": _("Tutup buku"),
    }
    return _answered(
        request, form, held, shut, _("Buku sudah ditutup."), context, "book_close", "grants/books_reconcile.html"
    )


@needs(Permission.SPEND_APPROVE, area=books.path_of)
def year_end(request: HttpRequest, book_id: int) -> HttpResponse:
    """What is still open, and the button that ends the year."""
    held = books.get(book_id)
    act = partial(leftovers.settle, book=held, on=today(), by=request.user)
    context = _page(held) | {
        "title": _("Akhiri buku tahun %(year)d") % {"year": held.year},
        "left": held.cash + held.bank,
        "unopened": books.unopened(held, today()),
        "unsettled": [{"label": capfirst(label), "value": rupiah(amount)} for label, amount in books.unsettled(held)],
        "button": _("Akhiri tahun ini"),
    }
    form = Form(request.POST if request.method == "POST" else None)
    return answer(
        request, form, act, done=_("Buku tahun ini sudah diakhiri."), back=_url(held), context=context,
        template="grants/books_year_end.html",
    )  # fmt: skip


def _answered(
    request: HttpRequest, form: Form, held: Book, act: Callable[..., Any], done: str, context: dict[str, Any],
    onward: str = "book", template: str = "ui/act.html",
) -> HttpResponse:  # fmt: skip
    act = partial(act, book=held, by=request.user)
    back = reverse(f"grants:{onward}", args=[held.pk])
    return answer(request, form, act, done=done, back=back, context=context, template=template)


def _page(held: Book) -> dict[str, Any]:
    return {"book": held, "place": the_place(held.rt_id), "year": held.year}


def _url(held: Book) -> str:
    return reverse("grants:book", args=[held.pk])


def _verbs(held: Book) -> list[dict[str, Any]]:
    """What can happen now: nothing is offered that would only be refused."""
    in_hand = held.cash + held.bank
    possible = {
        "withdraw": held.bank, "bank": held.cash, "panjar": in_hand, "panjar_back": held.panjar,
        "repay": min(held.talangan, in_hand), "interest": True, "fee": held.bank, "give_back": in_hand,
    }  # fmt: skip
    if held.carried_out:
        return []
    return [
        {"label": told.label, "url": reverse(f"grants:book_{key}", args=[held.pk])}
        for key, told in VERBS.items()
        if possible[key]
    ]


def _month(request: HttpRequest, known: list[date], on: date) -> date:
    """The month asked for; else the last one with an entry; else this one."""
    try:
        return date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return known[-1] if known else on.replace(day=1)
