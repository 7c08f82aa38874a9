"""Problems and hopes of a place: an RT with its voices and trees; above it, how far its RTs are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.needs.actions import progress as actions
from rukun.needs.queries import progress, trees, voices, years
from rukun.needs.views import tables
from rukun.needs.views.answering import the_rt
from rukun.territory import queries as territory
from rukun.territory.types import Place


@needs(Permission.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place = territory.the_place(area_id, on=today())
    year = years.current(today())
    if place.level == "rt":
        return render(request, "needs/rt.html", _rt(request, place, year))
    return render(request, "needs/above.html", _above(request, place, year))


@require_POST
@needs(Permission.PLAN_EDIT, area=territory.path_of)
def finish(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_rt(area_id), today()
    actions.finish(rt_id=place.id, path=place.path, year=years.current(on), on=on, by=request.user)
    messages.success(request, _("Masalah dan harapan selesai untuk tahun ini."))
    return redirect("needs:index", area_id=area_id)


def _rt(request: HttpRequest, place: Place, year: int) -> dict[str, Any]:
    grown = trees.of_rt(place.path, year)
    statements, ungrouped = voices.counts(place.path, year)
    may_edit = may(request.held, Permission.PLAN_EDIT, place.path)
    is_exact = may(request.held, Permission.PEOPLE_SEE, place.path)
    missing = tables.missing(voices.missing(place.path, year), is_exact=is_exact)
    behind = voices.behind([each.problem_id for each in grown])
    return {
        "place": place,
        "year": year,
        "may_edit": may_edit,
        "missing": missing,
        "statements": statements,
        "ungrouped": ungrouped,
        "problems": tables.problems(grown, behind, is_exact=may_edit),
        "is_rooted": any(each.is_rooted for each in grown),
        "done_on": progress.done_on(place.id, today()),
        "next": tables.next_thing(place, statements, ungrouped, grown, missing) if may_edit else None,
    }


def _above(request: HttpRequest, place: Place, year: int) -> dict[str, Any]:
    found, on = progress.by_rt(place.path, year), today()
    rts = [str(path) for path in territory.rts_under(place.path, on=on).values_list("area__path", flat=True)]
    beneath, is_exact = territory.children(place.id, on=on), may(request.held, Permission.PLAN_EDIT, place.path)
    return {
        "place": place,
        "year": year,
        "figures": tables.figures(found, rts),
        "themes": tables.themes(progress.themes(found)),
        "children": tables.children(beneath, rts, found, is_exact=is_exact),
    }
