"""All ten tools of an RT with the next thing first; above the RT, how many RTs have done which."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs
from rukun.mapping.actions import sheets as actions
from rukun.mapping.actions import years
from rukun.mapping.queries import progress, sheets
from rukun.mapping.views import areas, frames, tables
from rukun.territory import queries as territory


@needs(Permission.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    frame = frames.of_area(request, area_id)
    return _rt(request, frame) if frame.place.level == "rt" else _area(request, frame)


def _rt(request: HttpRequest, frame: frames.Frame) -> HttpResponse:
    held = sheets.standings(frame.place.id, frame.year)
    mapped = sheets.years(frame.place.id)
    page = frame.context | {
        "table": tables.tools(held, frame),
        "next": tables.next_thing(held, frame),
        "done": sum(each.state == "selesai" for each in held),
        "tabs": tables.years(mapped, frame, frame.on),
        "may_copy": frame.may_edit and frame.year - 1 in mapped and any(each.sheet is None for each in held),
        "may_close": frame.may_edit and tables.may_close(held),
    }
    return render(request, "mapping/index.html", page)


def _area(request: HttpRequest, frame: frames.Frame) -> HttpResponse:
    rts = list(territory.rts_under(frame.place.path, on=frame.on).select_related("area"))
    found = progress.by_rt(frame.place.path, frame.year)
    children = territory.children(frame.place.id, on=frame.on) if frame.place.level in areas.HIGH else []
    page = frame.context | {
        "beneath": areas.children(children, rts, found, frame) if children else areas.rts(rts, found, frame),
        "tools": areas.tools(progress.by_tool(frame.place.path, frame.year)),
        "figures": areas.figures(rts, found),
        "tabs": tables.years([], frame, frame.on),
    }
    return render(request, "mapping/area.html", page)


@require_POST
@needs(Permission.PLAN_EDIT, area=territory.path_of)
def copy(request: HttpRequest, area_id: int) -> HttpResponse:
    frame = frames.of_rt(request, area_id)
    count = years.copy(**frame.acts)
    said = ngettext("%(n)d alat disalin dari tahun lalu.", "%(n)d alat disalin dari tahun lalu.", count)
    messages.success(request, said % {"n": count})
    return redirect(frame.url("index"))


@require_POST
@needs(Permission.PLAN_EDIT, area=territory.path_of)
def close(request: HttpRequest, area_id: int) -> HttpResponse:
    frame = frames.of_rt(request, area_id)
    actions.close_year(**frame.acts)
    messages.success(request, _("Pemetaan tahun %(year)s selesai. Terima kasih.") % {"year": frame.year})
    return redirect(frame.url("index"))
