"""Women with child and the old: weeks, days, and what a health worker should look at."""

from __future__ import annotations

from datetime import date, timedelta

from rukun.kit.dates import months_between
from rukun.parameters import load
from rukun.services.health.types import Why

TERM = timedelta(days=280)
LONGEST = timedelta(weeks=44)
YOUNGEST, OLDEST = 10, 59
"""Ages between which a pregnancy is believed without asking again; a room for slips of the pen, not a rule."""


def expected(since: date) -> date:
    """Forty weeks from the first day of the last period."""
    return since + TERM


def week(since: date, on: date) -> int:
    """Completed weeks."""
    return (on - since).days // 7


def is_elder(born: date | None, on: date) -> bool:
    return born is not None and months_between(born, on) >= int(load("care/elder").at(on).value["from_years"]) * 12


def may_bear(sex: str, born: date | None, on: date) -> bool:
    if sex != "female":
        return False
    return born is None or YOUNGEST * 12 <= months_between(born, on) < (OLDEST + 1) * 12


def months_apart(on: date) -> int:
    return int(load("care/elder").at(on).value["months_apart"])


def least_checks(on: date) -> int:
    return int(load("care/pregnancy").at(on).value["checks"])


def of_mother(on: date, *, arm_mm: int | None, hb_tenths: int | None, **rest: int | None) -> list[Why]:
    """Why a health worker should look at a mother."""
    told = load("care/pregnancy").at(on).value
    is_low = _below(arm_mm, told["arm_mm"]) or _below(hb_tenths, told["hb_tenths"])
    return [*([Why.PREGNANCY] if is_low else []), *_pressed(on, rest)]


def of_elder(on: date, *, sugar: int | None, **rest: int | None) -> list[Why]:
    """Why a health worker should look at an old person."""
    is_sweet = sugar is not None and sugar >= int(load("care/elder").at(on).value["sugar"])
    return [*_pressed(on, rest), *([Why.SUGAR] if is_sweet else [])]


def _pressed(on: date, told: dict[str, int | None]) -> list[Why]:
    limits = load("care/pressure").at(on).value
    reached = [told.get(name) is not None and told[name] >= limits[name] for name in ("systolic", "diastolic")]
    return [Why.PRESSURE] if any(reached) else []


def _below(value: int | None, limit: int) -> bool:
    return value is not None and value < limit
