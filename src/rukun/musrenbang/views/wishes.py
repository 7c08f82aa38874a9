"""Last year's paper wishes: bring a list, look at every row, accept it whole or throw it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import wishes as actions
from rukun.musrenbang.forms.proposals import OldList
from rukun.musrenbang.models import PaperList
from rukun.musrenbang.queries import proposals, wishes
from rukun.musrenbang.views import wish_tables
from rukun.musrenbang.views.asking import spoken, the_place
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission


@needs(P.PLAN_EDIT, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    """A list comes in: it is read, and nothing more."""
    place = the_place(area_id)
    brought = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OldList(*brought, rts=_rts(place), initial={"year": today().year - 1})
    letter = None
    if form.is_valid():
        try:
            return redirect("musrenbang:wishes", _brought(request, place, form.cleaned_data).pk)
        except Problem as problem:
            letter = spoken(problem)
    context = {"place": place, "form": form, "letter": letter}
    return render(request, "musrenbang/wishes_new.html", context, status=422 if letter or form.errors else 200)


@needs(P.PLAN_EDIT, area=proposals.path_of_list)
@never_cache
@require_GET
def show(request: HttpRequest, list_id: int) -> HttpResponse:
    """What the list says, row by row, before anything is saved."""
    paper = get_object_or_404(PaperList, pk=list_id)
    read = wishes.reading(paper)
    twice = wishes.twice(read.wishes)
    fresh = [wish for wish in read.wishes if wish.row not in twice]
    context = {
        "place": the_place(paper.area_id),
        "paper": paper,
        "figures": wish_tables.figures(read, fresh, twice),
        "fresh": wish_tables.fresh(fresh, on=today()),
        "remarks": wish_tables.remarks(read.remarks),
        "more_remarks": max(len(read.remarks) - wish_tables.SHOWN, 0),
        "twice": sorted(twice)[: wish_tables.SHOWN],
        "may_accept": bool(fresh),
    }
    return render(request, "musrenbang/wishes.html", context)


@needs(P.PLAN_EDIT, area=proposals.path_of_list)
@require_POST
def accept(request: HttpRequest, list_id: int) -> HttpResponse:
    paper = get_object_or_404(PaperList, pk=list_id)
    count = actions.accept(paper=paper, on=today(), by=request.user)
    messages.success(request, _("%(n)d usulan lama tercatat.") % {"n": count})
    return redirect("musrenbang:proposals", paper.area_id)


@needs(P.PLAN_EDIT, area=proposals.path_of_list)
@require_POST
def discard(request: HttpRequest, list_id: int) -> HttpResponse:
    paper = get_object_or_404(PaperList, pk=list_id)
    actions.discard(paper=paper, by=request.user)
    messages.success(request, _("Daftar dibuang. Tidak ada yang disimpan."))
    return redirect("musrenbang:proposals", paper.area_id)


def _rts(place: Place) -> list[tuple[int, str]]:
    return [(each.area_id, territory.label(each)) for each in territory.rts_under(place.path, on=today())]


def _brought(request: HttpRequest, place: Place, typed: dict[str, Any]) -> PaperList:
    file = typed["file"]
    return actions.bring(
        area=place,
        file=file.name,
        content=file.read(),
        year=typed["year"],
        rt_id=typed["rt"],
        on=today(),
        by=request.user,
    )
