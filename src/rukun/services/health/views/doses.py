"""The immunisation card of one child: what was given, what is due, and what was taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import persons
from rukun.services.health.actions import doses as actions
from rukun.services.health.forms.doses import DoseForm, Reason, first_wanted
from rukun.services.health.models import Dose
from rukun.services.health.queries import doses
from rukun.services.health.views import dose_tables as tables
from rukun.services.health.views.answering import answer, the_place
from rukun.services.health.views.call_words import age

P = Permission


@needs(P.HEALTH_SEE, area=persons.path_of)
@never_cache
def card(request: HttpRequest, person_id: int) -> HttpResponse:
    who, on = get_object_or_404(persons.visible(), pk=person_id), today()
    steps, held = doses.steps([who], on).get(who.pk, []), doses.of_person(who.pk)
    may_record = may(request.held, P.HEALTH_RECORD, who.path)
    context = {
        "place": the_place(who.rt_id),
        "who": who,
        "age": age(who.birth_date, on),
        "steps": tables.wanted(steps),
        "card": tables.card(who, held, steps, on=on, may_record=may_record),
        "back_taken": doses.taken_back(who.pk),
        "may_record": may_record,
    }
    return render(request, "health/doses_card.html", context)


@needs(P.HEALTH_RECORD, area=persons.path_of)
@never_cache
def new(request: HttpRequest, person_id: int) -> HttpResponse:
    """One dose at a time, also of long ago, as the mother's book tells."""
    who, on = get_object_or_404(persons.visible(), pk=person_id), today()
    context = {
        "place": the_place(who.rt_id),
        "title": _("Catat pemberian"),
        "button": _("Simpan di kartu"),
        "quote": who.name,
        "intro": _("Salin dari buku KIA, juga yang sudah lama."),
    }

    def act(**told: Any) -> None:
        actions.give(person_id=who.pk, today=on, by=request.user, **told)

    form = DoseForm(request.POST or None, today=on, initial=first_wanted(doses.steps([who], on).get(who.pk, [])))
    back = reverse("health:doses", args=[who.pk])
    return answer(request, form, act, done=_("Tersimpan di kartu."), back=back, context=context)


@needs(P.HEALTH_RECORD, area=doses.path_of)
@never_cache
def take_back(request: HttpRequest, dose_id: int) -> HttpResponse:
    dose = get_object_or_404(Dose, pk=dose_id)
    who = get_object_or_404(persons.visible(), pk=dose.person_id)
    context = {
        "place": the_place(who.rt_id),
        "title": _("Tarik catatan dari kartu?"),
        "button": _("Tarik catatan"),
        "quote": tables.told(dose),
        "intro": _("Catatannya tetap terbaca sebagai riwayat, tetapi tidak dihitung lagi."),
    }

    def act(why: str) -> None:
        actions.take_back(dose=dose, why=why, on=today(), by=request.user)

    back = reverse("health:doses", args=[who.pk])
    return answer(request, Reason(request.POST or None), act, done=_("Catatan ditarik."), back=back, context=context)
