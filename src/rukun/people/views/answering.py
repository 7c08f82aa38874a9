"""How a page of this room answers a form: done and on, or the same form again with a letter above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.kit.problems import Problem, Sentence
from rukun.people.problems import CATALOGUE
from rukun.territory.problems import CATALOGUE as TERRITORY
from rukun.ui import letters

LETTERS = TERRITORY | CATALOGUE


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding, in the reader's language."""
    return letters.spoken(problem, LETTERS)


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[..., Any],
    *,
    done: str,
    back: str,
    context: dict[str, Any],
    template: str = "people/act.html",
) -> HttpResponse:
    """A valid form goes to `act(**cleaned_data)`; then the page `back` says `done`. A Problem stays on the form."""
    if request.method != "POST":
        return render(request, template, context | {"form": form, "back": back})
    problem = None
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except Problem as raised:
            problem = spoken(raised)
        else:
            messages.success(request, done)
            return redirect(back)
    return render(request, template, context | {"form": form, "back": back, "letter": problem}, status=422)
