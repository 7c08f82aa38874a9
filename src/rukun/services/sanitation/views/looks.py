"""Sanitation of a place, and one look at a household."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.people.queries import households
from rukun.services.sanitation import public
from rukun.services.sanitation.actions import looks as actions
from rukun.services.sanitation.forms.answers import shown
from rukun.services.sanitation.forms.looks import LookForm
from rukun.services.sanitation.queries import figures, looks
from rukun.services.sanitation.views import look_tables as tables
from rukun.services.sanitation.views.answering import answer, faces, is_exact, of_home, records, the_place
from rukun.territory import queries as territory

P = Permission


@needs(P.SERVICES_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    if place.level == "rt" and records(request, place.path):
        return render(request, "sanitation/looks_rt.html", _rt(place))
    return render(request, "sanitation/looks_above.html", _above(request, place))


@needs(P.SANITATION_RECORD, area=households.path_of)
def look(request: HttpRequest, household_id: int) -> HttpResponse:
    on, page = today(), of_home(household_id, "look")
    last, place = looks.last(household_id), page["place"]
    known = shown(looks.said_of(last)) if last else {}
    seen = looks.tell(last, is_rural=looks.is_rural(place.path, on=on)) if last else None
    return answer(
        request, LookForm(request.POST or None, today=on, initial=known),
        lambda seen_on, **said: actions.look(
            household_id=household_id, said=said, seen_on=seen_on, on=on, by=request.user
        ),
        done=_("Tersimpan. Silakan rumah berikutnya."), back=reverse("sanitation:area", args=[place.id]),
        context=page | {"seen": tables.told(seen), "history": tables.history(looks.history(household_id))},
        template="sanitation/look.html",
    )  # fmt: skip


def _rt(place: Any) -> dict[str, Any]:
    on = today()
    homes = looks.of_rt(place, on=on)
    found = figures.whole(place.path, on=on)
    return faces(place, "area") | {
        "figures": tables.figures(found),
        "homes": tables.homes(homes),
        "pillars": tables.pillars(found),
        "next": tables.next_thing(homes),
    }


def _above(request: HttpRequest, place: Any) -> dict[str, Any]:
    on, exact = today(), is_exact(request, place.path)
    safe = public.latrines(place.path, on=on, is_exact=exact)
    found = figures.whole(place.path, on=on) if exact else None
    return faces(place, "area") | {
        "figures": tables.safe_figures(safe.own),
        "parts": tables.parts(territory.children(place.id, on=on), safe.parts) if place.level != "rt" else None,
        "rungs": tables.rungs(found) if found else None,
        "pillars": tables.pillars(found) if found else None,
        "is_exact": exact,
    }
