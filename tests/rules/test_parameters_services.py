"""Dated data of clean living and of schooling: what the sources say, and nothing where they are silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from rukun.kit.problems import Problem
from rukun.parameters.dated import load
from rukun.parameters.sanitation import LIMITS, density, house_limit
from rukun.parameters.schooling import pip
from rukun.rules import sanitation
from rukun.rules.sanitation import Limit, Measured, decent

ON = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("index", "percent", "figure"),
    [
        ("house", 0, None), ("house", 1, 1), ("house", 20, 4), ("house", 76, 8), ("house", 77, None),
        ("house", Fraction(155, 2), 9), ("house", Fraction(7, 2), None), ("container", Fraction(200, 51), 2),
        ("container", 41, None), ("container", 42, 9), ("breteau", 20, 4), ("breteau", 200, None), ("breteau", 201, 9),
        ("breteau", 5, 2), ("breteau", 199, 8),
    ],
)  # fmt: skip
def test_the_table_is_read_as_published_with_its_gaps(index, percent, figure):
    table = density(ON).of[index]
    assert sanitation.density(Fraction(percent), table.steps, table.above) == figure


def test_every_figure_follows_the_one_before():
    for table in density(ON).of.values():
        figures = [figure for figure, _least, _most in table.steps] + [table.above[0]]
        assert figures == list(range(1, 10))
        ends = [(least, most) for _figure, least, most in table.steps]
        assert all(before[1] + 1 == after[0] for before, after in zip(ends, ends[1:], strict=False))


def test_three_limits_of_a_decent_house():
    assert [house_limit(code, ON).floor_m2 for code in LIMITS] == [Decimal(9), Decimal(8), Decimal("7.2")]
    assert load("sanitation/free_share").at(ON).value == Decimal("0.95")
    with pytest.raises(Problem, match=r"parameters\.unknown_key"):
        house_limit("rekaan", ON)


@pytest.mark.parametrize(
    ("level", "grade", "rupiah"),
    [("sd", 1, 450_000), ("sd", 6, 225_000), ("sd", None, 450_000), ("smp", 8, 750_000), ("smp", 9, 375_000),
     ("sma", 10, 1_800_000), ("sma", 12, 900_000)],
)  # fmt: skip
def test_amounts_by_level_half_in_the_last_grade(level, grade, rupiah):
    assert pip(level, grade, ON).rupiah == rupiah


def test_nothing_is_said_where_no_source_says_it():
    assert pip("higher", 1, ON) is None
    assert pip("slb", 1, ON) is None
    assert pip("sd", 1, date(2024, 12, 31)) is None


SOUND = (True, True, True, True)


@pytest.mark.parametrize(
    ("house", "floor", "holds", "against", "missing"),
    [
        (Measured(2880, 4, sound=SOUND), "7.2", True, (), ()),
        (Measured(2879, 4, sound=SOUND), "7.2", False, ("floor",), ()),
        (Measured(2880, 4, sound=SOUND), "8", False, ("floor",), ()),
        (Measured(None, 4, sound=SOUND), "8", None, (), ("floor",)),
        (Measured(3600, None, sound=SOUND), "8", None, (), ("floor",)),
        (Measured(3600, 4, sound=(True, False, None, True)), "9", False, ("sound",), ()),
        (Measured(3600, 4, sound=(True, None, True, True)), "9", None, (), ("sound",)),
        (Measured(3600, 4), "9", None, (), ("sound",)),
    ],
)
def test_a_house_is_decent_by_one_limit_and_not_by_another(house, floor, holds, against, missing):
    told = decent(house, Limit(Fraction(floor)))
    assert (told.holds, told.against, told.missing) == (holds, against, missing)


def test_height_and_openings_count_only_where_the_limit_speaks_of_them():
    limit = Limit(Fraction(9), height_cm=280, openings_share=Fraction(1, 20))
    assert decent(Measured(3600, 4, 280, 180, SOUND), limit).holds is True
    assert decent(Measured(3600, 4, 279, 179, SOUND), limit).against == ("height", "openings")
    assert decent(Measured(3600, 4, None, None, SOUND), limit).missing == ("height", "openings")
