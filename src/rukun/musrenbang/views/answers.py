"""The way up: queues of those who answer, the answers themselves, and what the RT sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import answers as actions
from rukun.musrenbang.forms import answers as forms
from rukun.musrenbang.problems import CATALOGUE
from rukun.musrenbang.queries import answers, plans
from rukun.musrenbang.queries.answers import Waiting
from rukun.musrenbang.types import Owner, State
from rukun.musrenbang.views import answer_tables as tables
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import letters
from rukun.ui.tables import Table

PAGE = 50
MAY_ANSWER = {Owner.DESA: Permission.DESA_ANSWER, Owner.KECAMATAN: Permission.KECAMATAN_ANSWER}


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to answer: its word, what it means, and which offices may give it."""

    key: str
    label: Any
    meaning: Any
    button: Any
    offices: frozenset[Owner]


BOTH = frozenset(MAY_ANSWER)
KINDS = (
    Kind(
        "teruskan",
        gettext_lazy("Teruskan"),
        gettext_lazy("Desa setuju. Kecamatan memeriksa berikutnya."),
        gettext_lazy("Teruskan ke kecamatan"),
        frozenset({Owner.DESA}),
    ),
    Kind(
        "terima",
        gettext_lazy("Terima"),
        gettext_lazy("Menjadi baris rencana RT, selama muat dalam pagu."),
        gettext_lazy("Terima ke rencana"),
        frozenset({Owner.KECAMATAN}),
    ),
    Kind(
        "kembalikan",
        gettext_lazy("Kembalikan"),
        gettext_lazy("RT memperbaiki, lalu mengirim lagi ke sini."),
        gettext_lazy("Kembalikan ke RT"),
        BOTH,
    ),
    Kind(
        "gabung",
        gettext_lazy("Gabung"),
        gettext_lazy("Usulan ini hidup terus di dalam usulan lain."),
        gettext_lazy("Gabungkan"),
        BOTH,
    ),
    Kind(
        "tolak",
        gettext_lazy("Tolak"),
        gettext_lazy("Berakhir tahun ini. Alasan dan pasalnya dibaca warga."),
        gettext_lazy("Tolak usulan"),
        BOTH,
    ),
)


@needs(Permission.PLAN_SEE, area=territory.path_of)
def queue(request: HttpRequest, area_id: int) -> HttpResponse:
    """What waits, for whom, until when; with answers at hand for who may give them."""
    on, place = today(), territory.the_place(area_id, on=today())
    office = _office(request, place)
    show = _rt_page if place.level == "rt" and office is None else _office_page if office else _overview
    return render(request, "musrenbang/answers.html", {"place": place, "on": on} | show(request, place, office, on))


@needs(Permission.DESA_ANSWER, area=territory.path_of)
def answer_desa(request: HttpRequest, area_id: int) -> HttpResponse:
    return _answer(request, territory.the_place(area_id, on=today()), Owner.DESA)


@needs(Permission.KECAMATAN_ANSWER, area=territory.path_of)
def answer_kecamatan(request: HttpRequest, area_id: int) -> HttpResponse:
    return _answer(request, territory.the_place(area_id, on=today()), Owner.KECAMATAN)


