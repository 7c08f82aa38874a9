"""What anybody may know of the meetings of an RT: day, place, how far it came, and counts that are not small."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rukun.musrenbang.facts import presence
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.types import Calling
from rukun.walls import scope

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One meeting in safe words. A count is None when it is hidden because it is small, or nobody has counted yet;
    `quorum` is met, short or unknown, "" before it was opened. No hour is told."""

    on: date
    place: str
    state: str
    is_second_call: bool
    quorum: str
    households: int | None
    people: int | None
    women: int | None
    decisions: int


def meetings_of(rt_path: str, year: int) -> list[Told]:
    """The meetings of an RT in a year, the newest first; what is only planned has no counts."""
    with scope.within([rt_path]):
        held = Meeting.objects.filter(path=rt_path, year=year).order_by("-on", "-id")
        return [_told(each) for each in held.prefetch_related("decisions")]


def _told(meeting: Meeting) -> Told:
    is_held = meeting.state in (Calling.OPEN, Calling.SHORT, Calling.CLOSED)
    came = presence.kinds(meeting) if is_held else presence.Kinds()
    women = came.of_group("women")
    return Told(
        on=meeting.on,
        place=meeting.place,
        state=str(Calling(meeting.state).label),
        is_second_call=meeting.earlier_id is not None,
        quorum=meeting.verdict.get("state", ""),
        households=_safe(came.households),
        people=_safe(came.everybody),
        women=women if min(women, came.everybody - women) >= FEWEST else None,
        decisions=len(meeting.decisions.all()) if meeting.state == Calling.CLOSED else 0,
    )


def _safe(count: int) -> int | None:
    return count if count >= FEWEST else None
