"""Minutes, decisions one at a time, and who thought otherwise."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import minutes as acting
from rukun.musrenbang.forms import meetings as forms
from rukun.musrenbang.models import Decision, Meeting
from rukun.musrenbang.queries import meetings
from rukun.musrenbang.types import Calling
from rukun.musrenbang.views.asking import spoken, the_place
from rukun.musrenbang.views.meeting_answers import answer, found, posted

P = Permission


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Saved while one writes. When somebody else has written meanwhile, both texts stand side by side."""
    held = found(meeting_id)
    if request.method != "POST":
        return render(request, "musrenbang/meeting_minutes.html", _page(held))
    form = forms.Minutes(request.POST)
    if not form.is_valid():
        return render(request, "musrenbang/meeting_minutes.html", _page(held, form=form), status=422)
    try:
        kept = acting.write(meeting=held, by=request.user, **form.cleaned_data)
    except Problem as raised:
        return _refused(request, held, form, raised)
    if request.htmx:
        return render(request, "musrenbang/meeting_revision.html", {"meeting": kept})
    messages.success(request, _("Notulen tersimpan."))
    return redirect("musrenbang:meeting_minutes", held.pk)


def _refused(request: HttpRequest, held: Meeting, form: forms.Minutes, raised: Problem) -> HttpResponse:
    """What was typed stays in the form; the newer text stands beneath, and the next save builds on it."""
    page = _page(held, form=form, letter=spoken(raised))
    if request.htmx:
        return render(request, "musrenbang/meeting_revision.html", page | {"meeting": None}, status=422)
    if raised.code == "musrenbang.changed_meanwhile":
        newer = found(held.pk)
        form.data = form.data.copy()
        form.data["revision"] = newer.revision
        page["newer"] = newer
    return render(request, "musrenbang/meeting_minutes.html", page, status=422)


def _page(held: Meeting, **more: Any) -> dict[str, Any]:
    initial = {name: getattr(held, name) for name in ("minutes", "chair", "writer", "revision")}
    return {
        "place": the_place(held.area_id),
        "meeting": held,
        "form": forms.Minutes(initial=initial),
        "decided": forms.Decided(auto_id="id_putusan_%s"),
        "decisions": meetings.decisions(held),
        "may_write": held.state in (Calling.PLANNED, Calling.OPEN),
        "may_decide": held.state == Calling.OPEN,
    } | more


@needs(P.MEETING_HOLD, area=meetings.path_of)
@require_POST
def decide(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One decision more; a refused one comes back on the same page with what was typed."""
    held = found(meeting_id)
    form, letter = forms.Decided(request.POST, auto_id="id_putusan_%s"), None
    if form.is_valid():
        try:
            acting.decide(meeting=held, by=request.user, **form.cleaned_data)
        except Problem as raised:
            letter = spoken(raised)
        else:
            messages.success(request, _("Putusan tercatat."))
            return redirect(reverse("musrenbang:meeting_minutes", args=[held.pk]) + "#putusan")
    page = _page(held, decided=form, letter=letter)
    return render(request, "musrenbang/meeting_minutes.html", page, status=422)


def _decision(held: Meeting, number: int) -> Decision:
    decision = meetings.decision(held, number)
    if decision is None:
        raise Http404
    return decision


def _about(held: Meeting, title: str, button: str, intro: str) -> dict[str, Any]:
    back = reverse("musrenbang:meeting_minutes", args=[held.pk])
    shared = {"place": the_place(held.area_id), "meeting": held, "cancel": back}
    return shared | {"title": title, "button": button, "intro": intro}


@needs(P.MEETING_HOLD, area=meetings.path_of)
def decision(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    held = found(meeting_id)
    kept = _decision(held, number)

    def act(words: str) -> None:
        acting.reword(decision=kept, words=words, by=request.user)

    form = forms.Reworded(posted(request), initial={"words": kept.words})
    context = _about(held, _("Putusan %(n)s") % {"n": number}, _("Simpan"), "")
    return answer(request, form, act, done=_("Putusan tersimpan."), back=context["cancel"], context=context)


@needs(P.MEETING_HOLD, area=meetings.path_of)
def dissent(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    held = found(meeting_id)
    kept = _decision(held, number)

    def act(**typed: Any) -> None:
        acting.dissent(decision=kept, by=request.user, **typed)

    context = _about(held, _("Suara berbeda"), _("Catat"), kept.words)
    form = forms.Otherwise(posted(request))
    return answer(request, form, act, done=_("Suara berbeda tercatat."), back=context["cancel"], context=context)
