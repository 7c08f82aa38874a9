"""H, A and M0 of a place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.reports.queries import measures as queries
from rukun.reports.views import measures_tables as tables
from rukun.territory import queries as territory


@needs(Permission.SERVICES_SEE, area=territory.path_of)
def measures(request: HttpRequest, area_id: int) -> HttpResponse:
    """All shares for who may see families; those of few households are hidden from everyone else."""
    place, on = territory.the_place(area_id, on=today()), today()
    is_open = may(request.held, Permission.POVERTY_NAMES, place.path)
    told = queries.of_area(place, on=on, is_open=is_open)
    page = {
        "place": place,
        "told": told,
        "cutoff": tables.cutoff(told),
        "figures": tables.figures(told),
        "picture": tables.picture(told),
        "indicators": tables.indicators(told),
        "parts": tables.parts(told),
        "changes": tables.changes(told),
    }
    return render(request, "reports/measures.html", page)
