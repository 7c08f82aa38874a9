"""Who is asked to come: the households of an RT, each with its number, and those who speak for a group."""

from __future__ import annotations

from rukun.musrenbang.models import Invitation, Meeting
from rukun.people.queries import households
from rukun.territory import queries as territory


def draw_up(*, meeting: Meeting) -> None:
    """The list of a new meeting: households by name of their head; above an RT, one line for each RT beneath."""
    lines = [line for line in households.of_rt(meeting.path) if line.members]
    rows = [
        Invitation(meeting=meeting, path=meeting.path, household_id=line.household_id, number=number)
        for number, line in enumerate(lines, start=1)
    ]
    Invitation.objects.bulk_create(rows or _rts(meeting))


def _rts(meeting: Meeting) -> list[Invitation]:
    beneath = territory.rts_under(meeting.path, on=meeting.called_on).exclude(area_id=meeting.area_id)
    return [
        Invitation(meeting=meeting, path=meeting.path, group="rt", who=territory.label(edition)) for edition in beneath
    ]


def copy(*, earlier: Meeting, meeting: Meeting) -> None:
    """The same people, with the same numbers; nobody has been told of the new day yet."""
    Invitation.objects.bulk_create(
        Invitation(
            meeting=meeting, path=meeting.path, household_id=each.household_id, number=each.number, group=each.group,
            who=each.who,
        )
        for each in Invitation.objects.filter(meeting=earlier).order_by("id")
    )  # fmt: skip
