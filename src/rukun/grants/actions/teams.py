"""Who sits in the three teams of an RT's swakelola, from–until."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.models import Book, TeamMember
from rukun.grants.types import Team
from rukun.kit.problems import Problem

FIRST_YEAR = 2000


@transaction.atomic
def join(*, book: Book, team: Team, name: str, office: str, since: date, on: date, by: Any) -> TeamMember:
    """Somebody sits in a team from a day on; the same name twice in one team is one seat.

    Raises Problem grants.team_day.
    """
    if since.year < FIRST_YEAR or since > on.replace(year=on.year + 1, day=1):
        raise Problem("grants.team_day", since=since)
    name = " ".join(name.split())[:120]
    if (known := book.team_members.filter(team=team, name__iexact=name, until=None).first()) is not None:
        return known
    made = TeamMember.objects.create(
        book=book, path=book.path, team=team, name=name, office=office.strip()[:60], since=since
    )
    audit.record("team.joined", made, by=by, path=book.path, team=str(team), since=since.isoformat())
    return made


@transaction.atomic
def leave(*, book: Book, member: int, until: date, by: Any) -> TeamMember:
    """The last day of somebody in a team. Raises Problem grants.team_gone, grants.team_until."""
    held = book.team_members.select_for_update().filter(pk=member, until=None).first()
    if held is None:
        raise Problem("grants.team_gone")
    if until < held.since:
        raise Problem("grants.team_until", since=held.since)
    held.until = until
    held.save(update_fields=["until"])
    audit.record("team.left", held, by=by, path=book.path, team=held.team, until=until.isoformat())
    return held
