"""Invented children, and a year of being weighed."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.rooms.people.families import make_household, make_person, settle

from rukun.services.health.actions import measurements

TODAY = date(2026, 7, 20)
BORN = date(2025, 7, 1)


def make_child(rt: Any, name: str = "Kirana Rekaan", born: date | None = BORN, sex: str = "female") -> Any:
    """A child in a household of its own, with an invented mother."""
    home = make_household(rt, "Ibu Rekaan")
    child = make_person(rt, name, sex=sex, birth_date=born)
    settle(child, home, "child", since=max(born or home.since, home.since))
    return child


def weigh(child: Any, on: date, grams: int, **more: Any) -> Any:
    return measurements.measure(child.pk, on=on, by=more.pop("by", "kader-melati"), weight_g=grams, **more)