@needs(Permission.MEETING_HOLD, area=territory.path_of)
def send(request: HttpRequest, area_id: int) -> HttpResponse:
    """What the RT chose or mended, ready to go up."""
    place = territory.the_place(area_id, on=today(), level="rt")
    form, letter = forms.Note(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.send(proposals=_ticked(request), on=today(), by=request.user, **form.cleaned_data)
        except Problem as problem:
            letter = letters.spoken(problem, CATALOGUE)
        else:
            messages.success(
                request, ngettext("%(n)d usulan dikirim.", "%(n)d usulan dikirim.", len(sent)) % {"n": len(sent)}
            )
            return redirect("musrenbang:answers", place.id)
    found = answers.lines(answers.queue(place.path, Owner.RT))
    ticked = _ticked(request) if request.method == "POST" else [x.id for x in found if x.state == State.CHOSEN]
    cards = _cards(found, on=today(), mine=Owner.RT)
    page = {"place": place, "form": form, "letter": letter, "cards": cards, "ticked": ticked}
    return render(request, "musrenbang/answer_send.html", page, status=422 if letter or form.errors else 200)


def _answer(request: HttpRequest, place: Place, office: Owner) -> HttpResponse:
    """One answer for the ticked proposals: choose which, then say only what it needs."""
    on, ticked = today(), _ticked(request)
    lines = answers.chosen(ticked, place.path, office)
    if not lines:
        problem = Problem("musrenbang.none_ticked" if not ticked else "musrenbang.proposals_gone")
        return _said_at_queue(request, place, problem)
    kind = _kind(request, office)
    form, letter = _form(request, kind, lines, on), None
    if request.method == "POST" and form.is_valid():
        try:
            made = _act(kind, office)(proposals=ticked, on=on, by=request.user, **form.cleaned_data)
        except Problem as problem:
            letter = letters.spoken(problem, CATALOGUE)
        else:
            messages.success(
                request, ngettext("%(n)d usulan dijawab.", "%(n)d usulan dijawab.", len(made)) % {"n": len(made)}
            )
            return redirect("musrenbang:answers", place.id)
    page = {"place": place, "kind": kind, "form": form, "letter": letter}
    page |= {"tabs": _tabs(kind, office, lines), "cards": _cards(lines, on=on, mine=office)}
    page |= {"money": _money(lines, kind, on)}
    return render(request, "musrenbang/answer.html", page, status=422 if letter or form.errors else 200)


def _act(kind: Kind, office: Owner) -> Callable[..., Any]:
    return {
        "teruskan": actions.pass_on,
        "terima": actions.accept,
        "kembalikan": partial(actions.send_back, office=office),
        "gabung": partial(actions.merge, office=office),
        "tolak": partial(actions.refuse, office=office),
    }[kind.key]


def _form(request: HttpRequest, kind: Kind, lines: list[Waiting], on: date) -> Form:
    given = request.POST if request.method == "POST" else None
    if kind.key == "kembalikan":
        return forms.SendBack(given, initial={"due": answers.deadline(Owner.RT, lines[0].year, on)})
    if kind.key == "gabung":
        targets = answers.could_take(lines)
        return forms.Merge(given, targets=targets, labels=_labels([each.rt_id for each in targets], on))
    return forms.Refuse(given) if kind.key == "tolak" else forms.Note(given)


def _kind(request: HttpRequest, office: Owner) -> Kind:
    fitting = [kind for kind in KINDS if office in kind.offices]
    return next((kind for kind in fitting if kind.key == request.GET.get("jawaban")), fitting[0])


def _tabs(now: Kind, office: Owner, lines: list[Waiting]) -> list[dict[str, Any]]:
    asked = "&".join(f"usulan={line.id}" for line in lines)
    return [
        {"label": kind.label, "url": f"?{asked}&jawaban={kind.key}", "is_current": kind == now}
        for kind in KINDS
        if office in kind.offices
    ]


def _money(lines: list[Waiting], kind: Kind, on: date) -> list[dict[str, Any]]:
    """Of each RT whose plan would grow: its ceiling, and what is taken."""
    if kind.key != "terima":
        return []
    rts = {line.rt_id: line for line in lines}
    labels = _labels(list(rts), on)
    return [
        {
            "label": labels.get(rt, ""),
            "ceiling": plans.ceiling(line.path, line.year, on),
            "taken": plans.taken(line.path, line.year),
        }
        for rt, line in rts.items()
    ]


def _office_page(request: HttpRequest, place: Place, office: Owner, on: date) -> dict[str, Any]:
    page = Paginator(answers.queue(place.path, office), PAGE).get_page(request.GET.get("halaman"))
    lines = answers.lines(page.object_list)
    debts = answers.overdue(place.path, on)
    late = sum(debt.count for debt in debts if debt.owner == office)
    return {
        "office": office,
        "page": page,
        "cards": _cards(lines, on=on, mine=office),
        "answer_url": f"musrenbang:answer_{office.value}",
        "next": tables.next_for_office(page.paginator.count, late, lines[0].due if lines else None),
        "no_deadline": bool(lines) and all(line.due is None for line in lines),
        "debts": _debts([debt for debt in debts if debt.owner != office], on),
    }


def _rt_page(request: HttpRequest, place: Place, office: None, on: date) -> dict[str, Any]:
    found = answers.lines(answers.under(place.path))
    states = [line.state for line in found]
    may_send = may(request.held, Permission.MEETING_HOLD, place.path)
    mine = Owner.RT if may_send else None
    years = {line.year for line in found} or {on.year}
    return {
        "next": tables.next_for_rt(
            states.count(State.CHOSEN), states.count(State.RETURNED), place=place, may_send=may_send
        ),
        "way": tables.way(found, on=on, mine=mine, labels={}, is_rt=True),
        "ends": tables.ends(answers.ended(place.path, max(years)), {}, is_rt=True),
        "no_deadline": any(line.due is None and line.state != State.CHOSEN for line in found),
    }


def _overview(request: HttpRequest, place: Place, office: None, on: date) -> dict[str, Any]:
    """For who looks on from above: how many wait for whom, and who owes."""
    waiting = answers.counts(place.path)
    return {
        "counts": [{"label": owner.label, "value": waiting.get(owner.value, 0)} for owner in Owner],
        "debts": _debts(answers.overdue(place.path, on), on),
    }


def _cards(lines: list[Waiting], *, on: date, mine: Owner) -> list[dict[str, Any]]:
    labels = _labels([line.rt_id for line in lines], on)
    return [
        {"line": line, "state": tables.standing(line, on=on, mine=mine), "rt": labels.get(line.rt_id, "")}
        for line in lines
    ]


def _debts(found: list[answers.Debt], on: date) -> Table:
    return tables.debts(found, _labels([debt.area_id for debt in found], on), on=on)


def _office(request: HttpRequest, place: Place) -> Owner | None:
    """As which office this person answers here."""
    return next((office for office, word in MAY_ANSWER.items() if may(request.held, word, place.path)), None)


def _said_at_queue(request: HttpRequest, place: Place, problem: Problem) -> HttpResponse:
    messages.warning(request, letters.spoken(problem, CATALOGUE).what)
    return redirect("musrenbang:answers", place.id)


def _ticked(request: HttpRequest) -> list[int]:
    given = request.POST if request.method == "POST" else request.GET
    return [int(each) for each in given.getlist("usulan") if each.isdecimal()]


def _labels(area_ids: list[int], on: date) -> dict[int, str]:
    return {pk: place.label for pk, place in territory.places(sorted(set(area_ids)), on=on).items()}
