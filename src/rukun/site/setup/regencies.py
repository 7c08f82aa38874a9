"""Every kabupaten and kota of Indonesia to choose from; the two where the movement began come first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rukun.kit import known_areas
from rukun.kit.areacodes import parse
from rukun.kit.sheet.text import folded

FOUNDING = ("64.02", "52.07")
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Regency:
    code: str
    name: str
    province: str


@cache
def all_regencies() -> tuple[Regency, ...]:
    """514 of them, in order of code."""
    return tuple(
        Regency(area.code, area.name, province.name)
        for province in known_areas.children_of()
        for area in known_areas.children_of(parse(province.code))
    )


def founding() -> list[Regency]:
    by_code = {each.code: each for each in all_regencies()}
    return [by_code[code] for code in FOUNDING]


def search(text: str) -> list[Regency]:
    """By a part of the name, of the province's name, or by the beginning of the code."""
    wanted, code = folded(text), text.strip()
    if not wanted:
        return []
    near = [each for each in all_regencies() if wanted in folded(each.name) or each.code.startswith(code)]
    around = [each for each in all_regencies() if wanted in folded(each.province) and each not in near]
    return [*near, *around][:SHOWN]


def called(code: str) -> str:
    """The name at a code; "" where the list has none."""
    return next((each.name for each in all_regencies() if each.code == code), "")
