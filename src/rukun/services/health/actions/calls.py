"""One visit, one call: all that was seen in a household is kept together, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.actions import doses, elders, measurements, pregnancies
from rukun.services.health.models import Call

WORDS = 300
Told = Mapping[int, Mapping[str, Any]]
Key = tuple[str, int]
"""Which part of a visit: its kind, and the person or pregnancy."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen: by person, mothers by pregnancy; `doses` as (antigen, number), `begun` as first days."""

    children: Told = field(default_factory=dict)
    doses: Mapping[int, Sequence[tuple[str, int]]] = field(default_factory=dict)
    mothers: Told = field(default_factory=dict)
    begun: Mapping[int, date] = field(default_factory=dict)
    elders: Told = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.children, self.doses, self.mothers, self.begun, self.elders))


class Wrong(Exception):  # noqa: N818 - letters to a person, part by part
    """What was wrong in which part; nothing of the visit was kept."""

    def __init__(self, problems: Mapping[Key, Problem]) -> None:
        super().__init__(sorted(problem.code for problem in problems.values()))
        self.problems = problems


@transaction.atomic
def keep(
    *, household: Any, seen: Seen, on: date, today: date, by: Any,
    where: str, post: Any = None, nobody_home: bool = False, words: str = "",
) -> Call:  # fmt: skip
    """Raises Problem health.household_gone, health.day_in_future, health.before_household, health.nobody_and_somebody,
    health.call_empty; and Wrong with the Problems of its parts."""
    _check_day(household, on, today)
    _check_met(seen, nobody_home, words)
    call = Call.objects.create(
        household=household, path=household.path, where=where, post=post, nobody_home=nobody_home,
        words=words.strip()[:WORDS], on=on, by=str(by),
    )  # fmt: skip
    problems = dict(filter(None, (_tried(key, act) for key, act in _parts(call, seen, today, by))))
    if problems:
        raise Wrong(problems)
    audit.record("call.kept", call, by=by, path=call.path)
    return call


def _check_day(household: Any, on: date, today: date) -> None:
    if household.until is not None:
        raise Problem("health.household_gone", until=household.until)
    if on > today:
        raise Problem("health.day_in_future", on=on)
    if on < household.since:
        raise Problem("health.before_household", since=household.since)


def _check_met(seen: Seen, nobody_home: bool, words: str) -> None:
    if nobody_home and seen:
        raise Problem("health.nobody_and_somebody")
    if not (nobody_home or seen or words.strip()):
        raise Problem("health.call_empty")


def _parts(call: Call, seen: Seen, today: date, by: Any) -> Iterator[tuple[Key, Callable[[], Any]]]:
    told = {"on": call.on, "today": today, "by": by}
    for pk, sizes in seen.children.items():
        yield ("child", pk), partial(measurements.measure, pk, call_id=call.pk, on=call.on, by=by, **sizes)
    for pk, given in seen.doses.items():
        for name, number in given:
            yield ("dose", pk), partial(doses.give, person_id=pk, given=name, number=number, **told)
    for pk, since in seen.begun.items():
        yield ("begun", pk), partial(pregnancies.begin, person_id=pk, since=since, today=today, by=by)
    for pk, found in seen.mothers.items():
        yield ("mother", pk), partial(pregnancies.check, pregnancy_id=pk, **found, **told)
    for pk, found in seen.elders.items():
        yield ("elder", pk), partial(elders.check, person_id=pk, **found, **told)


def _tried(key: Key, act: Callable[[], Any]) -> tuple[Key, Problem] | None:
    """Each part is tried even when another was wrong, so that all letters come at once."""
    try:
        with transaction.atomic():
            act()
    except Problem as problem:
        return key, problem
    return None
