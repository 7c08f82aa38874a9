"""Invented RTs with households, and meetings among them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.rooms.poverty.kitchens import make_kitchen

from rukun.musrenbang.actions import attendance, meetings
from rukun.musrenbang.facts import meeting_rules
from rukun.parameters.juknis.types import Group, MeetingRules
from rukun.people.models import Household

ON = date(2026, 3, 2)
DAY = date(2026, 3, 9)
HALF = MeetingRules(
    quorum="50", is_more_than=True, second_quorum="0", notice_days=3,
    groups=(Group("women", "Perempuan", "30"), Group("elders", "Tokoh adat")),
)  # fmt: skip


def say(monkeypatch: Any, rules: MeetingRules) -> None:
    """The juknis of every year says this about meetings."""
    monkeypatch.setattr(meeting_rules, "of_year", lambda year, *, on: rules)


def settle(rt: Any, count: int) -> list[Household]:
    """In the order in which a list numbers them."""
    return sorted((make_kitchen(rt, ages=(40, 12)) for _ in range(count)), key=lambda home: f"{home.pk}-0")


def call(area: Any, **changes: Any) -> Any:
    given = {"year": 2026, "day": DAY, "place": "Balai Rekaan", "on": ON, "by": "uji"}
    return meetings.call(area=area, **(given | changes))


def tick(meeting: Any, homes: list[Household], sex: str = "female") -> Any:
    return attendance.tick(meeting=meeting, came=[(home.pk, sex) for home in homes], by="uji")
