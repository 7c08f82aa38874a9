"""What the juknis of a year says about wages and things that stay; None where it says nothing."""

from __future__ import annotations

from datetime import date

from rukun.grants.queries.tranches import money
from rukun.parameters.juknis import AssetRule


def may_move_waived(year: int, on: date) -> bool | None:
    """Whether wages given back may carry other work of the same activity."""
    return money(year, on).wages.may_move_waived


def hours_a_day(year: int, on: date) -> int | None:
    return money(year, on).wages.hours


def assets(year: int, on: date) -> AssetRule:
    """Whose a bought thing is, what plate a vehicle bears, and whether it passes on."""
    return money(year, on).assets
