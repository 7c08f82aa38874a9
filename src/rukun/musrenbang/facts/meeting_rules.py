"""What the juknis asks of a meeting: plain JSON, frozen the day it is called, and back as values of a rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.facilitation.queries import programmes
from rukun.musrenbang.models import Meeting
from rukun.parameters.juknis import MeetingRules
from rukun.parameters.juknis.types import Group
from rukun.rules.quorum import Group as Sought
from rukun.rules.quorum import Rule


def of_year(year: int, *, on: date) -> MeetingRules:
    """The rules of the programme of a year; nothing is said where no juknis is known."""
    programme = programmes.of_year(year, on)
    return programme.juknis.meeting if programme else MeetingRules()


def year_of(on: date) -> int:
    """The programme year a meeting called on this day belongs to."""
    programme = programmes.current(on)
    return programme.year if programme else on.year


def frozen(rules: MeetingRules, level: str) -> dict[str, Any]:
    """A quorum in per cent of households and shares of those present bind an RT; above it the juknis says nothing
    about who makes a meeting, and its groups are those who are invited by name."""
    is_rt = level == "rt"
    return {
        "level": level,
        "quorum": rules.quorum if is_rt else None,
        "is_more_than": rules.is_more_than if is_rt else False,
        "second_quorum": rules.second_quorum if is_rt else None,
        "notice_days": rules.notice_days,
        "groups": [_group(each, is_rt) for each in rules.groups],
        "article": rules.source.article,
    }


def _group(group: Group, is_rt: bool) -> dict[str, str | None]:
    return {"key": group.key, "label": group.label, "at_least": group.at_least if is_rt else None}


def rule_of(meeting: Meeting) -> Rule:
    held = meeting.rules
    return Rule(
        held.get("quorum"), held.get("is_more_than", False), held.get("second_quorum"), meeting.earlier_id is not None
    )


def groups_of(meeting: Meeting) -> tuple[Sought, ...]:
    return tuple(Sought(each["key"], each["at_least"]) for each in meeting.rules.get("groups", ()))


def labels_of(meeting: Meeting) -> dict[str, str]:
    """Group key → its name in the juknis."""
    return {each["key"]: each["label"] for each in meeting.rules.get("groups", ())}
