"""Proposals of an RT as a list, one by one, and how they go on: to the meeting, back, into another."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import proposals as actions
from rukun.musrenbang.forms.proposals import Because, Filter, Merging
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.public import proposals as window
from rukun.musrenbang.queries import areas, likeness, menu, partners, places, proposals
from rukun.musrenbang.views import proposal_next, proposal_tables
from rukun.musrenbang.views.asking import answer, spoken, the_place
from rukun.musrenbang.views.proposal_pairs import pairs
from rukun.parameters.juknis import Juknis
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.tables import Empty

P = Permission
PAGE = 50


@needs(P.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    """An RT's list; above the RT, counts and the places that have nothing yet."""
    place = the_place(area_id)
    year, _held = menu.asked(typed_year(request), on=today())
    if place.level != "rt":
        return _area(request, place, year)
    return _listed(request, place, year, menu.of_place(place.path, year, on=today()))


@needs(P.PLAN_SEE, area=proposals.path_of)
@never_cache
def show(request: HttpRequest, proposal_id: int) -> HttpResponse:
    return render(request, "musrenbang/proposal.html", page_of(request, found(proposal_id)))


@needs(P.PLAN_EDIT, area=proposals.path_of)
@require_POST
def propose(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """To the meeting; what is still missing comes back as a letter on the proposal's own page."""
    proposal = found(proposal_id)
    try:
        actions.propose(proposal=proposal, on=today(), by=request.user)
    except Problem as problem:
        context = page_of(request, proposal) | {"letter": spoken(problem)}
        return render(request, "musrenbang/proposal.html", context, status=422)
    messages.success(request, _("Usulan diajukan ke musyawarah."))
    return redirect("musrenbang:proposal", proposal.pk)


@needs(P.PLAN_EDIT, area=proposals.path_of)
@never_cache
def withdraw(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal = found(proposal_id)

    def act(reason: str) -> None:
        actions.withdraw(proposal=proposal, reason=reason, on=today(), by=request.user)

    context = {
        "place": the_place(proposal.rt_id),
        "title": _("Tarik usulan “%(title)s”") % {"title": proposal.title},
        "intro": _("Usulan yang ditarik tetap dapat dibaca, tetapi tidak berjalan lagi."),
        "button": _("Tarik usulan"),
    }
    back = reverse("musrenbang:proposal", args=[proposal.pk])
    return answer(request, Because(request.POST or None), act, done=_("Usulan ditarik."), back=back, context=context)


@needs(P.PLAN_EDIT, area=proposals.path_of)
@never_cache
def merge(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal = found(proposal_id)

    def act(into: Proposal, reason: str) -> None:
        actions.merge(proposal=proposal, into=into, reason=reason, on=today(), by=request.user)

    others = proposals.mergeable(proposal)
    context = {
        "place": the_place(proposal.rt_id),
        "title": _("Gabungkan “%(title)s”") % {"title": proposal.title},
        "intro": _("Usulan ini berjalan terus di dalam usulan yang Anda pilih."),
        "button": _("Gabungkan"),
        "nothing": "" if others else _("Tidak ada usulan lain dari RT dan tahun ini."),
    }
    back = reverse("musrenbang:proposal", args=[proposal.pk])
    form = Merging(request.POST or None, others=others)
    return answer(request, form, act, done=_("Usulan digabung."), back=back, context=context)


@needs(P.PLAN_SEE, area=territory.path_of)
@require_GET
def similar(request: HttpRequest, area_id: int) -> HttpResponse:
    """While a title is being typed: what the RT and its neighbours wish that sounds the same."""
    title = request.GET.get("title", "")[:120]
    year, _held = menu.asked(typed_year(request), on=today())
    like = window.similar(title, territory.path_of(area_id), year, on=today())
    return render(request, "musrenbang/proposal_similar.html", {"similar": like})


def found(proposal_id: int) -> Proposal:
    return get_object_or_404(proposals.visible().select_related("cause", "merged_into"), pk=proposal_id)


def typed_year(request: HttpRequest) -> int | None:
    """The programme year that was asked for."""
    year = request.GET.get("tahun", "")
    return int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None


def page_of(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """Everything the page of one proposal tells."""
    on, held = today(), menu.of_place(proposal.path, proposal.year, on=today())
    may_edit = may(request.held, P.PLAN_EDIT, proposal.path)
    is_open = may_edit and proposals.may_edit(proposal)
    around, checked = window.around(proposal, on=on), menu.checked(held, menu.draft_of(proposal))
    missing = proposals.missing(proposal, held, checked) if is_open else []
    return {
        "place": around.place,
        "proposal": proposal,
        "name": proposals.name(proposal),
        "state": proposal_tables.shown(proposal.state),
        "is_open": is_open,
        "may_edit": may_edit,
        "may_end": may_edit and proposals.may_end(proposal),
        "missing": missing,
        "next": proposal_next.of_one(proposal, missing) if is_open else None,
        "may_propose": is_open and not missing and proposals.may_propose(proposal),
        "checked": checked,
        "pairs": pairs(proposal, held, may_see_names=may_edit),
        "is_outside": _is_outside(proposal),
        "photos": proposal.photos.defer("picture").order_by("pk"),
        "similar": around.similar,
        "parts": proposal_tables.parts(around.parts) if around.parts else None,
        "covered": partners.covered(proposal.cost, around.parts),
        "history": proposal_tables.history(proposals.history(proposal)),
    }


def _is_outside(proposal: Proposal) -> bool:
    if proposal.longitude is None or proposal.latitude is None:
        return False
    return places.is_outside(proposal.rt_id, proposal.longitude, proposal.latitude, on=today())


def _listed(request: HttpRequest, place: Place, year: int, held: Juknis | None) -> HttpResponse:
    form = Filter(request.GET, held=held)
    asked = form.cleaned_data if form.is_valid() else {}
    is_filtered = any(asked.values())
    rows = proposals.of_rt(
        place.path, year, state=asked.get("keadaan", ""), cluster=asked.get("bidang", ""), words=asked.get("kata", "")
    )
    seen = proposals.overview(place.path)
    pager = Paginator(rows, PAGE)
    if not is_filtered:
        pager.count = seen.count(year)
    page = pager.get_page(request.GET.get("halaman"))
    sums, left = seen.sums(year, held), seen.left_over(year)
    may_edit = may(request.held, P.PLAN_EDIT, place.path)
    context = {
        "place": place,
        "year": year,
        "years": [each for each in seen.years if each != year],
        "form": form,
        "is_filtered": is_filtered,
        "page": page,
        "table": proposal_tables.listed(page, page.paginator.count, _empty(place, is_filtered)),
        "money": proposal_tables.money(sums),
        "shares": proposal_tables.shares(sums),
        "has_juknis": held is not None,
        "may_edit": may_edit,
        "left": left,
        "invitations": _invitations(partners.waiting(place.path)),
        "next": proposal_next.of_rt(place, sums, left, page) if may_edit else None,
    }
    return render(request, "musrenbang/proposals.html", context)


def _invitations(invited: list[Any]) -> Any:
    if not invited:
        return None
    return proposal_tables.invitations(invited, territory.places([each.leader_id for each in invited], on=today()))


def _empty(place: Place, is_filtered: bool) -> Empty:
    url = reverse("musrenbang:proposals", args=[place.id])
    if is_filtered:
        return Empty(_("Tidak ada usulan yang cocok."), _("Lihat semua"), url)
    return Empty(_("Belum ada usulan. Setiap usulan menjawab satu sebab dari pohon masalah."))


def _area(request: HttpRequest, place: Place, year: int) -> HttpResponse:
    whole, beneath = areas.beneath(place, year, on=today())
    repeated = likeness.repeated(place.path, year, on=today()) if place.level == "desa" else []
    context = {
        "place": place,
        "year": year,
        "whole": whole,
        "states": proposal_tables.by_state(whole) if whole.count else None,
        "beneath": proposal_tables.beneath(beneath),
        "repeated": proposal_tables.repeated(repeated),
        "is_desa": place.level == "desa",
        "may_edit": may(request.held, P.PLAN_EDIT, place.path),
    }
    return render(request, "musrenbang/proposal_area.html", context)
