"""Family cards: who stands on one, a new one for a household, a new number, who comes and who leaves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.actions import cards as acting
from rukun.people.forms.cards import NOT_ON_IT, Issued, Joined, Left, Renewed
from rukun.people.models import FamilyCard, Person
from rukun.people.queries import cards, households, persons
from rukun.people.views import card_tables as tables
from rukun.people.views.answering import answer
from rukun.people.views.registry import the_place
from rukun.people.views.revealing import revealed

P = Permission
GROUPS = {
    "shares_kitchen": gettext_lazy("Serumah"),
    "on_no_card": gettext_lazy("Belum pada kartu keluarga"),
    "on_other_card": gettext_lazy("Pada kartu keluarga lain"),
}


def _found(card_id: int) -> FamilyCard:
    return get_object_or_404(cards.visible(), pk=card_id)


@needs(P.PEOPLE_SEE, area=cards.path_of)
@never_cache
def card(request: HttpRequest, card_id: int) -> HttpResponse:
    held = cards.told(_found(card_id))
    context = {
        "place": the_place(held.card.rt_id),
        "held": held,
        "members": tables.members_table(held.members),
        "gone": tables.gone_table(held.gone),
        "numbers": tables.numbers_table(held.numbers),
        "may_edit": may(request.held, P.PEOPLE_EDIT, held.card.path) and held.card.until is None,
        "may_reveal": may(request.held, P.SECRET_REVEAL, held.card.path),
    }
    return render(request, "people/card.html", context)


def _about(rt_id: int, title: str, button: str, intro: str = "") -> dict[str, Any]:
    return {"place": the_place(rt_id), "title": title, "button": button, "intro": intro}


def _to(card: FamilyCard) -> str:
    return reverse("people:card", args=[card.pk])


@needs(P.PEOPLE_EDIT, area=households.path_of)
@never_cache
def issue(request: HttpRequest, household_id: int) -> HttpResponse:
    """For a household without a card, or for those of it who part: who stands on no card yet is proposed."""
    home = get_object_or_404(households.visible(), pk=household_id)

    def act(**typed: Any) -> None:
        acting.issue(rt=the_place(home.rt_id), **typed, today=today(), by=request.user)

    intro = _("Salin dari kartunya. Yang masih tertulis di kartu lain berpindah ke kartu ini sejak tanggal berlakunya.")
    context = _about(home.rt_id, _("Catat kartu keluarga"), _("Simpan kartu"), intro)
    form = Issued(request.POST or None, people=_proposed(persons.living_in(home)), today=today())
    back = reverse("people:household", args=[home.pk])
    return answer(request, form, act, done=_("Kartu keluarga tercatat."), back=back, context=context)


def _proposed(stays: list[Any]) -> list[tuple[Person, str]]:
    """Whoever stands on a card already is left off; the others keep the relation they have in the kitchen."""
    taken = cards.standing_on_any([stay.person_id for stay in stays])
    return [(stay.person, NOT_ON_IT if stay.person_id in taken else stay.relation) for stay in stays]


@needs(P.PEOPLE_EDIT, area=cards.path_of)
@never_cache
def renew(request: HttpRequest, card_id: int) -> HttpResponse:
    """A new number, and who is who on the new card: so a new head is named."""
    held = cards.told(_found(card_id))

    def act(*, members: dict[Person, str], **typed: Any) -> None:
        acting.renew(card=held.card, relations=members, **typed, today=today(), by=request.user)

    known = Person.objects.in_bulk([each.entry.person_id for each in held.reachable])
    people = [(known[each.entry.person_id], each.entry.relation) for each in held.reachable]
    intro = _("Nomor lama tetap tersimpan dengan masa berlakunya. Bila nomornya tidak berubah, tulis nomor yang sama.")
    context = _about(held.card.rt_id, _("Perbarui kartu keluarga %(name)s") % {"name": held.head}, _("Simpan"), intro)
    form = Renewed(request.POST or None, people=people, today=today())
    return answer(request, form, act, done=_("Kartu keluarga diperbarui."), back=_to(held.card), context=context)


@needs(P.PEOPLE_EDIT, area=cards.path_of)
def join(request: HttpRequest, card_id: int) -> HttpResponse:
    held = cards.told(_found(card_id))
    groups = [(str(GROUPS[code]), people) for code, people in cards.who_may_join(held.card)]

    def act(*, person: int, **typed: Any) -> None:
        who = get_object_or_404(persons.visible(), pk=person)
        acting.join(card=held.card, person=who, **typed, today=today(), by=request.user)

    intro = _("Untuk warga yang sudah tercatat di RT ini. Bila ia tertulis di kartu lain, ia keluar dari sana.")
    title = _("Tambah anggota kartu keluarga %(name)s") % {"name": held.head}
    context = _about(held.card.rt_id, title, _("Simpan"), intro)
    form = Joined(request.POST or None, groups=groups, today=today())
    return answer(request, form, act, done=_("Anggota ditambahkan."), back=_to(held.card), context=context)


@needs(P.PEOPLE_EDIT, area=cards.path_of)
def leave(request: HttpRequest, card_id: int) -> HttpResponse:
    held = cards.told(_found(card_id))

    def act(*, person: int, **typed: Any) -> None:
        who = get_object_or_404(persons.visible(), pk=person)
        acting.leave(person=who, **typed, today=today(), by=request.user)

    intro = _("Ia tetap tinggal di rumahnya. Bila semua sudah keluar, kartunya berakhir.")
    title = _("Keluarkan anggota kartu keluarga %(name)s") % {"name": held.head}
    context = _about(held.card.rt_id, title, _("Simpan"), intro)
    form = Left(request.POST or None, members=held.reachable, today=today())
    return answer(request, form, act, done=_("Keluarnya anggota tercatat."), back=_to(held.card), context=context)


@needs(P.SECRET_REVEAL, area=cards.path_of)
@never_cache
def reveal(request: HttpRequest, card_id: int) -> HttpResponse:
    held = cards.told(_found(card_id))
    named = {"name": held.head}
    context = _about(held.card.rt_id, _("Buka nomor KK %(name)s") % named, _("Buka dan catat"))
    return revealed(request, held.card, heading=_("Nomor KK %(name)s") % named, back=_to(held.card), context=context)
