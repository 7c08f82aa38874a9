"""An RT splits: how many parts and by which decree, each household's choice, a summary, then for good."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.people.actions import splits
from rukun.people.forms.splits import STAYS, Border, Choices
from rukun.people.queries import households
from rukun.people.views.answering import spoken
from rukun.people.views.registry import the_place
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission


def the_rt(request: HttpRequest, area_id: int) -> Place:
    """The RT whose borders are drawn anew: whoever does that moves its people too."""
    place = the_place(area_id)
    if place.level != "rt":
        raise Http404
    if not may(request.held, P.PEOPLE_EDIT, place.path):
        raise PermissionDenied
    return place


@needs(P.TERRITORY_EDIT, area=territory.path_of)
def split(request: HttpRequest, area_id: int) -> HttpResponse:
    """Three looks at one form; all that was chosen travels along, and only the last button writes."""
    place = the_rt(request, area_id)
    go = request.POST.get("go", "")
    border = Border(request.POST or None, today=today())
    if request.method != "POST" or go == "batas" or not border.is_valid():
        status = 422 if border.errors else 200
        return render(request, "people/split.html", {"place": place, "form": border}, status=status)
    choices = Choices(
        request.POST if "dipilih" in request.POST else None,
        lines=households.of_rt(place.path),
        parts=border.parts(),
        goes_on=border.cleaned_data["goes_on"],
        old=place.label,
    )
    return _chosen(request, place, border, choices, go)


def _chosen(request: HttpRequest, place: Place, border: Border, choices: Choices, go: str) -> HttpResponse:
    context = {"place": place, "border": border, "form": choices}
    if go == "pilih" or not choices.is_valid():
        return render(request, "people/split_choose.html", context, status=422 if choices.errors else 200)
    if go != "simpan":
        return render(request, "people/split_summary.html", context | {"groups": choices.groups()})
    try:
        _commit(request, place, border, choices)
    except Problem as problem:
        context |= {"groups": choices.groups(), "letter": spoken(problem)}
        return render(request, "people/split_summary.html", context, status=422)
    messages.success(request, _("%(place)s sudah dimekarkan.") % {"place": place.label})
    return redirect("people:register", place.parent_id)


def _commit(request: HttpRequest, place: Place, border: Border, choices: Choices) -> None:
    splits.split_rt(
        rt_id=place.id,
        parts=border.parts(),
        choices={pk: part for pk, part in choices.cleaned_data.items() if part != STAYS},
        goes_on=border.cleaned_data["goes_on"],
        on=border.cleaned_data["on"],
        basis=border.cleaned_data["basis"],
        today=today(),
        by=request.user,
    )
