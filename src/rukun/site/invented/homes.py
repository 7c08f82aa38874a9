"""What an invented household would answer: drawn from its wealth, with doubts and refusals as in life."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any, Protocol

# From the poorest answer to the best: a household takes the one its wealth reaches, give or take.
LADDERS: dict[str, tuple[str, ...]] = {
    "floor": ("earth", "bamboo", "cheap_wood", "good_wood", "cement", "tile", "tile"),
    "wall": (
        "thatch",
        "bamboo",
        "low_grade_wood",
        "unplastered_brick",
        "good_wood",
        "plastered_brick",
        "plastered_brick",
    ),
    "lighting": ("oil_lamp", "other_electric", "pln", "pln", "pln", "pln", "pln"),
    "drinking_water": ("river", "unprotected_well", "rain", "protected_well", "borehole", "piped", "bottled"),
    "toilet": ("none", "shared", "own", "own", "own", "own", "own"),
    "cooking_fuel": ("firewood", "firewood", "gas", "gas", "gas", "gas", "electricity"),
    "head_education": ("none", "sd_unfinished", "sd", "sd", "smp", "sma", "higher"),
    "head_job": ("farm_labourer", "fisher", "building_labourer", "farmer", "estate_labourer", "other", "other"),
}
DOUBT, REFUSAL = 0.025, 0.008
MONEY_QUESTIONS = {"head_income_month", "sellable_assets"}


class Someone(Protocol):
    birth_date: date
    disability: str


def answers(rng: Random, wealth: float, members: tuple[Someone, ...], on: date) -> dict[str, Any]:
    """Fact → answer of the RT census; what was not asked is absent, "unknown" and "refused" are answers."""
    told: dict[str, Any] = {name: _rung(rng, wealth, ladder) for name, ladder in LADDERS.items()}
    told |= _amounts(rng, wealth, told, len(members))
    told |= _people(rng, wealth, members, on)
    return {name: _or_silence(rng, name, value) for name, value in told.items()}


def _rung(rng: Random, wealth: float, ladder: tuple[str, ...]) -> str:
    height = wealth * len(ladder) + rng.gauss(0.35, 1.1)
    return ladder[min(len(ladder) - 1, max(0, int(height)))]


def _amounts(rng: Random, wealth: float, told: dict[str, Any], size: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "floor_area_m2": max(9, round(size * (4 + 22 * wealth * rng.uniform(0.6, 1.4)))),
        "meals_per_day": 2 if rng.random() > 0.35 + wealth else 3,
        "protein_per_week": max(0, int(rng.gauss(7 * wealth, 1.2))),
        "new_clothes_per_year": max(0, int(rng.gauss(0.6 + 4 * wealth, 0.9))),
        "sellable_assets": int(10 ** rng.uniform(4.6, 5.6 + 3 * wealth)) // 1000 * 1000,
    }
    if told["head_job"] == "farmer":
        found["head_land_m2"] = int(10 ** rng.uniform(2.3, 3 + 1.5 * wealth)) // 10 * 10
    if told["head_job"] in {"other", "none"}:
        found["head_income_month"] = int(300_000 + 7_000_000 * wealth * rng.random()) // 10_000 * 10_000
    return found


def _people(rng: Random, wealth: float, members: tuple[Someone, ...], on: date) -> dict[str, Any]:
    ages = [(on - member.birth_date).days // 365 for member in members]
    school_age = any(7 <= age <= 18 for age in ages)
    is_aided = rng.random() > wealth + 0.25
    return {
        "can_pay_clinic": rng.random() < 0.25 + wealth,
        "has_chronic_illness": rng.random() < 0.05 + 0.15 * (max(ages) > 60),
        "has_disability": any(member.disability for member in members),
        "has_child_out_of_school": school_age and rng.random() > 0.82 + 0.3 * wealth,
        "aid_received": ["food"] if is_aided else ["none"],
        "main_needs": rng.sample(["work", "house", "toilet", "water", "school", "health"], 2),
    }


def _or_silence(rng: Random, name: str, value: Any) -> Any:
    chance = rng.random() * (0.35 if name in MONEY_QUESTIONS else 1)
    if chance < REFUSAL:
        return "refused"
    return "unknown" if chance < REFUSAL + DOUBT else value


def education(rng: Random, age: int, wealth: float) -> str:
    """Highest schooling, by age and wealth."""
    if age < 6:
        return "Tidak/belum sekolah"
    if age < 13:
        return "Belum tamat SD"
    reached = min(5, max(1, int(1 + 4.4 * wealth + rng.gauss(0.4, 0.9) - 0.02 * max(0, age - 40))))
    reached = min(reached, 2 if age < 16 else 3 if age < 19 else 5)
    return ("Tidak/belum sekolah", "Belum tamat SD", "Tamat SD", "SMP", "SMA/SMK", "Diploma IV/S1")[reached]


def occupation(rng: Random, age: int, sex: str, wealth: float) -> str:
    if age < 7:
        return "Belum/tidak bekerja"
    if age < 19:
        return "Pelajar/mahasiswa"
    if sex == "female" and rng.random() < 0.6:
        return "Mengurus rumah tangga"
    poor = ("Buruh tani/perkebunan", "Nelayan/perikanan", "Buruh harian lepas", "Petani/pekebun")
    rich = ("Karyawan swasta", "Wiraswasta", "Pegawai negeri sipil", "Pedagang")
    return rng.choice(poor if rng.random() > wealth else rich)
