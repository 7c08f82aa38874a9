"""Reads about choices: who could be on the sheet, how many may vote, how far typing and voting have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from rukun.musrenbang.facts.marks import written
from rukun.musrenbang.models import Attendance, Choice, Code, Entry, Meeting, Option, Proposal, Sheet
from rukun.musrenbang.queries import menu
from rukun.musrenbang.types import Calling, Condition, Stage, State, Way
from rukun.parameters.juknis.types import Juknis


def path_of(choice_id: int) -> str:
    """The path of a choice seen with one's own eyes; "" when there is none."""
    return Choice.objects.filter(pk=choice_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Choice]:
    return Choice.objects.select_related("meeting")


def of_meeting(meeting: Meeting) -> Choice | None:
    """The choice of a meeting that is not annulled."""
    return meeting.choices.exclude(stage=Stage.ANNULLED).first()


def latest_of(area_id: int, year: int) -> Choice | None:
    """The last choice of an RT in a year that was opened."""
    held = visible().filter(meeting__area_id=area_id, meeting__year=year, stage__in=[Stage.OPEN, Stage.COUNTED])
    return held.order_by("-pk").first()


def options_of(choice: Choice) -> list[Option]:
    return list(choice.options.order_by("pk"))


def may_choose(meeting: Meeting) -> str:
    """Why this meeting may not choose yet, as the code of a problem; "" when it may."""
    if meeting.state == Calling.SHORT:
        return "musrenbang.quorum_not_met"
    return "" if meeting.state == Calling.OPEN else "musrenbang.meeting_not_open"


def present(meeting: Meeting) -> dict[str, int | None]:
    """How many may have a ballot by the attendance list, for each unit; None when attendance stands on paper only."""
    came = Attendance.objects.filter(meeting=meeting)
    found = came.aggregate(household=Count("household", distinct=True), adult=Count("pk"))
    return {unit: number or None for unit, number in found.items()}


@dataclass(frozen=True, slots=True)
class Excluded:
    """A proposal that cannot stand on the sheet: the code of the reason and its words."""

    proposal: Proposal
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would stand on the sheet of a meeting, in the order of its numbers, and what would not."""

    options: Sequence[Proposal]
    excluded: Sequence[Excluded]


def has_prospect(meeting: Meeting) -> bool:
    """Whether anything is put to this meeting."""
    return _put_to(meeting).exists()


def prospect(meeting: Meeting, juknis: Juknis | None, ceiling: int | None) -> Prospect:
    ordered = _put_to(meeting).prefetch_related("answers").order_by("born", "number")
    held = menu.within(juknis, ceiling)
    found = {each: _excluded(each, held, ceiling) for each in ordered}
    return Prospect([each for each, why in found.items() if why is None], [why for why in found.values() if why])


def _put_to(meeting: Meeting) -> QuerySet[Proposal]:
    return Proposal.objects.filter(rt_id=meeting.area_id, year=meeting.year, state=State.PROPOSED)


def _excluded(proposal: Proposal, juknis: Juknis | None, ceiling: int | None) -> Excluded | None:
    if proposal.cost is None:
        return Excluded(proposal, "no_cost")
    if ceiling is not None and proposal.cost > ceiling:
        return Excluded(proposal, "above_ceiling")
    answers = {each.fact: each.is_true for each in proposal.answers.all()}
    checked = menu.checked(juknis, menu.typed_draft(proposal.title, proposal.menu, proposal.cost, answers))
    if checked.kind != "bad":
        return None
    return Excluded(proposal, "blocked", " ".join(each.sentence for each in checked.reasons))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a choice is: sheets printed, typed at all, read twice alike, read differently; codes, those used."""

    sheets: int
    typed: int
    agreed: int
    differing: int
    codes: int
    used: int

    @property
    def once(self) -> int:
        return self.typed - self.agreed - self.differing

    @property
    def ballots(self) -> int:
        return self.typed + self.used

    @property
    def is_ready(self) -> bool:
        return self.ballots > 0 and self.typed == self.agreed


