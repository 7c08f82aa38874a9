"""How a page of this room answers a form: done and on, or the same form again with a letter above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.accounts.permissions import today
from rukun.facilitation.problems import CATALOGUE
from rukun.kit.problems import Problem, Sentence
from rukun.parameters.problems import CATALOGUE as PARAMETERS
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import letters

LETTERS = PARAMETERS | CATALOGUE


def spoken(problem: Problem) -> Sentence:
    return letters.spoken(problem, LETTERS)


def the_place(area_id: int) -> Place:
    """The place as it is called today. Raises Http404."""
    place = territory.place(area_id, on=today())
    if place is None:
        raise Http404
    return place


def the_rt(area_id: int) -> Place:
    """An RT, nothing larger. Raises Http404."""
    place = the_place(area_id)
    if place.level != "rt":
        raise Http404
    return place


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[[], Any],
    *,
    done: str,
    back: str,
    context: dict[str, Any],
    template: str = "facilitation/act.html",
) -> HttpResponse:
    """A valid form goes to `act()`; then the page `back` says `done`. A Problem stays on the form."""
    shown = context | {"form": form, "back": back}
    if request.method != "POST":
        return render(request, template, shown)
    if not form.is_valid():
        return render(request, template, shown, status=422)
    try:
        act()
    except Problem as problem:
        return render(request, template, shown | {"letter": spoken(problem)}, status=422)
    messages.success(request, done)
    return redirect(back)
