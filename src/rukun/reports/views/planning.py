"""Papers of a meeting and of a year's proposals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.musrenbang.queries import meetings, papers
from rukun.reports import actions
from rukun.reports.queries import planning
from rukun.reports.types import Document, PaperKind
from rukun.reports.views.sending import checked_at, form_of, sent
from rukun.territory import queries as territory


@needs(Permission.PLAN_SEE, area=meetings.path_of)
def of_meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """All papers of one meeting, and what each is for."""
    meeting = _meeting(meeting_id)
    page = {"meeting": meeting, "place": territory.the_place(meeting.area_id, on=today())}
    page |= {"may_people": may(request.held, Permission.PEOPLE_SEE, meeting.path)}
    return render(request, "reports/papers.html", page)


@needs(Permission.PLAN_SEE, area=meetings.path_of)
def minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return _of_meeting(request, meeting_id, PaperKind.MINUTES, planning.minutes, "pdf")


@needs(Permission.PLAN_SEE, area=meetings.path_of)
def invitation(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return _of_meeting(request, meeting_id, PaperKind.INVITATION, planning.invitation, "pdf")


@needs(Permission.PEOPLE_SEE, area=meetings.path_of)
def attendance(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The list with the names of households, for signing; who takes it is written down."""
    form = form_of(request)
    answer = _of_meeting(request, meeting_id, PaperKind.ATTENDANCE, planning.attendance_list, form)
    path = meetings.path_of(meeting_id)
    actions.take_attendance(number=str(meeting_id), path=path, form=form, by=request.user)
    return answer


@needs(Permission.PLAN_SEE, area=territory.path_of)
def proposals(request: HttpRequest, area_id: int) -> HttpResponse:
    """The list of what a place has put forward in a year, the newest when none is asked for."""
    place, asked, form = territory.the_place(area_id, on=today()), request.GET.get("tahun", ""), form_of(request)
    year = int(asked) if asked.isdecimal() else papers.latest_year(place.path) or today().year
    document = replace(planning.proposals(place, year), address=checked_at(request))
    subject = f"proposals:{place.id}:{year}"
    _keep(request, document, PaperKind.PROPOSALS, subject, place.id, place.path)
    return sent(document, form, f"daftar-usulan-{year}-{place.id}")


def _of_meeting(
    request: HttpRequest, meeting_id: int, kind: PaperKind, build: Callable[[Any], Document], form: str
) -> HttpResponse:
    meeting = _meeting(meeting_id)
    document = replace(build(meeting), address=checked_at(request))
    _keep(request, document, kind, f"meeting:{meeting.pk}", meeting.area_id, meeting.path)
    return sent(document, form, f"{kind.value}-{meeting.pk}")


def _keep(request: HttpRequest, document: Document, kind: PaperKind, subject: str, area_id: int, path: str) -> None:
    actions.keep(document=document, kind=kind, subject=subject, area_id=area_id, path=path, by=request.user)


def _meeting(meeting_id: int) -> Any:
    found = meetings.get(meeting_id)
    if found is None:
        raise Http404
    return found
