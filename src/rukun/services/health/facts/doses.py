"""Which dose a child is due, by its age and by what it was given before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rukun.kit.dates import month_end, months_between, months_later
from rukun.parameters import load
from rukun.parameters.immunisation import FIVE_YEARS, WEEKS_APART, Antigen, antigens

BLUE, RED = "blue", "red"
Given = Mapping[str, Sequence[tuple[int, date]]]
"""What was given: antigen → (dose, day), in order of days."""


@dataclass(frozen=True, slots=True)
class Step:
    """One dose that is due; `until` is the last day on which it may be given, where the rules name one."""

    given: str
    number: int
    until: date | None = None

    @property
    def code(self) -> str:
        return f"{self.given}-{self.number}"


def due(born: date, on: date, held: Given) -> list[Step]:
    """The next dose of each vaccine whose age has come, in the order of the schedule."""
    found = (_next(each, born, on, held.get(each.given, ())) for each in antigens(born))
    return [step for step in found if step]


def _next(antigen: Antigen, born: date, on: date, held: Sequence[tuple[int, date]]) -> Step | None:
    age, number = months_between(born, on), max((number for number, _ in held), default=0) + 1
    if number > len(antigen.at_months) or not antigen.at_months[number - 1] <= age < antigen.before_months:
        return None
    if held and on < held[-1][1] + timedelta(weeks=WEEKS_APART):
        return None
    ends = antigen.before_months < FIVE_YEARS
    return Step(antigen.given, number, last_day(born, antigen.before_months) if ends else None)


def vitamin_a(born: date, on: date, held: Sequence[date]) -> Step | None:
    """The capsule of this month: blue once from 6 months, red each February and August from 12 months."""
    told = load("care/vitamin_a").at(on).value
    age = months_between(born, on)
    if (
        on.month not in (told["first_month"], told["second_month"])
        or not told["blue_from"] <= age < told["ends_before"]
    ):
        return None
    colour, since = (BLUE, _birthday(born, int(told["blue_from"]))), on.replace(day=1)
    if age >= told["red_from"]:
        colour = (RED, since)
    if any(day >= colour[1] for day in held):
        return None
    return Step(f"vitamin_a-{colour[0]}", 1, month_end(on))


def last_day(born: date, months: int) -> date:
    """The day before a child completes so many months."""
    return _birthday(born, months) - timedelta(days=1)


def _birthday(born: date, months: int) -> date:
    """The day on which so many months are completed: the first day after, where a month has no such day."""
    day = months_later(born, months)
    return day if day.day == born.day else day + timedelta(days=1)
