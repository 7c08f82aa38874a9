"""The page that shows a sealed number once, in the answer to a POST with a reason; the look is in the log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rukun.kit.problems import Problem
from rukun.people.actions import secrets
from rukun.people.forms.events import Reason
from rukun.people.models import FamilyCard, Person
from rukun.people.views.answering import spoken


def revealed(
    request: HttpRequest, holder: Person | FamilyCard, *, heading: str, back: str, context: dict[str, Any]
) -> HttpResponse:
    """`heading` stands above the number once it is shown. The view around it asks for the permission."""
    form = Reason(request.POST or None)
    context = context | {"form": form, "back": back, "heading": heading}
    if request.method != "POST" or not form.is_valid():
        return render(request, "ui/act.html", context, status=422 if form.errors else 200)
    try:
        shown = secrets.reveal(holder=holder, reason=form.cleaned_data["reason"], by=request.user)
    except Problem as problem:
        return render(request, "ui/act.html", context | {"letter": spoken(problem)}, status=422)
    return render(request, "people/revealed.html", context | {"number": shown})
