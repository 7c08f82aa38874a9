"""Helper visits: a visit, what was promised, whether it was kept; and the helper's own page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.facilitation.actions import visits as acting
from rukun.facilitation.forms.visits import KeptForm, PromiseForm, VisitForm
from rukun.facilitation.models import Promise, Visit
from rukun.facilitation.queries import helping, programmes, steps
from rukun.facilitation.queries import visits as queries
from rukun.facilitation.views import tables
from rukun.facilitation.views.answering import answer, the_place, the_rt
from rukun.territory import queries as territory

P = Permission
PAGE = 25
FIRST = 10


@needs(P.VISIT_RECORD)
def mine(request: HttpRequest) -> HttpResponse:
    """The helper's page: promises that are due, and the RTs that want help first."""
    on, paths = today(), paths_with(request.held, P.VISIT_RECORD)
    programme = programmes.current(on)
    promises = list(queries.open_promises(paths)[:FIRST])
    walks = steps.walks(paths, programme.year if programme else on.year, on=on)
    found = helping.standing(walks, programme, on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("halaman"))
    labels = territory.places([*(each.visit.rt_id for each in promises), *(each.rt_id for each in page)], on=on)
    context = {
        "page": page,
        "next": tables.first_to_help(found, labels) if page.number == 1 else None,
        "promises": tables.promises(promises, on, may_answer=True, title=_("Janji yang terbuka"), labels=labels),
        "table": tables.served(list(page), labels, len(found)),
    }
    return render(request, "facilitation/mine.html", context)


@needs(P.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    page = Paginator(queries.under(place.path), PAGE).get_page(request.GET.get("halaman"))
    promises = list(queries.open_promises([place.path])[:FIRST])
    is_rt = place.level == "rt"
    ids = [each.rt_id for each in page] + [each.visit.rt_id for each in promises]
    labels = {} if is_rt else territory.places(ids, on=on)
    may_record = is_rt and may(request.held, P.VISIT_RECORD, place.path)
    new_url = reverse("facilitation:visit_new", args=[place.id]) if may_record else ""
    may_answer = may(request.held, P.PLAN_EDIT, place.path)
    context = {
        "place": place,
        "page": page,
        "new_url": new_url,
        "promises": tables.promises(promises, on, may_answer=may_answer, title=_("Janji yang terbuka"), labels=labels),
        "table": tables.visits(page, labels, new_url=new_url),
    }
    return render(request, "facilitation/visits.html", context)


@needs(P.VISIT_RECORD, area=territory.path_of)
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_rt(area_id), today()
    form = VisitForm(request.POST or None, initial={"on": on})

    def act(**_typed: Any) -> None:
        told = form.cleaned_data
        acting.record(
            rt_id=place.id, path=place.path, on=told["on"], found=told["found"], who=request.user.name,
            promises=form.promises, today=on, by=request.user,
        )  # fmt: skip

    context = {"place": place, "title": _("Catat kunjungan"), "button": _("Simpan kunjungan")}
    back = reverse("facilitation:visits", args=[place.id])
    return answer(request, form, act, done=_("Kunjungan tercatat."), back=back, context=context)


@needs(P.PLAN_SEE, area=queries.path_of)
def show(request: HttpRequest, visit_id: int) -> HttpResponse:
    held = _found(visit_id)
    promises = held.promises.select_related("visit").order_by("due", "pk")
    may_answer = may(request.held, P.PLAN_EDIT, held.path)
    context = {
        "place": the_place(held.rt_id),
        "visit": held,
        "promises": tables.promises(promises, today(), may_answer=may_answer, title=_("Janji"), labels={}),
        "may_promise": may(request.held, P.VISIT_RECORD, held.path),
    }
    return render(request, "facilitation/visit.html", context)


@needs(P.VISIT_RECORD, area=queries.path_of)
def promise(request: HttpRequest, visit_id: int) -> HttpResponse:
    held = _found(visit_id)
    form = PromiseForm(request.POST or None)
    context = {"place": the_place(held.rt_id), "title": _("Catat janji"), "button": _("Simpan janji")}
    back = reverse("facilitation:visit", args=[held.pk])
    act = partial(acting.promise, visit=held, by=request.user)
    return answer(request, form, act, done=_("Janji tercatat."), back=back, context=context)


@needs(P.PLAN_EDIT, area=queries.path_of_promise)
def answer_promise(request: HttpRequest, promise_id: int) -> HttpResponse:
    held = get_object_or_404(Promise.objects.select_related("visit"), pk=promise_id)
    initial = {"note": held.note} | ({} if held.kept is None else {"kept": "yes" if held.kept else "no"})
    form = KeptForm(request.POST or None, initial=initial)
    context = {
        "place": the_place(held.visit.rt_id),
        "title": _("Janji ditepati?"),
        "intro": held.text,
        "button": _("Simpan jawaban"),
    }
    back = reverse("facilitation:visit", args=[held.visit_id])
    act = partial(acting.answer, promise=held, on=today(), by=request.user)
    return answer(request, form, act, done=_("Jawaban tersimpan."), back=back, context=context)


def _found(visit_id: int) -> Visit:
    return get_object_or_404(Visit, pk=visit_id)
