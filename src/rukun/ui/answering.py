"""How a page answers a form: done and on, or the same form again, filled, with a letter above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rukun.kit.problems import Catalogue, Problem
from rukun.ui import letters


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[..., Any],
    *,
    done: str,
    back: str = "",
    onward: Callable[[Any], str] | None = None,
    context: dict[str, Any],
    catalogue: Catalogue,
    template: str = "ui/act.html",
) -> HttpResponse:
    """A valid form goes to `act(**cleaned_data)`; then the page `back`, or `onward` of what the act gave, says `done`,
    unless the act speaks itself. A Problem stays on the form as a letter of the `catalogue`.
    """
    page = context | {"form": form, "back": back}
    if request.method != "POST":
        return render(request, template, page)
    letter = None
    if form.is_valid():
        try:
            made = act(**form.cleaned_data)
        except Problem as raised:
            letter = letters.spoken(raised, catalogue)
        else:
            if done:
                messages.success(request, done)
            return redirect(onward(made) if onward else back)
    return render(request, template, page | {"letter": letter}, status=422)


def photo(content: bytes, name: str) -> HttpResponse:
    """A photo itself, kept by no cache but the reader's own."""
    response = HttpResponse(bytes(content), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=86400, immutable"
    response["Content-Disposition"] = f'inline; filename="{name}.jpg"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
