"""Who came to a meeting, as counts by kind of voice, and what the rule says about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rukun.musrenbang.facts import meeting_rules
from rukun.musrenbang.models import Attendance, Invitation, Meeting
from rukun.needs.types import Age
from rukun.people.queries import households
from rukun.people.types import Sex
from rukun.poverty.queries import standings
from rukun.poverty.types import Label
from rukun.rules.quorum import Verdict, quorum, representation

VOICES = {
    "women": ("sex", Sex.FEMALE),
    "men": ("sex", Sex.MALE),
    "children": ("age", Age.CHILD),
    "youth": ("age", Age.YOUNG),
    "elderly": ("age", Age.ELDERLY),
    "disability": ("is_disabled", True),
    "poor": ("is_poor", True),
}
"""Groups of a juknis that are told by the kind of voice of who came, without inviting anybody by name."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """People who came, by kind of voice: `voices` counts (kind, value) pairs such as ("sex", "female").

    `unsaid`: people of whom nobody has said both sex and age.
    `guests`: invited persons who do not speak for a household, by group.
    """

    households: int = 0
    people: int = 0
    proxies: int = 0
    unsaid: int = 0
    voices: Counter[tuple[str, Any]] = field(default_factory=Counter)
    guests: Counter[str] = field(default_factory=Counter)

    @property
    def everybody(self) -> int:
        return self.people + self.guests.total()

    def of_group(self, key: str) -> int:
        return self.voices[VOICES[key]] + self.guests[key] if key in VOICES else self.guests[key]


def kinds(meeting: Meeting, guests: Sequence[Invitation] | None = None) -> Kinds:
    """At most three queries; one less where the invited persons (`guests`) are at hand."""
    rows = list(
        Attendance.objects.filter(meeting=meeting).values("household", "sex", "age_group", "is_disabled", "is_proxy")
    )
    poor = _poor(meeting)
    if guests is None:
        guests = list(Invitation.objects.filter(meeting=meeting, household__isnull=True, came=True))
    return Kinds(
        households=len({row["household"] for row in rows}),
        people=len(rows),
        proxies=sum(row["is_proxy"] for row in rows),
        unsaid=sum(not (row["sex"] and row["age_group"]) for row in rows),
        voices=Counter(pair for row in rows for pair in _voices(row, poor)),
        guests=Counter(each.group for each in guests if each.came),
    )


def _voices(row: dict[str, Any], poor: set[int]) -> Iterator[tuple[str, Any]]:
    yield "sex", row["sex"]
    yield "age", row["age_group"]
    yield "is_disabled", row["is_disabled"]
    yield "is_poor", row["household"] in poor


def _poor(meeting: Meeting) -> set[int]:
    """Asked only where the rules want the poor to be heard."""
    if "poor" not in meeting_rules.labels_of(meeting):
        return set()
    return {home for home, label in standings.labels_of(meeting.path).items() if label == Label.POOR}


def base(meeting: Meeting) -> int:
    """Of how many a quorum is taken: the households living in the RT; above an RT, those who were invited.

    Once the meeting is open the count of that day holds.
    """
    if "households" in meeting.verdict:
        return int(meeting.verdict["households"])
    living = len(households.living(meeting.path))
    return living or Invitation.objects.filter(meeting=meeting, household__isnull=True).count()


def verdict(meeting: Meeting, came: Kinds, of: int) -> Verdict:
    """`of`: the base. Who came is never more than the base: households counted since the list was drawn raise it."""
    present = came.households or (came.guests.total() if not of_households(meeting) else 0)
    return quorum(max(of, present), present, meeting_rules.rule_of(meeting))


def of_households(meeting: Meeting) -> bool:
    """Whether households make this meeting, as they do in an RT."""
    return meeting.invitations.filter(household__isnull=False).exists()


def lacking(meeting: Meeting, came: Kinds) -> list[dict[str, Any]]:
    """Groups the juknis asks for that are missing or too few, as they are kept with the verdict."""
    groups = meeting_rules.groups_of(meeting)
    labels = meeting_rules.labels_of(meeting)
    present = {group.key: came.of_group(group.key) for group in groups}
    return [
        {"key": lack.key, "label": labels[lack.key], "present": lack.present, "more": lack.more, "share": lack.share}
        for lack in representation(present, came.everybody, groups)
    ]


def kept(found: Verdict, of: int, came: Kinds, lacks: list[dict[str, Any]], agreed: str) -> dict[str, Any]:
    """The verdict as the meeting keeps it."""
    return {
        "state": found.state,
        "households": of,
        "present": found.present,
        "people": came.everybody,
        "unsaid": came.unsaid,
        "needed": found.needed,
        "missing": found.missing,
        "reasons": [[each.code, *each.values] for each in found.reasons],
        "groups": lacks,
        "agreed": agreed,
    }
