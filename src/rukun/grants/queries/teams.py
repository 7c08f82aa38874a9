"""The three teams of an RT's swakelola, and who sits in more than one."""

from __future__ import annotations

from rukun.grants.models import Book, TeamMember
from rukun.rules import teams as rules


def of_book(book: Book) -> list[TeamMember]:
    return list(book.team_members.order_by("team", "since", "pk"))


def member(book: Book, asked: str) -> TeamMember | None:
    """Somebody who still sits in a team."""
    return book.team_members.filter(pk=int(asked), until=None).first() if asked.isdecimal() else None


def doubled(held: list[TeamMember]) -> tuple[rules.Doubled, ...]:
    return rules.doubled(rules.Seat(each.name, each.team, each.since, each.until, each.person_id) for each in held)
