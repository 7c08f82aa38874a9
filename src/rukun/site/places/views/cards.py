"""The tree and one place in it: what lies beneath, what it was, who may change it; as of any day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Held, Permission, may, needs, today
from rukun.site.places.forms import BENEATH
from rukun.territory import queries
from rukun.territory.queries import readings
from rukun.territory.types import Level, Place
from rukun.ui.tables import Column, Empty, Row, Table

OFFICIAL = readings.OFFICIAL


@needs(Permission.TERRITORY_EDIT)
def areas(request: HttpRequest) -> HttpResponse:
    """Straight to the highest place one may edit."""
    own = next(held for held in request.held if may((held,), Permission.TERRITORY_EDIT, held.path))
    return redirect("territory:area", own.area_id)


@needs(Permission.PLACE_SEE, area=queries.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    on = asked_day(request.GET.get("pada", ""))
    place = queries.place(area_id, on=on or today())
    below = queries.children(area_id, on=on or today())
    acts = doings(request.held, place) if on is None and place is not None else []
    add = acts[0] if acts and place.level in BENEATH else None
    has_room = below or (place and place.level not in {Level.RT, Level.DAWIS})
    context = {
        "place": place or queries.last_known(area_id),
        "exists": place is not None,
        "on": on or today(),
        "is_past": on is not None,
        "table": children_table(below, on, add) if has_room else None,
        "counts": counted(queries.counts(queries.path_of(area_id), on=on or today())),
        "history": queries.history(area_id),
        "border": queries.border(area_id, on=on or today()),
        "doings": acts,
    }
    return render(request, "territory/area.html", context)


@needs(Permission.PLACE_SEE)
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """By POST, as every search of the house."""
    text = request.POST.get("tempat", "")
    found = [each for held in request.held for each in queries.search(text, on=today(), within=held.path)]
    table = Table(
        _("Tempat yang ditemukan"),
        [Column(_("Tempat")), Column(_("Letak"))],
        [Row([each.label, " · ".join(step.label for step in each.way[:-1])], card(each.id)) for each in found],
        empty=Empty(_("Tidak ada tempat dengan nama itu di wilayah Anda."), _("Kembali"), reverse("territory:areas")),
    )
    return render(request, "territory/search.html", {"table": table, "text": text})


@needs(Permission.PLACE_SEE, area=queries.path_of)
def area_map(request: HttpRequest, area_id: int) -> HttpResponse:
    """Which places beneath have a border, drawn; as tiles where none has."""
    on = asked_day(request.GET.get("pada", "")) or today()
    place = queries.the_place(area_id, on=on)
    below = queries.children(area_id, on=on)
    picture = queries.map_of(
        area_id, on=on, values={each.id: 0 for each in below}, steps=[_("tercatat")],
        title=_("Peta %(name)s") % {"name": place.label}, hrefs={each.id: card(each.id) for each in below},
    )  # fmt: skip
    return render(request, "territory/map.html", {"place": place, "picture": picture, "on": on})


def card(area_id: int) -> str:
    return reverse("territory:area", args=[area_id])


def asked_day(text: str) -> date | None:
    """The day in `?pada=2021-12-31`; what cannot be read is as if not asked."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def may_change(held: tuple[Held, ...], place: Place) -> bool:
    """A kecamatan or desa is changed from above it; the kabupaten only by a new list of codes."""
    if place.level == Level.KABUPATEN:
        return False
    above = place.path[: -len(f"{place.id}.")]
    return may(held, Permission.TERRITORY_EDIT, above if place.level in OFFICIAL else place.path)


def refuse_unless_may_change(held: tuple[Held, ...], place: Place) -> None:
    if not may_change(held, place):
        raise PermissionDenied


def doings(held: tuple[Held, ...], place: Place) -> list[dict[str, str]]:
    """What this person may do with this place, as links."""
    if not may(held, Permission.TERRITORY_EDIT, place.path):
        return []
    asked = [
        (place.level in BENEATH, "territory:add", _("Tambah wilayah"), "list"),
        (place.level in OFFICIAL, "territory:register", _("Bawa daftar RT"), "upload"),
        (place.level != Level.DAWIS, "territory:boundaries", _("Bawa batas wilayah"), "map"),
        (place.level == Level.KABUPATEN, "territory:codes", _("Bawa daftar kode baru"), "upload"),
        (may_change(held, place), "territory:rename", _("Ganti nama atau nomor"), "house"),
        (may_change(held, place), "territory:transfer", _("Pindah ke induk lain"), "arrow-right"),
        (may_change(held, place), "territory:close", _("Tutup wilayah ini"), "cross"),
    ]
    return [
        {"label": label, "url": reverse(name, args=[place.id]), "icon": icon}
        for fits, name, label, icon in asked
        if fits
    ]


def children_table(below: list[Place], on: date | None, add: dict[str, str] | None) -> Table:
    query = f"?pada={on.isoformat()}" if on else ""
    return Table(
        _("Wilayah di bawahnya"),
        [Column(_("Nama")), Column(_("Tingkat")), Column(_("Kode"))],
        [Row([each.label, Level(each.level).label, each.code or "–"], card(each.id) + query) for each in below],
        empty=Empty(_("Belum ada wilayah di bawahnya."), add["label"], add["url"])
        if add
        else Empty(_("Belum ada wilayah di bawahnya.")),
    )


def counted(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [{"meaning": Level(level).label, "value": counts[level]} for level in Level.values if level in counts]
