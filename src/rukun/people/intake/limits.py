"""The dated numbers of the gate, from parameters/intake/."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib import resources

import yaml

from rukun.kit.problems import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """`refused_share` of 1 (0.2 is a fifth), `refused_floor` and `web_rows` in rows, `longest_life` in years."""

    refused_share: float
    refused_floor: int
    web_rows: int
    longest_life: int

    def stops(self, *, read: int, refused: int) -> bool:
        """Whether a batch with so many refused rows is too bad to be accepted at all."""
        return refused > self.refused_floor and refused > self.refused_share * read


def limits(on: date) -> Limits:
    """The numbers in force on a day. Raises Problem people.limit_unknown before the first of them."""
    return Limits(**{field.name: _value(field.name, on) for field in fields(Limits)})


def _value(name: str, on: date) -> float | int:
    begun = [since for since in _values(name) if since <= on]
    if not begun:
        raise Problem("people.limit_unknown", name=name, on=on)
    return _values(name)[max(begun)]


@cache
def _values(name: str) -> dict[date, float | int]:
    file = resources.files("rukun.parameters").joinpath("intake", f"{name}.yaml")
    held = yaml.safe_load(file.read_text(encoding="utf-8"))["values"]
    return {since: each["value"] for since, each in held.items()}
