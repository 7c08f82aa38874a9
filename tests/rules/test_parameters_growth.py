"""The growth tables are whole, and the files of classes and sets refuse what cannot be."""

from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from rukun.kit.conditions import AllOf, Among, AtLeast, Below
from rukun.kit.problems import Problem
from rukun.parameters import load, mpi
from rukun.parameters.conditions import condition
from rukun.parameters.files import parsed
from rukun.parameters.growth import classes, read_classes, tables
from rukun.rules.growth import INDICES, TABLES

CLASSES = """
title: Rekaan
editions:
  2020-01-01:
    source: Rekaan
    notes: []
    classes:
      waz: [{code: low, below: -2, id: Kurang, en: Low}, {code: fine, id: Baik, en: Fine}]
    plausible: {waz: {least: -6, most: 5}}
"""


def test_every_table_has_the_rows_its_source_has():
    rows = load("growth/sources").at(date(2026, 1, 1)).value
    assert {name: held.lms.shape[0] * held.lms.shape[1] for name, held in tables().items()} == dict(rows)
    assert set(rows) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_goes_on_smoothly_for_both_sexes(name):
    held = tables()[name].lms
    assert held.shape[0] == 2 and np.isfinite(held).all()
    power, middle, spread = np.moveaxis(held, -1, 0)
    assert (middle > 0).all() and (spread > 0).all() and (np.abs(power) < 6).all()
    assert (np.abs(np.diff(middle, axis=1)) / middle[:, :-1] < 0.03).all()


def test_every_index_has_classes_and_limits():
    held = classes(date(2026, 1, 1))
    assert set(held.of) == {*INDICES, "baz_school"}
    assert set(held.plausible) == set(INDICES)
    assert held.named("haz_low").id == "Pendek"
    with pytest.raises(Problem) as refused:
        classes(date(2019, 12, 31))
    assert refused.value.code == "parameters.before_first"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("below: -2, id", "below: -2, upto: 3, id"),
        ("{code: fine, id: Baik, en: Fine}", "{code: fine, below: -3, id: Baik, en: Fine}"),
        ("{code: low, below: -2", "{code: low"),
        ("least: -6", "least: 6"),
        ("plausible:", "masuk_akal:"),
    ],
)
def test_a_slip_in_the_classes_is_refused(was, now):
    assert was in CLASSES
    with pytest.raises(Problem) as refused:
        read_classes(CLASSES.replace(was, now))
    assert refused.value.code == "parameters.wrong_shape"


def test_the_shipped_set_adds_up_by_thirds():
    held = mpi.indonesia()
    assert sum(each.weight for each in held.indicators) == 1
    by_part = {
        part: sum(e.weight for e in held.indicators if e.dimension == part)
        for part in ("health", "education", "living")
    }
    assert set(by_part.values()) == {Fraction(1, 3)}
    assert all(each.when is not None for each in held.indicators)


def test_parts_and_rounded_weights_become_exact():
    parts = mpi.read("{cutoff: 0.5, indicators: {a: {weight: 2}, b: {weight: 1}}}", "rekaan")
    assert [each.weight for each in parts.indicators] == [Fraction(2, 3), Fraction(1, 3)]
    rounded = mpi.read("{cutoff: 0.5, indicators: {a: {weight: 0.6667}, b: {weight: 0.3333}}}", "rekaan")
    assert sum(each.weight for each in rounded.indicators) == 1


def test_conditions_are_read_as_they_are_written():
    text = "{all_of: [{fact: age, at_least: 6}, {fact: age, below: 22}, {fact: school, among: [none, true]}]}"
    assert condition(parsed(text, "rekaan")) == AllOf(
        (AtLeast("age", 6), Below("age", 22), Among("school", frozenset({"none", True})))
    )


@pytest.mark.parametrize("text", ["{all_of: []}", "{fact: age}", "{fact: age, among: []}", "{sql: select}", "[1]"])
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(Problem) as refused:
        condition(parsed(text, "rekaan"))
    assert refused.value.code == "parameters.wrong_shape"
