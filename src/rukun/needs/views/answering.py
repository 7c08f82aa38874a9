"""How a page of this room answers a form, and what it finds before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.needs.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import letters


def the_rt(area_id: int) -> Place:
    """The RT of an address; any other place has no such page."""
    place = territory.place(area_id, on=today())
    if place is None or place.level != "rt":
        raise Http404
    return place


def answer(
    request: HttpRequest, form: Form, act: Callable[..., Any], *, done: str, back: str, page: dict[str, Any],
    template: str = "needs/act.html", onward: Callable[[Any], str] | None = None,
) -> HttpResponse:  # fmt: skip
    """A valid form goes to `act(**cleaned_data)`, then `onward` (of what came of it) or `back`, with the word `done`.
    A Problem stays on the form as a letter, and so does everything that was typed."""
    told = page | {"form": form, "back": back}
    if request.method != "POST":
        return render(request, template, told)
    if form.is_valid():
        try:
            made = act(**form.cleaned_data)
        except Problem as raised:
            told["letter"] = letters.spoken(raised, CATALOGUE)
        else:
            messages.success(request, done)
            return redirect(onward(made) if onward else back)
    return render(request, template, told, status=422)
