"""A core problem: its tree as a picture and as words, the hopes that mirror it, the voices and facts beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.needs.actions import trees as actions
from rukun.needs.forms import Core, Themed
from rukun.needs.models import Problem
from rukun.needs.queries import facts, pictures, trees, voices, years
from rukun.needs.types import Grown
from rukun.needs.views import tables
from rukun.needs.views.answering import answer, the_rt
from rukun.territory import queries as territory

PAPERS = {"a3": "A3", "a4": "A4"}


def of_problem(problem_id: int) -> str:
    return trees.path_of(problem_id)


@needs(Permission.PLAN_EDIT, area=territory.path_of)
def plant(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_rt(area_id), today()
    act = partial(actions.plant, rt_id=place.id, path=place.path, year=years.current(on), on=on, by=request.user)
    return answer(
        request, Core(request.POST or None), act,
        done=_("Masalah pokok tersimpan. Sekarang cari sebabnya."),
        back=reverse("needs:index", args=[area_id]),
        onward=lambda made: reverse("needs:problem", args=[made.pk]),
        context={"place": place, "title": _("Masalah pokok baru"), "button": _("Simpan")},
    )  # fmt: skip


@needs(Permission.PLAN_SEE, area=of_problem)
def problem(request: HttpRequest, problem_id: int) -> HttpResponse:
    page = _page(request, problem_id)
    grown, place = page["grown"], page["place"]
    said = voices.of_problem(problem_id)
    page |= {
        "picture": pictures.of_problem(grown),
        "causes": trees.outline(grown),
        "effects": trees.outline(grown, upward=True),
        "loose": trees.loose(grown),
        "next": tables.next_of_problem(grown) if page["may_edit"] else None,
        "voices": voices.told(said) if page["may_edit"] else None,
        "count": tables.shown(len(said), is_exact=page["may_edit"]),
        "facts": facts.of_rt(place, on=today(), is_exact=may(request.held, Permission.POVERTY_NAMES, place.path)),
    }
    return render(request, "needs/problem.html", page)


@needs(Permission.PLAN_SEE, area=of_problem)
def hopes(request: HttpRequest, problem_id: int) -> HttpResponse:
    page = _page(request, problem_id)
    grown = page["grown"]
    page |= {"picture": pictures.of_hopes(grown), "lines": tables.hopes(grown)}
    return render(request, "needs/hopes.html", page)


@needs(Permission.PLAN_SEE, area=of_problem)
def sheet(request: HttpRequest, problem_id: int) -> HttpResponse:
    """Both trees, made for paper."""
    page = _page(request, problem_id)
    paper = request.GET.get("kertas")
    page |= {
        "pictures": [pictures.of_problem(page["grown"]), pictures.of_hopes(page["grown"])],
        "paper": paper if paper in PAPERS else "a3",
        "papers": tables.papers(PAPERS, paper),
        "on": today(),
    }
    return render(request, "needs/sheet.html", page)


@needs(Permission.PLAN_EDIT, area=of_problem)
def retheme(request: HttpRequest, problem_id: int) -> HttpResponse:
    held = Problem.objects.get(pk=problem_id)
    page = _page(request, problem_id)
    return answer(
        request, Themed(request.POST or None, initial={"theme": held.theme}),
        partial(actions.retheme, problem=held, by=request.user),
        done=_("Bidang tersimpan."), back=reverse("needs:problem", args=[problem_id]),
        context=page | {"title": _("Bidang masalah ini"), "button": _("Simpan"), "quote": page["grown"].words},
    )  # fmt: skip


@require_POST
@needs(Permission.PLAN_EDIT, area=of_problem)
def close(request: HttpRequest, problem_id: int) -> HttpResponse:
    held = Problem.objects.get(pk=problem_id)
    actions.close(problem=held, on=today(), by=request.user)
    messages.success(request, _("Masalah ditutup. Suaranya dapat dikelompokkan lagi."))
    return redirect("needs:index", area_id=held.rt_id)


def _page(request: HttpRequest, problem_id: int) -> dict[str, Any]:
    grown: Grown = trees.tree(Problem.objects.get(pk=problem_id))
    place = territory.place(grown.rt_id, on=today())
    may_edit = may(request.held, Permission.PLAN_EDIT, grown.path)
    return {"grown": grown, "place": place, "problem_id": problem_id, "may_edit": may_edit}
