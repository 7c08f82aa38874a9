"""A value of the law through time: what held on a day, since when, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol, TypeVar

from rukun.kit.problems import Problem
from rukun.parameters.files import Entry, parsed, shipped

Number = int | Decimal
Content = Number | str | bool | Mapping[str, Number]


class Begins(Protocol):
    """Whatever holds from a day on."""

    @property
    def since(self) -> date: ...


Edition = TypeVar("Edition", bound=Begins)


def in_force(held: Sequence[Edition], on: date, key: str) -> Edition:
    """The newest that has begun, of editions in order of their first day. Raises Problem `parameters.before_first`."""
    begun = [each for each in held if each.since <= on]
    if not begun:
        raise Problem("parameters.before_first", key=key, on=on, first=held[0].since)
    return begun[-1]


@dataclass(frozen=True, slots=True)
class Value:
    """What holds from `since` on: a number, a word, or named numbers; None when it ceased that day."""

    since: date
    value: Content | None
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """One parameter: what it means, its unit, and its values in order of their first day."""

    key: str
    description: str
    unit: str
    values: tuple[Value, ...]

    def at(self, on: date) -> Value:
        """The value in force on a day. Problems `parameters.before_first`, `parameters.ceased`."""
        found = in_force(self.values, on, self.key)
        if found.value is None:
            raise Problem("parameters.ceased", key=self.key, on=on, since=found.since, source=found.source)
        return found


def load(key: str) -> Dated:
    """A shipped parameter by its key, as "poverty/national_line"."""
    return read(shipped(key), key)


def read(text: str, key: str) -> Dated:
    """A parameter from YAML of this shape::

        description: what the number says
        unit: rupiah per person per month
        values:
          2025-03-01: {value: 609160, source: who says so, note: perhaps}
          2027-01-01: {value: null, source: who ended it}

    Problems `parameters.not_yaml`, `parameters.wrong_shape`.
    """
    entry = parsed(text, f"{key}.yaml")
    entry.only("description", "unit", "values")
    values = tuple(sorted((_value(since, each) for since, each in entry.at("values").items()), key=lambda v: v.since))
    if not values or values[0].value is None:
        raise entry.at("values").wrong("setidaknya satu nilai yang berlaku")
    return Dated(key, entry.at("description").text(), entry.at("unit").text(), values)


def _value(since: object, entry: Entry) -> Value:
    day = Entry(entry.file, entry.path, since).day()
    entry.only("value", "source", "note")
    if "value" not in entry.mapping():
        raise entry.at("value").wrong("nilai, atau null bila sudah tidak berlaku")
    content = _content(entry.at("value")) if entry.has("value") else None
    return Value(day, content, entry.at("source").text(), entry.at("note").text(default=""))


def _content(entry: Entry) -> Content:
    if isinstance(entry.value, dict):
        return MappingProxyType({str(name): each.number() for name, each in entry.items()})
    if isinstance(entry.value, bool):
        return entry.value
    return entry.text() if isinstance(entry.value, str) else entry.number()
