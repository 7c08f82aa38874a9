"""Who is asked to come: the households of an RT, each with its number, and those who speak for a group."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.musrenbang.actions.holding import held_open
from rukun.musrenbang.models import Invitation, Meeting
from rukun.people.queries import households
from rukun.territory import queries as territory


def draw_up(*, meeting: Meeting) -> None:
    """The list of a new meeting: households by name of their head; above an RT, one line for each RT beneath."""
    lines = [line.household_id for line in households.of_rt(meeting.path) if line.members]
    Invitation.objects.bulk_create(_numbered(meeting, lines, 1) or _rts(meeting))


def copy(*, earlier: Meeting, meeting: Meeting) -> None:
    """The same people, with the same numbers; nobody has been told of the new day yet."""
    Invitation.objects.bulk_create(
        Invitation(
            meeting=meeting, path=meeting.path, household_id=each.household_id, number=each.number, group=each.group,
            who=each.who,
        )
        for each in Invitation.objects.filter(meeting=earlier).order_by("id")
    )  # fmt: skip


@transaction.atomic
def renew(*, meeting: Meeting, by: Any) -> int:
    """Households recorded since the list was drawn up join it at its end; numbers on paper stay true. How many."""
    held_open(meeting)
    listed = set(meeting.invitations.filter(number__isnull=False).values_list("household", flat=True))
    new = [home for home in households.living(meeting.path) if home not in listed]
    last = meeting.invitations.aggregate(last=Max("number"))["last"] or 0
    Invitation.objects.bulk_create(_numbered(meeting, new, last + 1))
    audit.record("meeting.list_renewed", meeting, by=by, path=meeting.path, added=len(new))
    return len(new)


@transaction.atomic
def invite(*, meeting: Meeting, group: str, who: str, by: Any) -> Invitation:
    """Somebody who speaks for a group; "" is a guest of no group. Raises Problem musrenbang.attendance_closed."""
    held_open(meeting)
    made = Invitation.objects.create(meeting=meeting, path=meeting.path, group=group, who=who.strip())
    audit.record("meeting.invited", made, by=by, path=meeting.path, group=group)
    return made


@transaction.atomic
def uninvite(*, meeting: Meeting, invitation_id: int, by: Any) -> None:
    """Takes a person off the list; households stay. Raises Problem musrenbang.attendance_closed."""
    held_open(meeting)
    removed, _each = meeting.invitations.filter(pk=invitation_id, household__isnull=True).delete()
    if removed:
        audit.record("meeting.uninvited", meeting, by=by, path=meeting.path)


@transaction.atomic
def told(*, meeting: Meeting, ids: Collection[int], on: date, by: Any) -> int:
    """These invitations have reached their people. How many that is."""
    held_open(meeting)
    fresh = meeting.invitations.filter(pk__in=list(ids), told_on=None).update(told_on=on)
    audit.record("meeting.told", meeting, by=by, path=meeting.path, told=fresh)
    return fresh


def _numbered(meeting: Meeting, homes: list[int], first: int) -> list[Invitation]:
    return [
        Invitation(meeting=meeting, path=meeting.path, household_id=home, number=number)
        for number, home in enumerate(homes, start=first)
    ]


def _rts(meeting: Meeting) -> list[Invitation]:
    beneath = territory.rts_under(meeting.path, on=meeting.called_on).exclude(area_id=meeting.area_id)
    return [
        Invitation(meeting=meeting, path=meeting.path, group="rt", who=territory.label(edition)) for edition in beneath
    ]
