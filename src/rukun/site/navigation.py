"""What stands in the frame of every page: at most five places by role, where one is and as whom.

All of it is told lazily, so that a letter about a broken database can still be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _

from rukun.accounts.permissions import Held, Permission, covers, may, may_somewhere, today
from rukun.accounts.types import Role
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.addresses import first_url


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the bar. `names`: the url names that may serve it; the first that stands is taken."""

    label: Any
    icon: str
    names: tuple[str, ...]
    permission: Permission | None = None


ENTRIES = (
    Entry(_("Beranda"), "home", ("site:home",)),
    Entry(_("Warga"), "people", ("people:home", "people:search"), Permission.PEOPLE_SEE),
    Entry(_("Usulan"), "list", ("facilitation:home",), Permission.PLAN_SEE),
    Entry(_("Dana"), "money", ("grants:home",), Permission.MONEY_SEE),
    Entry(_("Lainnya"), "more", ("site:more",)),
)


PLANNING = frozenset({"facilitation", "mapping", "needs", "musrenbang"})
AROUND = (
    (_("Keadaan"), "area"),
    (_("Langkah"), "facilitation:steps"),
    (_("Pemetaan"), "mapping:index"),
    (_("Masalah dan harapan"), "needs:index"),
    (_("Usulan"), "musrenbang:proposals"),
    (_("Musyawarah"), "musrenbang:meetings"),
    (_("Jawaban"), "musrenbang:answers"),
    (_("Dana"), "grants:rt"),
    (_("Pagu"), "musrenbang:ceilings"),
)
"""The rooms of a year, in the order an RT walks through them."""


def context(request: HttpRequest) -> dict[str, Any]:
    """For the templates: names of the frame (ui/base.html), each worked out when it is used."""
    return {
        "frame_of": lambda place: frame_of(request, place),
        "is_demo": getattr(request, "is_demo", False),
    }


def frame_of(request: HttpRequest, place: Place | None) -> dict[str, Any]:
    """What the frame says on a page about `place` (None: a page about no place)."""
    held = held_in(request)
    if held is None:
        return {"sign_in_url": reverse("account_login")}
    return {
        "navigation": entries(request, held),
        "here": here(held, place),
        "within": place.way[-2].label if place and len(place.way) > 1 else "",
        "as_whom": as_whom(held, place),
        "crumbs": crumbs(held, place) if place else [],
        "around": around(request, held, place) if place else [],
        "sign_out_url": reverse("account_logout"),
        "search_url": first_url("people:search") if may_somewhere(held, Permission.PEOPLE_SEE) else "",
    }


def held_in(request: HttpRequest) -> tuple[Held, ...] | None:
    """The roles of this request; None when nobody has signed in."""
    user = getattr(request, "user", None)
    return getattr(request, "held", ()) if user is not None and user.is_authenticated else None


def entries(request: HttpRequest, held: tuple[Held, ...]) -> list[dict[str, Any]]:
    found = [
        {"label": entry.label, "icon": entry.icon, "url": url}
        for entry in ENTRIES
        if (entry.permission is None or may_somewhere(held, entry.permission)) and (url := first_url(*entry.names))
    ]
    current = section(request)
    return [each | {"is_current": each["icon"] == current} for each in found]


def section(request: HttpRequest) -> str:
    """Which of the five a page belongs to, by its room: the icon of that entry."""
    try:
        match = request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return ""
    if match.view_name == "site:home":
        return "home"
    if match.namespace == "people":
        return "more" if match.url_name.startswith("batch") else "people"
    if is_planning(match):
        return "list"
    return "money" if is_money(match) else "more"


def around(request: HttpRequest, held: tuple[Held, ...], place: Place) -> list[dict[str, Any]]:
    """On each page of the year of a place: the other rooms of that year, one tap away."""
    match = request.resolver_match
    if match is None or not (is_planning(match) or is_money(match) or match.view_name == "area"):
        return []
    if not may(held, Permission.PLAN_SEE, place.path):
        return []
    found = [(label, name, first_url(name, area_id=place.id)) for label, name in AROUND]
    return [{"label": label, "url": url, "is_current": name == match.view_name} for label, name, url in found if url]


def is_planning(match: ResolverMatch) -> bool:
    """Whether a page belongs to the year of an RT; the papers of a meeting do."""
    return match.namespace in PLANNING or match.view_name == "reports:papers"


def is_money(match: ResolverMatch) -> bool:
    """Whether a page belongs to the money of an RT; its papers do."""
    return match.namespace == "grants" or match.view_name.startswith("reports:grants")


def area_url(area_id: int) -> str:
    return first_url("area", "poverty:area", "territory:area", area_id=area_id)


def here(held: tuple[Held, ...], place: Place | None) -> str:
    """The name of the page's place; else of the first area held."""
    if place is not None:
        return place.label
    edition = territory.editions(on=today()).filter(area=held[0].area_id).first() if held else None
    return territory.label(edition) if edition else ""


def as_whom(held: tuple[Held, ...], place: Place | None) -> str:
    """The role that opens this place; without a place, the first one held."""
    opening = [each for each in held if place is None or place.path.startswith(each.path)] or list(held)
    return str(Role(opening[0].role).label) if opening else ""


def crumbs(held: tuple[Held, ...], place: Place) -> list[dict[str, str]]:
    """The way from the kabupaten; a place outside one's areas is named but leads nowhere."""
    way, path = [], ""
    for step in place.way:
        path += f"{step.id}."
        way.append({"label": step.label, "url": area_url(step.id) if covers(held, path) else ""})
    return way
