"""A house that was measured, judged by one of the limits in force."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from rukun.parameters.sanitation import house_limit
from rukun.rules import sanitation
from rukun.services.sanitation.models import HouseCheck
from rukun.services.sanitation.models.houses import PARTS


def limit(code: str, on: date) -> sanitation.Limit:
    told = house_limit(code, on)
    share = None if told.openings_share is None else Fraction(told.openings_share)
    return sanitation.Limit(Fraction(told.floor_m2), told.height_cm, share)


def judge(check: HouseCheck, held: sanitation.Limit) -> sanitation.Decent:
    sound = tuple(getattr(check, part) for part in PARTS)
    measured = sanitation.Measured(check.floor_dm2, check.people, check.height_cm, check.openings_dm2, sound)
    return sanitation.decent(measured, held)
