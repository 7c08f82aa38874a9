"""A tranche opens when nothing stands before it, and its money is written down when it has come."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import tranches as actions
from rukun.grants.forms import dossiers as forms
from rukun.grants.problems import CATALOGUE
from rukun.grants.queries import activities, books, tranches
from rukun.grants.types import TrancheState
from rukun.grants.views.answering import money_page
from rukun.territory import queries as territory
from rukun.ui.answering import answer
from rukun.ui.words import rupiah


@require_POST
@needs(Permission.SPEND_PROPOSE, area=books.path_of)
def open_next(request: HttpRequest, book_id: int) -> HttpResponse:
    """Opens the next tranche when its day has come and its gate holds."""
    book = activities.book(book_id)
    opened = actions.open_next(book=book, on=today(), by=request.user)
    if opened:
        messages.success(request, _("Tahap %(n)d dibuka.") % {"n": opened.number})
    else:
        messages.warning(request, _("Tahap berikutnya belum dapat dibuka. Lihat yang masih kurang."))
    return redirect(money_page(book))


@needs(Permission.MONEY_SEE, area=tranches.path_of)
def release(request: HttpRequest, tranche_id: int) -> HttpResponse:
    """The money of an approved tranche came."""
    held, on = tranches.get(tranche_id), today()
    level = tranches.releaser(held.path, held.year, on)
    form = forms.Release(request.POST or None, initial={"came_on": on})
    place = territory.place(held.book.rt_id, on=on)
    context = {
        "place": place,
        "quote": place.label if place else "",
        "title": _("Tahap %(n)d sudah cair?") % {"n": held.number},
        "button": _("Catat cair"),
    }
    if held.state != TrancheState.APPROVED or not may(request.held, tranches.DESK[level], held.path):
        context["nothing"] = _("Pencairan dicatat oleh %(level)s setelah tahap disetujui.") % {"level": level.label}
    else:
        context["intro"] = _("%(amount)s dicatat masuk ke buku RT.") % {"amount": rupiah(held.book.receivable)}
    return answer(
        request, form, partial(actions.release, tranche=held, on=on, by=request.user), done=_("Pencairan dicatat."),
        back=money_page(held.book), context=context, catalogue=CATALOGUE,
    )  # fmt: skip
