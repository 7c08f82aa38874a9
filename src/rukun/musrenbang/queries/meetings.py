"""Meetings of an area: one, all, and the one that is next."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from rukun.musrenbang.models import Meeting
from rukun.musrenbang.types import Calling

UNFINISHED = (Calling.PLANNED, Calling.OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting in the list of its area, with how many households and people came."""

    meeting: Meeting
    households: int
    people: int


def visible() -> QuerySet[Meeting]:
    """Meetings inside the scope, for get_object_or_404."""
    return Meeting.objects.all()


def get(meeting_id: int) -> Meeting | None:
    return Meeting.objects.filter(pk=meeting_id).first()


def path_of(meeting_id: int) -> str:
    """The path of a meeting one may see, "" when there is none: used by guards."""
    return Meeting.objects.filter(pk=meeting_id).values_list("path", flat=True).first() or ""


def of_area(path: str, year: int | None = None) -> list[Line]:
    """Meetings of exactly this area, the newest first; of one year, or of all."""
    held = Meeting.objects.filter(path=path, **({} if year is None else {"year": year}))
    counted = held.annotate(
        came=Count("attendances__household", distinct=True), people=Count("attendances", distinct=True)
    )
    return [Line(each, each.came, each.people) for each in counted.order_by("-on", "-id")]


def latest(path: str, year: int) -> Meeting | None:
    """The last meeting of the year that was not cancelled: what a choice or a paper is about."""
    held = Meeting.objects.filter(path=path, year=year).exclude(state=Calling.CANCELLED)
    return held.order_by("-on", "-id").first()


def unfinished(path: str) -> Meeting | None:
    """The meeting of this area that still waits for its day or its end."""
    return Meeting.objects.filter(path=path, state__in=UNFINISHED).order_by("on", "id").first()


def second_call_of(meeting: Meeting) -> Meeting | None:
    return Meeting.objects.filter(earlier=meeting).first()


def may_be_attended(meeting: Meeting) -> bool:
    """Until it is closed or cancelled, or called a second time, people may still come in."""
    open_states = (*UNFINISHED, Calling.SHORT)
    return meeting.state in open_states and second_call_of(meeting) is None
