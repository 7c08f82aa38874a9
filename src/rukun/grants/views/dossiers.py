"""Bundles of papers as the RT sees them: prepared, filled, sent, and where they lie now."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import dossiers as actions
from rukun.grants.forms import dossiers as forms
from rukun.grants.models import Dossier
from rukun.grants.problems import CATALOGUE
from rukun.grants.queries import activities, books, dossiers, missing
from rukun.grants.types import DossierKind
from rukun.grants.views import dossier_tables as tables
from rukun.grants.views.activity_tables import papers_url
from rukun.kit.problems import Problem
from rukun.territory import queries as territory
from rukun.ui import letters
from rukun.ui.addresses import first_url
from rukun.ui.answering import answer


@needs(Permission.MONEY_SEE, area=books.path_of)
def of_book(request: HttpRequest, book_id: int) -> HttpResponse:
    """All bundles of a year, and what may be prepared next."""
    book, on = activities.book(book_id), today()
    page = {
        "place": territory.place(book.rt_id, on=on),
        "book": book,
        "table": tables.listed(dossiers.of_book(book)),
        "kinds": tables.preparable(dossiers.preparable(book, on)) if _may_send(request, book.path) else [],
        "lpj_waits": missing.before_closing(book, on) if dossiers.awaits_lpj(book) else [],
    }
    return render(request, "grants/dossiers.html", page)


@require_POST
@needs(Permission.SPEND_PROPOSE, area=books.path_of)
def prepare(request: HttpRequest, book_id: int) -> HttpResponse:
    """Gathers what belongs into a bundle and opens it."""
    book, kind = activities.book(book_id), request.POST.get("jenis", "")
    if kind not in DossierKind.values:
        return redirect("grants:dossiers", book_id)
    budget = dossiers.draft_of(book, request.POST.get("kegiatan", "")) if kind == DossierKind.RAB else None
    try:
        made = actions.prepare(book=book, kind=DossierKind(kind), on=today(), by=request.user, budget=budget)
    except Problem as problem:
        messages.warning(request, " ".join(_spoken(problem)))
        return redirect("grants:dossiers", book_id)
    return redirect("grants:dossier", made.pk)


@needs(Permission.SPEND_PROPOSE, area=activities.path_of)
def of_rab(request: HttpRequest, activity_id: int) -> HttpResponse:
    """The bundle of a RAB: the one that is on its way, or a new one."""
    activity, on = activities.get(activity_id), today()
    if (found := dossiers.rab_on_way(activity)) is not None:
        return redirect("grants:dossier", found.pk)
    budget = dossiers.draft_of(activity.book, str(activity.pk))
    act = partial(actions.prepare, book=activity.book, kind=DossierKind.RAB, budget=budget, on=on, by=request.user)
    context = {
        "place": territory.place(activity.rt_id, on=on),
        "title": _("Ajukan RAB"),
        "intro": _("Rukun menyiapkan berkasnya. Anda memeriksa lembarnya, lalu mengirim."),
        "quote": activity.title,
        "button": _("Siapkan berkas"),
    }
    return answer(
        request, Form(request.POST or None), act, done="",
        onward=lambda made: reverse("grants:dossier", args=[made.pk]),
        back=first_url("grants:rab", activity_id=activity_id) or reverse("grants:activity", args=[activity_id]),
        context=context, catalogue=CATALOGUE,
    )  # fmt: skip


@needs(Permission.MONEY_SEE, area=dossiers.path_of)
def show(request: HttpRequest, dossier_id: int) -> HttpResponse:
    held = dossiers.get(dossier_id)
    return render(request, "grants/dossier.html", page(request, held) | {"form": _form(request, held)})


@require_POST
@needs(Permission.SPEND_PROPOSE, area=dossiers.path_of)
def submit(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Sends it up; what is missing is said above the same page."""
    held = dossiers.get(dossier_id)
    act = partial(actions.submit, dossier=held, on=today(), by=request.user)
    return answer(
        request, _form(request, held), act, done=_("Berkas dikirim."), back=reverse("grants:dossier", args=[held.pk]),
        context=page(request, held), catalogue=CATALOGUE, template="grants/dossier.html",
    )  # fmt: skip


def page(request: HttpRequest, held: Dossier) -> dict[str, Any]:
    """A bundle with all it holds, for who works on it and for who looks at it."""
    on = today()
    is_ours = held.state in dossiers.OURS and _may_send(request, held.path)
    turns = dossiers.turns(held)
    return {
        "place": territory.place(held.book.rt_id, on=on),
        "dossier": held,
        "title": tables.title(held),
        "state": tables.state(held, on),
        "facts": tables.facts(held, on),
        "back_reason": turns[-1] if turns and turns[-1].after == "returned" else None,
        "missing": missing.before_sending(held, on) if is_ours else [],
        "is_ours": is_ours,
        "desk": next((each.area_id for each in request.held if dossiers.desk_of((each,), held.path)), None),
        "may_answer": dossiers.may_answer(held, request.held, request.user),
        "papers": dossiers.papers(held, on),
        "prints_url": papers_url(held.book),
        "content": tables.content(held, dossiers.content(held)),
        "turns": tables.turns(turns),
    }


def _form(request: HttpRequest, held: Dossier) -> forms.Send:
    return forms.Send(request.POST or None, papers=dossiers.papers(held, today()))


def _may_send(request: HttpRequest, path: str) -> bool:
    return may(request.held, Permission.SPEND_PROPOSE, path)


def _spoken(problem: Problem) -> tuple[str, str]:
    told = letters.spoken(problem, CATALOGUE)
    return str(told.what), str(told.now)
