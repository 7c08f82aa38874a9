"""Who came to a meeting, as counts by kind of voice, and what the rule says about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rukun.musrenbang.facts import meeting_rules
from rukun.musrenbang.models import Attendance, Invitation, Meeting
from rukun.needs.types import Age
from rukun.people.queries import households
from rukun.people.types import Sex
from rukun.rules.quorum import Verdict, quorum, representation

VOICES = {
    "women": ("sex", Sex.FEMALE), "perempuan": ("sex", Sex.FEMALE), "men": ("sex", Sex.MALE),
    "youth": ("age", Age.YOUNG), "pemuda": ("age", Age.YOUNG), "children": ("age", Age.CHILD),
    "elderly": ("age", Age.ELDERLY), "lansia": ("age", Age.ELDERLY),
    "disabled": ("disabled", True), "disability": ("disabled", True), "disabilitas": ("disabled", True),
}  # fmt: skip
"""Groups of a juknis that are told by the kind of voice of who came, without inviting anybody by name."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """People who came, by kind of voice. `guests`: invited persons who do not speak for a household, by group."""

    households: int = 0
    people: int = 0
    sexes: Counter[str] = field(default_factory=Counter)
    ages: Counter[str] = field(default_factory=Counter)
    disabled: int = 0
    proxies: int = 0
    guests: Counter[str] = field(default_factory=Counter)

    @property
    def everybody(self) -> int:
        return self.people + self.guests.total()

    def of_group(self, key: str) -> int:
        what, which = VOICES.get(key, ("", ""))
        heard = {"sex": self.sexes, "age": self.ages, "disabled": {True: self.disabled}}.get(what, {})
        return int(heard.get(which, 0)) + self.guests[key]


def kinds(meeting: Meeting) -> Kinds:
    """Two queries."""
    rows = list(
        Attendance.objects.filter(meeting=meeting).values_list(
            "household", "sex", "age_group", "is_disabled", "is_proxy"
        )
    )
    came = Invitation.objects.filter(meeting=meeting, household__isnull=True, came=True)
    return Kinds(
        households=len({row[0] for row in rows}),
        people=len(rows),
        sexes=Counter(row[1] for row in rows),
        ages=Counter(row[2] for row in rows),
        disabled=sum(row[3] for row in rows),
        proxies=sum(row[4] for row in rows),
        guests=Counter(came.values_list("group", flat=True)),
    )


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
        "needed": found.needed,
        "missing": found.missing,
        "reasons": [[each.code, *each.values] for each in found.reasons],
        "groups": lacks,
        "agreed": agreed,
    }
