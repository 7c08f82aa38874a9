"""One household: who lives there, what is known, and what may happen to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.actions import households as acting
from rukun.people.actions import stays
from rukun.people.forms.events import Arrival, Birth, Leaving, Where
from rukun.people.models import Household
from rukun.people.queries import cards, households, tellings
from rukun.people.views import doors, tables
from rukun.people.views.answering import answer
from rukun.people.views.card_tables import members_table
from rukun.people.views.registry import the_place

P = Permission


def _found(household_id: int) -> Household:
    return get_object_or_404(households.visible(), pk=household_id)


@needs(P.PEOPLE_SEE, area=households.path_of)
@never_cache
def household(request: HttpRequest, household_id: int) -> HttpResponse:
    on, home = today(), _found(household_id)
    card = households.card(home, on=on)
    shared, facts = tellings.apart(tellings.told(card.known))
    found = cards.of_people([stay.person_id for stay in card.living])
    on_cards = {each.entry.person_id for held in found for each in held.members}
    context = {
        "place": the_place(home.rt_id),
        "home": home,
        "card": card,
        "members": tables.members_table(card.living, on),
        "gone": tables.gone_table(card.gone),
        "cards": [(held, members_table(held.members)) for held in found],
        "off_cards": [stay.person.name for stay in card.living if stay.person_id not in on_cards],
        "interviews": tables.interviews_table(card.interviews, on),
        "facts": facts,
        "shared": shared,
        "doors": doors.of_household(request.held, home),
        "may_edit": may(request.held, P.PEOPLE_EDIT, home.path) and home.until is None,
        "interview_url": _interview_url(home) if may(request.held, P.INTERVIEW, home.path) else "",
    }
    return render(request, "people/household.html", context)


def _interview_url(home: Household) -> str:
    """The pages of interviews stand in a room above this one; without it there is no button."""
    try:
        return reverse("poverty:interview", args=[home.pk]) if home.until is None else ""
    except NoReverseMatch:
        return ""


def _about(home: Household, title: str, button: str, intro: str = "") -> dict[str, Any]:
    return {"place": the_place(home.rt_id), "title": title, "button": button, "intro": intro}


def _to(home: Household) -> str:
    return reverse("people:household", args=[home.pk])


@needs(P.PEOPLE_EDIT, area=households.path_of)
def bear(request: HttpRequest, household_id: int) -> HttpResponse:
    home = _found(household_id)

    def act(*, on: Any, **fields: Any) -> None:
        stays.bear(household=home, fields=fields, on=on, today=today(), by=request.user)

    form = Birth(request.POST or None, today=today())
    form.fields["on"].label = _("Tanggal lahir")
    context = _about(home, _("Catat kelahiran"), _("Simpan kelahiran"))
    return answer(request, form, act, done=_("Kelahiran tercatat."), back=_to(home), context=context)


@needs(P.PEOPLE_EDIT, area=households.path_of)
def move_in(request: HttpRequest, household_id: int) -> HttpResponse:
    home = _found(household_id)

    def act(*, on: Any, relation: str, **fields: Any) -> None:
        stays.move_in(household=home, fields=fields, relation=relation, on=on, today=today(), by=request.user)

    form = Arrival(request.POST or None, today=today())
    intro = _("Untuk orang yang datang dari luar. Yang pernah tercatat di sini: buka halamannya, lalu catat kembali.")
    context = _about(home, _("Catat pindah masuk"), _("Simpan"), intro)
    return answer(request, form, act, done=_("Pindah masuk tercatat."), back=_to(home), context=context)


@needs(P.PEOPLE_EDIT, area=households.path_of)
def leave(request: HttpRequest, household_id: int) -> HttpResponse:
    home = _found(household_id)

    def act(*, on: Any) -> None:
        acting.close(household=home, on=on, ending="moved_out", today=today(), by=request.user)

    context = _about(
        home,
        _("Seluruh rumah tangga pindah keluar"),
        _("Catat kepindahan"),
        _("Semua anggota tercatat pindah, dan rumah tangga ini berakhir. Riwayatnya tetap ada."),
    )
    form = Leaving(request.POST or None, today=today())
    return answer(request, form, act, done=_("Kepindahan rumah tangga tercatat."), back=_to(home), context=context)


@needs(P.PEOPLE_EDIT, area=households.path_of)
def place_of(request: HttpRequest, household_id: int) -> HttpResponse:
    """The address and the point on the map."""
    home = _found(household_id)

    def act(*, address: str, longitude: float | None, latitude: float | None, revision: int) -> None:
        home.revision = revision
        changed = acting.correct(household=home, address=address, by=request.user)
        if (changed.longitude, changed.latitude) != (longitude, latitude):
            acting.locate(household=changed, longitude=longitude, latitude=latitude, by=request.user)

    initial = {name: getattr(home, name) for name in ("address", "latitude", "longitude", "revision")}
    context = _about(home, _("Alamat dan letak di peta"), _("Simpan"))
    form = Where(request.POST or None, initial=initial)
    return answer(request, form, act, done=_("Alamat tersimpan."), back=_to(home), context=context)
