"""How a page of a meeting answers a form: done and on, or the same form again with a letter above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse

from rukun.accounts.permissions import today
from rukun.kit.problems import Finding, Problem, Sentence
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.problems import CATALOGUE
from rukun.musrenbang.queries import meetings
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import letters


def spoken(problem: Problem | Finding) -> Sentence:
    """The letter of a Problem or Finding, in the reader's language."""
    return letters.spoken(problem, CATALOGUE)


def found(meeting_id: int) -> Meeting:
    return get_object_or_404(meetings.visible(), pk=meeting_id)


def place_of(area_id: int) -> Place:
    """The place as it is called today; one that is no more is not found."""
    place = territory.place(area_id, on=today())
    if place is None:
        raise Http404
    return place


def page_of(meeting: Meeting) -> str:
    return reverse("musrenbang:meeting", args=[meeting.pk])


def first_url(*names: str, **arguments: Any) -> str:
    """The address of the first of these names that stands in the house; "" when none does."""
    for name in names:
        try:
            return reverse(name, kwargs=arguments)
        except NoReverseMatch:
            continue
    return ""


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is nothing; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    form: Form,
    act: Callable[..., Any],
    *,
    done: str,
    back: str | Callable[[], str],
    context: dict[str, Any],
    template: str = "musrenbang/meeting_form.html",
) -> HttpResponse:
    """A valid form goes to `act(**cleaned_data)`; then the page `back` says `done`. A Problem stays on the form.

    `back` may be a function, for a page that is there only once the act is done; without `done` the act speaks itself.
    """
    page = context | {"form": form}
    if request.method != "POST":
        return render(request, template, page)
    letter = None
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except Problem as raised:
            letter = spoken(raised)
        else:
            if done:
                messages.success(request, done)
            return redirect(back() if callable(back) else back)
    return render(request, template, page | {"letter": letter}, status=422)
