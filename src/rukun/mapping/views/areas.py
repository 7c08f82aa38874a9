"""Above the RT: how many RTs have done what, those that need help first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.mapping.types import Progress, State, Tool
from rukun.mapping.views.frames import Frame
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.states import shown
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan

HIGH = ("kabupaten", "kecamatan")
"""Places with too many RTs for one page: they tell the places right beneath."""

Found = Mapping[int, Progress]


def figures(rts: Sequence[Any], found: Found) -> list[dict[str, str]]:
    whole, begun, fresh = _sums([each.area_id for each in rts], found)
    told = ((_("RT selesai"), whole), (_("RT berjalan"), begun), (_("RT belum mulai"), fresh))
    unit = _("dari %(n)s RT") % {"n": ribuan(len(rts))}
    return [{"meaning": meaning, "value": ribuan(count), "unit": unit} for meaning, count in told]


def _sums(ids: Sequence[int], found: Found) -> tuple[int, int, int]:
    """RTs that are whole, under way, not begun."""
    held = [found[pk] for pk in ids if pk in found]
    whole = sum(each.is_whole for each in held)
    return whole, len(held) - whole, len(ids) - len(held)


def rts(places: Sequence[Any], found: Found, frame: Frame) -> Table:
    order = sorted(places, key=lambda each: _need(found.get(each.area_id)))
    rows = [_rt(each, found.get(each.area_id, Progress()), frame) for each in order]
    columns = [Column(_("RT")), Column(_("Keadaan"), is_state=True), *_numbers(_("Selesai"), _("Berjalan"), _("Belum"))]
    return Table(_("RT di wilayah ini"), columns, rows, note=_("Yang belum mulai di atas."))


def _need(found: Progress | None) -> tuple[int, int]:
    return (0, 0) if found is None else (2, 0) if found.is_whole else (1, found.done)


def _rt(edition: Any, found: Progress, frame: Frame) -> Row:
    state = State.DONE if found.is_whole else State.UNDER_WAY if found.done or found.under_way else State.NOT_YET
    counts = (found.done, found.under_way, found.not_yet + found.skipped)
    return Row([territory.label(edition), shown(state.value), *map(ribuan, counts)], _url(edition.area_id, frame))


def children(places: Sequence[Place], rts: Sequence[Any], found: Found, frame: Frame) -> Table:
    """The places right beneath, those with the most RTs not begun on top."""
    under = {place: [rt.area_id for rt in rts if rt.area.path.startswith(place.path)] for place in places}
    sums = [(place, _sums(ids, found)) for place, ids in under.items()]
    known = sorted((pair for pair in sums if sum(pair[1])), key=lambda pair: -pair[1][2])
    rows = [Row([place.label, *map(ribuan, counts)], _url(place.id, frame)) for place, counts in known]
    columns = [Column(_("Wilayah")), *_numbers(_("RT selesai"), _("RT berjalan"), _("RT belum mulai"))]
    return Table(_("Wilayah di dalamnya"), columns, rows, note=_("Yang paling banyak belum mulai di atas."))


def tools(found: Mapping[Tool, int]) -> Table:
    """Tool → in how many RTs it is finished."""
    rows = [Row([str(tool.label), ribuan(count)]) for tool, count in found.items()]
    return Table(_("Alat yang selesai"), [Column(_("Alat")), Column(_("RT"), is_number=True)], rows, stays=True)


def _numbers(*labels: str) -> list[Column]:
    return [Column(label, is_number=True) for label in labels]


def _url(area_id: int, frame: Frame) -> str:
    return reverse("mapping:index", args=[area_id]) + f"?tahun={frame.year}"
