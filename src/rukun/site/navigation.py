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

P = Permission


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the bar. `names`: the url names that may serve it; the first that stands is taken."""

    label: Any
    icon: str
    names: tuple[str, ...]
    permission: Permission | None = None


HOME, PEOPLE = Entry(_("Beranda"), "home", ("site:home",)), Entry(_("Warga"), "people", ("people:home",), P.PEOPLE_SEE)
PLANS, MONEY = (
    Entry(_("Usulan"), "list", ("facilitation:home",), P.PLAN_SEE),
    Entry(_("Dana"), "money", ("grants:home",), P.MONEY_SEE),
)
MORE = Entry(_("Lainnya"), "more", ("site:more",))
SERVING = {
    Role.KADER: ("health:today",),
    Role.HEALTH_WORKER: ("health:today",),
    Role.SCHOOL_OFFICER: ("education:home",),
    Role.PROGRAMME_OFFICER: ("programmes:home",),
    Role.DINSOS: ("programmes:home",),
}
"""Who serves people finds the services in the bar where others find the money."""


@dataclass(frozen=True, slots=True)
class Room:
    """A page about a place that stands beside other pages about it; `level`: only about a place of this one."""

    label: Any
    name: str
    permission: Permission
    level: str = ""


PLANNING = frozenset({"facilitation", "mapping", "needs", "musrenbang"})
SERVICES = frozenset({"health", "sanitation", "education", "programmes"})
SERVICE_PAGES = frozenset({"reports:served", "reports:measures", "reports:profile"})
YEAR = (
    Room(_("Keadaan"), "area", P.PLAN_SEE),
    Room(_("Langkah"), "facilitation:steps", P.PLAN_SEE),
    Room(_("Pemetaan"), "mapping:index", P.PLAN_SEE),
    Room(_("Masalah dan harapan"), "needs:index", P.PLAN_SEE),
    Room(_("Usulan"), "musrenbang:proposals", P.PLAN_SEE),
    Room(_("Musyawarah"), "musrenbang:meetings", P.PLAN_SEE),
    Room(_("Jawaban"), "musrenbang:answers", P.PLAN_SEE),
    Room(_("Dana"), "grants:rt", P.PLAN_SEE),
    Room(_("Pagu"), "musrenbang:ceilings", P.PLAN_SEE),
    Room(_("Layanan"), "reports:served", P.SERVICES_SEE),
)
"""The rooms of a year, in the order an RT walks through them."""
CARE = (
    Room(_("Keadaan"), "area", P.SERVICES_SEE),
    Room(_("Layanan"), "reports:served", P.SERVICES_SEE),
    Room(_("Asuhan"), "health:care", P.HEALTH_RECORD, "rt"),
    Room(_("Posyandu"), "health:posts", P.SERVICES_SEE),
    Room(_("Rujukan"), "health:referrals", P.HEALTH_DECIDE),
    Room(_("Catatan enam bidang"), "health:notes", P.HEALTH_SEE),
    Room(_("Sanitasi"), "sanitation:area", P.SERVICES_SEE),
    Room(_("Sekolah"), "education:area", P.SERVICES_SEE),
    Room(_("Program"), "programmes:area", P.SERVICES_SEE),
    Room(_("Penyaluran"), "programmes:deliveries", P.PROGRAMME_NAMES),
    Room(_("Kekurangan ganda"), "reports:measures", P.SERVICES_SEE),
    Room(_("Profil"), "reports:profile", P.SERVICES_SEE),
)
"""What serves the people of a place."""


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
        for entry in (HOME, PEOPLE, PLANS, serving(held) or MONEY, MORE)
        if (entry.permission is None or may_somewhere(held, entry.permission)) and (url := first_url(*entry.names))
    ]
    current = section(request)
    return [each | {"is_current": each["icon"] == current} for each in found]


def serving(held: tuple[Held, ...]) -> Entry | None:
    """The services, for whoever serves people; an officer of the RT's money keeps the money in the bar."""
    if may_somewhere(held, P.SPEND_APPROVE) or may_somewhere(held, P.SPEND_PAY):
        return None
    return next((Entry(_("Layanan"), "care", SERVING[each.role]) for each in held if each.role in SERVING), None)


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
    if is_service(match):
        return "care" if serving(held_in(request) or ()) else "more"
    return "money" if is_money(match) else "more"


def around(request: HttpRequest, held: tuple[Held, ...], place: Place) -> list[dict[str, Any]]:
    """On each page of the year of a place, or of what serves its people: the others, one tap away."""
    match = request.resolver_match
    if match is None:
        return []
    at_home = [each for each in beside(match) if each.level in ("", place.level)]
    rooms = [each for each in at_home if may(held, each.permission, place.path)]
    found = [(each, first_url(each.name, area_id=place.id)) for each in rooms]
    return [{"label": each.label, "url": url, "is_current": each.name == match.view_name} for each, url in found if url]


def beside(match: ResolverMatch) -> tuple[Room, ...]:
    """The pages this one stands beside."""
    if is_service(match):
        return CARE
    return YEAR if is_planning(match) or is_money(match) or match.view_name == "area" else ()


def is_service(match: ResolverMatch) -> bool:
    """Whether a page belongs to what serves people."""
    return match.namespace in SERVICES or match.view_name in SERVICE_PAGES


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
