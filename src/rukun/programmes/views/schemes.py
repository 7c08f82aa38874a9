"""Programmes of a place, one programme with its terms and its waiting list, and how they are made."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, covers, may, needs, paths_with, today
from rukun.parameters.problems import CATALOGUE as PARAMETERS
from rukun.programmes.actions import schemes as actions
from rukun.programmes.forms.schemes import BringForm, DescribeForm, SchemeForm, TermsFileForm, TermsForm
from rukun.programmes.models import Scheme
from rukun.programmes.queries import doubles, schemes
from rukun.programmes.queries import waiting as queries
from rukun.programmes.types import State
from rukun.programmes.views import scheme_tables as tables
from rukun.programmes.views.answering import LETTERS, answer, the_place
from rukun.territory import queries as territory
from rukun.ui.tables import Empty

P = Permission
MOST = 200


@needs(P.SERVICES_SEE)
def home(request: HttpRequest) -> HttpResponse:
    """The programmes of every place one has an office in."""
    on, found = today(), {}
    for path in paths_with(request.held, P.SERVICES_SEE):
        held = [*schemes.reaching(path, on=on), *schemes.beneath(path, on=on)]
        found |= {each.pk: (each, path) for each in held}
    held = [each for each, _path in found.values()]
    counts = {}
    for path in {path for _each, path in found.values()}:
        counts |= schemes.counts(path)
    is_exact = all(may(request.held, P.PROGRAMME_NAMES, path) for _each, path in found.values())
    table = tables.schemes(_("Program"), held, counts, schemes.of_many(held, on=on), on=on, is_exact=is_exact)
    areas = territory.places([each.area_id for each in request.held], on=on).values()
    return render(request, "programmes/home.html", {"table": table, "areas": list(areas)})


@needs(P.SERVICES_SEE, area=territory.path_of)
@never_cache
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    """What reaches this place; in an RT, who has it and who waits."""
    place, on = the_place(area_id), today()
    sees_names = may(request.held, P.PROGRAMME_NAMES, place.path)
    reaching, beneath = schemes.reaching(place.path, on=on), schemes.beneath(place.path, on=on)
    counts, terms = schemes.counts(place.path), schemes.of_many([*reaching, *beneath], on=on)
    may_edit = may(request.held, P.PROGRAMME_EDIT, place.path)
    told = {"on": on, "is_exact": sees_names}
    new = Empty(_("Belum ada program untuk wilayah ini."), icon="list")
    page = {
        "place": place, "may_edit": may_edit, "sees_names": sees_names,
        "reaching": tables.schemes(_("Program untuk wilayah ini"), reaching, counts, terms, **told, empty=new),
        "beneath": tables.schemes(_("Program di bawahnya"), beneath, counts, terms, **told) if beneath else None,
    }  # fmt: skip
    return render(request, "programmes/area.html", page | (_names(place) if sees_names else {}))


def _names(place: Any) -> dict[str, Any]:
    """Who waits and who was taken in, where a page can hold them; and the doubles that wait."""
    open_doubles = doubles.unsettled(place.path)
    told = {"doubles": tables.doubles_open(len(open_doubles)) if open_doubles else ""}
    if place.level != "rt":
        return told
    found = list(queries.going(place.path)[:MOST])
    empty = _("Belum ada yang diajukan di RT ini. Buka satu rumah tangga untuk mengajukan.")
    return told | {"people": tables.people(_("Warga RT ini"), found, queries.names(found), empty)}


@needs(P.SERVICES_SEE)
@never_cache
def show(request: HttpRequest, scheme_id: int) -> HttpResponse:
    """Everyone in the house may read the terms; names stand only before who may see them."""
    held, on = get_object_or_404(schemes.visible(), pk=scheme_id), today()
    terms = schemes.in_force(held, on=on)
    is_whole = covers(request.held, held.path)
    sees_names = any(_meets(held.path, path) for path in paths_with(request.held, P.PROGRAMME_NAMES))
    counts = schemes.counts("", scheme=held).get(held.pk, schemes.Counts())
    free = queries.free(held, terms) if terms and is_whole else None
    quota = terms.quota if terms else None
    page = {
        "scheme": held, "place": territory.place(held.area_id, on=on), "terms": terms,
        "may_edit": may(request.held, P.PROGRAMME_EDIT, held.path), "is_whole": is_whole,
        "figures": tables.figures(quota, free, counts.waiting, counts.enrolled, is_exact=sees_names),
        "earlier": [(each, tables.gives(each)) for each in schemes.through_time(held) if each != terms],
        "has_list": schemes.has_list(held),
    }  # fmt: skip
    page |= {"about": tables.about(held, page["place"]), "sees_names": sees_names}
    page |= _terms(terms) | (_listed(request, held, terms) if sees_names else {})
    return render(request, "programmes/scheme.html", page)


def _meets(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _terms(terms: Any) -> dict[str, Any]:
    if terms is None:
        return {}
    return {"criteria": tables.criteria(terms), "gives": tables.gives(terms), "order": tables.order(terms)}


def _listed(request: HttpRequest, held: Scheme, terms: Any) -> dict[str, Any]:
    """The list in its turn, and who has it; where to go next for who decides."""
    on = today()
    enrolled = list(queries.of_scheme(held, State.ENROLLED)[:MOST])
    told = tables.people(_("Yang sedang menerima"), enrolled, queries.names(enrolled), _("Belum ada yang diterima."))
    if terms is None:
        return {"enrolled": told}
    turns = queries.in_turn(held, terms, on=on)
    names = queries.names([each.waiting for each in turns])
    page: dict[str, Any] = {"enrolled": told, "turns": tables.turns(turns[:MOST], names, on)}
    if turns and turns[0].place and may(request.held, P.PROGRAMME_DECIDE, held.path):
        page["first"] = turns[0].waiting
    return page


@needs(P.PROGRAMME_EDIT, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    form = SchemeForm(request.POST or None, initial={"since": today(), "office": place.label})
    context = {"place": place, "title": _("Program baru"), "button": _("Simpan, lalu isi ketentuan")}
    context["intro"] = _("Keterangan program dahulu. Syarat dan kuota sesudah ini.")
    act = partial(actions.create, place=place, by=request.user)
    return answer(
        request, form, act, done=_("Program tersimpan."),
        back=reverse("programmes:area", args=[place.id]), context=context,
        onward=lambda made: reverse("programmes:terms_new", args=[made.pk]),
    )  # fmt: skip


@needs(P.PROGRAMME_EDIT, area=territory.path_of)
@never_cache
def bring(request: HttpRequest, area_id: int) -> HttpResponse:
    """From an example or a file, with its terms."""
    place = the_place(area_id)
    form = BringForm(request.POST or None, request.FILES or None, initial={"since": today()})

    def act(brought: Any, since: Any, **_rest: Any) -> Scheme:
        return actions.bring(place=place, brought=brought, since=since, by=request.user)

    context = {"place": place, "title": _("Program dari contoh atau berkas"), "button": _("Ambil program")}
    context["intro"] = _("Contoh rekaan hanya titik awal. Sesuaikan dengan peraturan Anda.")
    return answer(
        request, form, act, done=_("Program tersimpan bersama ketentuannya."), context=context, onward=_page,
        back=reverse("programmes:area", args=[place.id]), catalogue=LETTERS | PARAMETERS,
    )  # fmt: skip


@needs(P.PROGRAMME_EDIT, area=schemes.path_of)
@never_cache
def edit(request: HttpRequest, scheme_id: int) -> HttpResponse:
    held = get_object_or_404(schemes.visible(), pk=scheme_id)
    known = {name: getattr(held, name) for name in ("name", "office", "words", "kinds", "until")}
    form = DescribeForm(request.POST or None, initial=known)
    context = _asking(held, _("Ubah keterangan"), _("Simpan"))
    return answer(
        request, form, lambda **told: actions.change(scheme=held, by=request.user, **told), done=_("Tersimpan."),
        back=_page(held), context=context,
    )  # fmt: skip


@needs(P.PROGRAMME_EDIT, area=schemes.path_of)
@never_cache
def terms_new(request: HttpRequest, scheme_id: int) -> HttpResponse:
    """Terms over known facts; those before stay as they were."""
    held = get_object_or_404(schemes.visible(), pk=scheme_id)
    form = TermsForm(request.POST or None, initial={"since": max(today(), held.since)})

    def act(**_told: Any) -> Any:
        seed = f"{held.pk}-{form.cleaned_data['since']}"
        return actions.set_terms(scheme=held, seed=seed, by=request.user, **form.told())

    context = _asking(held, _("Ketentuan baru"), _("Tetapkan ketentuan")) | {"scheme": held}
    return answer(
        request, form, act, done=_("Ketentuan tersimpan."), back=_page(held), context=context,
        template="programmes/terms_new.html",
    )  # fmt: skip


@needs(P.PROGRAMME_EDIT, area=schemes.path_of)
@never_cache
def terms_file(request: HttpRequest, scheme_id: int) -> HttpResponse:
    """The newest terms of a file hold from a day on."""
    held = get_object_or_404(schemes.visible(), pk=scheme_id)
    form = TermsFileForm(request.POST or None, request.FILES or None, initial={"since": max(today(), held.since)})

    def act(file: Any, since: Any) -> Any:
        return actions.bring_terms(scheme=held, terms=file.terms[-1], since=since, by=request.user)

    context = _asking(held, _("Ketentuan dari berkas"), _("Tetapkan ketentuan"))
    return answer(
        request, form, act, done=_("Ketentuan tersimpan."), back=_page(held), context=context,
        catalogue=LETTERS | PARAMETERS,
    )  # fmt: skip


def _asking(held: Scheme, title: str, button: str) -> dict[str, Any]:
    return {"place": territory.place(held.area_id, on=today()), "title": title, "quote": held.name, "button": button}


def _page(held: Scheme) -> str:
    return reverse("programmes:scheme", args=[held.pk])
