"""What people say: many quickly on one page, then the list, then where each belongs."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.needs.actions import statements as actions
from rukun.needs.forms import NEW, NO_GROUP, Correction, Group, Reason, Voice
from rukun.needs.models import Problem, Statement
from rukun.needs.queries import trees, voices, years
from rukun.needs.views import tables
from rukun.needs.views.answering import answer, the_rt
from rukun.territory import queries as territory

STAYS = ("kind", "occasion", "on")
A_PAGE = 100
LATEST = 5


def of_statement(statement_id: int) -> str:
    return voices.path_of(statement_id)


@needs(Permission.PLAN_EDIT, area=territory.path_of)
def speak(request: HttpRequest, area_id: int) -> HttpResponse:
    """Stays on the page for the next voice; the kind, the occasion and the day stay as they were."""
    place, on = the_rt(area_id), today()
    year = years.current(on)
    form = Voice(
        request.POST or None, today=on, initial={name: request.GET[name] for name in STAYS if name in request.GET}
    )
    same = urlencode({name: form.data[name] for name in STAYS if name in form.data})
    latest = voices.told(voices.counting(place.path, year)[:LATEST])
    return answer(
        request, form,
        lambda **said: actions.keep(rt_id=place.id, path=place.path, year=year, said=said, on=on, by=request.user),
        done=_("Tersimpan. Silakan suara berikutnya."),
        back=reverse("needs:index", args=[area_id]),
        onward=lambda _kept: f"{reverse('needs:speak', args=[area_id])}?{same}",
        context={"place": place, "latest": latest},
        template="needs/speak.html",
    )  # fmt: skip


@needs(Permission.PLAN_EDIT, area=territory.path_of)
def listed(request: HttpRequest, area_id: int) -> HttpResponse:
    """Every voice of the year, those without a problem first, then problem by problem."""
    place, year = the_rt(area_id), years.current(today())
    page = Paginator(voices.by_group(place.path, year), A_PAGE).get_page(request.GET.get("halaman"))
    names = {each.problem_id: each.words for each in trees.of_rt(place.path, year)}
    told = {"place": place, "year": year, "page": page, "groups": tables.groups(voices.told(page), names)}
    return render(request, "needs/voices.html", told)


@needs(Permission.PLAN_EDIT, area=of_statement)
def group(request: HttpRequest, statement_id: int) -> HttpResponse:
    statement, page = _page(statement_id)
    grown = trees.of_rt(statement.path, statement.year)
    now = voices.group_of(statement_id)
    form = Group(
        request.POST or None, problems=[(each.problem_id, each.words) for each in grown],
        initial={"problem": str(now or (NEW if not grown else ""))},
    )  # fmt: skip
    return answer(
        request, form, partial(_grouped, statement, request.user), done=_("Suara sudah dikelompokkan."),
        back=_list(statement), context=page | {"title": _("Termasuk masalah yang mana?"), "button": _("Simpan")},
    )  # fmt: skip


@needs(Permission.PLAN_EDIT, area=of_statement)
def correct(request: HttpRequest, statement_id: int) -> HttpResponse:
    statement, page = _page(statement_id)
    known = {name: getattr(statement, name) for name in actions.FIELDS}
    return answer(
        request, Correction(request.POST or None, today=today(), initial=known),
        lambda because, **said: actions.correct(
            statement=statement, said=said, because=because, on=today(), by=request.user
        ),
        done=_("Suara diperbaiki. Yang lama tetap tersimpan sebagai riwayat."),
        back=_list(statement), context=page | {"title": _("Perbaiki suara"), "button": _("Simpan perbaikan")},
    )  # fmt: skip


@needs(Permission.PLAN_EDIT, area=of_statement)
def withdraw(request: HttpRequest, statement_id: int) -> HttpResponse:
    statement, page = _page(statement_id)
    return answer(
        request, Reason(request.POST or None),
        partial(actions.withdraw, statement=statement, on=today(), by=request.user),
        done=_("Suara ditarik dan tidak dihitung lagi."),
        back=_list(statement), context=page | {"title": _("Tarik suara ini?"), "button": _("Tarik suara")},
    )  # fmt: skip


def _page(statement_id: int) -> tuple[Statement, dict[str, Any]]:
    statement = Statement.objects.get(pk=statement_id)
    place = territory.place(statement.rt_id, on=today())
    return statement, {"place": place, "quote": statement.words}


def _list(statement: Statement) -> str:
    return reverse("needs:voices", args=[statement.rt_id])


def _grouped(statement: Statement, by: Any, *, problem: str, words: str, theme: str) -> None:
    if problem == NEW:
        actions.group_anew(statement=statement, words=words, theme=theme, on=today(), by=by)
        return
    chosen = None if problem == NO_GROUP else Problem.objects.get(pk=int(problem))
    actions.group(statement=statement, problem=chosen, by=by)
