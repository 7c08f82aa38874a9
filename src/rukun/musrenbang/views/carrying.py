"""Usulan tahun lalu: what was not chosen lives on, one by one or all at once."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.musrenbang.actions import proposals as actions
from rukun.musrenbang.queries import menu, proposals
from rukun.musrenbang.views import proposal_tables
from rukun.musrenbang.views.asking import the_rt
from rukun.musrenbang.views.proposals import found
from rukun.territory import queries as territory

P = Permission
PAGE = 40


@needs(P.PLAN_SEE, area=territory.path_of)
def left_over(request: HttpRequest, area_id: int) -> HttpResponse:
    """What was not chosen in years before; what is not carried on stays to be seen here."""
    place, year = the_rt(area_id), menu.current_year(on=today())
    page = Paginator(proposals.left_over(place.path, year), PAGE).get_page(request.GET.get("halaman"))
    context = {
        "place": place,
        "year": year,
        "page": page,
        "rows": [(each, proposal_tables.shown(each.state)) for each in page],
        "may_edit": may(request.held, P.PLAN_EDIT, place.path),
    }
    return render(request, "musrenbang/proposal_left_over.html", context)


@needs(P.PLAN_EDIT, area=proposals.path_of)
@require_POST
def carry(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal, year = found(proposal_id), menu.current_year(on=today())
    actions.carry(proposal=proposal, year=year, on=today(), by=request.user)
    messages.success(
        request, _("“%(title)s” sekarang usulan tahun %(year)s.") % {"title": proposal.title, "year": year}
    )
    return redirect("musrenbang:left_over", proposal.rt_id)


@needs(P.PLAN_EDIT, area=territory.path_of)
@require_POST
def carry_all(request: HttpRequest, area_id: int) -> HttpResponse:
    place, year = the_rt(area_id), menu.current_year(on=today())
    count = actions.carry_all(path=place.path, year=year, on=today(), by=request.user)
    said = ngettext("%(n)d usulan dibawa ke tahun %(year)s.", "%(n)d usulan dibawa ke tahun %(year)s.", count)
    messages.success(request, said % {"n": count, "year": year})
    return redirect("musrenbang:proposals", place.id)
