"""A neighbour found by name and added to a list. Names travel in the body of a request, never in an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.programmes.forms.groups import PickForm
from rukun.programmes.queries import people
from rukun.programmes.views.answering import spoken

LONGEST = 18
"""Digits of the largest id the database gives."""


def pick(
    request: HttpRequest, add: Callable[[int], Any], *, path: str, done: str, back: str, context: dict[str, Any],
    remarks: Callable[[list[int]], dict[int, str]] = lambda person_ids: {},
) -> HttpResponse:  # fmt: skip
    """First a name, then a tap on who is meant: `add(person_id)`. `remarks`: what to know of some before."""
    form, letter = PickForm(request.POST or None), None
    if (person_id := _chosen(request)) is not None:
        try:
            add(person_id)
        except Problem as problem:
            letter = spoken(problem)
        else:
            messages.success(request, done)
            return redirect(back)
    found = _found(form.cleaned_data["words"], path, remarks) if form.is_bound and form.is_valid() else None
    page = context | {"form": form, "found": found, "letter": letter, "back": back}
    return render(request, "programmes/picking.html", page, status=422 if letter or form.errors else 200)


def _found(words: str, path: str, remarks: Callable[[list[int]], dict[int, str]]) -> list[tuple[int, str, str]]:
    hits = people.residents(words, path, on=today())
    said = remarks([key for key, _name in hits])
    return [(key, name, said.get(key, "")) for key, name in hits]


def _chosen(request: HttpRequest) -> int | None:
    typed = request.POST.get("person", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST else None