def progress(choice: Choice) -> Progress:
    held = typed(choice)
    codes = Code.objects.filter(choice=choice).aggregate(
        all=Count("pk"), used=Count("pk", filter=Q(marks__isnull=False) | Q(is_counted=True))
    )
    return Progress(
        sheets=Sheet.objects.filter(choice=choice).count(),
        typed=len(held),
        agreed=sum(each.is_agreed for each in held),
        differing=sum(each.differs for each in held),
        codes=codes["all"],
        used=codes["used"],
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """One sheet as it was read."""

    number: str
    readings: Sequence[Entry]

    @property
    def settled(self) -> Entry | None:
        return next((each for each in self.readings if each.is_settled), None)

    @property
    def is_agreed(self) -> bool:
        """Read twice alike, or settled by a look at the paper."""
        return self.settled is not None or len(self.readings) > 1 and not self.differs

    @property
    def differs(self) -> bool:
        if self.settled or len(self.readings) < 2:
            return False
        one, two = self.readings[0], self.readings[1]
        return (one.marks, one.is_spoilt) != (two.marks, two.is_spoilt)

    @property
    def found(self) -> Entry:
        """The reading that counts, of a sheet that is agreed."""
        return self.settled or self.readings[0]


def typed(choice: Choice) -> list[Typed]:
    """Every sheet somebody has read, in the order of the numbers."""
    readings: dict[str, list[Entry]] = {}
    for entry in Entry.objects.filter(sheet__choice=choice).select_related("sheet").order_by("sheet__number", "pk"):
        readings.setdefault(entry.sheet.number, []).append(entry)
    return [Typed(number, held) for number, held in readings.items()]


def own(choice: Choice, typist: str) -> list[Entry]:
    """What one person has read: nobody sees another's reading before both have read the sheet."""
    held = Entry.objects.filter(sheet__choice=choice, typist=typist, is_settled=False)
    return list(held.select_related("sheet").order_by("-pk"))


def left_to(choice: Choice, typist: str) -> list[str]:
    """Numbers of the sheets that others read once and this person not yet."""
    return [
        each.number
        for each in typed(choice)
        if len(each.readings) == 1 and each.readings[0].typist != typist and not each.settled
    ]


def sheet_numbers(choice: Choice) -> list[str]:
    return list(Sheet.objects.filter(choice=choice).order_by("number").values_list("number", flat=True))


def next_step(choice: Choice, progress: Progress) -> str:
    """What comes next for a choice: open, agree, print, type, settle, count, result or again."""
    if choice.stage != Stage.OPEN:
        return {Stage.DRAWN: "open", Stage.COUNTED: "result", Stage.ANNULLED: "again"}[Stage(choice.stage)]
    if choice.way == Way.CONSENSUS:
        return "agree"
    if progress.differing:
        return "settle"
    if progress.is_ready and progress.typed == progress.sheets:
        return "count"
    return "type" if progress.sheets else "print"


@dataclass(frozen=True, slots=True)
class Field:
    """One place on a ballot, with what was typed there."""

    mark: str
    title: str
    cost: int
    value: str = ""


def fields(options: Iterable[Option], typed: Mapping[str, str]) -> list[Field]:
    return [Field(each.mark, each.title, each.cost, typed.get(each.mark, "")) for each in options]


@dataclass(frozen=True, slots=True)
class Difference:
    """A sheet two people read differently: for each mark where they do, what each read."""

    number: str
    conditions: tuple[str, str]
    marks: Sequence[tuple[str, str, str]]


def differences(choice: Choice) -> list[Difference]:
    return [_difference(choice.way, each) for each in typed(choice) if each.differs]


def _difference(way: str, sheet: Typed) -> Difference:
    one, two = (written(way, each.marks) for each in sheet.readings[:2])
    unlike = sorted(mark for mark in one.keys() | two.keys() if one.get(mark) != two.get(mark))
    first, second = (condition_of(each) for each in sheet.readings[:2])
    return Difference(sheet.number, (first, second), [(mark, one.get(mark, ""), two.get(mark, "")) for mark in unlike])


def condition_of(entry: Entry) -> str:
    if entry.is_spoilt:
        return Condition.SPOILT
    return Condition.FILLED if entry.marks else Condition.BLANK


def reading(choice: Choice, number: str, place: int) -> tuple[dict[str, str], str] | None:
    """The first or second reading (0, 1) of a sheet that was read differently, as typed, and its condition."""
    found = next((each for each in typed(choice) if each.number == number and each.differs), None)
    entry = found.readings[place] if found else None
    return (written(choice.way, entry.marks), condition_of(entry)) if entry else None


def own_reading(choice: Choice, number: str, typist: str) -> tuple[dict[str, str], str]:
    """What one person typed of a sheet before; nothing yet where they did not."""
    entry = next((each for each in own(choice, typist) if each.sheet.number == number), None)
    return (written(choice.way, entry.marks), condition_of(entry)) if entry else ({}, Condition.FILLED)


WITH_CODES = frozenset({Way.APPROVAL, Way.POINTS, Way.RANKING})


def portion(rows: Sequence[Any], size: int, page: str | None) -> Page:
    return Paginator(rows, max(size, 2)).get_page(page)
