"""One form, one change: added, renamed, put elsewhere, closed. What is refused comes back as a letter over the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.people.actions import closings
from rukun.site.letters import spoken
from rukun.site.places.forms import BENEATH, Add, Close, Decreed, Rename, Transfer
from rukun.site.places.views.cards import refuse_unless_may_change
from rukun.territory import queries
from rukun.territory.actions import changes
from rukun.territory.types import Level, Place

EDIT = Permission.TERRITORY_EDIT


@needs(EDIT, area=queries.path_of)
def add(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    if place.level not in BENEATH:
        return redirect("territory:area", area_id)
    form = Add(request.POST or None, beneath=place.level, initial={"on": today()})

    def act(level: str, number: str, name: str, on: Any, basis: str) -> int:
        made = changes.add(
            parent_id=area_id, level=level, number=number, name=name, since=on, basis=basis, by=request.user
        )
        return made.pk

    title = _("Tambah wilayah di %(name)s") % {"name": place.label}
    return _page(request, form, act, place, title, _("Tambahkan"))


@needs(EDIT, area=queries.path_of)
def rename(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    refuse_unless_may_change(request.held, place)
    is_numbered = place.level in changes.NUMBERED
    initial = {"number": place.number, "name": own_name(place), "on": today()}
    form = Rename(request.POST or None, is_numbered=is_numbered, initial=initial)

    def act(name: str, on: Any, basis: str, number: str | None = None) -> int:
        changes.rename(area_id=area_id, name=name, number=number, on=on, basis=basis, by=request.user)
        return area_id

    title = _("Ganti nama atau nomor %(name)s") % {"name": place.label}
    return _page(request, form, act, place, title, _("Ganti"))


def own_name(place: Place) -> str:
    """ "RT 003 Melati" → "Melati": the number stands in its own field."""
    title = f"{place.level.upper()} {place.number}"
    return place.name.removeprefix(title).strip() if place.level in changes.NUMBERED else place.name


@needs(EDIT, area=queries.path_of)
def transfer(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    refuse_unless_may_change(request.held, place)
    parents = queries.possible_parents(place, [held.path for held in request.held], on=today())
    form = Transfer(
        request.POST or None,
        parents=[(each.id, " · ".join(step.label for step in reversed(each.way[1:]))) for each in parents],
        initial={"on": today()},
    )

    def act(parent: int, on: Any, basis: str) -> int:
        changes.transfer(area_id=area_id, parent_id=parent, on=on, basis=basis, by=request.user)
        return area_id

    title = _("Pindahkan %(name)s ke induk lain") % {"name": place.label}
    return _page(request, form, act, place, title, _("Pindahkan"))


@needs(EDIT, area=queries.path_of)
def close(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    refuse_unless_may_change(request.held, place)

    def act(on: Any, basis: str) -> int:
        closings.close_area(area_id=area_id, on=on, basis=basis, today=today(), by=request.user)
        return place.parent_id or area_id

    warning = _("Wilayah yang ditutup tidak punya penerus. Pindahkan dulu warganya.") if place.level == Level.RT else ""
    title = _("Tutup %(name)s") % {"name": place.label}
    form = Close(request.POST or None, initial={"on": today()})
    return _page(request, form, act, place, title, _("Tutup wilayah ini"), warning)


def _page(
    request: HttpRequest,
    form: Decreed,
    act: Callable[..., int],
    place: Place,
    title: str,
    button: str,
    warning: str = "",
) -> HttpResponse:
    """Asks, acts, and goes to the place; a refusal is told above what was typed."""
    context = {"form": form, "place": place, "title": title, "button": button, "warning": warning}
    if request.method == "POST" and form.is_valid():
        try:
            goal = act(**form.cleaned_data)
        except Problem as problem:
            return render(request, "territory/change.html", context | {"letter": spoken(problem)}, status=422)
        messages.success(request, _("Tersimpan. Catatan yang lama tetap dapat dibaca."))
        return redirect("territory:area", goal)
    return render(request, "territory/change.html", context, status=422 if form.is_bound else 200)
