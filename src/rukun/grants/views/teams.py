"""The three teams of an RT's swakelola: who plans, who carries out, who watches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import teams as actions
from rukun.grants.forms import teams as forms
from rukun.grants.models import TeamMember
from rukun.grants.problems import CATALOGUE
from rukun.grants.queries import activities, books, teams
from rukun.grants.types import Team
from rukun.territory import queries as territory
from rukun.ui.answering import answer

DOES = {
    Team.PREPARING: gettext_lazy("Menyusun rencana, jadwal, dan biaya."),
    Team.CARRYING_OUT: gettext_lazy("Mengerjakan, mencatat, dan melaporkan kemajuan serta belanja."),
    Team.WATCHING: gettext_lazy("Memeriksa pekerjaan dan kertasnya."),
}


@needs(Permission.MONEY_SEE, area=books.path_of)
def of_book(request: HttpRequest, book_id: int) -> HttpResponse:
    book = activities.book(book_id)
    held = teams.of_book(book)
    page = {
        "place": territory.place(book.rt_id, on=today()),
        "book": book,
        "teams": [_team(team, held) for team in Team],
        "doubled": [
            {"name": each.name, "teams": [str(Team(team).label) for team in each.teams]} for each in teams.doubled(held)
        ],
        "may_edit": may(request.held, Permission.MEETING_HOLD, book.path),
    }
    return render(request, "grants/teams.html", page)


@needs(Permission.MEETING_HOLD, area=books.path_of)
def join(request: HttpRequest, book_id: int) -> HttpResponse:
    book, on = activities.book(book_id), today()
    form = forms.Join(request.POST or None, initial={"since": on, "team": request.GET.get("tim")})
    context = {
        "place": territory.place(book.rt_id, on=on),
        "title": _("Tambah anggota tim"),
        "intro": _("Sebaiknya satu orang hanya duduk di satu tim."),
        "button": _("Simpan"),
    }
    return answer(
        request, form, partial(actions.join, book=book, on=on, by=request.user), done=_("Anggota tim dicatat."),
        back=reverse("grants:teams", args=[book_id]), context=context, catalogue=CATALOGUE,
    )  # fmt: skip


@needs(Permission.MEETING_HOLD, area=books.path_of)
def leave(request: HttpRequest, book_id: int) -> HttpResponse:
    book, on = activities.book(book_id), today()
    member = teams.member(book, request.GET.get("anggota", ""))
    context: dict[str, Any] = {
        "place": territory.place(book.rt_id, on=on), "title": _("Berhenti dari tim"), "button": _("Simpan")
    }  # fmt: skip
    if member is None and request.method == "POST":
        raise Http404
    context |= {"quote": f"{member.name}, {Team(member.team).label}"} if member else {"nothing": _("Pilih anggotanya.")}
    form = forms.Leave(request.POST or None, initial={"until": on})
    act = partial(actions.leave, book=book, member=member.pk if member else 0, by=request.user)
    return answer(
        request, form, act, done=_("Dicatat."), back=reverse("grants:teams", args=[book_id]), context=context,
        catalogue=CATALOGUE,
    )  # fmt: skip


def _team(team: Team, held: Sequence[TeamMember]) -> dict[str, Any]:
    return {
        "key": team.value, "label": team.label, "does": DOES[team],
        "members": [each for each in held if each.team == team],
    }  # fmt: skip
