"""Receipts in a list and one by one, and the next hand that may act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import payments as actions
from rukun.grants.actions import pictures, shots
from rukun.grants.forms import payments as forms
from rukun.grants.models import Activity, Book, Payment
from rukun.grants.queries import activities, books, payments, receipt_warnings
from rukun.grants.types import ActivityState, PaymentKind, PaymentState, Purse, ShotRole
from rukun.grants.views import payment_words as words
from rukun.grants.views.answering import LETTERS, money_page, spoken, the_place
from rukun.kit.problems import Problem
from rukun.ui.addresses import first_url
from rukun.ui.answering import answer
from rukun.ui.photos import MOST_BYTES
from rukun.ui.problems import CATALOGUE as PHOTOS
from rukun.ui.tables import Empty
from rukun.ui.words import rupiah

P = Permission
PAGE, WORKS = 50, 12
AT_WORK = (ActivityState.APPROVED, ActivityState.RUNNING)
SEES_NUMBERS = (P.SPEND_PROPOSE, P.SPEND_PAY, P.GRANT_DESA, P.FLAGS_CLOSE)


@needs(P.MONEY_SEE, area=activities.path_of)
def of_activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = get_object_or_404(Activity, pk=activity_id)
    page = {
        "activity": activity,
        "title": activity.title,
        "back": first_url("grants:activity", activity_id=activity_id),
    }
    page |= {"may_add": activity.state in actions.OPEN and may(request.held, P.SPEND_PROPOSE, activity.path)}
    return _list(request, payments.of(activity=activity_id), activity.rt_id, page)


@needs(P.MONEY_SEE, area=books.path_of)
def of_book(request: HttpRequest, book_id: int) -> HttpResponse:
    book = get_object_or_404(Book, pk=book_id)
    title = _("Tahun %(year)s") % {"year": book.year}
    at_work = book.activities.filter(state__in=AT_WORK).order_by("number")[:WORKS]
    page = {"title": title, "back": money_page(book)}
    page |= {"works": at_work if may(request.held, P.SPEND_PROPOSE, book.path) else []}
    return _list(request, payments.of(book=book_id), book.rt_id, page)


@needs(P.MONEY_SEE, area=payments.path_of)
@never_cache
def show(request: HttpRequest, payment_id: int) -> HttpResponse:
    return render(request, "grants/payments_one.html", _page(request, _found(payment_id)))


@needs(P.SPEND_APPROVE, area=payments.path_of)
@require_POST
def approve(request: HttpRequest, payment_id: int) -> HttpResponse:
    """Yes, by one tap; what stands against it comes back as a letter on the same page."""
    payment = _found(payment_id)
    try:
        actions.approve(payment=payment, on=today(), by=request.user)
    except Problem as problem:
        page = _page(request, payment) | {"letter": spoken(problem)}
        return render(request, "grants/payments_one.html", page, status=422)
    messages.success(request, _("Kuitansi disetujui. Uangnya sudah disisihkan."))
    return redirect("grants:payment", payment_id)


@needs(P.SPEND_APPROVE, area=payments.path_of)
@never_cache
def refuse(request: HttpRequest, payment_id: int) -> HttpResponse:
    intro = _("Kuitansi yang ditolak tetap dapat dibaca. Uang yang disisihkan bebas lagi.")
    told = {"title": _("Tolak kuitansi"), "intro": intro, "button": _("Tolak kuitansi")}
    return _because(request, payment_id, actions.refuse, told, _("Kuitansi ditolak."), tuple(payments.NEXT))


@needs(P.SPEND_APPROVE, area=payments.path_of)
@never_cache
def take_back(request: HttpRequest, payment_id: int) -> HttpResponse:
    intro = _("Buku mencatat pembatalan ini sebagai jurnal baru. Yang lama tetap dapat dibaca.")
    told = {"title": _("Batalkan pembayaran"), "intro": intro, "button": _("Batalkan pembayaran")}
    return _because(request, payment_id, actions.take_back, told, _("Pembayaran dibatalkan."), (PaymentState.PAID,))


@needs(P.SPEND_PAY, area=payments.path_of)
@never_cache
def pay(request: HttpRequest, payment_id: int) -> HttpResponse:
    """The third hand: how much leaves which purse, and on which day."""
    payment, on = _found(payment_id), today()

    def act(paid_on: Any) -> None:
        actions.pay(payment=payment, on=on, by=request.user, paid_on=paid_on)

    net = payment.amount - sum(each.amount for each in payment.withholdings.all())
    told = {"net": rupiah(net), "payee": payment.payee, "source": Purse(payment.source).label}
    context = {
        "place": the_place(payment.activity.rt_id),
        "title": _("Bayar %(net)s") % told,
        "intro": _("Serahkan %(net)s kepada %(payee)s dari %(source)s. Lalu catat di sini.") % told,
        "button": _("Sudah saya bayar"),
    }
    if payment.state != PaymentState.APPROVED:
        context |= {"intro": "", "nothing": _waits(payment)}
    form = forms.PaidOn(request.POST or None, initial={"paid_on": on})
    return answer(
        request, form, act, done=_("Pembayaran tercatat di buku."), back=_url(payment), context=context,
        catalogue=LETTERS,
    )  # fmt: skip


@needs(P.SPEND_PROPOSE, area=payments.path_of)
@never_cache
def photo(request: HttpRequest, payment_id: int) -> HttpResponse:
    """Of the note, or of the list the workers signed: the SPJ wants one of each payment."""
    payment = _found(payment_id)
    here = {"on": today(), "by": request.user}
    is_list = payment.kind == PaymentKind.WAGE

    def act(file: Any) -> None:
        content = file.read(MOST_BYTES + 1)
        kept = pictures.keep(rt=payment.activity.rt_id, path=payment.path, content=content, **here)
        shots.attach(picture=kept, role=ShotRole.ATTENDANCE if is_list else ShotRole.RECEIPT, payment=payment, **here)

    brought = (request.POST, request.FILES) if request.method == "POST" else ()
    context = {
        "place": the_place(payment.activity.rt_id),
        "title": _("Tambah foto daftar upah") if is_list else _("Tambah foto kuitansi"),
        "intro": _("Foto diperkecil dan tidak dapat diganti. Lokasinya tidak ikut terlihat."),
        "print": first_url("reports:grants_wages", activity_id=payment.activity_id) if is_list else "",
        "button": _("Simpan foto"),
        "cancel": _("Nanti saja"),
    }
    return answer(
        request, forms.File(*brought, is_list=is_list), act, done=_("Foto tersimpan."), back=_url(payment),
        context=context, catalogue=PHOTOS, template="grants/payments_picture.html",
    )  # fmt: skip


def _because(
    request: HttpRequest, payment_id: int, do: Callable[..., Any], told: dict[str, Any], done: str, at: tuple[str, ...]
) -> HttpResponse:
    payment = _found(payment_id)

    def act(reason: str) -> None:
        do(payment=payment, reason=reason, on=today(), by=request.user)

    context = told | {
        "place": the_place(payment.activity.rt_id),
        "quote": f"{payment.words} · {rupiah(payment.amount)}",
    }
    if payment.state not in at:
        context |= {"intro": "", "nothing": _waits(payment)}
    form: Form = forms.Because(request.POST or None)
    return answer(request, form, act, done=done, back=_url(payment), context=context, catalogue=LETTERS)


def _waits(payment: Payment) -> str:
    """Why this page has nothing to do with a receipt as it stands."""
    if payment.state == PaymentState.PROPOSED:
        return _("Kuitansi ini belum disetujui. Jangan bayar dulu.")
    return _("Keadaan kuitansi ini: %(state)s.") % {"state": PaymentState(payment.state).label}


def _page(request: HttpRequest, payment: Payment) -> dict[str, Any]:
    """Everything the page of one receipt tells."""
    items = list(payment.items.select_related("line"))
    taxes = list(payment.withholdings.select_related("deposit"))
    shown = list(payment.shots.select_related("picture").defer("picture__content"))
    kept = sum(each.amount for each in taxes)
    return {
        "place": the_place(payment.activity.rt_id),
        "payment": payment,
        "state": words.state(payment),
        "turn": _turn(request, payment),
        "items": words.items_of(items),
        "taxes": words.taxes_of(taxes),
        "kept": kept,
        "net": payment.amount - kept,
        "shots": shown,
        "lacks_proof": payment.state == "proposed" and payments.lacks_proof(payment),
        "notes": words.notes(_warnings(payment, items, shown)),
        "journal_url": first_url("grants:journal", journal_id=payment.journal_id) if payment.journal_id else "",
        "activity_url": first_url("grants:activity", activity_id=payment.activity_id),
        "sees_numbers": any(may(request.held, each, payment.path) for each in SEES_NUMBERS),
        "may_add_photo": may(request.held, P.SPEND_PROPOSE, payment.path),
        "may_take_back": payment.state == "paid" and may(request.held, P.SPEND_APPROVE, payment.path),
    } | words.amount(payment.amount)


def _turn(request: HttpRequest, payment: Payment) -> dict[str, Any] | None:
    """Whose turn it is: the reader's, with the act; or the offices that may."""
    asked = payments.NEXT.get(payment.state)
    if asked is None:
        return None
    acted = [payment.proposed_by_id, payment.approved_by_id]
    is_mine = may(request.held, asked, payment.path) and request.user.pk not in acted
    who = [] if is_mine else payments.others(payment.path, asked, on=today(), without=acted)
    return {
        "act": payment.state, "is_mine": is_mine, "who": ", ".join(map(str, who)),
        "may_refuse": may(request.held, P.SPEND_APPROVE, payment.path),
    }  # fmt: skip


