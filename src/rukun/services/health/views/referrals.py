"""A cadre asks; the health worker's desk, one referral, its decision and its end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs, today
from rukun.people.queries import persons
from rukun.services.health.actions import referrals as actions
from rukun.services.health.forms import referrals as forms
from rukun.services.health.queries import children, referrals
from rukun.services.health.types import Why
from rukun.services.health.views.answering import answer, the_place
from rukun.services.health.views.scores import scores
from rukun.territory import queries as territory
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, tanggal

P = Permission


@needs(P.HEALTH_DECIDE, area=territory.path_of)
@never_cache
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    held = referrals.desk(place.path, on)
    labels = territory.places(list({each.person.rt_id for each in held}), on=on)
    columns = [
        Column(_("Nama")),
        Column(_("RT")),
        Column(_("Mengapa")),
        Column(_("Sejak")),
        Column(_("Keadaan"), is_state=True),
    ]
    rows = [
        Row(
            [each.person.name, _label(labels, each), Why(each.why).label, hari_pendek(each.on), _state(each, on)],
            reverse("health:referral", args=[each.pk]),
        )
        for each in held
    ]
    empty = Empty(_("Tidak ada yang menunggu dilihat."), icon="check")
    table = Table(_("Perlu dilihat"), columns, rows, empty=empty, caption_hidden=True)
    waiting = sum(each.seen_on is None for each in held)
    return render(request, "health/referrals_desk.html", {"place": place, "table": table, "waiting": waiting})


@needs(P.HEALTH_RECORD, area=persons.path_of)
def ask(request: HttpRequest, person_id: int) -> HttpResponse:
    person, on = get_object_or_404(children.visible(), pk=person_id), today()

    def act(why: str, words: str) -> Any:
        return actions.ask_in_words(person=person, why=Why(why), words=words, on=on, by=request.user)

    context = {
        "place": the_place(person.rt_id), "title": _("Minta dilihat tenaga kesehatan"), "button": _("Minta dilihat"),
        "intro": _("Kader melihat, tenaga kesehatan memutuskan. Bila gawat, bawa segera ke puskesmas."),
    }  # fmt: skip
    back = reverse("health:child", args=[person_id])
    return answer(
        request, forms.Ask(request.POST or None), act, done=_("Permintaan terkirim."), back=back, context=context
    )


@needs(P.HEALTH_DECIDE, area=referrals.path_of)
@never_cache
def show(request: HttpRequest, referral_id: int) -> HttpResponse:
    held, on = _found(referral_id), today()
    measured = held.measurement
    page = {
        "held": held, "who": held.person, "place": the_place(held.person.rt_id), "why": Why(held.why).label,
        "state": _state(held, on), "before": [(Why(each.why).label, each) for each in referrals.before(held)],
        "scores": scores(measured) if measured else None,
        "is_replaced": measured is not None and hasattr(measured, "replaced_by"),
    }  # fmt: skip
    return render(request, "health/referrals_one.html", page)


@needs(P.HEALTH_DECIDE, area=referrals.path_of)
def decide(request: HttpRequest, referral_id: int) -> HttpResponse:
    held = _found(referral_id)

    def act(words: str, next_on: Any) -> Any:
        return actions.decide(referral=held, words=words, next_on=next_on, on=today(), by=request.user)

    told = {"title": _("Putuskan langkahnya"), "button": _("Simpan keputusan")}
    return _asked(request, held, forms.Decision(request.POST or None), act, told, _("Keputusan tersimpan."))


@needs(P.HEALTH_DECIDE, area=referrals.path_of)
def close(request: HttpRequest, referral_id: int) -> HttpResponse:
    held = _found(referral_id)

    def act(outcome: str) -> Any:
        return actions.close(referral=held, outcome=outcome, on=today(), by=request.user)

    told = {
        "title": _("Tutup permintaan"),
        "button": _("Tutup"),
        "intro": _("Sesudah ditutup, kader tidak diingatkan lagi."),
    }
    return _asked(request, held, forms.Outcome(request.POST or None), act, told, _("Permintaan ditutup."))


def _asked(request: HttpRequest, held: Any, form: Any, act: Any, told: dict[str, Any], done: str) -> HttpResponse:
    context = told | {"place": the_place(held.person.rt_id), "quote": f"{held.person.name} · {Why(held.why).label}"}
    if held.closed_on:
        context |= {"intro": "", "nothing": _("Permintaan ini sudah ditutup.")}
    back = reverse("health:referral", args=[held.pk])
    return answer(request, form, act, done=done, back=back, context=context)


def _found(referral_id: int) -> Any:
    held = referrals.whole(referral_id)
    if held is None:
        raise Http404
    return held


def _label(labels: Any, each: Any) -> str:
    place = labels.get(each.person.rt_id)
    return place.label if place else ""


def _state(each: Any, on: Any) -> Any:
    if each.closed_on:
        return shown("selesai", tanggal(each.closed_on))
    if each.seen_on is None:
        return shown("menunggu", _("dilihat"))
    if each.next_on and each.next_on <= on:
        return shown("lewat" if each.next_on < on else "menunggu", _("dilihat lagi"))
    return shown("berjalan", _("lihat lagi %(day)s") % {"day": hari_pendek(each.next_on)} if each.next_on else "")
