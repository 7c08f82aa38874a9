"""Sosialisasi and trainings: the list, a new one, one set right, and the questions before and after."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.facilitation.actions import gatherings as acting
from rukun.facilitation.forms.gatherings import GatheringForm, ScoreForm
from rukun.facilitation.models import Gathering
from rukun.facilitation.queries import gatherings as queries
from rukun.facilitation.queries import programmes
from rukun.facilitation.types import GatheringKind, Sitting
from rukun.facilitation.views import tables
from rukun.facilitation.views.answering import answer, the_place
from rukun.facilitation.words import score_words
from rukun.territory import queries as territory
from rukun.territory.types import Place

P = Permission
MOST_RTS = 80


@needs(P.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    year = programmes.year_on(today())
    found = queries.of_rt(place.path, year) if place.level == "rt" else queries.under(place.path, year)[:200]
    may_record = may(request.held, P.GATHERING_RECORD, place.path)
    new_url = reverse("facilitation:gathering_new", args=[place.id]) if may_record else ""
    context = {"place": place, "year": year, "new_url": new_url}
    table = tables.gatherings(found, place.path, new_url=new_url)
    return render(request, "facilitation/gatherings.html", context | {"table": table})


@needs(P.GATHERING_RECORD, area=territory.path_of)
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    rts = _rts(place)
    initial = {"on": on, "kind": GatheringKind.SOSIALISASI}
    form = GatheringForm(request.POST or None, rts=_choices(rts), initial=initial)

    def act(**_typed: Any) -> None:
        told = form.cleaned_data
        acting.record(
            area_id=place.id, path=place.path, today=on, by=request.user,
            **told | {"rts": _taking_part(place, rts, told.get("rts", []))},
        )  # fmt: skip

    context = {"place": place, "title": _("Catat kegiatan"), "button": _("Simpan kegiatan")}
    back = reverse("facilitation:gatherings", args=[place.id])
    return answer(request, form, act, done=_("Kegiatan tercatat."), back=back, context=context)


@needs(P.PLAN_SEE, area=queries.path_of)
def show(request: HttpRequest, gathering_id: int) -> HttpResponse:
    held = _found(gathering_id)
    questions = held.questions.all()
    sums = [(sitting.label, score_words(queries.score(questions, sitting))) for sitting in Sitting]
    context = {
        "place": the_place(held.area_id),
        "gathering": held,
        "sums": sums if questions else [],
        "change": tables.understanding(held),
        "questions": tables.questions(held),
        "rts": [place.label for place in territory.places(held.rts, on=today()).values()],
        "may_edit": may(request.held, P.GATHERING_RECORD, held.path),
    }
    return render(request, "facilitation/gathering.html", context)


@needs(P.GATHERING_RECORD, area=queries.path_of)
def edit(request: HttpRequest, gathering_id: int) -> HttpResponse:
    held = _found(gathering_id)
    place, on = the_place(held.area_id), today()
    rts = _rts(place)
    names = ("on", "place", "topic", "material", "women", "men", "poor", "disability", "rts")
    initial = {name: getattr(held, name) for name in names}
    form = GatheringForm(request.POST or None, rts=_choices(rts), is_new=False, initial=initial)

    def act(**_typed: Any) -> None:
        told = form.cleaned_data
        joined = _taking_part(place, rts, told.get("rts", []))
        acting.correct(gathering=held, today=on, by=request.user, **told | {"rts": joined})

    context = {"place": place, "title": _("Perbaiki kegiatan"), "button": _("Simpan perbaikan")}
    back = reverse("facilitation:gathering", args=[held.pk])
    return answer(request, form, act, done=_("Kegiatan diperbaiki."), back=back, context=context)


@needs(P.GATHERING_RECORD, area=queries.path_of)
def before(request: HttpRequest, gathering_id: int) -> HttpResponse:
    return _scores(request, _found(gathering_id), Sitting.BEFORE)


@needs(P.GATHERING_RECORD, area=queries.path_of)
def after(request: HttpRequest, gathering_id: int) -> HttpResponse:
    return _scores(request, _found(gathering_id), Sitting.AFTER)


def _scores(request: HttpRequest, held: Gathering, sitting: Sitting) -> HttpResponse:
    questions = list(held.questions.all())
    initial: dict[str, Any] = {f"right_{each.number}": getattr(each, f"{sitting}_right") for each in questions}
    initial["of"] = queries.asked(questions, sitting)
    form = ScoreForm(request.POST or None, questions={each.number: each.text for each in questions}, initial=initial)

    def act(**_typed: Any) -> None:
        of = form.cleaned_data["of"]
        acting.score(gathering=held, sitting=sitting, of=of, right=form.right, by=request.user)

    context = {
        "place": the_place(held.area_id),
        "title": _("Soal sebelum kegiatan") if sitting == Sitting.BEFORE else _("Soal sesudah kegiatan"),
        "intro": _("Bacakan setiap soal. Hitung yang mengangkat tangan untuk jawaban benar."),
        "button": _("Simpan hasil"),
    }
    back = reverse("facilitation:gathering", args=[held.pk])
    return answer(request, form, act, done=_("Hasil tersimpan."), back=back, context=context)


def _found(gathering_id: int) -> Gathering:
    return get_object_or_404(Gathering.objects.prefetch_related("questions"), pk=gathering_id)


def _rts(place: Place) -> dict[int, tuple[str, str]]:
    """The RTs that may be ticked: id → (path, label); none for an RT itself, or where there are too many to read."""
    if place.level == "rt":
        return {}
    found = territory.rts_under(place.path, on=today()).select_related("area")[: MOST_RTS + 1]
    rts = {each.area_id: (each.area.path, territory.label(each)) for each in found}
    return rts if len(rts) <= MOST_RTS else {}


def _choices(rts: dict[int, tuple[str, str]]) -> list[tuple[int, str]]:
    return [(rt_id, label) for rt_id, (_path, label) in rts.items()]


def _taking_part(place: Place, rts: dict[int, tuple[str, str]], ticked: list[int]) -> dict[int, str]:
    if place.level == "rt":
        return {place.id: place.path}
    return {rt_id: rts[rt_id][0] for rt_id in ticked}
