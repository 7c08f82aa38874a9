"""What the papers of a meeting are made from: what was chosen there, and the proposals of a place in a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from rukun.musrenbang.models import Choice, Meeting, Option, Proposal, Turn
from rukun.musrenbang.queries import choices
from rukun.musrenbang.types import Stage, State


@dataclass(frozen=True, slots=True)
class Chosen:
    """One proposal as it stood on the sheet, and what came of it."""

    title: str
    cost: int
    is_in: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a meeting chose, under which ceiling, and what."""

    way: str
    ceiling: int
    on: date
    lines: tuple[Chosen, ...]

    @property
    def total(self) -> int:
        return sum(line.cost for line in self.lines if line.is_in)


def outcome(meeting: Meeting) -> Outcome | None:
    """What was chosen in a meeting; None until it is counted."""
    held = Choice.objects.filter(meeting=meeting, stage=Stage.COUNTED).first()
    if held is None or held.counted_on is None:
        return None
    options = list(held.options.all())
    told = _verdicts([each.proposal_id for each in options], meeting.year)
    lines = tuple(Chosen(each.title, each.cost, *told.get(each.proposal_id, (False, ""))) for each in options)
    return Outcome(held.way, held.ceiling, held.counted_on, tuple(sorted(lines, key=lambda line: not line.is_in)))


def proposals(path: str, year: int) -> list[Proposal]:
    """Everything a place has put forward in a year, by RT and number."""
    found = Proposal.objects.filter(path__startswith=path, year=year).exclude(state=State.DRAFT)
    return list(found.order_by("path", "born", "number"))


def on_the_sheet(meeting: Meeting) -> list[Option]:
    """What the people chose from, as it stood on that day; () where nothing was put to the choice."""
    choice = choices.of_meeting(meeting)
    return list(choice.options.select_related("proposal").order_by("pk")) if choice else []


def last_move(path: str, year: int) -> date | None:
    """The day on which the list of a place last changed."""
    return Turn.objects.filter(path__startswith=path, year=year).aggregate(on=Max("on"))["on"]


def latest_year(path: str) -> int | None:
    return Proposal.objects.filter(path__startswith=path).exclude(state=State.DRAFT).aggregate(n=Max("year"))["n"]


def _verdicts(ids: list[int], year: int) -> dict[int, tuple[bool, str]]:
    """Proposal → whether it was chosen, and why; the last word counts."""
    kinds = (State.CHOSEN, State.NOT_CHOSEN)
    found = Turn.objects.filter(proposal__in=ids, after__in=kinds, year=year).order_by("id")
    rows = found.values_list("proposal", "after", "reason")
    return {proposal: (after == State.CHOSEN, reason) for proposal, after, reason in rows}
