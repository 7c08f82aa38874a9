"""One tool: its picture, what is noticed, its entries, and who was in the room."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs
from rukun.mapping.actions import sheets as actions
from rukun.mapping.forms import RoomForm
from rukun.mapping.queries import ground, notes, pictures, sheets
from rukun.mapping.types import Tool
from rukun.mapping.views import frames, tables, welfare
from rukun.mapping.words import ASKS, TEACHES, say

ROOM = ("met_on", "women", "men", "poor", "disability")


@needs(Permission.PLAN_SEE, area=frames.path_of)
def tool_page(request: HttpRequest, area_id: int, tool: str) -> HttpResponse:
    frame, named = frames.of_rt(request, area_id), frames.tool_named(tool)
    sheet = sheets.sheet(frame.place.id, frame.year, named)
    standing = sheets.Standing(named, sheet)
    held = sheets.entries(sheet)
    may_write = frame.may_edit and sheets.takes_entries(sheet)
    page = frame.context | {
        "tool": named,
        "teach": TEACHES[named],
        "ask": ASKS[named],
        "sheet": sheet,
        "standing": standing,
        "may_write": may_write,
        "table": tables.entries(named, held, frame, may_write=may_write),
        "paper_url": _paper_url(frame, named) if held else "",
    }
    page |= _seen(frame, sheet, held)
    page |= {"next": tables.next_on(standing, page["notes"], frame), "room_url": frame.url("room", named)}
    page |= {"add_url": frame.url("entry", named)}
    page |= welfare.panel(frame, sheet, held) if named == Tool.WELFARE and held else {}
    found = page.pop("notes")
    page["wanting"] = [say(note) for note in found if note.is_missing]
    page["seen"] = [say(note) for note in found if not note.is_missing]
    return render(request, "mapping/tool.html", page)


def _seen(frame: frames.Frame, sheet: Any, held: list[Any]) -> dict[str, Any]:
    """Picture and notes; the map asks for the ground once for both."""
    if sheet is None or sheet.is_skipped:
        return {"picture": None, "notes": []}
    if sheet.tool == Tool.MAP:
        land = ground.of_place(frame.place, on=frame.on)
        picture = pictures.of_ground(sheet, land, held, with_houses=frame.may_people)
        return {"picture": picture, "notes": notes.of_map(sheet, land, held)}
    picture = pictures.of_sheet(sheet, held, on=frame.on, with_houses=False)
    return {"picture": picture, "notes": notes.of_sheet(sheet, held, on=frame.on) if held else []}


def _paper_url(frame: frames.Frame, tool: Tool) -> str:
    return f"{reverse('reports:wall', args=[frame.place.id, tool])}?tahun={frame.year}"


@needs(Permission.PLAN_EDIT, area=frames.path_of)
def room(request: HttpRequest, area_id: int, tool: str) -> HttpResponse:
    """Who was in the room, as counts."""
    frame, named = frames.of_rt(request, area_id), frames.tool_named(tool)
    sheet = sheets.sheet(frame.place.id, frame.year, named)
    kept = {name: getattr(sheet, name) for name in ROOM} if sheet else {}
    form = RoomForm(
        request.POST if request.method == "POST" else None, initial={"met_on": frame.on} | _known(kept), today=frame.on
    )
    if form.is_valid():
        actions.meet(tool=named, room=form.cleaned_data, **frame.acts)
        messages.success(request, _("Yang hadir tercatat."))
        return redirect(frame.url("tool", named))
    page = frame.context | {"form": form, "tool": named, "back": frame.url("tool", named)}
    return render(request, "mapping/room.html", page, status=422 if form.errors else 200)


def _known(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if value is not None}


@require_POST
@needs(Permission.PLAN_EDIT, area=frames.path_of)
def finish(request: HttpRequest, area_id: int, tool: str) -> HttpResponse:
    frame, named = frames.of_rt(request, area_id), frames.tool_named(tool)
    actions.finish(tool=named, **frame.acts)
    messages.success(request, _("%(tool)s selesai.") % {"tool": named.label})
    return redirect(frame.url("index"))


@require_POST
@needs(Permission.PLAN_EDIT, area=frames.path_of)
def reopen(request: HttpRequest, area_id: int, tool: str) -> HttpResponse:
    frame, named = frames.of_rt(request, area_id), frames.tool_named(tool)
    actions.reopen(tool=named, **frame.acts)
    return redirect(frame.url("tool", named))
