"""What was seen of one old person, and the next look."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import persons
from rukun.services.health.actions import elders as actions
from rukun.services.health.forms.adults import ElderDay
from rukun.services.health.queries import elders
from rukun.services.health.views import adult_tables as tables
from rukun.services.health.views.answering import answer, the_place
from rukun.services.health.views.call_words import age

P = Permission


@needs(P.HEALTH_SEE, area=persons.path_of)
@never_cache
def show(request: HttpRequest, person_id: int) -> HttpResponse:
    who = get_object_or_404(persons.visible(), pk=person_id)
    context = {
        "place": the_place(who.rt_id),
        "who": who,
        "age": age(who.birth_date, today()),
        "checks": tables.elders(elders.of_person(who.pk)),
        "may_record": may(request.held, P.HEALTH_RECORD, who.path),
    }
    return render(request, "health/elders_one.html", context)


@needs(P.HEALTH_RECORD, area=persons.path_of)
@never_cache
def check(request: HttpRequest, person_id: int) -> HttpResponse:
    who = get_object_or_404(persons.visible(), pk=person_id)
    place = the_place(who.rt_id)
    context = {"place": place, "title": _("Periksa lansia"), "button": _("Simpan pemeriksaan"), "quote": who.name}

    def act(on: Any, **seen: Any) -> None:
        actions.check(person_id=who.pk, on=on, today=today(), by=request.user, **seen)

    form = ElderDay(request.POST or None, today=today())
    back = reverse("health:elder", args=[who.pk])
    return answer(request, form, act, done=_("Pemeriksaan tersimpan."), back=back, context=context)
