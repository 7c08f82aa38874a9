"""The six fields of posyandu: what was asked, and that nobody is left without a word."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.services.health.actions import notes as actions
from rukun.services.health.forms import notes as forms
from rukun.services.health.models import DeskNote
from rukun.services.health.queries import notes, posts
from rukun.services.health.types import Field
from rukun.services.health.views.answering import answer, the_place
from rukun.territory import queries as territory

P = Permission
PAGE = 25


@needs(P.HEALTH_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    held = notes.of_area(place.path)
    page = Paginator(held, PAGE).get_page(request.GET.get("halaman"))
    context = {
        "place": place, "page": page, "notes": [(Field(each.field).label, each) for each in page],
        "may_record": may(request.held, P.HEALTH_RECORD, place.path),
        "waiting": held.filter(answered_on__isnull=True).count(),
    }  # fmt: skip
    return render(request, "health/notes_list.html", context)


@needs(P.HEALTH_RECORD, area=territory.path_of)
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    serving = list(posts.of_area(place.path, on))

    def act(field: str, words: str, post: str) -> Any:
        at = next((each for each in serving if str(each.pk) == post), None)
        return actions.ask(place=place, post=at, field=field, words=words, on=on, by=request.user)

    context = {
        "place": place, "title": _("Catat pertanyaan"), "button": _("Simpan"),
        "intro": _("Posyandu melayani enam bidang. Setiap pertanyaan dijawab."),
    }  # fmt: skip
    form = forms.Asked(request.POST or None, posts=serving)
    return answer(request, form, act, done=_("Pertanyaan tercatat."), back=_url(place.id), context=context)


@needs(P.HEALTH_RECORD, area=notes.path_of)
def answer_note(request: HttpRequest, note_id: int) -> HttpResponse:
    note = get_object_or_404(DeskNote, pk=note_id)

    def act(words: str) -> Any:
        return actions.answer(note=note, words=words, on=today(), by=request.user)

    context = {
        "place": the_place(note.area_id), "title": _("Jawab pertanyaan"), "quote": note.words,
        "button": _("Simpan jawaban"),
        "nothing": _("Catatan ini sudah dijawab.") if note.answered_on else "",
    }  # fmt: skip
    form = forms.Answered(request.POST or None)
    return answer(request, form, act, done=_("Jawaban tersimpan."), back=_url(note.area_id), context=context)


def _url(area_id: int) -> str:
    return reverse("health:notes", args=[area_id])
