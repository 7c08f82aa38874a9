"""How a page of proposals answers a form: done and on, or the same form again, filled, with a letter above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.accounts.permissions import today
from rukun.kit.letters import CATALOGUE as GROUND
from rukun.kit.problems import Problem, Sentence
from rukun.kit.sheet import CATALOGUE as SHEETS
from rukun.musrenbang.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import letters

LETTERS = GROUND | SHEETS | CATALOGUE


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding, in the reader's language."""
    return letters.spoken(problem, LETTERS)


def the_place(area_id: int) -> Place:
    """The place as it is called today; one that is no more is not found."""
    found = territory.place(area_id, on=today())
    if found is None:
        raise Http404
    return found


def the_rt(area_id: int) -> Place:
    found = the_place(area_id)
    if found.level != "rt":
        raise Http404
    return found


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[..., Any],
    *,
    done: str,
    back: str,
    context: dict[str, Any],
    template: str = "musrenbang/proposal_act.html",
) -> HttpResponse:
    """A valid form goes to `act(**cleaned_data)`; then the page `back` says `done`. A Problem stays on the form."""
    context |= {"form": form, "back": back}
    if request.method != "POST":
        return render(request, template, context)
    letter = None
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except Problem as raised:
            letter = spoken(raised)
        else:
            messages.success(request, done)
            return redirect(back)
    return render(request, template, context | {"letter": letter}, status=422)
