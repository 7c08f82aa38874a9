"""Whether a house is decent by one limit: room for each who lives there, height, openings, and sound parts.

>>> told = decent(Measured(floor_dm2=3600, people=4, sound=(True, True, True, True)), Limit(floor_m2=Fraction(9)))
>>> told
Decent(holds=True, against=(), missing=())
>>> decent(Measured(floor_dm2=3500, people=4, sound=(True, None, True, True)), Limit(floor_m2=Fraction(9)))
Decent(holds=False, against=('floor',), missing=('sound',))
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

DM2_OF_M2 = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """Square decimetres, centimetres, heads; the main parts sound or not. None is not known."""

    floor_dm2: int | None = None
    people: int | None = None
    height_cm: int | None = None
    openings_dm2: int | None = None
    sound: tuple[bool | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """What one limit asks: square metres a head, and where it says so a height and openings as a share of the floor."""

    floor_m2: Fraction
    height_cm: int | None = None
    openings_share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Decent:
    """Yes, no, or None while something that decides is missing; what speaks against it comes before what is missing."""

    holds: bool | None
    against: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def decent(house: Measured, limit: Limit) -> Decent:
    """One thing against it is enough for a no; a yes wants everything known."""
    answers = {
        "floor": _has_room(house, limit),
        "height": _is_high(house, limit),
        "openings": _has_air(house, limit),
        "sound": _is_sound(house),
    }
    against = tuple(name for name, answer in answers.items() if answer is False)
    missing = tuple(name for name, answer in answers.items() if answer is None)
    return Decent(False if against else None if missing else True, against, missing)


def _has_room(house: Measured, limit: Limit) -> bool | None:
    if house.floor_dm2 is None or not house.people:
        return None
    return house.floor_dm2 >= house.people * limit.floor_m2 * DM2_OF_M2


def _is_high(house: Measured, limit: Limit) -> bool | None:
    if limit.height_cm is None:
        return True
    return None if house.height_cm is None else house.height_cm >= limit.height_cm


def _has_air(house: Measured, limit: Limit) -> bool | None:
    if limit.openings_share is None:
        return True
    if house.openings_dm2 is None or house.floor_dm2 is None:
        return None
    return house.openings_dm2 >= house.floor_dm2 * limit.openings_share


def _is_sound(house: Measured) -> bool | None:
    if any(part is False for part in house.sound):
        return False
    return None if not house.sound or None in house.sound else True
