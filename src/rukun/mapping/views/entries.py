"""One entry: added, changed, or removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs
from rukun.kit.problems import Problem
from rukun.mapping.actions import entries as actions
from rukun.mapping.forms import FORMS, EntryForm
from rukun.mapping.forms.base import Around
from rukun.mapping.problems import CATALOGUE
from rukun.mapping.queries import ground, pictures, sheets
from rukun.mapping.types import Tool
from rukun.mapping.views import frames
from rukun.mapping.words import ASKS
from rukun.people.queries import households
from rukun.ui.letters import spoken

AGAIN = "lagi"


@needs(Permission.PLAN_EDIT, area=frames.path_of)
def entry(request: HttpRequest, area_id: int, kind: str) -> HttpResponse:
    frame, tool = frames.of_rt(request, area_id), sheets.tool_of(kind)
    if tool is None:
        raise Http404
    found = _asked(request, kind, frame)
    if found is not None and "hapus" in request.POST:
        actions.remove(kind=kind, entry=found, on=frame.on, by=request.user)
        messages.success(request, _("Catatan dihapus."))
        return redirect(frame.url("tool", tool))
    sheet = sheets.sheet(frame.place.id, frame.year, tool)
    if request.method == "GET" and not sheets.takes_entries(sheet):
        return redirect(frame.url("tool", tool))
    return _form(request, frame, sheet, kind, found)


def _asked(request: HttpRequest, kind: str, frame: frames.Frame) -> Any | None:
    number = request.GET.get("catatan", "")
    found = sheets.entry(kind, number, frame.place.id, frame.year) if number else None
    if number and found is None:
        raise Http404
    return found


def _form(request: HttpRequest, frame: frames.Frame, sheet: Any, kind: str, found: Any) -> HttpResponse:
    tool = sheets.tool_of(kind)
    around = _around(frame, sheet, tool, kind)
    form = FORMS[kind](request.POST if request.method == "POST" else None, around=around, instance=found)
    letter = _kept(frame, kind, found, form) if form.is_valid() else None
    if form.is_valid() and letter is None:
        messages.success(request, _("Tersimpan."))
        return redirect(frame.url("entry", kind) if AGAIN in request.POST else frame.url("tool", tool))
    page = frame.context | {"form": form, "tool": tool, "entry": found, "back": frame.url("tool", tool)}
    page |= {"letter": letter}
    page |= {"ask": _("Tambah kelompok penilai") if kind == sheets.GROUP else ASKS[tool]}
    page |= {"tappable": pictures.to_tap(around.ground, around.entries)} if tool == Tool.MAP else {}
    return render(request, "mapping/entry.html", page, status=422 if form.errors or letter else 200)


def _kept(frame: frames.Frame, kind: str, found: Any, form: EntryForm) -> Any | None:
    """Keeps what was told; gives the letter when that cannot be, and the form stays as it was filled."""
    try:
        if found is None:
            actions.add(kind=kind, fields=form.fields_told, **frame.acts)
        else:
            actions.change(kind=kind, entry=found, fields=form.fields_told, on=frame.on, by=frame.by)
    except Problem as problem:
        return spoken(problem, CATALOGUE)
    return None


def _around(frame: frames.Frame, sheet: Any, tool: Tool, kind: str) -> Around:
    held = sheets.entries(sheet, kind) if tool in (Tool.MAP, Tool.TRANSECT, Tool.WELFARE) else []
    if tool != Tool.MAP:
        return Around(frame.on, held)
    land = ground.of_place(frame.place, on=frame.on)
    with_point = {pk for pk, _x, _y in land.houses}
    lines = [line for line in households.of_rt(frame.place.path) if line.household_id in with_point]
    return Around(frame.on, held, land, [(str(each.household_id), each.head or each.address) for each in lines])
