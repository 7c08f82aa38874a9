"""The page of an area: what comes next, the figures, the map, the places beneath, the reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.poverty import public
from rukun.poverty.actions import classifications, score_cards
from rukun.poverty.forms import AsOf
from rukun.poverty.queries import maps, verdicts
from rukun.poverty.queries.figures import sheet as sheet_of
from rukun.poverty.types import AreaSheet, Safe, plain
from rukun.poverty.views import past, tables
from rukun.poverty.words import MAPS
from rukun.territory import queries as territory
from rukun.ui.pictures import Picture


@needs(Permission.POVERTY_SEE)
def home(request: HttpRequest) -> HttpResponse:
    """The highest area where one may see figures."""
    path = min(paths_with(request.held, Permission.POVERTY_SEE), key=len)
    return redirect("area", area_id=int(path.strip(".").rpartition(".")[2]))


@needs(Permission.POVERTY_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    on = today()
    form = AsOf(request.GET if "pada" in request.GET else None, today=on)
    if form.asks_earlier:
        return past.page(request, area_id, form)
    page = _page(request, area_id, on)
    sheet, safe, beneath = page["sheet"], page["safe"], page["beneath"]
    page |= {
        "figures": tables.figures(sheet, safe, on=on),
        "verdicts": tables.verdicts(sheet, safe),
        "reasons": tables.reasons(sheet, safe, on=on),
        "needs": tables.needs(sheet, safe, may_names=page["may_names"]),
        "likelihoods": tables.likelihoods(sheet.likelihoods if page["may_names"] else public.likelihoods(sheet)),
        "children": tables.children(sheet, beneath, on=on) if sheet.children else None,
        "silent": tables.silent(sheet),
        "first": tables.first(sheet, on=on) if page["may_names"] and sheet.place.level in FAR else None,
        "next": tables.next_thing(sheet, may_interview=page["may_interview"], may_names=page["may_names"]),
        "form": form,
        "tabs": maps.tabs(page["kind"]),
    }
    return render(request, "poverty/area.html", page, status=422 if form.errors else 200)


@needs(Permission.POVERTY_SEE, area=territory.path_of)
def map_sheet(request: HttpRequest, area_id: int) -> HttpResponse:
    """The map alone, made for paper of A3."""
    return render(request, "poverty/map_sheet.html", _page(request, area_id, today()))


@needs(Permission.POVERTY_SEE, area=territory.path_of)
def how(request: HttpRequest, area_id: int) -> HttpResponse:
    """How each number is made: the rule, its source, its date, and the counts that went in."""
    on = today()
    page = _page(request, area_id, on, with_map=False)
    return render(request, "poverty/how.html", page | {"paper": verdicts.paper(on)})


@require_POST
@needs(Permission.INTERVIEW, area=territory.path_of)
def recount(request: HttpRequest, area_id: int) -> HttpResponse:
    """Judges the area again: verdicts follow what people have answered since."""
    path = territory.path_of(area_id)
    classifications.classify_area(path=path, on=today(), by=request.user)
    score_cards.classify_area(path=path, on=today(), by=request.user)
    return redirect("area", area_id=area_id)


FAR = ("kabupaten", "kecamatan")


def _page(request: HttpRequest, area_id: int, on: date, *, with_map: bool = True) -> dict[str, Any]:
    place = territory.the_place(area_id, on=on)
    sheet = sheet_of(place, on=on)
    may_names = may(request.held, Permission.POVERTY_NAMES, place.path)
    kind = request.GET.get("peta") if request.GET.get("peta") in MAPS else "miskin"
    beneath = {child.id: plain(found) for child, found in sheet.children} if may_names else public.beneath(sheet)
    return {
        "place": place,
        "sheet": sheet,
        "safe": plain(sheet.own) if may_names else public.own(sheet, on=on),
        "beneath": beneath,
        "kind": kind,
        "on": on,
        "may_names": may_names,
        "may_interview": may(request.held, Permission.INTERVIEW, place.path),
        "may_people": may(request.held, Permission.PEOPLE_SEE, place.path),
        "may_export": may(request.held, Permission.POVERTY_EXPORT, place.path),
        "picture": _picture(request, sheet, beneath, kind, on) if with_map else None,
    }


def _picture(request: HttpRequest, sheet: AreaSheet, beneath: dict[int, Safe], kind: str, on: date) -> Picture | None:
    if sheet.place.level == "rt" and may(request.held, Permission.PEOPLE_SEE, sheet.place.path):
        return maps.of_families(sheet, on=on)
    return maps.of_children(sheet, beneath, kind, on=on) if sheet.children else None
