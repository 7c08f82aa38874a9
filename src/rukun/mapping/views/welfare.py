"""Neighbours place households: one group, one household, one press at a time."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs
from rukun.mapping.actions import rankings
from rukun.mapping.queries import sheets
from rukun.mapping.queries import welfare as queries
from rukun.mapping.types import Tool
from rukun.mapping.views import frames
from rukun.people.queries import households
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan


@needs(Permission.PLAN_EDIT, area=territory.path_of)
def rank(request: HttpRequest, area_id: int) -> HttpResponse:
    """The next household that this group has not placed; an earlier one when it is asked for."""
    frame = frames.of_rt(request, area_id)
    sheet = sheets.sheet(frame.place.id, frame.year, Tool.WELFARE)
    groups, classes = sheets.entries(sheet, sheets.GROUP), sheets.entries(sheet)
    group = next((each for each in groups if str(each.pk) == request.GET.get("kelompok")), None)
    if group is not None and request.method == "POST":
        return _place(request, frame, group, classes)
    page = frame.context | {
        "groups": groups,
        "classes": classes,
        "group": group,
        "back": frame.url("tool", Tool.WELFARE),
    }
    page |= _turn(request, frame, group) if group is not None else {}
    return render(request, "mapping/rank.html", page)


def _place(request: HttpRequest, frame: frames.Frame, group: Any, classes: list[Any]) -> HttpResponse:
    chosen = next((each for each in classes if str(each.pk) == request.POST.get("kelas")), None)
    home = request.POST.get("rumah", "")
    number = int(home) if home.isdecimal() and len(home) < 18 else 0
    rankings.place(group=group, household_id=number, rank=chosen, on=frame.on, by=request.user)
    return redirect(frame.url("rank", kelompok=group.pk))


def _turn(request: HttpRequest, frame: frames.Frame, group: Any) -> dict[str, Any]:
    lines = households.of_rt(frame.place.path)
    placed = queries.placed_by(group.pk)
    asked = request.GET.get("rumah", "")
    open_lines = [line for line in lines if line.household_id not in placed]
    now = next((line for line in lines if str(line.household_id) == asked), open_lines[0] if open_lines else None)
    done = [(line, placed[line.household_id]) for line in lines if line.household_id in placed]
    return {
        "line": now,
        "chosen": placed.get(now.household_id) if now else None,
        "done": [(line, rank, frame.url("rank", kelompok=group.pk, rumah=line.household_id)) for line, rank in done],
        "count": len(done),
        "all": len(lines),
    }


def panel(frame: frames.Frame, sheet: Any, classes: list[Any]) -> dict[str, Any]:
    """Beneath the classes: the groups, how far each is, and, for who may see names, where they differ."""
    groups = sheets.entries(sheet, sheets.GROUP)
    counts = queries.counts(sheet) if groups else {}
    may_names = frame.may_names and bool(groups)
    return {
        "groups": _groups(frame, groups, counts),
        "may_rank": frame.may_edit and bool(groups) and len(classes) > 1,
        "differing": _differing(frame, sheet) if may_names else None,
        "group_url": frame.url("entry", sheets.GROUP),
    }


def _groups(frame: frames.Frame, groups: list[Any], counts: dict[int, int]) -> Table:
    rows = [
        Row([each.name, ribuan(each.women), ribuan(each.men), ribuan(counts.get(each.pk, 0))], _group_url(frame, each))
        for each in groups
    ]
    numbers = (_("Perempuan"), _("Laki-laki"), _("Rumah tangga dinilai"))
    columns = [Column(_("Kelompok")), *(Column(label, is_number=True) for label in numbers)]
    empty = Empty(_("Minta dua kelompok menilai sendiri-sendiri, misalnya ibu-ibu dan bapak-bapak."))
    return Table(_("Kelompok penilai"), columns, rows, empty=empty)


def _group_url(frame: frames.Frame, group: Any) -> str:
    return frame.url("rank", kelompok=group.pk) if frame.may_edit else ""


def _differing(frame: frames.Frame, sheet: Any) -> Table | None:
    """Households that the groups place apart, the furthest first."""
    ids = [home for home, orders in queries.orders(sheet).items() if len(set(orders)) > 1]
    if not ids:
        return None
    ranked, cards = queries.class_of(ids), households.cards(ids)
    known = sorted((ranked[pk] for pk in ids if pk in cards), key=lambda each: -each.spread)
    rows = [Row([cards[each.household_id]["head"], each.highest, each.lowest]) for each in known]
    columns = [Column(_("Rumah tangga")), Column(_("Paling tinggi")), Column(_("Paling rendah"))]
    return Table(_("Dinilai berbeda"), columns, rows)
