"""Larva watch: the round that runs in an RT, one house of it, the trend, and the parts of a place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.people.queries import households
from rukun.services.sanitation.actions import larvae as actions
from rukun.services.sanitation.forms.larvae import VisitForm
from rukun.services.sanitation.models import LarvaRound
from rukun.services.sanitation.queries import larvae
from rukun.services.sanitation.views import larva_tables as tables
from rukun.services.sanitation.views.answering import answer, faces, of_home, records, the_place
from rukun.territory import queries as territory
from rukun.ui.words import tanggal

P = Permission


@needs(P.SERVICES_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    template = "sanitation/larvae_rt.html" if place.level == "rt" else "sanitation/larvae_above.html"
    return render(request, template, (_rt if place.level == "rt" else _above)(request, place))


@require_POST
@needs(P.SANITATION_RECORD, area=territory.path_of)
def begin(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id, "rt"), today()
    try:
        kept = actions.begin(place=place, on=on, by=request.user)
    except Problem as raised:
        messages.info(request, _("Putaran masih berjalan sampai %(day)s.") % {"day": tanggal(raised.details["until"])})
    else:
        messages.success(request, _("Putaran dimulai, sampai %(day)s.") % {"day": tanggal(tables.last_day(kept))})
    return redirect("sanitation:larvae", area_id)


@needs(P.SANITATION_RECORD, area=larvae.path_of)
def one(request: HttpRequest, round_id: int) -> HttpResponse:
    held = get_object_or_404(LarvaRound, pk=round_id)
    homes = larvae.homes(held)
    return render(request, "sanitation/larva_round.html", {
        "place": the_place(held.rt_id), "since": held.since, "until": tables.last_day(held),
        "homes": tables.homes(homes, is_open=held.until > today()),
        "indices": tables.indices(tables.of_round(homes, held.since)),
    })  # fmt: skip


@needs(P.SANITATION_RECORD, area=households.path_of)
def visit(request: HttpRequest, household_id: int) -> HttpResponse:
    on, page = today(), of_home(household_id, "larva_visit")
    place = page["place"]
    held = larvae.running(place.path, on=on)
    last = larvae.last(held, household_id) if held else None
    known = {"containers": last.containers, "positive": last.positive, "words": last.words} if last else {}
    return answer(
        request, VisitForm(request.POST or None, initial=known),
        lambda **said: actions.visit(household_id=household_id, on=on, by=request.user, **said),
        done=_("Tersimpan. Silakan rumah berikutnya."), back=reverse("sanitation:larvae", args=[place.id]),
        context=page | {"round": held, "until": tables.last_day(held) if held else None},
        template="sanitation/larva_visit.html",
    )  # fmt: skip


def _rt(request: HttpRequest, place: Any) -> dict[str, Any]:
    on, may_record = today(), records(request, place.path)
    held, trend = larvae.running(place.path, on=on), larvae.trend(place.path)
    homes = larvae.homes(held) if held and may_record else []
    shown = [each for each in trend if may_record or each.indices.houses >= tables.FEW]
    return faces(place, "larvae") | {
        "round": held,
        "until": tables.last_day(held) if held else None,
        "may_record": may_record,
        "homes": tables.homes(homes, is_open=True) if homes else None,
        "next": tables.next_thing(homes),
        "figures": tables.figures(shown[-1].indices, on) if shown else None,
        "rounds": tables.rounds(shown, may_open=may_record),
        "picture": tables.trend(shown),
        "table": tables.source(on),
    }


def _above(request: HttpRequest, place: Any) -> dict[str, Any]:
    on = today()
    found = larvae.by_rt(place.path, on=on)
    least = 0 if records(request, place.path) else tables.FEW
    beneath = [(child, larvae.together(found, child.path, on=on)) for child in territory.children(place.id, on=on)]
    whole = larvae.together(found, place.path, on=on)
    return faces(place, "larvae") | {
        "figures": tables.figures(whole, on) if whole.houses >= max(least, 1) else None,
        "parts": tables.parts(beneath, least),
        "table": tables.source(on),
    }
