"""One visit on one screen, and what it left."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.people.queries import households, members
from rukun.services.health.actions import calls as actions
from rukun.services.health.forms.calls import Visit
from rukun.services.health.models import Call
from rukun.services.health.problems import CATALOGUE
from rukun.services.health.queries import calls, days, doses, pregnancies
from rukun.services.health.views import call_words as words
from rukun.services.health.views.answering import the_place
from rukun.ui.letters import spoken

P = Permission


@needs(P.HEALTH_RECORD, area=households.path_of)
@never_cache
def visit(request: HttpRequest, household_id: int) -> HttpResponse:
    """What was wrong anywhere brings the whole screen back as it was typed; nothing of it is kept."""
    home, on = get_object_or_404(households.visible(), pk=household_id), today()
    people = [stay.person for stay in members.of_households([home.pk])]
    screen = _screen(request, home, people)
    letter = None
    if request.method == "POST" and screen.is_valid():
        try:
            kept = actions.keep(household=home, seen=screen.seen, today=on, by=request.user, **screen.call.told)
        except actions.Wrong as wrong:
            screen.blame(wrong.problems)
        except Problem as problem:
            letter = spoken(problem, CATALOGUE)
        else:
            return redirect("health:call_one", call_id=kept.pk)
    context = {
        "place": the_place(home.rt_id),
        "home": home,
        "head": households.cards([home.pk])[home.pk]["head"],
        "screen": screen,
        "people": words.people(screen, people, days.dues(people, on), on),
        "letter": letter,
        "last": calls.last_of(home.pk),
    }
    return render(request, "health/calls_visit.html", context, status=422 if request.method == "POST" else 200)


@needs(P.HEALTH_SEE, area=calls.path_of)
@never_cache
def one(request: HttpRequest, call_id: int) -> HttpResponse:
    """What was written down: gained or not, and whom a health worker will look at."""
    call = get_object_or_404(Call.objects.select_related("post"), pk=call_id)
    home = get_object_or_404(households.visible(), pk=call.household_id)
    context = {
        "place": the_place(home.rt_id),
        "call": call,
        "head": households.cards([home.pk])[home.pk]["head"],
        "met": [words.met(each) for each in calls.met(call)],
        "today_url": reverse("health:today"),
        "bundle_url": _bundle_url(request, call),
    }
    return render(request, "health/calls_one.html", context)


def _bundle_url(request: HttpRequest, call: Call) -> str:
    """Only who decides takes a visit out as a file, and only where something was measured."""
    may_take = may(request.held, Permission.HEALTH_DECIDE, call.path) and call.measurements.exists()
    return reverse("health:bundle", args=[call.pk]) if may_take else ""


def _screen(request: HttpRequest, home: Any, people: list[Any]) -> Visit:
    on = today()
    return Visit(
        request.POST if request.method == "POST" else None, people=people, steps=doses.steps(people, on),
        pregnancies=pregnancies.open_of(each.pk for each in people), posts=calls.posts_for(home.path), today=on,
    )  # fmt: skip
