"""A meeting that may choose, proposals put to it, and people who type: made directly, as other rooms would leave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rukun.musrenbang.actions import choices, sheets
from rukun.musrenbang.models import Choice, Meeting, Proposal
from rukun.musrenbang.types import Calling, Owner, State
from rukun.parameters.juknis.types import (
    Answers,
    ChoosingRules,
    Cluster,
    Juknis,
    Limit,
    MeetingRules,
    Readiness,
)

ON = date(2026, 3, 9)
CEILING = 100_000_000
WORKS = {"Drainase": 60_000_000, "Posyandu": 30_000_000, "Taman": 40_000_000, "Lampu": 10_000_000}


def make_juknis(**changes: Any) -> Juknis:
    given: dict[str, Any] = {
        "key": "rekaan", "title": "Juknis Rekaan", "programme": "Program Rekaan", "year": 2026, "regency": "64.02",
        "regulation": "Perbup Rekaan", "since": date(2026, 1, 1), "ceiling": CEILING, "clusters": (), "steps": (), "menu": (),
        "blocked": (), "meeting": MeetingRules(), "choosing": ChoosingRules(), "readiness": Readiness(), "answers": Answers(),
    }  # fmt: skip
    return Juknis(**(given | changes))


def clusters(**limits: tuple[str | None, str | None]) -> tuple[Cluster, ...]:
    return tuple(Cluster(key, key.title(), Limit(*bounds)) for key, bounds in limits.items())


def make_meeting(rt: Any, state: str = Calling.OPEN, **changes: Any) -> Meeting:
    given = {"year": 2026, "on": ON, "place": "Balai Rekaan", "called_on": ON, "state": state}
    return Meeting.objects.create(area=rt, path=rt.path, **(given | changes))


def propose(rt: Any, works: Mapping[str, int | None] = WORKS, **changes: Any) -> list[Proposal]:
    taken = Proposal.objects.filter(rt=rt).count()
    return [
        Proposal.objects.create(
            rt=rt, path=rt.path, born=2026, number=taken + place, year=2026, title=title, cost=cost,
            state=State.PROPOSED, owner=Owner.RT, **changes,
        )
        for place, (title, cost) in enumerate(works.items(), 1)
    ]  # fmt: skip


def draw(meeting: Meeting, juknis: Juknis | None = None, **changes: Any) -> Choice:
    given: dict[str, Any] = {
        "way": "approval", "rule": "equal-shares", "ceiling": CEILING, "because": "", "unit": "household", "voters": 20,
        "together": False, "by": "ketua",
    }  # fmt: skip
    return choices.draw(meeting=meeting, juknis=juknis or make_juknis(), **(given | changes))


def opened(rt: Any, works: Mapping[str, int | None] = WORKS, juknis: Juknis | None = None, **changes: Any) -> Choice:
    """A choice of an RT that waits for ballots."""
    propose(rt, works)
    choice = draw(make_meeting(rt), juknis, **changes)
    return choices.open_choice(choice=choice, on=ON, by="ketua")


def hand_in(choice: Choice, filled: Sequence[Mapping[str, str] | None]) -> list[str]:
    """Sheets filled in so, typed by two people; None is a spoilt one, {} a blank one. The numbers of the sheets."""
    numbers = sheets.make(choice=choice, number=len(filled), by="ketua")
    for number, typed in zip(numbers, filled, strict=True):
        for typist in ("kader", "bendahara"):
            type_in(choice, number, typed, typist)
    return numbers


def type_in(choice: Choice, number: str, typed: Mapping[str, str] | None, typist: str) -> Any:
    condition = "spoilt" if typed is None else "filled" if typed else "blank"
    return sheets.type_in(choice=choice, number=number, typed=typed or {}, condition=condition, by=typist)


def ticks(marks: str) -> dict[str, str]:
    """ "AC" is a sheet with A and C ticked."""
    return dict.fromkeys(marks, "1")
