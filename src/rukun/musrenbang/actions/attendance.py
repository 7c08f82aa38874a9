"""Who came for which household: ticked on a phone, or typed in from the printed list. No time is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.actions.meetings import held
from rukun.musrenbang.models import Attendance, Meeting
from rukun.musrenbang.queries import meetings as queries
from rukun.people.queries import households


@transaction.atomic
def tick(*, meeting: Meeting, came: Iterable[int], left: Iterable[int] = (), by: Any) -> None:
    """Households (ids) of which somebody came, and those ticked by mistake. One that is ticked twice came once.

    Raises Problem musrenbang.attendance_closed, musrenbang.household_gone.
    """
    kept = held(meeting)
    check_open(kept)
    came, left = set(came), set(left)
    check_living(kept, came)
    there = set(Attendance.objects.filter(meeting=kept, household__in=came).values_list("household", flat=True))
    Attendance.objects.bulk_create(
        Attendance(meeting=kept, path=kept.path, household_id=each) for each in sorted(came - there)
    )
    Attendance.objects.filter(meeting=kept, household__in=left - came).delete()
    audit.record("meeting.attended", kept, by=by, path=kept.path, came=len(came - there), left=len(left - came))


def check_open(kept: Meeting) -> None:
    if not queries.may_be_attended(kept):
        raise Problem("musrenbang.attendance_closed")


def check_living(kept: Meeting, ids: set[int]) -> None:
    """Nobody can come for a household in which nobody lives any more: the letter names it."""
    gone = sorted(ids - set(households.living(kept.path)))
    if gone:
        heads = households.last_heads(gone)
        numbers = dict(kept.invitations.filter(household__in=gone).values_list("household", "number"))
        named = ", ".join(f"{numbers.get(each, '–')} ({heads.get(each) or '–'})" for each in gone)
        raise Problem("musrenbang.household_gone", households=named)
