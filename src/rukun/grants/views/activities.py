"""The money of an RT's year on one page, and one activity on another: where all other pages of the grant begin."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.facilitation.queries import programmes
from rukun.grants.actions import activities as actions
from rukun.grants.actions import tranches as actions_of_tranches
from rukun.grants.problems import CATALOGUE
from rukun.grants.queries import activities, books, missing, tranches
from rukun.grants.types import ActivityState
from rukun.grants.views import activity_tables as tables
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.addresses import first_url
from rukun.ui.answering import answer


@needs(Permission.MONEY_SEE)
def home(request: HttpRequest) -> HttpResponse:
    """The money of the highest place one serves."""
    path = min(paths_with(request.held, Permission.MONEY_SEE), key=len)
    held = next(each for each in request.held if each.path == path)
    return redirect("grants:rt", held.area_id)


@needs(Permission.MONEY_SEE, area=territory.path_of)
def rt(request: HttpRequest, area_id: int) -> HttpResponse:
    """What an RT has, spent and must do next; above the RT, the page that looks down on many."""
    on, place = today(), territory.the_place(area_id, on=today())
    if place.level != "rt":
        return redirect(first_url("grants:overview", "grants:desk", area_id=area_id) or reverse("site:home"))
    year = _year(request)
    book = activities.book_of(area_id, year)
    page = {"place": place, "year": year, "book": book}
    page |= {"may_open": may(request.held, Permission.RAB_EDIT, place.path)}
    page |= {"years": [each for each in activities.years_of(place.id) if each != year]}
    if book is None:
        return render(request, "grants/activities_none.html", page)
    known = missing.standing(book, on)
    return render(request, "grants/activities_rt.html", page | _shown(request, known, place))


def _shown(request: HttpRequest, known: missing.Standing, place: Place) -> dict[str, Any]:
    """A book as its page tells it."""
    waiting = known.waiting
    may_spend = may(request.held, Permission.SPEND_PROPOSE, place.path)
    return {
        "next": tables.next_card(missing.first(known.missing, _office(request, place.path))),
        "figures": tables.figures(known.book),
        "decreed": tranches.recapped(known.book, today()),
        "carried": tables.carried(known.activities),
        "missing": known.missing[: tables.SHOWN],
        "more": max(0, len(known.missing) - tables.SHOWN),
        "tranches": tables.tranches(known.tranches),
        "gate": tables.gate(known),
        "opening": waiting.tranche if waiting else None,
        "may_open_next": may_spend and waiting is not None and waiting.before.is_nothing,
        "doors": tables.doors_of_book(known.book, place),
    }


@needs(Permission.RAB_EDIT, area=territory.path_of)
def open_book(request: HttpRequest, area_id: int) -> HttpResponse:
    """Opens the book of the year, or takes up what the plan has gained since."""
    on, place, year = today(), territory.the_place(area_id, on=today()), _year(request)
    act = partial(actions.open_book, rt_id=area_id, path=place.path, year=year, on=on, by=request.user)
    context = {
        "place": place,
        "title": _("Buka buku dana tahun %(year)d") % {"year": year},
        "intro": _("Pagu dan tahap diambil dari juknis. Setiap baris rencana menjadi kegiatan."),
        "button": _("Buka buku"),
    }
    return answer(
        request, Form(request.POST or None), act, done=_("Buku tahun ini sudah dibuka."),
        back=f"{reverse('grants:rt', args=[area_id])}?tahun={year}", context=context, catalogue=CATALOGUE,
    )  # fmt: skip


@needs(Permission.RAB_EDIT, area=books.path_of)
def recap(request: HttpRequest, book_id: int) -> HttpResponse:
    """The book follows what was decreed for its RT since."""
    on, book = today(), activities.book(book_id)
    money = tranches.recapped(book, on)
    context = {
        "place": territory.place(book.rt_id, on=on),
        "title": _("Sesuaikan pagu buku tahun %(year)d") % {"year": book.year},
        "intro": tables.recapped(book, money) if money else "",
        "button": _("Sesuaikan pagu"),
    }
    return answer(
        request, Form(request.POST or None), partial(actions_of_tranches.recap, book=book, on=on, by=request.user),
        done=_("Pagu buku sudah disesuaikan."), back=reverse("grants:rt", args=[book.rt_id]), context=context,
        catalogue=CATALOGUE,
    )  # fmt: skip


@needs(Permission.MONEY_SEE, area=activities.path_of)
def activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    """One activity: what it may cost, what it cost, how far it is, and where each of its papers is made."""
    on, held = today(), activities.get(activity_id)
    place = territory.place(held.rt_id, on=on)
    one = missing.one(held, on)
    page = {
        "place": place,
        "activity": held,
        "state": tables.state(ActivityState(held.state)),
        "next": tables.next_card(next(iter(one.missing), None)),
        "facts": tables.facts(one.known, held.plan.amount),
        "lines": tables.lines(one.lines),
        "missing": one.missing,
        "doors": tables.doors_of_activity(held),
    }
    return render(request, "grants/activities_one.html", page)


def _office(request: HttpRequest, path: str) -> str:
    """Which officer of this RT looks at the page; "" for anybody else."""
    return next((missing.OFFICES.get(each.role, "") for each in request.held if each.path == path), "")


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("tahun", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 else programmes.year_on(today())
