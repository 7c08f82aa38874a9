"""What is due to give in a place, and one part given into the recipient's own hand."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.programmes.actions import deliveries as actions
from rukun.programmes.actions import pins
from rukun.programmes.forms import deliveries as forms
from rukun.programmes.forms.groups import SureForm
from rukun.programmes.models import Arrival, Waiting
from rukun.programmes.queries import deliveries
from rukun.programmes.queries import waiting as asked
from rukun.programmes.types import Proof, State
from rukun.programmes.views import delivery_tables as tables
from rukun.programmes.views.answering import answer, the_place
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url
from rukun.ui.answering import photo as picture
from rukun.ui.photos import MOST_BYTES

P = Permission
PAGE = 50


@needs(P.PROGRAMME_NAMES, area=territory.path_of)
@never_cache
def of_area(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    leaf = Paginator(deliveries.due(place.path, on=on), PAGE).get_page(request.GET.get("halaman"))
    page = {
        "place": place,
        "figures": tables.figures(*deliveries.sums(place.path, on=on)),
        "table": tables.due(deliveries.told(leaf), on, with_place=place.level != "rt"),
        "page": leaf,
        "effects": first_url("programmes:effects", area_id=area_id),
        "back": first_url("programmes:area", area_id=area_id),
    }
    return render(request, "programmes/deliveries.html", page)


@needs(P.PROGRAMME_GIVE, area=deliveries.path_of)
@never_cache
@sensitive_post_parameters("pin")
def give(request: HttpRequest, instalment_id: int) -> HttpResponse:
    """`?cara=` is how the recipient confirms: PIN where there is one, else a witness."""
    part, on = get_object_or_404(deliveries.visible(), pk=instalment_id), today()
    waiting, way = part.waiting, _way(request, part.waiting)
    brought = (request.POST, request.FILES) if request.method == "POST" else ()

    def act(photo: Any = None, words: str = "", **told: Any) -> None:
        day = told.pop("on", on)
        proved = actions.Proved(by=way, photo=photo.read(MOST_BYTES + 1) if photo else b"", **told)
        actions.give(instalment=part, proved=proved, on=day, today=on, by=request.user, words=words)

    context = _about(waiting) | tables.giving(part, way, on) | {"button": _("Simpan tanda terima")}
    return answer(
        request, forms.BY[way](*brought, initial={"on": on}), act, done=_("Penerimaan tersimpan."),
        back=_back(waiting), context=context, template="programmes/give.html",
    )  # fmt: skip


@needs(P.PROGRAMME_NAMES, area=deliveries.arrival_path)
@never_cache
def thumb(request: HttpRequest, arrival_id: int) -> HttpResponse:
    """The photo of a thumb; who looks is written down."""
    arrival = get_object_or_404(Arrival.objects.select_related("instalment__waiting"), pk=arrival_id)
    if arrival.content is None:
        return redirect(_back(arrival.instalment.waiting))
    actions.seen(arrival=arrival, by=request.user)
    answered = picture(arrival.content, f"tanda-terima-{arrival.pk}")
    answered["Cache-Control"] = "private, no-store"
    return answered


@needs(P.PROGRAMME_GIVE, area=asked.path_of)
@never_cache
@sensitive_post_parameters("pin", "again", "before")
def pin(request: HttpRequest, waiting_id: int) -> HttpResponse:
    """Chosen by the recipient on the giver's phone."""
    held = _found(waiting_id)
    form = (forms.ChangePin if held.pin else forms.ChoosePin)(request.POST or None)
    context = _about(held) | {"title": _("PIN penerima"), "button": _("Simpan PIN")}
    context |= {"intro": _("Berikan ponsel ini kepada penerima. Ia memilih PIN sendiri dan tidak menyebutnya.")}
    if held.state != State.ENROLLED:
        context |= {"nothing": _("PIN untuk penerima yang sedang menerima bantuan.")}
    act = partial(pins.choose, waiting=held, by=request.user)
    context |= {"forget": _forget_url(request, held)}
    return answer(
        request, form, act, done=_("PIN tersimpan."), back=_back(held), context=context,
        template="programmes/pin.html",
    )  # fmt: skip


@needs(P.PROGRAMME_DECIDE, area=asked.path_of)
@never_cache
def forget(request: HttpRequest, waiting_id: int) -> HttpResponse:
    held = _found(waiting_id)
    context = _about(held) | {"title": _("Hapus PIN yang lupa"), "button": _("Hapus PIN")}
    context |= {"intro": _("Penerima lalu memilih PIN baru. Bantuan yang sudah diterima tidak berubah.")}
    if not held.pin:
        context |= {"intro": "", "nothing": _("Penerima ini belum memilih PIN.")}

    def act() -> None:
        pins.forget(waiting=held, by=request.user)

    form = SureForm(request.POST if request.method == "POST" else None)
    return answer(request, form, act, done=_("PIN dihapus."), back=_back(held), context=context)


def _forget_url(request: HttpRequest, held: Waiting) -> str:
    may_forget = held.pin and may(request.held, P.PROGRAMME_DECIDE, held.path)
    return reverse("programmes:pin_forget", args=[held.pk]) if may_forget else ""


def _way(request: HttpRequest, waiting: Waiting) -> Proof:
    typed = request.GET.get("cara", "")
    if typed in Proof.values:
        return Proof(typed)
    return Proof.PIN if waiting.pin else Proof.WITNESS


def _about(held: Waiting) -> dict[str, Any]:
    return {"place": the_place(held.household.rt_id), "quote": tables.about(held, deliveries.name(held))}


def _found(waiting_id: int) -> Waiting:
    return get_object_or_404(Waiting.objects.select_related("scheme", "household"), pk=waiting_id)


def _back(held: Waiting) -> str:
    waiting = first_url("programmes:waiting", waiting_id=held.pk)
    return waiting or reverse("programmes:deliveries", args=[held.household.rt_id])
