"""Which vaccines a child is given, and at what age: `antigens(born)` gives those for who was born that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from rukun.kit.dates import months_between
from rukun.parameters.files import Entry, parsed, shipped

KEY = "immunisation/schedule"
WEEKS_APART = 4
FIVE_YEARS = 60


@dataclass(frozen=True, slots=True)
class Antigen:
    """One vaccine: the month of age of each dose, counted from 1, and the age before which it is still asked for."""

    given: str
    at_months: tuple[int, ...]
    before_months: int
    since: date
    source: str
    note: str = ""

    def holds_for(self, born: date) -> bool:
        """Who was past the age of the first dose when the vaccine came to the whole country is not asked."""
        return months_between(born, self.since) <= self.at_months[0]


def antigens(born: date) -> tuple[Antigen, ...]:
    """
    >>> "rotavirus" in [each.given for each in antigens(date(2023, 5, 16))]
    True
    >>> "rotavirus" in [each.given for each in antigens(date(2023, 5, 15))]
    False
    """
    return tuple(each for each in schedule() if each.holds_for(born))


@cache
def schedule() -> tuple[Antigen, ...]:
    return read(shipped(KEY))


def read(text: str) -> tuple[Antigen, ...]:
    """Problems `parameters.not_yaml`, `parameters.wrong_shape`."""
    entry = parsed(text, f"{KEY}.yaml")
    entry.only("title", "note", "antigens")
    return tuple(_antigen(str(given), each) for given, each in entry.at("antigens").items())


def _antigen(given: str, entry: Entry) -> Antigen:
    entry.only("since", "at_months", "before_months", "source", "note")
    months = tuple(each.whole() for each in entry.at("at_months").each())
    if not months or list(months) != sorted(set(months)):
        raise entry.at("at_months").wrong("umur dalam bulan, dari yang termuda")
    before = entry.at("before_months").whole() if entry.has("before_months") else FIVE_YEARS
    source, note = entry.at("source").text(), entry.at("note").text(default="")
    return Antigen(given, months, before, entry.at("since").day(), source, note)
