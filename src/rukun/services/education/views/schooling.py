"""Schooling of a place, of those out of school by name, and of one child."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, paths_with, today
from rukun.people.queries import persons
from rukun.services.education import public
from rukun.services.education.actions import schooling as actions
from rukun.services.education.forms.schooling import ManyForm, SchoolForm
from rukun.services.education.queries import aids, figures, followups, schooling
from rukun.services.education.views import child_tables, tables
from rukun.services.education.views.answering import answer, of_child, records, the_place
from rukun.territory import queries as territory

P = Permission
A_PAGE = 50
AT_ONCE = 30
STAYS = ("state", "level", "grade", "reason", "words")


@needs(P.SCHOOL_RECORD)
def home(request: HttpRequest) -> HttpResponse:
    """Schooling in the highest place one serves."""
    path = min(paths_with(request.held, P.SCHOOL_RECORD), key=len)
    return redirect("education:area", next(each.area_id for each in request.held if each.path == path))


@needs(P.SERVICES_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    if place.level == "rt" and records(request, place.path):
        return render(request, "education/rt.html", _rt(place))
    return render(request, "education/above.html", _above(request, place))


@needs(P.SCHOOL_RECORD, area=territory.path_of)
def many(request: HttpRequest, area_id: int) -> HttpResponse:
    """Those of whom nobody knows, the youngest first: a level is enough for who is in school."""
    place, on = the_place(area_id, "rt"), today()
    unknown = [each.resident for each in schooling.of_rt(place.path, on=on) if each.schooling is None][::-1][:AT_ONCE]
    form = ManyForm(
        request.POST if request.method == "POST" else None,
        children=[(each.person_id, child_tables.labelled(each)) for each in unknown],
    )
    return answer(
        request, form, lambda **_said: actions.at_school(place=place, levels=form.levels(), on=on, by=request.user),
        done=_("Tersimpan."), back=reverse("education:area", args=[area_id]),
        context={
            "place": place, "title": _("Siapa yang bersekolah?"), "button": _("Simpan"),
            "intro": _("Pilih jenjang anak yang bersekolah. Lewati yang lain, lalu catat satu per satu."),
            "nothing": "" if unknown else _("Semua anak di RT ini sudah diketahui."),
        },
    )  # fmt: skip


@needs(P.SCHOOL_RECORD, area=territory.path_of)
def out(request: HttpRequest, area_id: int) -> HttpResponse:
    """By name, under any place: who is not in school or at risk."""
    place, on, chosen = the_place(area_id), today(), request.GET.get("keadaan", "")
    page = Paginator(schooling.out(place.path, on=on, state=chosen), A_PAGE).get_page(request.GET.get("halaman"))
    labels = territory.places([each.person.rt_id for each in page], on=on)
    return render(request, "education/out.html", {
        "place": place, "page": page, "table": tables.out(page, labels, on), "kinds": tables.kinds(chosen),
    })  # fmt: skip


@needs(P.SCHOOL_RECORD, area=persons.path_of)
def child(request: HttpRequest, person_id: int) -> HttpResponse:
    page, on = of_child(person_id), today()
    known = schooling.history(person_id)
    return render(request, "education/child.html", page | {
        "born": page["person"].birth_date,
        "known": child_tables.known(known[0]) if known else None,
        "next": child_tables.next_thing(page["person"], known[0] if known else None,
                                        followups.of_person(person_id), on),
        "history": child_tables.history(known),
        "aids": child_tables.aids(aids.of_person(person_id)),
        "followups": child_tables.followups(followups.of_person(person_id)),
        "is_cared_for": bool(known) and known[0].state in schooling.CARED_FOR,
    })  # fmt: skip


@needs(P.SCHOOL_RECORD, area=persons.path_of)
def tell(request: HttpRequest, person_id: int) -> HttpResponse:
    on, last = today(), schooling.last(person_id)
    known = {name: getattr(last, name) for name in STAYS if name != "words"} if last else {}
    return answer(
        request, SchoolForm(request.POST or None, today=on, initial=known),
        lambda known_on, **said: actions.tell(
            person_id=person_id, said=said, known_on=known_on, on=on, by=request.user
        ),
        done=_("Keadaan sekolah tersimpan."), back=reverse("education:child", args=[person_id]),
        context=of_child(person_id) | {"title": _("Keadaan sekolah anak")}, template="education/ask.html",
    )  # fmt: skip


def _rt(place: Any) -> dict[str, Any]:
    on = today()
    children = schooling.of_rt(place.path, on=on)
    found = figures.by_rt(place.path, on=on).get(place.path)
    return {
        "place": place,
        "figures": tables.figures(found) if found else None,
        "next": tables.next_thing(place, children, on),
        "children": tables.children(children, on),
        "unknown": sum(each.schooling is None for each in children),
        "year": on.year,
    }


def _above(request: HttpRequest, place: Any) -> dict[str, Any]:
    on, exact = today(), records(request, place.path)
    safe = public.schooling(place.path, on=on, is_exact=exact)
    found = figures.whole(place.path, on=on) if exact else None
    return {
        "place": place,
        "is_exact": exact,
        "figures": tables.safe_figures(safe.own),
        "parts": tables.parts(territory.children(place.id, on=on), safe.parts) if place.level != "rt" else None,
        "states": tables.states(found) if found else None,
        "reasons": tables.reasons(schooling.reasons(place.path, on=on)) if exact else None,
        "aids": tables.aided(found, on.year) if found else None,
    }
