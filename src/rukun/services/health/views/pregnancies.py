"""One pregnancy: how far it is, what was seen, and how it ended."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import members, persons
from rukun.services.health.actions import pregnancies as actions
from rukun.services.health.forms.adults import Begin, End, MotherDay
from rukun.services.health.models import Pregnancy
from rukun.services.health.queries import pregnancies
from rukun.services.health.views import adult_tables as tables
from rukun.services.health.views.answering import answer, the_place

P = Permission


def _about(held: Pregnancy) -> tuple[Any, dict[str, Any]]:
    who = get_object_or_404(persons.visible(), pk=held.person_id)
    return who, {"place": the_place(who.rt_id)}


def _to(held: Pregnancy) -> str:
    return reverse("health:pregnancy", args=[held.pk])


@needs(P.HEALTH_RECORD, area=persons.path_of)
@never_cache
def begin(request: HttpRequest, person_id: int) -> HttpResponse:
    """Leads on to the pregnancy that goes on, where there is one."""
    who = get_object_or_404(persons.visible(), pk=person_id)
    if goes_on := pregnancies.open_of([who.pk]):
        return redirect(_to(goes_on[who.pk]))
    context = {
        "place": the_place(who.rt_id),
        "title": _("Catat kehamilan"),
        "button": _("Simpan kehamilan"),
        "quote": who.name,
    }

    def act(**told: Any) -> Pregnancy:
        return actions.begin(person_id=who.pk, today=today(), by=request.user, **told)

    return answer(
        request, Begin(request.POST or None), act, done=_("Kehamilan tercatat."), onward=_to,
        back=reverse("people:person", args=[who.pk]), context=context,
    )  # fmt: skip


@needs(P.HEALTH_SEE, area=pregnancies.path_of)
@never_cache
def one(request: HttpRequest, pregnancy_id: int) -> HttpResponse:
    held = get_object_or_404(Pregnancy, pk=pregnancy_id)
    who, context = _about(held)
    checks = list(held.checks.order_by("-on", "-id"))
    context |= {
        "who": who,
        "held": held,
        "pairs": tables.pregnancy(held, checks, today()),
        "checks": tables.mothers(checks),
        "may_record": may(request.held, P.HEALTH_RECORD, held.path) and held.ended_on is None,
        "household": members.home_of(who.pk) if held.outcome == "born" else None,
    }
    return render(request, "health/pregnancies_one.html", context)


@needs(P.HEALTH_RECORD, area=pregnancies.path_of)
@never_cache
def check(request: HttpRequest, pregnancy_id: int) -> HttpResponse:
    held = get_object_or_404(Pregnancy, pk=pregnancy_id)
    who, context = _about(held)
    context |= {"title": _("Periksa hamil"), "button": _("Simpan pemeriksaan"), "quote": who.name}

    def act(on: Any, **seen: Any) -> None:
        actions.check(pregnancy_id=held.pk, on=on, today=today(), by=request.user, **seen)

    form = MotherDay(request.POST or None, today=today())
    return answer(request, form, act, done=_("Pemeriksaan tersimpan."), back=_to(held), context=context)


@needs(P.HEALTH_RECORD, area=pregnancies.path_of)
@never_cache
def end(request: HttpRequest, pregnancy_id: int) -> HttpResponse:
    held = get_object_or_404(Pregnancy, pk=pregnancy_id)
    who, context = _about(held)
    intro = _("Kelahirannya sendiri dicatat di halaman rumah tangga.")
    context |= {"title": _("Akhir kehamilan"), "button": _("Simpan"), "quote": who.name, "intro": intro}

    def act(**told: Any) -> None:
        actions.end(pregnancy=held, today=today(), by=request.user, **told)

    form = End(request.POST or None, today=today())
    return answer(request, form, act, done=_("Tersimpan."), back=_to(held), context=context)
