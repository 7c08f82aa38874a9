"""Whom to ask what the help changed; and how somebody leaves a programme."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.programmes.actions import effects as actions
from rukun.programmes.forms import effects as forms
from rukun.programmes.models import Waiting
from rukun.programmes.queries import deliveries, effects
from rukun.programmes.queries import waiting as asked
from rukun.programmes.types import WHEN_ASKED, Exit, State
from rukun.programmes.views import delivery_tables as tables
from rukun.programmes.views.answering import answer, the_place
from rukun.programmes.views.delivery_tables import about
from rukun.programmes.views.effect_words import change_words
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, ribuan, tanggal

P = Permission
MOST = 100
"""On one page."""


@needs(P.PROGRAMME_NAMES, area=territory.path_of)
@never_cache
def of_area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    found = effects.under(place.path, on=today(), most=MOST)
    page = {
        "place": place,
        "table": _listed(found, with_place=place.level != "rt"),
        "has_more": len(found) == MOST,
        "counts": _counted(place.path),
        "deliveries": reverse("programmes:deliveries", args=[area_id]),
        "back": first_url("programmes:area", area_id=area_id),
    }
    return render(request, "programmes/effects.html", page)


@needs(P.PROGRAMME_GIVE, area=asked.path_of)
@never_cache
def tell(request: HttpRequest, waiting_id: int) -> HttpResponse:
    held = _found(waiting_id)
    months, next_day = effects.of(held, on=today())
    context = _about(held) | {"title": _("Hasil bantuan"), "button": _("Simpan hasil")}
    if months is None:
        context["nothing"] = _not_now(next_day)
    else:
        context["intro"] = _("Sudah %(n)s bulan sejak bantuan datang.") % {"n": months}
    act = partial(actions.tell, waiting=held, today=today(), by=request.user)
    form = forms.EffectForm(request.POST or None)
    return answer(request, form, act, done=_("Hasilnya tersimpan."), back=_back(held), context=context)


@needs(P.PROGRAMME_GIVE, area=asked.path_of)
@never_cache
def leave(request: HttpRequest, waiting_id: int) -> HttpResponse:
    held, on = _found(waiting_id), today()
    may_decide = may(request.held, P.PROGRAMME_DECIDE, held.scheme.path)
    form = forms.LeaveForm(request.POST or None, may_decide=may_decide, initial={"on": on} | _known(held))
    context = _about(held) | {"title": _("Keluar dari program"), "button": _("Catat keluar")}
    context |= {"intro": _("Bagian yang belum diterima tidak diserahkan lagi. Yang sudah diterima tetap tercatat.")}
    if held.state != State.ENROLLED:
        context |= {"intro": "", "nothing": _("Yang ini tidak sedang menerima bantuan.")}
    act = partial(actions.leave, waiting=held, today=on, by=request.user)
    return answer(request, form, act, done=_("Keluarnya tersimpan."), back=_back(held), context=context)


def _known(held: Waiting) -> dict[str, Any]:
    """What the register tells already."""
    gone = deliveries.gone(held)
    if gone is None:
        return {}
    told = {"ended_by": Exit.DIED if gone.has_died else Exit.MOVED}
    return told | ({"on": gone.since} if gone.since else {})


def _not_now(next_day: Any) -> str:
    if next_day is None:
        return _("Tidak ada hasil yang ditanyakan sekarang.")
    return _("Belum waktunya. Tanyakan lagi mulai %(on)s.") % {"on": tanggal(next_day)}


def _listed(found: list[effects.Asked], *, with_place: bool) -> Table:
    places = tables.places_of((each.waiting.path for each in found), today()) if with_place else {}
    columns = (Column(_("Penerima")), Column(_("Program")), Column(_("Ditanyakan")), Column(_("Bantuan datang")))
    rows = [
        Row(
            (
                tables.named(each.name, each.waiting.path, places), each.waiting.scheme.name,
                _("hasil %(n)s bulan") % {"n": each.months},
                hari_pendek(each.since),
            ),
            url=reverse("programmes:effect", args=[each.waiting.pk]),
        )
        for each in found
    ]  # fmt: skip
    empty = Empty(_("Tidak ada hasil yang perlu ditanyakan sekarang."), icon="check")
    return Table(_("Perlu ditanyakan"), columns, rows, empty=empty)


def _counted(path: str) -> Table | None:
    told = effects.counts(path)
    columns = (
        Column(_("Setelah")), Column(change_words(1), is_number=True), Column(change_words(0), is_number=True),
        Column(change_words(-1), is_number=True),
    )  # fmt: skip
    rows = [Row((_("%(n)s bulan") % {"n": n}, *(ribuan(told[n, change]) for change in (1, 0, -1)))) for n in WHEN_ASKED]
    return Table(_("Yang sudah bercerita"), columns, rows, stays=True) if told else None


def _about(held: Waiting) -> dict[str, Any]:
    return {"place": the_place(held.household.rt_id), "quote": about(held, deliveries.name(held))}


def _found(waiting_id: int) -> Waiting:
    return get_object_or_404(Waiting.objects.select_related("scheme", "household"), pk=waiting_id)


def _back(held: Waiting) -> str:
    waiting = first_url("programmes:waiting", waiting_id=held.pk)
    return waiting or reverse("programmes:effects", args=[held.household.rt_id])
