"""The juknis: read by everyone, adopted and completed by the DPMD."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, may_somewhere, needs, paths_with, today
from rukun.facilitation.actions import programmes as acting
from rukun.facilitation.forms.juknis import AdoptForm, AnswerForm, CompareForm, initial
from rukun.facilitation.models import Programme
from rukun.facilitation.queries import changes as comparing
from rukun.facilitation.queries import programmes, rulebook
from rukun.facilitation.views import rulebook as pages
from rukun.facilitation.views.answering import spoken
from rukun.facilitation.words import question_words
from rukun.kit.problems import Problem
from rukun.parameters.juknis import Asked, askable
from rukun.ui.addresses import first_url

P = Permission
PAST = "facilitation.deadline_past"


@needs(P.PLAN_SEE)
def rules(request: HttpRequest) -> HttpResponse:
    """What holds today, in plain words."""
    programme = programmes.current(today())
    may_adopt = may_somewhere(request.held, P.JUKNIS_EDIT)
    if programme is None:
        return render(request, "facilitation/rules.html", {"may_adopt": may_adopt})
    return render(request, "facilitation/rules.html", _told(programme, may_answer=False))


@needs(P.PLAN_SEE)
def changes(request: HttpRequest) -> HttpResponse:
    """What one juknis says otherwise than another: two versions, two years, two regencies."""
    form = CompareForm(request.GET or None, on=today())
    if not form.is_valid():
        return render(request, "facilitation/changes.html", {"form": form}, status=422 if form.errors else 200)
    old, new = form.juknis("dari"), form.juknis("ke")
    found = comparing.between(old, new)
    context = {"form": form, "old": old, "new": new, "counts": comparing.counted(found), "is_asked": True}
    return render(request, "facilitation/changes.html", context | {"tables": [pages.changes(each) for each in found]})


@needs(P.JUKNIS_EDIT)
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "facilitation/juknis.html", {"table": pages.versions(programmes.versions())})


@needs(P.JUKNIS_EDIT, area=programmes.path_of)
def show(request: HttpRequest, programme_id: int) -> HttpResponse:
    held = get_object_or_404(Programme, pk=programme_id)
    newest = programmes.newest(held.year)
    may_answer = newest == held and may(request.held, P.JUKNIS_EDIT, held.path)
    context = _told(held, may_answer=may_answer) | {"newest": newest if newest != held else None, "is_office": True}
    return render(request, "facilitation/rules.html", context)


@needs(P.JUKNIS_EDIT)
def adopt(request: HttpRequest) -> HttpResponse:
    """A shipped juknis or one's own file holds from a day on."""
    on, template = today(), "facilitation/adopt.html"
    form = AdoptForm(request.POST or None, request.FILES or None, initial={"since": on})
    if not (request.POST and form.is_valid()):
        return render(request, template, {"form": form}, status=422 if form.errors else 200)
    told = form.cleaned_data
    try:
        kept = acting.adopt(
            juknis=form.juknis(), path=paths_with(request.held, P.JUKNIS_EDIT)[0], since=told["since"],
            basis=told["basis"], on=on, by=request.user, past_is_meant=form.past,
        )  # fmt: skip
    except Problem as problem:
        again = AdoptForm(form.data, initial=form.initial, asks_past=problem.code == PAST)
        return render(request, template, {"form": again, "letter": spoken(problem)}, status=422)
    messages.success(request, _("Juknis ditetapkan. Setiap RT kini melihat langkahnya."))
    return redirect("facilitation:programme", programme_id=kept.pk)


@needs(P.JUKNIS_EDIT, area=programmes.path_of)
def fill(request: HttpRequest, programme_id: int) -> HttpResponse:
    """One value the juknis does not give, with its source."""
    held, on = get_object_or_404(Programme, pk=programme_id), today()
    asked = _asked(held, request.GET.get("apa", ""))
    told = {"asked": asked, "question": question_words(asked), "initial": initial(on, held.since)}
    form = AnswerForm(request.POST or None, **told)
    context = {"title": _("Lengkapi juknis"), "button": _("Simpan jawaban"), "form": form}
    context["back"] = reverse("facilitation:programme", args=[held.pk])
    if not (request.POST and form.is_valid()):
        return render(request, "ui/act.html", context, status=422 if form.errors else 200)
    try:
        kept = acting.answer(
            programme=held, question=asked.path, value=form.value, source=form.cleaned_data["source"], path=held.path,
            since=form.cleaned_data["since"], on=on, by=request.user, past_is_meant=form.past,
        )  # fmt: skip
    except Problem as problem:
        again = AnswerForm(request.POST, **told, asks_past=problem.code == PAST)
        return render(request, "ui/act.html", context | {"form": again, "letter": spoken(problem)}, status=422)
    messages.success(request, _("Jawaban tersimpan sebagai versi baru."))
    return redirect("facilitation:programme", programme_id=kept.pk)


def _asked(held: Programme, path: str) -> Asked:
    found = next((each for each in askable(held.juknis) if each.path == path), None)
    if found is None:
        raise Problem("juknis.not_asked", path=path or "…")
    return found


def _told(programme: Programme, *, may_answer: bool) -> dict[str, object]:
    juknis = programme.juknis
    first, *others = rulebook.chapters(juknis)
    money = [each for each in others if each.is_money]
    return {
        "programme": programme,
        "juknis": juknis,
        "pairs": pages.pairs(first),
        "open": pages.open_questions(programme, may_answer=may_answer),
        "filled": pages.filled(juknis),
        "tables": [pages.table(each) for each in others if not each.is_money],
        "money": [pages.table(each) for each in money if rulebook.known(each)],
        "silent": [each.title for each in money if not rulebook.known(each)],
        "paper": first_url("reports:juknis", programme_id=programme.pk),
    }
