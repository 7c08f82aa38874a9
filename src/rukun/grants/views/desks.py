"""The desks above the RT: what waits, the oldest deadline first, and the answer to one bundle."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.facilitation.queries import programmes
from rukun.grants.actions import dossiers as actions
from rukun.grants.forms import dossiers as forms
from rukun.grants.problems import CATALOGUE
from rukun.grants.queries import dossiers, missing
from rukun.grants.views import dossier_tables as tables
from rukun.territory import queries as territory
from rukun.ui.answering import answer
from rukun.ui.words import rupiah

PAGE = 30


@needs(Permission.MONEY_SEE, area=territory.path_of)
def desk(request: HttpRequest, area_id: int) -> HttpResponse:
    """What lies on the desk of a desa, a kecamatan or the kabupaten, and the RTs that cannot go on."""
    on = today()
    place = territory.the_place(area_id, on=on)
    if place.level == "rt":
        return redirect("grants:rt", area_id)
    level = dossiers.desk_of(request.held, place.path)
    area = missing.of_area(place.path, programmes.year_on(on), on)
    page = Paginator(dossiers.queue(place.path, level), PAGE).get_page(request.GET.get("halaman"))
    came = dossiers.to_release(place.path, level, on)
    labels = territory.places(sorted({each.book.rt_id for each in (*page, *came)} | set(area.rts)), on=on)
    context = {
        "place": place,
        "level": level,
        "page": page,
        "queue": tables.queue(page, labels, on),
        "next": tables.next_at_desk(page.object_list, came, labels),
        "counts": tables.counts(area),
        "releases": tables.releases(came, labels),
        "stuck": tables.stuck(area, labels),
    }
    return render(request, "grants/dossiers_desk.html", context)


@needs(Permission.MONEY_SEE, area=dossiers.path_of)
def accept(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """This desk says yes."""
    held = dossiers.get(dossier_id)
    act = partial(actions.accept, dossier=held, on=today(), by=request.user)
    told = {"title": _("Terima %(title)s") % {"title": tables.title(held)}, "button": _("Terima")}
    told |= {"intro": tables.what_follows(held, dossiers.way(held.kind, held.year, today()))}
    return _answer(request, held, forms.Accept(request.POST or None), act, told, _("Berkas diterima."))


@needs(Permission.MONEY_SEE, area=dossiers.path_of)
def send_back(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """This desk says what is missing."""
    held = dossiers.get(dossier_id)
    act = partial(actions.send_back, dossier=held, on=today(), by=request.user)
    told = {"title": _("Kembalikan %(title)s") % {"title": tables.title(held)}, "button": _("Kembalikan ke RT")}
    told |= {"intro": _("RT memperbaiki, lalu berkas kembali ke meja ini.")}
    return _answer(request, held, forms.SendBack(request.POST or None), act, told, _("Berkas dikembalikan ke RT."))


def _answer(request: HttpRequest, held: Any, form: Any, act: Any, told: dict[str, Any], done: str) -> HttpResponse:
    place = territory.place(held.book.rt_id, on=today())
    told |= {"place": place, "quote": f"{place.label if place else ''} · {rupiah(held.amount or 0)}"}
    if not dossiers.may_answer(held, request.held, request.user):
        told |= {"nothing": tables.why_not(held, request.user, dossiers.senders(held))}
    return answer(
        request, form, act, done=done, back=reverse("grants:dossier", args=[held.pk]), context=told, catalogue=CATALOGUE
    )
