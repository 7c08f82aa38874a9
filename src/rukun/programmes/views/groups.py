"""Groups of a place: their capital out and back, and who is in."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.programmes.actions import groups as actions
from rukun.programmes.forms import groups as forms
from rukun.programmes.models import Group
from rukun.programmes.queries import groups
from rukun.programmes.views import group_tables as tables
from rukun.programmes.views.answering import answer, spoken, the_place
from rukun.programmes.views.picking import pick
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url
from rukun.ui.words import rupiah

P = Permission
PAGE = 50


@needs(P.SERVICES_SEE, area=territory.path_of)
def of_area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    leaf = Paginator(groups.under(place.path), PAGE).get_page(request.GET.get("halaman"))
    held = groups.standings(leaf, on=today())
    page = {
        "place": place,
        "page": leaf,
        "figures": tables.figures(*groups.sums(place.path), held if leaf.paginator.num_pages == 1 else []),
        "table": tables.listed(held, today(), with_place=place.level != "rt"),
        "may_edit": may(request.held, P.PROGRAMME_PROPOSE, place.path),
        "back": first_url("programmes:area", area_id=area_id),
    }
    return render(request, "programmes/groups.html", page)


@needs(P.PROGRAMME_PROPOSE, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    choices = groups.schemes(place.path, on=on)
    form = forms.GroupForm(request.POST or None, schemes=choices, initial={"since": on})
    context = {"place": place, "title": _("Bentuk kelompok"), "button": _("Simpan kelompok")}
    if not choices:
        context["nothing"] = _("Belum ada program yang berjalan di sini. Kantor program yang membuatnya.")
    act = partial(actions.begin, area_id=place.id, path=place.path, today=on, by=request.user)
    return answer(
        request, form, act, done=_("Kelompok tersimpan."), back=reverse("programmes:groups", args=[area_id]),
        onward=_page, context=context,
    )  # fmt: skip


@needs(P.SERVICES_SEE, area=groups.path_of)
@never_cache
def show(request: HttpRequest, group_id: int) -> HttpResponse:
    return render(request, "programmes/group.html", _told(request, _found(group_id)))


@needs(P.PROGRAMME_GIVE, area=groups.path_of)
@never_cache
def lend(request: HttpRequest, group_id: int) -> HttpResponse:
    told = {"title": _("Salurkan modal"), "button": _("Simpan penyaluran")}
    return _capital(request, _found(group_id), actions.lend, told, _("Modal yang keluar tersimpan."))


@needs(P.PROGRAMME_GIVE, area=groups.path_of)
@never_cache
def repay(request: HttpRequest, group_id: int) -> HttpResponse:
    told = {"title": _("Catat modal kembali"), "button": _("Simpan pengembalian")}
    return _capital(request, _found(group_id), actions.repay, told, _("Modal yang kembali tersimpan."))


@needs(P.PROGRAMME_GIVE, area=groups.path_of)
@never_cache
def undo(request: HttpRequest, group_id: int) -> HttpResponse:
    """`?catatan=` names the row."""
    group, asked = _found(group_id), request.GET.get("catatan", "")
    row = group.repayments.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if row is None and request.method == "POST":
        raise Http404
    context = {"place": the_place(group.area_id), "title": _("Batalkan catatan modal"), "button": _("Batalkan catatan")}
    context |= {"quote": tables.said(row)} if row else {"nothing": _("Pilih catatannya di halaman kelompok.")}
    context |= {"intro": _("Catatan lama tetap dapat dibaca. Lawannya dicatat di bawahnya.")} if row else {}

    def act(words: str) -> None:
        actions.undo(repayment=row, words=words, today=today(), by=request.user)

    form = forms.BecauseForm(request.POST or None)
    return answer(request, form, act, done=_("Catatan dibatalkan."), back=_page(group), context=context)


@needs(P.PROGRAMME_NAMES, area=groups.path_of)
@never_cache
def join(request: HttpRequest, group_id: int) -> HttpResponse:
    group = _found(group_id)
    context = {"place": the_place(group.area_id), "title": _("Tambah anggota"), "about": group.name}
    add = partial(_join, group, request.user)
    return pick(request, add, path=group.path, done=_("Anggota ditambahkan."), back=_page(group), context=context)


@needs(P.PROGRAMME_NAMES, area=groups.path_of)
@never_cache
def leave(request: HttpRequest, group_id: int) -> HttpResponse:
    """`?anggota=` names who leaves; asked once more before it is written."""
    group, asked = _found(group_id), request.GET.get("anggota", "")
    member = group.members.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if member is None and request.method == "POST":
        raise Http404
    context = {"place": the_place(group.area_id), "title": _("Keluarkan anggota"), "button": _("Keluarkan")}
    said = tables.named(member, groups.members(group)) if member else ""
    context |= {"quote": said} if member else {"nothing": _("Pilih anggotanya di halaman kelompok.")}

    def act() -> None:
        actions.leave(member=member, today=today(), by=request.user)

    form = forms.SureForm(request.POST if request.method == "POST" else None)
    return answer(request, form, act, done=_("Anggota dikeluarkan."), back=_page(group), context=context)


@needs(P.PROGRAMME_PROPOSE, area=groups.path_of)
@never_cache
def end(request: HttpRequest, group_id: int) -> HttpResponse:
    """By a tap; what stands against it comes back as a letter."""
    group = _found(group_id)
    if request.method == "POST":
        try:
            actions.end(group=group, today=today(), by=request.user)
        except Problem as problem:
            page = _told(request, group) | {"letter": spoken(problem)}
            return render(request, "programmes/group.html", page, status=422)
        messages.success(request, _("Kelompok ditutup."))
    return redirect(_page(group))


def _join(group: Group, user: Any, person_id: int) -> None:
    actions.join(group=group, person_id=person_id, today=today(), by=user)


def _capital(request: HttpRequest, group: Group, do: Any, told: dict[str, str], done: str) -> HttpResponse:
    on = today()
    form = forms.CapitalForm(request.POST or None, initial={"on": on})
    out = _("Sekarang di luar: %(out)s.") % {"out": rupiah(group.lent - group.returned)}
    context = told | {"place": the_place(group.area_id), "quote": group.name, "intro": out}
    act = partial(do, group=group, today=on, by=request.user)
    return answer(request, form, act, done=done, back=_page(group), context=context)


def _told(request: HttpRequest, group: Group) -> dict[str, Any]:
    standing, rows = groups.standing(group, on=today()), groups.rows(group)
    sees_names = may(request.held, P.PROGRAMME_NAMES, group.path)
    may_give = may(request.held, P.PROGRAMME_GIVE, group.path)
    return {
        "place": the_place(group.area_id),
        "group": group,
        "figures": tables.of_one(standing),
        "is_late_unknown": standing.late is None and group.lent > 0,
        "late": standing.late,
        "rows": tables.rows(group, rows, may_undo=may_give),
        "members": groups.members(group) if sees_names else None,
        "count": standing.members,
        "may_give": may_give and group.until is None,
        "may_edit": may(request.held, P.PROGRAMME_PROPOSE, group.path) and group.until is None,
    }


def _found(group_id: int) -> Group:
    return get_object_or_404(groups.visible(), pk=group_id)


def _page(group: Group) -> str:
    return reverse("programmes:group", args=[group.pk])
