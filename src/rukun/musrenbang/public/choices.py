"""What anyone may know of a count. Each function opens its own window on exactly the RT it tells about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rukun.musrenbang.models import Choice
from rukun.musrenbang.public.covering import covered
from rukun.musrenbang.queries import choices, results
from rukun.musrenbang.queries.results import Line, Told
from rukun.musrenbang.types import Stage, Way
from rukun.walls import scope


@dataclass(frozen=True, slots=True)
class Opened:
    """A counted choice before everyone. `file`: the name of its ballots as a file, "" where they are not published."""

    told: Told
    way: str
    on: date
    file: str


def result(path: str, rt_id: int, year: int) -> Opened | None:
    """The last counted choice of an RT in a year, without a count that would tell who chose what."""
    with scope.within([path]):
        choice = _counted(rt_id, year)
        if choice is None or choice.counted_on is None:
            return None
        file = "" if results.no_file(choice) else results.file_name(choice)
        told = _covered(results.told(choice, results.of(choice)))
        return Opened(told, str(Way(choice.way).label), choice.counted_on, file)


def ballots_file(path: str, rt_id: int, year: int, place: str) -> tuple[str, bytes] | None:
    """The ballots as a file anyone can count again, with its name; None where they are not published."""
    with scope.within([path]):
        choice = _counted(rt_id, year)
        if choice is None or results.no_file(choice):
            return None
        return results.file_name(choice), results.ballots_file(choice, place)


def _counted(rt_id: int, year: int) -> Choice | None:
    choice = choices.latest_of(rt_id, year)
    return choice if choice and choice.stage == Stage.COUNTED else None


def _covered(told: Told) -> Told:
    return replace(told, won=_safe(told.won), lost=_safe(told.lost))


def _safe(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, title=covered(line.title), reason=covered(line.reason)) for line in lines]
