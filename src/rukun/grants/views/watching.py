"""Reasons to look: RTs by risk, one flag with its three reasons, and audit samples."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.facilitation.queries import programmes
from rukun.grants.actions import watching as acting
from rukun.grants.forms.watching import CloseForm, SampleForm
from rukun.grants.models import AuditSample, Flag
from rukun.grants.queries import watching as queries
from rukun.grants.types import FlagState
from rukun.grants.views import watching_tables as tables
from rukun.grants.views.answering import answer, the_place
from rukun.grants.words import watching as words
from rukun.territory import queries as territory

P = Permission
PAGE = 25
MOST_BOOKS = 300
"""Above this the look takes longer than a page may: the nightly command does it."""


@needs(P.FLAGS_SEE, area=territory.path_of)
def flags(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    year, chosen = programmes.year_on(on), request.GET.get("hal", "")
    ranked = queries.ranked(place.path, year, indicator=chosen if chosen in words.INDICATORS else "")
    page = Paginator(ranked, PAGE).get_page(request.GET.get("halaman"))
    shown = queries.with_top(page, place.path, year)
    labels = territory.places([each.rt_id for each in shown], on=on)
    right, closed = queries.precision(place.path, year)
    context = {
        "place": place,
        "year": year,
        "page": page,
        "last": queries.last_scan(place.path, year),
        "may_scan": queries.books(place.path, year) <= MOST_BOOKS,
        "kinds": tables.kinds(queries.by_indicator(place.path, year), place.id, chosen),
        "table": tables.ranked(shown, labels, year),
        "right": right,
        "closed": closed,
    }
    return render(request, "grants/watching_flags.html", context)


@require_POST
@needs(P.FLAGS_SEE, area=territory.path_of)
def scan(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    told = acting.scan(path=place.path, year=programmes.year_on(on), on=on, by=request.user)
    messages.success(request, _("Diperiksa: %(new)d tanda baru.") % told)
    return redirect("grants:flags", area_id)


@needs(P.FLAGS_SEE, area=territory.path_of)
def of_rt(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    year = programmes.year_on(on)
    page = Paginator(queries.flags(place.path, year).order_by("-state", "-score", "pk"), PAGE)
    page = page.get_page(request.GET.get("halaman"))
    context = {"place": place, "year": year, "page": page, "table": tables.flags(list(page))}
    return render(request, "grants/watching_rt.html", context)


@needs(P.FLAGS_SEE, area=queries.path_of)
def flag(request: HttpRequest, flag_id: int) -> HttpResponse:
    held = get_object_or_404(Flag, pk=flag_id)
    place = the_place(held.rt_id)
    may_close = held.state == FlagState.OPEN and may(request.held, P.FLAGS_CLOSE, held.path)
    form = CloseForm(request.POST or None) if may_close else CloseForm()
    context = {
        "place": place,
        "flag": held,
        "title": words.indicator(held.indicator),
        "reasons": [words.sentence(each) for each in held.reasons],
        "subject": tables.subject(held),
        "may_close": may_close,
    }
    if not may_close:
        return render(request, "grants/watching_flag.html", context)
    back = reverse("grants:flags_of_rt", args=[held.rt_id])
    act = partial(_close, held, request)
    done = _("Tanda ditutup. Alasan Anda tersimpan.")
    return answer(
        request, form, act, done=done, back=back, context=context, template="grants/watching_flag.html"
    )  # fmt: skip


def _close(held: Flag, request: HttpRequest, *, answer: str, words: str) -> Any:
    return acting.close(flag=held, words=words, is_right=answer == "yes", on=today(), by=request.user)


@needs(P.FLAGS_SEE, area=territory.path_of)
def samples(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    may_announce = may(request.held, P.FLAGS_CLOSE, place.path)
    new_url = reverse("grants:announce", args=[place.id]) if may_announce else ""
    table = tables.samples(list(queries.samples(place.path)), new_url)
    return render(request, "grants/watching_samples.html", {"place": place, "table": table, "new_url": new_url})


@needs(P.FLAGS_CLOSE, area=territory.path_of)
def announce(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    form = SampleForm(request.POST or None)
    told = {"area_id": place.id, "path": place.path, "year": programmes.year_on(on), "on": on, "by": request.user}
    context = {"place": place, "title": _("Umumkan undian pemeriksaan"), "button": _("Umumkan kata undian")}
    back = reverse("grants:samples", args=[place.id])
    done = _("Kata undian diumumkan. Undian boleh dilakukan mulai besok.")
    return answer(request, form, partial(acting.announce, **told), done=done, back=back, context=context)


@needs(P.FLAGS_SEE, area=queries.path_of_sample)
def sample(request: HttpRequest, sample_id: int) -> HttpResponse:
    held, on = get_object_or_404(AuditSample, pk=sample_id), today()
    may_draw = held.drawn_on is None and may(request.held, P.FLAGS_CLOSE, held.path)
    if request.method == "POST" and may_draw:
        acting.draw(sample=held, on=on, by=request.user)
        return redirect("grants:sample", sample_id)
    labels = territory.places([each["rt"] for each in held.drawn], on=on)
    context = {
        "place": the_place(held.area_id),
        "sample": held,
        "may_draw": may_draw and on > held.published_on,
        "table": tables.drawn(held, labels),
    }
    return render(request, "grants/watching_sample.html", context)
