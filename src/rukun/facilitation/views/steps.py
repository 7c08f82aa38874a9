"""Steps of the year: for an RT the one next thing, for larger places the counts and who wants help first."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.facilitation.actions import steps as acting
from rukun.facilitation.forms.visits import NoAnswer, TickForm
from rukun.facilitation.models import Programme
from rukun.facilitation.queries import helping, programmes, readiness, steps, visits
from rukun.facilitation.views import tables
from rukun.facilitation.views.answering import answer, the_place, the_rt
from rukun.parameters.juknis import Step, StepKind
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission
PAGE = 25


@needs(P.PLAN_SEE)
def home(request: HttpRequest) -> HttpResponse:
    """The highest area where one may see plans."""
    path = min(paths_with(request.held, P.PLAN_SEE), key=len)
    return redirect("facilitation:steps", area_id=int(path.strip(".").rpartition(".")[2]))


@needs(P.PLAN_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    programme = programmes.current(on)
    context = {
        "place": place,
        "programme": programme,
        "may_adopt": may(request.held, P.JUKNIS_EDIT, place.path),
        "may_visit": may(request.held, P.VISIT_RECORD, place.path),
    }
    page = _rt(request, place, programme, on) if place.level == "rt" else _above(request, place, programme, on)
    template = "facilitation/rt.html" if place.level == "rt" else "facilitation/above.html"
    return render(request, template, context | page)


def _rt(request: HttpRequest, place: Place, programme: Programme | None, on: date) -> dict[str, Any]:
    may_edit = may(request.held, P.PLAN_EDIT, place.path)
    walks = steps.walks([place.path], programme.year if programme else on.year, on=on)
    (need,) = helping.standing(walks, programme, on=on)
    told: dict[str, Any] = {"need": need, "open_promises": visits.open_promises([place.path]).count()}
    if programme is None:
        return told
    stations = steps.of_rt(place.id, programme, on=on)
    return told | {
        "next": tables.next_card(steps.next_of(stations, on), place.id, on, may_edit=may_edit),
        "left": tables.left(stations, place.id, on),
        "done": tables.done(stations, place.id),
        "all": len(stations),
        "attempt": readiness.best(place.path, programme.year),
    }


def _above(request: HttpRequest, place: Place, programme: Programme | None, on: date) -> dict[str, Any]:
    walks = steps.walks([place.path], programme.year if programme else on.year, on=on)
    found = helping.needing(walks, programme, on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("halaman"))
    places = territory.places([each.rt_id for each in page], on=on)
    return {
        "page": page,
        "next": tables.first_to_help(found, places) if page.number == 1 else None,
        "counts": tables.counts(steps.progress(walks, programme, on=on)) if programme else None,
        "table": tables.needing(list(page), places, len(found)),
    }


def _path(area_id: int, step: str) -> str:
    return territory.path_of(area_id)


@needs(P.PLAN_EDIT, area=_path)
def tick(request: HttpRequest, area_id: int, step: str) -> HttpResponse:
    """A step that no other room fulfils is ticked by hand, and unticked."""
    place, on = the_rt(area_id), today()
    programme = programmes.current(on)
    found = _ticked_by_hand(programme, step)
    station = next(each for each in steps.of_rt(place.id, programme, on=on) if each.step == found)
    told = {"rt_id": place.id, "path": place.path, "year": programme.year, "step": found.mark, "by": request.user}
    form = (NoAnswer if station.is_done else TickForm)(request.POST if request.method == "POST" else None)

    def act(**_typed: Any) -> None:
        if station.is_done:
            acting.reopen(**told)
        else:
            acting.finish(**told, on=on, note=form.cleaned_data["note"])

    context = {"place": place, "station": station, "title": found.label}
    context["button"] = _("Buka lagi langkah ini") if station.is_done else _("Tandai selesai")
    done = _("Langkah dibuka lagi.") if station.is_done else _("Langkah selesai.")
    back = reverse("facilitation:steps", args=[place.id])
    return answer(request, form, act, done=done, back=back, context=context, template="facilitation/step.html")


def _ticked_by_hand(programme: Programme | None, key: str) -> Step:
    found = programme.juknis.step(key) if programme else None
    if found is None or found.kind is not StepKind.OTHER or found.actor != "rt":
        raise Http404
    return found
