"""Decent houses of a place by one of the limits in force, and one house measured."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.people.queries import facts, households
from rukun.services.sanitation import public
from rukun.services.sanitation.actions import houses as actions
from rukun.services.sanitation.forms.answers import shown
from rukun.services.sanitation.forms.houses import HouseForm
from rukun.services.sanitation.queries import houses
from rukun.services.sanitation.views import house_tables as tables
from rukun.services.sanitation.views.answering import answer, faces, is_exact, of_home, records, the_place
from rukun.territory import queries as territory

P = Permission


@needs(P.SERVICES_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    limits = houses.limits(on)
    chosen = request.GET.get("batas", "")
    chosen = chosen if chosen in limits else next(iter(limits))
    by_name = place.level == "rt" and records(request, place.path)
    safe = public.decent_houses(place.path, chosen, on=on, is_exact=is_exact(request, place.path))
    return render(request, "sanitation/houses.html", faces(place, "houses") | {
        "limits": tables.limits(limits, chosen),
        "asks": tables.asks(limits[chosen]),
        "source": limits[chosen].source,
        "figures": tables.figures(safe.own),
        "homes": tables.homes(houses.of_rt(place.path, on=on), chosen) if by_name else None,
        "parts": tables.parts(territory.children(place.id, on=on), safe.parts, chosen) if place.level != "rt" else None,
    })  # fmt: skip


@needs(P.SANITATION_RECORD, area=households.path_of)
def house(request: HttpRequest, household_id: int) -> HttpResponse:
    on, page = today(), of_home(household_id, "house")
    last = houses.last(household_id)
    form = HouseForm(request.POST or None, today=on, initial=_known(household_id, last, page["home"]["size"]))
    return answer(
        request, form,
        lambda **told: actions.check(
            household_id=household_id, said=form.said(), seen_on=told["seen_on"], on=on, by=request.user
        ),
        done=_("Keadaan rumah tersimpan."), back=reverse("sanitation:houses", args=[page["place"].id]),
        context=page | {"verdicts": tables.verdicts(houses.verdicts(last, on=on)) if last else None, "last": last},
        template="sanitation/house.html",
    )  # fmt: skip


def _known(household_id: int, last: Any, size: int) -> dict[str, Any]:
    """What was measured before; else what the family said in an interview, and who lives there now."""
    if last:
        return shown(tables.typed(last))
    told = facts.latest([household_id])[household_id].get("floor_area_m2")
    return {"people": size or None, "floor": tables.said(told.value) if told else None}