def _warnings(payment: Payment, items: list[Any], shown: list[Any]) -> list[Any]:
    """Those that are still worth a look before it is paid."""
    if payment.state not in payments.NEXT:
        return []
    return receipt_warnings.of_payment(payment, items, shown[0].picture if shown else None)


def _list(request: HttpRequest, held: QuerySet[Payment], rt_id: int, page: dict[str, Any]) -> HttpResponse:
    form = forms.Sift(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = payments.sifted(held, state=asked.get("keadaan", ""), words=asked.get("kata", ""))
    is_sifted = any(asked.values())
    leaf = Paginator(found, PAGE).get_page(request.GET.get("halaman"))
    said = _("Tidak ada kuitansi yang cocok.") if is_sifted else _("Belum ada kuitansi di sini.")
    table = words.listed(leaf, empty=Empty(said, icon="money"), with_activity="activity" not in page)
    page |= {"place": the_place(rt_id), "totals": words.totals(payments.sums(held)), "page": leaf, "table": table}
    return render(request, "grants/payments_list.html", page | {"form": form, "is_sifted": is_sifted})


def _found(payment_id: int) -> Payment:
    try:
        return payments.whole(payment_id)
    except Payment.DoesNotExist:
        raise Http404 from None


def _url(payment: Payment) -> str:
    return reverse("grants:payment", args=[payment.pk])
