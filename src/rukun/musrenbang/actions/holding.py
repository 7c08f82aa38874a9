"""A meeting is held while something is written in it, so that two people never write past each other."""

from __future__ import annotations

from rukun.kit.problems import Problem
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.queries import meetings as queries
from rukun.musrenbang.types import Calling


def held(meeting: Meeting, *states: Calling) -> Meeting:
    """The meeting as it stands now, held until the transaction ends; refused in any other state."""
    kept = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if states and kept.state not in states:
        raise Problem("musrenbang.meeting_state", state=Calling(kept.state).label)
    return kept


def check_revision(kept: Meeting, revision: int) -> None:
    """Somebody else has written meanwhile: Problem musrenbang.changed_meanwhile."""
    if kept.revision != revision:
        raise Problem("musrenbang.changed_meanwhile")


def held_open(meeting: Meeting) -> Meeting:
    """The meeting, held, if people may still be asked or come in: else Problem musrenbang.attendance_closed."""
    kept = held(meeting)
    if not queries.may_be_attended(kept):
        raise Problem("musrenbang.attendance_closed")
    return kept
