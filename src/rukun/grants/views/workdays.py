"""Who works on which day, and the lists by which wages are paid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import wage_lists
from rukun.grants.actions import workdays as actions
from rukun.grants.actions.workdays import Mark
from rukun.grants.forms.works import ListForm, SearchForm, WorkerForm
from rukun.grants.models import Activity, Line
from rukun.grants.queries import activities, rulings, workdays
from rukun.grants.queries.works import AT_WORK
from rukun.grants.types import Skill
from rukun.grants.views import work_tables as tables
from rukun.grants.views.answering import answer, spoken, the_place
from rukun.grants.views.works import page
from rukun.kit.problems import Problem

P = Permission


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def attendance(request: HttpRequest, activity_id: int) -> HttpResponse:
    """One day of everybody on one screen."""
    held = activities.get(activity_id)
    lines, on = workdays.wage_lines(held), _day(request)
    line = _line(request, lines)
    if line is None:
        return render(request, "grants/works_no_wages.html", {"place": the_place(held.rt_id), "activity": held})
    if request.method == "POST":
        return _marked(request, held, lines, line, on)
    return render(request, "grants/works_attendance.html", _sheet(request, held, lines, line, on))


def _marked(request: HttpRequest, held: Activity, lines: list[Line], line: Line, on: date) -> HttpResponse:
    marks = _marks(request)
    try:
        actions.mark(activity=held, line=line, on=on, marks=marks, today=today(), by=request.user)
    except Problem as raised:
        context = _sheet(request, held, lines, line, on, marks) | {"letter": spoken(raised)}
        return render(request, "grants/works_attendance.html", context, status=422)
    messages.success(request, _("Hari kerja tersimpan."))
    address = reverse("grants:workdays", args=[held.pk])
    return redirect(f"{address}?hari={on.isoformat()}&baris={line.pk}")


def _sheet(
    request: HttpRequest, held: Activity, lines: list[Line], line: Line, on: date,
    typed: Mapping[int, Mark] | None = None,
) -> dict[str, Any]:  # fmt: skip
    own, others = workdays.marks(held, line, on)
    filled = typed if typed is not None else _filled(request, held, line, on, own)
    rate = workdays.rates(held).get(line.pk)
    used, most = workdays.used_of(line, rate)
    return {
        "place": the_place(held.rt_id),
        "activity": held,
        "line": line,
        "on": on,
        "tabs": tables.line_tabs(lines, line, on),
        "week": tables.week(workdays.week(held, on), on, today(), f"&baris={line.pk}" if len(lines) > 1 else ""),
        "own": [_row(each, filled) for each in own],
        "others": [_row(each, filled) for each in others],
        "is_filled": filled is not None,
        "rate": rate,
        "hours": rulings.hours_a_day(held.year, on),
        "used": tables.plain(used),
        "most": tables.plain(most),
        "is_over": most is not None and used > most,
        "may_mark": held.state in AT_WORK and rate is not None,
        "has_open": any(not each.fixed for each in (*own, *others)),
    }


def _row(mark: workdays.Mark, filled: Mapping[int, Mark] | None) -> dict[str, Any]:
    told = (filled or {}).get(mark.worker.pk)
    halves, is_waived = (mark.halves, mark.is_waived) if told is None else (told.halves, told.is_waived)
    return {
        "worker": mark.worker, "halves": halves, "is_waived": is_waived, "fixed": mark.fixed,
        "skill": Skill(mark.worker.skill).label,
    }  # fmt: skip


def _filled(
    request: HttpRequest, held: Activity, line: Line, on: date, own: list[workdays.Mark]
) -> dict[int, Mark] | None:
    """Marks proposed for a day, not kept: everybody, or the same as the day worked last."""
    wanted = request.GET.get("isi", "")
    if wanted == "semua":
        return {each.worker.pk: Mark(2, each.is_waived) for each in own if not each.fixed}
    if wanted == "seperti":
        return {pk: Mark(*told) for pk, told in workdays.last_before(held, line, on).items()}
    return None


def _marks(request: HttpRequest) -> dict[int, Mark]:
    sent = {name[1:]: value for name, value in request.POST.items() if name[:1] == "h" and name[1:].isdecimal()}
    return {
        int(worker): Mark(int(value) if value.isdecimal() else -1, f"w{worker}" in request.POST)
        for worker, value in sent.items()
        if len(worker) < 19 and len(value) < 5
    }


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("hari", ""))
    except ValueError:
        return today()


def _line(request: HttpRequest, lines: list[Line]) -> Line | None:
    wanted = request.GET.get("baris", "")
    return next((each for each in lines if str(each.pk) == wanted), lines[0] if lines else None)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def worker(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Somebody new: looked up among the residents, or typed."""
    held = activities.get(activity_id)
    words, is_search = request.POST.get("words", "").strip(), "cari" in request.POST
    found = workdays.residents(words, held.path, on=today()) if words else []
    typed = None if is_search or request.method != "POST" else request.POST
    form = WorkerForm(typed, hits=found, initial={"name": "" if found else words})

    def act(**_typed: Any) -> None:
        actions.enrol(activity=held, on=today(), by=request.user, **form.told())

    back, template = reverse("grants:workdays", args=[held.pk]), "grants/works_worker.html"
    context = page(held, _("Tambah pekerja"), _("Simpan pekerja")) | {
        "search": SearchForm({"words": words} if is_search else None), "words": words, "found": found,
    }  # fmt: skip
    if is_search:
        return render(request, template, context | {"form": form, "back": back})
    done = _("Pekerja tersimpan. Sekarang tandai harinya.")
    return answer(request, form, act, done=done, back=back, context=context, template=template)


@needs(P.MONEY_SEE, area=activities.path_of)
@never_cache
def wages(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Who took the wage and who gave it back."""
    held = activities.get(activity_id)
    may_edit = may(request.held, P.RAB_EDIT, held.path)
    found = workdays.wage_lists(held, today())
    may_list = may(request.held, P.SPEND_PROPOSE, held.path) and held.state in AT_WORK
    context = {
        "place": the_place(held.rt_id),
        "activity": held,
        "next": tables.next_wages(held, found, may_list=may_list, may_edit=may_edit),
        "tables": [tables.wages(each) for each in found if each.rows],
        "bare": [each.line.words for each in found if not each.rows],
        "lists": tables.lists(workdays.lists_of(held)),
        "strange": workdays.strange(held),
        "may_edit": may_edit,
    }
    return render(request, "grants/works_wages.html", context)


@needs(P.SPEND_PROPOSE, area=activities.path_of)
@never_cache
def wage_list(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    officers = workdays.officers(held.path, on=today())
    named = {each.pk: each for each in officers}
    form = ListForm(
        request.POST or None, officers=[(each.pk, each.name) for each in officers],
        initial={"until": today(), "source": "cash"},
    )  # fmt: skip

    def act(officer: int | None, **told: Any) -> str:
        made = wage_lists.draw_up(
            activity=held, on=today(), by=request.user, officer=named.get(officer) if officer else None, **told
        )
        said = _("Daftar upah menunggu persetujuan.") if made.payment else _("Semua upah dihibahkan. Terima kasih.")
        messages.success(request, said)
        return reverse("grants:payment_photo", args=[made.payment.pk]) if made.payment else back

    intro = _("Hari yang belum masuk daftar dikumpulkan. Upah yang dihibahkan menjadi swadaya.")
    context = page(held, _("Susun daftar upah"), _("Susun daftar upah"), intro)
    back = reverse("grants:wages", args=[held.pk])
    return answer(request, form, act, done="", back=back, onward=str, context=context)
