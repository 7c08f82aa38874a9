"""How a page of this room answers a form, and what it finds before."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, today
from rukun.people.queries import households
from rukun.services.sanitation.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering

answer = partial(answering.answer, catalogue=CATALOGUE)
Entry = dict[str, Any]


def the_place(area_id: int, level: str = "") -> Place:
    return territory.the_place(area_id, on=today(), level=level)


def records(request: Any, path: str) -> bool:
    """May write of households here, and so sees them by name."""
    return may(request.held, Permission.SANITATION_RECORD, path)


def is_exact(request: Any, path: str) -> bool:
    return records(request, path) or may(request.held, Permission.SANITATION_CHECK, path)


def of_home(household_id: int, current: str) -> Entry:
    """What every page about a household shows: its place, its head, its three faces. Raises Http404."""
    home = households.cards([household_id]).get(household_id)
    if home is None:
        raise Http404
    faces = (("look", _("Sanitasi")), ("larva_visit", _("Jentik")), ("house", _("Rumah")))
    return {
        "place": the_place(home["rt_id"]),
        "home": home,
        "tabs": [_tab(name, label, household_id, current) for name, label in faces],
        "tabs_name": _("Rumah tangga ini"),
    }


def faces(place: Place, current: str) -> Entry:
    """What every page about a place shows."""
    pages = (
        ("area", _("Sanitasi")),
        ("claims", _("Bebas BABS")),
        ("larvae", _("Jentik")),
        ("houses", _("Rumah layak")),
    )
    return {
        "place": place,
        "tabs": [_tab(name, label, place.id, current) for name, label in pages],
        "tabs_name": _("Lingkungan bersih"),
    }


def _tab(name: str, label: str, pk: int, current: str) -> Entry:
    return {"label": label, "url": reverse(f"sanitation:{name}", args=[pk]), "is_current": name == current}
