"""The published table of density figures: `density(on)` gives the edition in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from rukun.parameters.dated import in_force
from rukun.parameters.files import Entry, parsed, shipped

KEY = "sanitation/density"
INDICES = ("house", "container", "breteau")


@dataclass(frozen=True, slots=True)
class Steps:
    """Of one index in percent: (figure, least, most), and (figure, limit) above the last of them."""

    steps: tuple[tuple[int, int, int], ...]
    above: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Density:
    since: date
    source: str
    note: str
    of: Mapping[str, Steps]


def density(on: date) -> Density:
    """The table in force. Raises Problem `parameters.before_first`."""
    return in_force(_editions(), on, KEY)


@cache
def _editions() -> tuple[Density, ...]:
    entry = parsed(shipped(KEY), f"{KEY}.yaml")
    held = [_edition(since, each) for since, each in entry.items() if since != "description"]
    return tuple(sorted(held, key=lambda each: each.since))


def _edition(since: object, entry: Entry) -> Density:
    entry.only("source", "note", *INDICES)
    of = MappingProxyType({name: _steps(entry.at(name)) for name in INDICES})
    day = Entry(entry.file, entry.path, since).day()
    return Density(day, entry.at("source").text(), entry.at("note").text(default=""), of)


def _steps(entry: Entry) -> Steps:
    steps = [[each.whole() for each in row.each()] for row in entry.at("steps").each()]
    figure, limit = (each.whole() for each in entry.at("above").each())
    return Steps(tuple((number, least, most) for number, least, most in steps), (figure, limit))
