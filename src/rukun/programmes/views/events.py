"""What a place did together, counted by field; and one event with who came."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.programmes.actions import events as actions
from rukun.programmes.forms.events import EventForm
from rukun.programmes.models import Event
from rukun.programmes.queries import events
from rukun.programmes.views import event_tables as tables
from rukun.programmes.views.answering import answer, the_place
from rukun.programmes.views.picking import pick
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url

P = Permission
PAGE = 30


@needs(P.SERVICES_SEE, area=territory.path_of)
def of_area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    years = events.years(place.path)
    year = _year(request, years)
    leaf = Paginator(events.under(place.path, year=year), PAGE).get_page(request.GET.get("halaman"))
    page = {
        "place": place,
        "year": year,
        "tabs": tables.tabs(years, year),
        "fields": tables.by_field(events.by_field(place.path, year=year), year),
        "table": tables.listed(leaf, today(), with_place=place.level != "rt"),
        "page": leaf,
        "may_edit": may(request.held, P.PROGRAMME_PROPOSE, place.path),
        "back": first_url("programmes:area", area_id=area_id),
    }
    return render(request, "programmes/events.html", page)


@needs(P.PROGRAMME_PROPOSE, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    return _asked(request, area_id, None)


@needs(P.PROGRAMME_PROPOSE, area=events.path_of)
@never_cache
def change(request: HttpRequest, event_id: int) -> HttpResponse:
    """Put right by a newer one; the older stays in the books."""
    held = _found(event_id)
    return _asked(request, held.area_id, held)


@needs(P.SERVICES_SEE, area=events.path_of)
@never_cache
def show(request: HttpRequest, event_id: int) -> HttpResponse:
    held = _found(event_id)
    newer = getattr(held, "replaced_by", None)
    sees_names = may(request.held, P.PROGRAMME_NAMES, held.path)
    page = {
        "place": the_place(held.area_id),
        "event": held,
        "newer": newer,
        "participants": events.participants(held) if sees_names else None,
        "named": held.participants.count(),
        "may_edit": newer is None and may(request.held, P.PROGRAMME_PROPOSE, held.path),
    }
    return render(request, "programmes/event.html", page)


@needs(P.PROGRAMME_NAMES, area=events.path_of)
@never_cache
def came(request: HttpRequest, event_id: int) -> HttpResponse:
    held = _found(event_id)
    context = {"place": the_place(held.area_id), "title": _("Tambah peserta"), "about": held.name}
    return pick(
        request, partial(_came, held, request.user), path=held.path, done=_("Peserta ditambahkan."),
        back=_page(held), context=context, remarks=partial(_trained, held),
    )  # fmt: skip


@needs(P.PROGRAMME_NAMES, area=events.path_of)
@require_POST
def did_not_come(request: HttpRequest, event_id: int) -> HttpResponse:
    held, asked = _found(event_id), request.POST.get("peserta", "")
    one = held.participants.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if one is not None:
        actions.did_not_come(participant=one, by=request.user)
    return redirect(_page(held))


def _trained(held: Event, person_ids: list[int]) -> dict[int, str]:
    return tables.trained(events.trained(person_ids, held))


def _came(held: Event, user: Any, person_id: int) -> None:
    actions.came(event=held, person_id=person_id, by=user)


def _asked(request: HttpRequest, area_id: int, held: Event | None) -> HttpResponse:
    place, on = the_place(area_id), today()
    choices = events.schemes(place.path, on=held.on if held else on)
    form = EventForm(request.POST or None, schemes=choices, initial=tables.known(held) if held else {"on": on})
    context = {"place": place, "title": _("Perbaiki kegiatan") if held else _("Catat kegiatan bersama")}
    context |= {"button": _("Simpan kegiatan")}
    if not choices:
        context["nothing"] = _("Belum ada program yang berjalan di sini. Kantor program yang membuatnya.")
    act = partial(actions.hold, area_id=place.id, path=place.path, today=on, by=request.user, replaces=held)
    back = _page(held) if held else reverse("programmes:events", args=[area_id])
    return answer(request, form, act, done=_("Kegiatan tersimpan."), back=back, onward=_page, context=context)


def _year(request: HttpRequest, years: list[int]) -> int:
    asked = request.GET.get("tahun", "")
    return int(asked) if asked.isdecimal() and int(asked[:4]) in years else (years[0] if years else today().year)


def _found(event_id: int) -> Event:
    return get_object_or_404(events.visible(), pk=event_id)


def _page(held: Event) -> str:
    return reverse("programmes:event", args=[held.pk])
