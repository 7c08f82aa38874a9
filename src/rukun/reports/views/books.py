"""Papers to take home."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.mapping.types import Tool
from rukun.poverty.queries import standings
from rukun.reports import actions, queries, walls
from rukun.reports.forms import NamesForm
from rukun.reports.types import PURPOSES
from rukun.reports.views.sending import sent
from rukun.territory import queries as territory
from rukun.ui.words import jam, tanggal


@needs(Permission.POVERTY_SEE, area=territory.path_of)
def book(request: HttpRequest, area_id: int) -> HttpResponse:
    """The SIOS book; names only for who may see them and may see people."""
    place = territory.the_place(area_id, on=today())
    with_names = may(request.held, Permission.POVERTY_NAMES, place.path)
    document = queries.sios_book(place, on=today(), with_names=with_names, watermark=_watermark(request))
    actions.take_book(document=document, path=place.path, by=request.user, with_names=with_names)
    return sent(document, "pdf", f"buku-sios-{place.id}")


@needs(Permission.POVERTY_EXPORT, area=territory.path_of)
def names(request: HttpRequest, area_id: int) -> HttpResponse:
    """Asks what for, then hands out the by-name list as it is narrowed in the address."""
    place = territory.the_place(area_id, on=today())
    filters = standings.asked_for(request.GET or standings.POOR_FIRST)
    form = NamesForm(request.POST or None)
    if not form.is_valid():
        page = {"place": place, "form": form}
        return render(request, "reports/names.html", page, status=422 if form.errors else 200)
    chosen = form.cleaned_data
    document = queries.by_name_list(
        place, filters, on=today(), watermark=_watermark(request), purpose=str(dict(PURPOSES)[chosen["keperluan"]])
    )
    actions.hand_out(
        document=document, filters=filters, path=place.path, purpose=chosen["keperluan"], form=chosen["bentuk"],
        by=request.user,
    )  # fmt: skip
    return sent(document, chosen["bentuk"], f"daftar-keluarga-{place.id}")


def of_area(area_id: int, **_rest: Any) -> str:
    return territory.path_of(area_id)


@needs(Permission.PLAN_SEE, area=of_area)
def wall(request: HttpRequest, area_id: int, tool: str) -> HttpResponse:
    """The picture of one tool of the mapping at A3; houses only for who may see people."""
    place = territory.the_place(area_id, on=today())
    if place.level != "rt" or tool not in Tool.values:
        raise Http404
    year = int(request.GET["tahun"]) if request.GET.get("tahun", "").isdecimal() else today().year
    with_houses = may(request.held, Permission.PEOPLE_SEE, place.path)
    document = walls.wall(place, Tool(tool), year=min(year, 9999), on=today(), with_houses=with_houses)
    return sent(document, "pdf", f"{tool}-{place.id}-{year}")


def _watermark(request: HttpRequest) -> str:
    now = timezone.now()
    return f"{request.user.name} · {tanggal(now)} {jam(now)}"
