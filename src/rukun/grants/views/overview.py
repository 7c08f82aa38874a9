"""The money seen from above: sums, the places beneath, who is stuck."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.accounts.permissions import Permission, needs, today
from rukun.facilitation.queries import programmes
from rukun.grants.queries import overview, overview_sheets
from rukun.grants.queries.overview import Overview
from rukun.grants.views import overview_tables as tables
from rukun.grants.views.answering import the_place
from rukun.territory import queries as territory
from rukun.territory.types import Level, Place
from rukun.ui.addresses import first_url

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Permission.MONEY_SEE, area=territory.path_of)
def show(request: HttpRequest, area_id: int) -> HttpResponse:
    """Desa, kecamatan or kabupaten; an RT has its own page."""
    place, on = the_place(area_id), today()
    if place.level == Level.RT and (url := first_url("grants:rt", area_id=place.id)):
        return redirect(url)
    told = overview.of(place, _year(request, on), on)
    labels = {pk: f"{each.label}, {each.way[-2].label}" for pk, each in _stuck(told, on).items()}
    context = {
        "place": place,
        "year": told.year,
        "told": told,
        "pairs": tables.pairs(told),
        "way": tables.way(told),
        "picture": tables.picture(told, on),
        "children": tables.children(told),
        "years": tables.years(told),
        "clusters": tables.clusters(told, _clusters(told.year, on)),
        "tranches": tables.tranches(told),
        "late": tables.late(told, labels, on),
        "idle": tables.idle(told, labels, on),
    }
    return render(request, "grants/overview_area.html", context)


@needs(Permission.MONEY_SEE, area=territory.path_of)
def sheet(request: HttpRequest, area_id: int) -> HttpResponse:
    """The same to take home, with a row for every RT."""
    place, on = the_place(area_id), today()
    told = overview.of(place, _year(request, on), on, most=None)
    headers = {"Content-Disposition": f'attachment; filename="dana-{told.year}.xlsx"', "Cache-Control": "no-store"}
    content = overview_sheets.workbook(told, _clusters(told.year, on), on)
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _year(request: HttpRequest, on: date) -> int:
    """The year that was asked for, else the one that runs."""
    typed = request.GET.get("tahun", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else programmes.year_on(on)


def _clusters(year: int, on: date) -> dict[str, str]:
    programme = programmes.of_year(year, on)
    return {each.key: each.label for each in programme.juknis.clusters} if programme else {}


def _stuck(told: Overview, on: date) -> dict[int, Place]:
    return territory.places(sorted({each.rt_id for each in (*told.late, *told.idle)}), on=on)
