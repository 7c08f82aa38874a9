"""Who needs, who is served, who is served twice, who never: of any place from the kabupaten down to the RT."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.reports.queries import served as queries
from rukun.reports.views import served_tables as tables
from rukun.territory import queries as territory


@needs(Permission.SERVICES_SEE, area=territory.path_of)
def served(request: HttpRequest, area_id: int) -> HttpResponse:
    """All counts for who may see families; small ones are hidden from everyone else."""
    place, on = territory.the_place(area_id, on=today()), today()
    is_open = may(request.held, Permission.POVERTY_NAMES, place.path)
    sheet = queries.sheet(place, on=on, is_open=is_open)
    page = {
        "place": place,
        "is_open": is_open,
        "next": tables.next_thing(sheet, may_programmes=may(request.held, Permission.PROGRAMME_NAMES, place.path)),
        "figures": tables.figures(sheet) if sheet.own.judged else [],
        "picture": tables.picture(sheet, on=on),
        "children": tables.children(sheet),
        "first": tables.first(sheet),
        "services": tables.services(sheet),
    }
    return render(request, "reports/served.html", page)
