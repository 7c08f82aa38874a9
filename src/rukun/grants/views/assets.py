"""The asset book of an RT: what there is, who keeps it, and how it passes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.facilitation.queries import programmes
from rukun.grants.actions import assets as actions
from rukun.grants.actions import shots
from rukun.grants.forms.assets import AssetForm, ChangeForm, HandOverForm, StateForm
from rukun.grants.models import Asset, PaymentItem
from rukun.grants.queries import assets, rulings
from rukun.grants.types import AssetState, LineKind, ShotRole
from rukun.grants.views import asset_tables as tables
from rukun.grants.views.answering import answer, the_place, the_rt
from rukun.grants.views.works import keep, sent
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission
MOST = 20


@needs(P.MONEY_SEE, area=territory.path_of)
@never_cache
def book(request: HttpRequest, area_id: int) -> HttpResponse:
    """An RT's things one by one; above the RT, how many each has."""
    place = the_place(area_id)
    if place.level != "rt":
        table = tables.counts(assets.counts(place.path), today())
        return render(request, "grants/assets_counts.html", {"place": place, "table": table})
    may_edit = may(request.held, P.RAB_EDIT, place.path)
    rule = rulings.assets(programmes.year_on(today()), today())
    awaiting = assets.awaiting(place.id, place.path, today())
    held = list(assets.of_rt(place.id))
    context = {
        "place": place,
        "table": tables.book(held, {each.pk for each in awaiting}),
        "figures": tables.figures(held),
        "next": tables.next_passing(awaiting, may_edit=may_edit),
        "tools": list(assets.bought(place.id, LineKind.EQUIPMENT)[:MOST]) if may_edit else [],
        "goods": list(assets.bought(place.id, LineKind.MATERIAL)[:MOST]) if may_edit else [],
        "rule": rule,
        "may_edit": may_edit,
    }
    return render(request, "grants/assets.html", context)


@needs(P.RAB_EDIT, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    """From something paid (`?dari=`), or typed."""
    place = the_rt(area_id)
    item = _item(request, place)
    rule = rulings.assets(programmes.year_on(today()), today())
    known = tables.known_of(item) if item else {"acquired_on": today()}
    form = AssetForm(*sent(request), initial=known, owner_rule=rule.owner, plate_rule=rule.plate)

    @transaction.atomic
    def act(photo: Any, **told: Any) -> Asset:
        made = actions.register(rt=place.id, path=place.path, item=item, today=today(), by=request.user, **told)
        _show(request, made, photo, ShotRole.ASSET, asset=made)
        return made

    context = {"place": place, "title": _("Catat aset"), "button": _("Simpan aset")}
    intro = _("Aset ialah barang yang tetap ada dan diserahterimakan.")
    return answer(
        request, form, act, done=_("Aset tersimpan."), back=reverse("grants:assets", args=[place.id]), onward=_page,
        context=context | {"intro": intro},
    )  # fmt: skip


@needs(P.MONEY_SEE, area=assets.path_of)
@never_cache
def show(request: HttpRequest, asset_id: int) -> HttpResponse:
    held = _found(asset_id)
    may_edit = may(request.held, P.RAB_EDIT, held.path) and held.state != AssetState.GONE
    context = {
        "place": the_place(held.rt_id), "asset": held, "pairs": tables.pairs(held),
        "passings": tables.passings(assets.passings(held)), "pictures": assets.pictures_of(held),
        "state": tables.state(held), "may_edit": may_edit,
    }  # fmt: skip
    return render(request, "grants/asset.html", context)


@needs(P.RAB_EDIT, area=assets.path_of)
@never_cache
def change(request: HttpRequest, asset_id: int) -> HttpResponse:
    held = _found(asset_id)
    form = ChangeForm(request.POST or None, initial={"place_words": held.place_words, "plate": held.plate})

    def act(**told: str) -> None:
        actions.change(asset=held, by=request.user, **told)

    context = _asking(held, _("Ubah tempat dan pelat"), _("Simpan"))
    return answer(request, form, act, done=_("Tersimpan."), back=_page(held), context=context)


@needs(P.RAB_EDIT, area=assets.path_of)
@never_cache
def hand_over(request: HttpRequest, asset_id: int) -> HttpResponse:
    held = _found(asset_id)
    known = {"giver": held.keeper, "state": held.state, "on": today()}
    form = HandOverForm(*sent(request), initial=known)
    title, intro = _("Serah terima aset"), _("Dicatat di depan saksi, supaya kelak tidak diperdebatkan.")
    context = _asking(held, title, _("Simpan serah terima"), intro)
    act = _passing(request, held, actions.hand_over)
    return answer(request, form, act, done=_("Serah terima tersimpan."), back=_page(held), context=context)


@needs(P.RAB_EDIT, area=assets.path_of)
@never_cache
def tell_state(request: HttpRequest, asset_id: int) -> HttpResponse:
    held = _found(asset_id)
    form = StateForm(*sent(request), initial={"state": held.state, "on": today()})
    context = _asking(held, _("Catat keadaan aset"), _("Simpan keadaan"))
    act = _passing(request, held, actions.tell_state)
    return answer(request, form, act, done=_("Keadaannya tersimpan."), back=_page(held), context=context)


def _passing(request: HttpRequest, held: Asset, do: Callable[..., Any]) -> Callable[..., Any]:
    @transaction.atomic
    def act(photo: Any, **told: Any) -> None:
        made = do(asset=held, today=today(), by=request.user, **told)
        _show(request, held, photo, ShotRole.HAND_OVER, hand_over=made)

    return act


def _show(request: HttpRequest, held: Asset, photo: Any, role: ShotRole, **about: Any) -> None:
    if photo:
        picture = keep(held.path, held.rt_id, photo, request)
        shots.attach(picture=picture, role=role, on=today(), by=request.user, **about)


def _asking(held: Asset, title: str, button: str, intro: str = "") -> dict[str, Any]:
    return {
        "place": the_place(held.rt_id), "title": title, "quote": str(held), "button": button, "intro": intro,
    }  # fmt: skip


def _item(request: HttpRequest, place: Place) -> PaymentItem | None:
    asked = request.GET.get("dari", "")
    found = assets.bought(place.id).filter(pk=int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    return found.first() if found is not None else None


def _found(asset_id: int) -> Asset:
    return get_object_or_404(assets.visible(), pk=asset_id)


def _page(held: Asset) -> str:
    return reverse("grants:asset", args=[held.pk])
