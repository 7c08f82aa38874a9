"""Meetings of an area: one, all, and the one that is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from rukun.musrenbang.facts import meeting_rules
from rukun.musrenbang.facts.presence import VOICES
from rukun.musrenbang.models import Decision, Invitation, Meeting
from rukun.musrenbang.types import Calling
from rukun.needs.queries import voices

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


def path_of(meeting_id: int, **_more: object) -> str:
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


def latest_of(paths: Sequence[str], year: int) -> dict[str, Meeting]:
    """The same for many areas at once, by path."""
    held = Meeting.objects.filter(path__in=list(paths), year=year).exclude(state=Calling.CANCELLED)
    return {each.path: each for each in held.order_by("on", "id")}


def unfinished(path: str) -> Meeting | None:
    """The meeting of this area that still waits for its day or its end."""
    return Meeting.objects.filter(path=path, state__in=UNFINISHED).order_by("on", "id").first()


def second_call_of(meeting: Meeting) -> Meeting | None:
    return Meeting.objects.filter(earlier=meeting).first()


def may_be_attended(meeting: Meeting) -> bool:
    """Until it is closed or cancelled, or called a second time, people may still come in."""
    open_states = (*UNFINISHED, Calling.SHORT)
    return meeting.state in open_states and second_call_of(meeting) is None


def guests(meeting: Meeting) -> list[Invitation]:
    """Invited persons who do not speak for a household, by group and name."""
    return list(meeting.invitations.filter(household__isnull=True).order_by("group", "who", "id"))


def told(meeting: Meeting) -> tuple[int, int]:
    """How many invitations have reached their people, and how many there are."""
    counted = meeting.invitations.aggregate(told=Count("told_on"), all=Count("pk"))
    return counted["told"], counted["all"]


def groups(meeting: Meeting) -> list[tuple[str, str]]:
    """The groups the juknis names, as (key, name)."""
    return list(meeting_rules.labels_of(meeting).items())


def nobody_speaks_for(meeting: Meeting, invited: Sequence[Invitation]) -> list[str]:
    """Names of groups that nobody was invited for by name, and that attendance cannot tell by itself either."""
    spoken = {each.group for each in invited}
    heard = heard_by_kind(meeting)
    return [label for key, label in groups(meeting) if key not in spoken and label not in heard]


def heard_by_kind(meeting: Meeting) -> list[str]:
    """Names of groups that are told by who came from the households of an RT."""
    if meeting.rules.get("level") != "rt":
        return []
    return [label for key, label in groups(meeting) if key in VOICES]


def unheard(meeting: Meeting) -> str:
    """Groups of an RT whose voice nobody has heard this year, while they can still be invited."""
    if meeting.state != Calling.PLANNED or meeting.rules.get("level") != "rt":
        return ""
    return ", ".join(each.words for each in voices.missing(meeting.path, meeting.year))


def decisions(meeting: Meeting) -> list[Decision]:
    """In their order, with who thought otherwise."""
    return list(meeting.decisions.prefetch_related("dissents"))


def decision(meeting: Meeting, place: int) -> Decision | None:
    return meeting.decisions.filter(place=place).first()


def year_of(on: date) -> int:
    """The programme year a meeting called on this day belongs to."""
    return meeting_rules.year_of(on)


def notice_days(year: int, on: date) -> int | None:
    """How many days before it the juknis wants people invited; None: it does not say."""
    return meeting_rules.of_year(year, on=on).notice_days
