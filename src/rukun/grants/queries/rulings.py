"""What the juknis of a year says about wages and things that stay; None where it says nothing."""

from __future__ import annotations

from datetime import date

from rukun.facilitation.queries import programmes
from rukun.parameters.juknis import AssetRule, MoneyRules


def may_move_waived(year: int, on: date) -> bool | None:
    """Whether wages given back may carry other work of the same activity."""
    return _money(year, on).wages.may_move_waived


def hours_a_day(year: int, on: date) -> int | None:
    return _money(year, on).wages.hours


def assets(year: int, on: date) -> AssetRule:
    """Whose a bought thing is, what plate a vehicle bears, and whether it passes on."""
    return _money(year, on).assets


def _money(year: int, on: date) -> MoneyRules:
    programme = programmes.of_year(year, on)
    return programme.juknis.money if programme else MoneyRules()
