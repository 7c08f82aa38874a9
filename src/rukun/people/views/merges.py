"""RTs merge: which ones and by which decree, a summary of who comes along, then for good."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.people.actions import merges
from rukun.people.forms.merges import Merge
from rukun.people.queries import past
from rukun.people.views import tables
from rukun.people.views.answering import spoken
from rukun.people.views.splits import the_rt
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission


@needs(P.TERRITORY_EDIT, area=territory.path_of)
def merge(request: HttpRequest, area_id: int) -> HttpResponse:
    """Two looks at one form; all that was chosen travels along, and only the last button writes."""
    place = the_rt(request, area_id)
    form = Merge(request.POST or None, place=place, others=_others(request, place), today=today())
    go = request.POST.get("go", "")
    if request.method != "POST" or go == "ubah" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "people/merge.html", {"place": place, "form": form}, status=status)
    return _chosen(request, place, form, is_sure=go == "simpan")


def _others(request: HttpRequest, place: Place) -> list[Place]:
    """The other RTs of the desa that one may change."""
    rows = territory.rts_under(territory.desa_path(place.path), on=today()).exclude(area=place.id)
    found = territory.places(list(rows.values_list("area_id", flat=True)), on=today())
    words = (P.TERRITORY_EDIT, P.PEOPLE_EDIT)
    may_change = [each for each in found.values() if all(may(request.held, word, each.path) for word in words)]
    return sorted(may_change, key=lambda each: (each.path.count("."), each.number, each.path))


def _chosen(request: HttpRequest, place: Place, form: Merge, *, is_sure: bool) -> HttpResponse:
    letter = None
    if is_sure:
        try:
            target = _commit(request, form)
        except Problem as problem:
            letter = spoken(problem)
        else:
            messages.success(request, _("%(place)s kini memuat semua RT yang digabung.") % {"place": form.target})
            return redirect("people:register", target.pk)
    homes = past.homes_in_todays_borders([each.id for each in form.merged], today())
    moving = [home for home in homes if not form.cleaned_data["goes_on"] or home.rt_id != place.id]
    context = {
        "place": place,
        "form": form,
        "letter": letter,
        "homes": len(moving),
        "people": sum(home.people for home in moving),
        "table": tables.merged_table(form.merged, homes, form.target),
    }
    return render(request, "people/merge_summary.html", context, status=422 if letter else 200)


def _commit(request: HttpRequest, form: Merge) -> Any:
    return merges.merge_rts(
        rt_ids=[each.id for each in form.merged],
        **form.becomes,
        on=form.cleaned_data["on"],
        basis=form.cleaned_data["basis"],
        today=today(),
        by=request.user,
    )
