"""The profile of an RT; higher up, the way to each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.facilitation.queries import programmes
from rukun.reports.queries import profile_pages, profiles
from rukun.territory import queries as territory
from rukun.territory.types import Level, Place
from rukun.ui.tables import Column, Empty, Row, Table

BOARD = "papan"


@needs(Permission.SERVICES_SEE, area=territory.path_of)
def profile(request: HttpRequest, area_id: int) -> HttpResponse:
    """All counts for who may see families; for the others, and for the notice board, small ones are hidden."""
    place = territory.the_place(area_id, on=today())
    if place.level != Level.RT:
        return render(request, "reports/profiles.html", {"place": place, "table": _beneath(place)})
    may_names = may(request.held, Permission.POVERTY_NAMES, place.path)
    is_open = may_names and request.GET.get("versi") != BOARD
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else programmes.year_on(today())
    told = profiles.of_rt(place, year=year, on=today(), is_open=is_open)
    page = {"place": place, "page": profile_pages.page(told), "may_names": may_names, "tabs": _tabs(is_open)}
    return render(request, "reports/profile.html", page)


def _tabs(is_open: bool) -> list[dict[str, object]]:
    return [
        {"label": _("Untuk pengurus"), "url": "?", "is_current": is_open},
        {"label": _("Untuk papan pengumuman"), "url": f"?versi={BOARD}", "is_current": not is_open},
    ]


def _beneath(place: Place) -> Table:
    beneath = territory.children(place.id, on=today())
    rows = [Row([each.label], reverse("reports:profile", args=[each.id])) for each in beneath]
    return Table(_("Pilih wilayah"), [Column(_("Wilayah"))], rows, empty=Empty(_("Belum ada RT di sini.")))
