"""The by-name list: for those who serve these families, narrowed by need, never a place to browse strangers."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.poverty.forms import ListForm
from rukun.poverty.queries import standings
from rukun.poverty.queries.standings import Filters
from rukun.poverty.types import NEED_WORDS
from rukun.poverty.words import label_words, need_words
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import umur

PAGE = 50
CHIPS = ("no_latrine", "child_under_five", "elder_alone", "disability", "chronic_illness", "unsafe_water")


@needs(Permission.POVERTY_NAMES, area=territory.path_of)
def listed(request: HttpRequest, area_id: int) -> HttpResponse:
    on = today()
    place = territory.place(area_id, on=on)
    asked = request.GET or standings.POOR_FIRST
    form, filters = ListForm(asked), standings.asked_for(asked, request.POST.get("kata", ""))
    found = standings.matching(place.path, filters, on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("halaman"))
    context = {
        "place": place,
        "form": form,
        "filters": filters,
        "page": page,
        "table": table(standings.lines(page.object_list), page.paginator.count, place.id),
        "chips": chips(filters),
        "reason": standings.reason_text(filters.reason, on),
        "may_export": may(request.held, Permission.POVERTY_EXPORT, place.path),
    }
    return render(request, "poverty/list.html", context)


def table(lines: list[standings.Line], count: int, area_id: int) -> Table:
    rows = [
        Row([line.head or _("(tanpa nama)"), line.address, _state(line), _needs(line), umur(line.facts_on)], _url(line))
        for line in lines
    ]
    columns = [
        Column(_("Rumah tangga")),
        Column(_("Alamat")),
        Column(_("Keadaan")),
        Column(_("Kebutuhan")),
        Column(_("Data")),
    ]
    empty = Empty(
        _("Tidak ada rumah tangga yang cocok."), _("Lihat semua"), reverse("poverty:list", args=[area_id]) + "?putusan="
    )
    return Table(_("%(n)d rumah tangga") % {"n": count}, columns, rows, empty=empty)


def chips(filters: Filters) -> list[dict[str, Any]]:
    """Needs as chips: a press narrows, another press widens again."""
    found = []
    for code in CHIPS:
        is_on = code in filters.needs
        kept = [each for each in filters.needs if each != code] if is_on else [*filters.needs, code]
        query = "&".join([f"putusan={filters.label}", *(f"kebutuhan={each}" for each in kept if each in NEED_WORDS)])
        found.append({"label": need_words(code), "url": f"?{query}", "is_current": is_on})
    return found


def _state(line: standings.Line) -> str:
    return _("%(label)s (%(n)d kriteria)") % {"label": label_words(line.label), "n": line.counted}


def _needs(line: standings.Line) -> str:
    return ", ".join(need_words(code) for code in line.needs)


def _url(line: standings.Line) -> str:
    return reverse("poverty:verdict", args=[line.household_id])
