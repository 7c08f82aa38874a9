"""One-time codes: slips for the meeting, and the public page where a code becomes a ballot. Nobody signs in there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axes.helpers import get_client_ip_address
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import codes as actions
from rukun.musrenbang.forms.choices import Number, typed_marks
from rukun.musrenbang.models import Code
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Stage, Way
from rukun.musrenbang.views.choices import attempt, found, frame, page_of, spoken
from rukun.territory import queries as territory
from rukun.walls import scope

P = Permission


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def make(request: HttpRequest, choice_id: int) -> HttpResponse:
    """New codes are shown once, on slips to be cut: only their digests are kept."""
    held, form, letter = found(choice_id), Number(request.POST or None), None
    drawn: list[str] = []
    if form.is_valid():
        letter = attempt(
            lambda: drawn.extend(actions.make(choice=held, number=form.cleaned_data["number"], by=request.user))
        )
    page = frame(request, held) | {"progress": queries.progress(held)}
    if drawn:
        address = request.build_absolute_uri(reverse("musrenbang:vote", args=[held.meeting.area_id]))
        return render(request, "musrenbang/code_slips.html", page | {"codes": drawn, "address": address})
    page |= {"form": form, "letter": letter}
    return render(request, "musrenbang/codes.html", page, status=422 if request.method == "POST" else 200)


@require_POST
@needs(P.MEETING_HOLD, area=queries.path_of)
def discard(request: HttpRequest, choice_id: int) -> HttpResponse:
    held = found(choice_id)
    letter = attempt(lambda: actions.discard(choice=held, by=request.user))
    if letter:
        return page_of(request, held, letter)
    messages.success(request, _("Semua kode lama tidak berlaku lagi."))
    return redirect("musrenbang:codes", choice_id=choice_id)


@never_cache
def vote(request: HttpRequest, area_id: int) -> HttpResponse:
    """The public page: it asks for a code and tells nothing about any place before it has one."""
    if request.method != "POST":
        return render(request, "musrenbang/code_enter.html")
    address = get_client_ip_address(request) or ""
    if actions.is_tired(address=address):
        letter = spoken(Problem("musrenbang.too_many_tries"))
        return render(request, "musrenbang/code_enter.html", {"letter": letter}, status=429)
    with _window(area_id):
        code = actions.find(area_id=area_id, typed=request.POST.get("kode", ""))
        if code is not None:
            return _with_code(request, code)
    actions.wrong(address=address)
    return render(request, "musrenbang/code_enter.html", {"is_wrong": True}, status=422)


@contextmanager
def _window(area_id: int) -> Iterator[None]:
    """Opens the walls on exactly this area."""
    path = territory.path_of(area_id)
    with scope.within([path] if path else []):
        yield


def _with_code(request: HttpRequest, code: Code) -> HttpResponse:
    choice = code.choice
    page = {"choice": choice, "way": Way(choice.way), "code": request.POST["kode"], "is_counted": code.is_counted}
    if choice.stage != Stage.OPEN:
        return render(request, "musrenbang/code_closed.html", page)
    letter, typed = None, typed_marks(request.POST)
    if "suara" in request.POST:
        letter = attempt(lambda: actions.cast(code=code, typed=typed))
        if letter is None:
            return render(request, "musrenbang/code_kept.html", page)
    page |= {"fields": queries.fields(queries.options_of(choice), typed), "letter": letter}
    return render(request, "musrenbang/code_ballot.html", page, status=422 if letter else 200)
