"""The register of a place: the list of an RT, the search above it, and how complete it all is."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.people.actions import counts
from rukun.people.forms.events import Stated
from rukun.people.queries import coverage, households, persons
from rukun.people.views import tables
from rukun.people.views.answering import answer
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.tables import Empty
from rukun.ui.words import ribuan
from rukun.walls import scope

P = Permission


def the_place(area_id: int) -> Place:
    """The place as it is called today; one that is no more is not found."""
    found = territory.place(area_id, on=today())
    if found is None:
        raise Http404
    return found


@needs(P.PEOPLE_SEE)
def home(request: HttpRequest) -> HttpResponse:
    """To the register of the first place where I may see people."""
    first = next(held for held in request.held if held.path in paths_with(request.held, P.PEOPLE_SEE))
    return redirect("people:register", first.area_id)


@needs(P.PEOPLE_SEE, area=territory.path_of)
def register(request: HttpRequest, area_id: int) -> HttpResponse:
    """An RT shows its households; above it there is a search and a list of places, no list of strangers."""
    place = the_place(area_id)
    return _rt(request, place) if place.level == "rt" else _above(request, place)


def _rt(request: HttpRequest, place: Place) -> HttpResponse:
    on, may_edit = today(), may(request.held, P.PEOPLE_EDIT, place.path)
    lines = households.of_rt(place.path)
    found = coverage.of_lines(place.id, [line.asked_on for line in lines], on)
    add = reverse("people:family_new", args=[place.id]) if may_edit else ""
    empty = Empty(_("Belum ada rumah tangga yang dicatat di RT ini."), _("Tambah rumah tangga pertama"), add, "people")
    context = {
        "place": place,
        "found": found,
        "people": sum(line.members for line in lines),
        "table": tables.households_table(lines, on, empty),
        "may_edit": may_edit,
        "may_split": may_edit and may(request.held, P.TERRITORY_EDIT, place.path),
        "next": _next(place, found, add) if may_edit else None,
    }
    return render(request, "people/rt.html", context)


def _next(place: Place, found: Any, add: str) -> dict[str, str] | None:
    """The one next thing for who keeps the register of an RT."""
    if found.stated is None:
        return {
            "title": _("Sebutkan berapa rumah tangga di RT Anda"),
            "why": _("Dari angka itu terlihat siapa yang belum tercatat."),
            "label": _("Isi jumlahnya"),
            "url": reverse("people:state", args=[place.id]),
        }
    if found.missing:
        return {
            "title": _("%(n)s rumah tangga belum tercatat") % {"n": ribuan(found.missing)},
            "why": _("Menurut RT ada %(n)s rumah tangga.") % {"n": ribuan(found.stated)},
            "label": _("Tambah rumah tangga"),
            "url": add,
        }
    return None


def _above(request: HttpRequest, place: Place) -> HttpResponse:
    below = territory.children(place.id, on=today())
    rows = [(each.label, reverse("people:register", args=[each.id])) for each in below]
    return render(request, "people/above.html", {"place": place, "below": rows})


@needs(P.PEOPLE_SEE)
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """What is sought comes by POST, so that no name and no number stands in an address."""
    scope.enter(paths_with(request.held, P.PEOPLE_SEE), user=request.user.pk)
    words = request.POST.get("cari", "").strip()[:80]
    found = persons.search(words, on=today()) if words else None
    context = {"found": found, "table": tables.found_table(found) if found else None}
    # A number is not written back to the page; a name is, so that it can be mended.
    context["words"] = "" if any(letter.isdigit() for letter in words) else words
    return render(request, "people/search.html", context)


@needs(P.PLACE_SEE, area=territory.path_of)
def completeness(request: HttpRequest, area_id: int) -> HttpResponse:
    """How many households there should be, how many are counted, how old that is, who is missing."""
    place, on = the_place(area_id), today()
    found = coverage.of(place.path, on)
    urls = {rt.rt_id: reverse("people:register", args=[rt.rt_id]) for rt in found.rts}
    may_see = may(request.held, P.PEOPLE_SEE, place.path)
    context = {
        "place": place,
        "found": found,
        "table": tables.coverage_table(found.rts, on, urls if may_see else {}),
        "may_state": place.level == "rt" and may(request.held, P.PEOPLE_EDIT, place.path),
    }
    return render(request, "people/completeness.html", context)


@needs(P.PEOPLE_EDIT, area=territory.path_of)
def state(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    if place.level != "rt":
        raise Http404
    last = coverage.last_stated(place.id, today())
    context = {
        "place": place,
        "title": _("Berapa rumah tangga di %(place)s?") % {"place": place.label},
        "intro": _("Menurut hitungan terakhir: %(n)s rumah tangga.") % {"n": ribuan(last.households)} if last else "",
        "button": _("Simpan jumlah"),
    }
    form = Stated(request.POST or None, today=today())
    form.fields["on"].label = _("Dihitung pada")
    return answer(
        request,
        form,
        lambda **typed: counts.state(rt=place, **typed, today=today(), by=request.user),
        done=_("Jumlah rumah tangga tersimpan."),
        back=reverse("people:register", args=[place.id]),
        context=context,
    )
