"""Sets of hardships with their weights: ours for Indonesia, and any set given as a file.

    title: what the set is
    source: who drew it
    cutoff: 1/3                      # a fraction, or a number between 0 and 1
    weight: weight                   # the column with survey weights, if any
    indicators:
      d_nutr: {weight: 1/6, dimension: health, id: Gizi, en: Nutrition}
      floor: {weight: 1/6, when: {fact: floor, among: [earth, bamboo]}}

Weights add to one; whole numbers are parts of their sum. `when` tells when a household is deprived by its answers;
without it the column of that name holds 1, 0 or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from rukun.kit.conditions import Condition
from rukun.parameters.conditions import condition
from rukun.parameters.files import Entry, parsed, shipped

KEY = "mpi/indonesia"
NEAR = Fraction(1, 10_000)
"""Rounded weights that miss one by no more are stretched to it."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """`when` is None for a column that says 1 or 0 itself."""

    code: str
    weight: Fraction
    dimension: str
    id: str
    en: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Set:
    """Weights add to one exactly; `weight` names the column of survey weights, empty when each household counts one."""

    key: str
    title: str
    source: str
    cutoff: Fraction
    weight: str
    indicators: tuple[Indicator, ...]


@cache
def indonesia() -> Set:
    """The shipped set over the facts of the RT census."""
    return read(shipped(KEY), KEY)


def read(text: str, key: str) -> Set:
    """Problems `parameters.not_yaml`, `parameters.wrong_shape`."""
    entry = parsed(text, f"{key}.yaml")
    entry.only("title", "source", "cutoff", "weight", "indicators", "notes")
    cutoff = _fraction(entry.at("cutoff"))
    if not 0 < cutoff <= 1:
        raise entry.at("cutoff").wrong("pecahan di atas 0 sampai 1")
    indicators = tuple(_indicator(str(code), each) for code, each in entry.at("indicators").items())
    whole = _whole(entry.at("indicators"), [each.weight for each in indicators])
    held = tuple(replace(each, weight=each.weight / whole) for each in indicators)
    title, source = entry.at("title").text(default=key), entry.at("source").text(default="")
    return Set(key, title, source, cutoff, entry.at("weight").text(default=""), held)


def _whole(entry: Entry, weights: list[Fraction]) -> Fraction:
    total = sum(weights, Fraction(0))
    is_parts = all(weight.denominator == 1 for weight in weights)
    if not weights or min(weights) <= 0 or not (is_parts or abs(total - 1) <= NEAR):
        raise entry.wrong("bobot di atas nol yang berjumlah 1, atau bilangan bulat sebagai bagian")
    return total


def _indicator(code: str, entry: Entry) -> Indicator:
    entry.only("weight", "dimension", "id", "en", "when")
    name = entry.at("id").text(default=code)
    return Indicator(
        code, _fraction(entry.at("weight")), entry.at("dimension").text(default=""), name,
        entry.at("en").text(default=name), condition(entry.at("when")) if entry.has("when") else None,
    )  # fmt: skip


def _fraction(entry: Entry) -> Fraction:
    try:
        return Fraction(str(entry.value))
    except (ValueError, ZeroDivisionError) as cause:
        raise entry.wrong("pecahan seperti 1/6, atau angka seperti 0.33") from cause
