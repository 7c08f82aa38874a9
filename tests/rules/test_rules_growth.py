"""Growth: every expected score of the published survey, edges of the tables, and what must always hold."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygrowup.pygrowup import Observation

from rukun.parameters.growth import tables
from rukun.rules import growth

TABLES = {name: growth.Table(held.first, held.per, held.lms) for name, held in tables().items()}
SEXES, AGES = st.sampled_from([1, 2]), st.integers(0, growth.LAST_DAY_2006)
NAMES = {"waz": "zwei", "haz": "zlen", "whz": "zwfl", "baz": "zbmi", "hcz": "zhc", "acz": "zac"}


def z(index: str, **known: float) -> float:
    """One child's score."""
    return float(
        growth.scores(growth.Measured.of(**{name: [value] for name, value in known.items()}), TABLES).z[index][0]
    )


@pytest.mark.shared
def test_every_score_of_the_published_survey(shared_data):
    rows = list(csv.DictReader((shared_data / "who_growth" / "survey_cases_half_a.csv").read_text().splitlines()))

    def column(name: str) -> list[float]:
        return [float(row[name] or "nan") for row in rows]

    lying = [{"l": 1.0, "h": 0.0}.get(row["measure"], np.nan) for row in rows]
    found = growth.scores(
        growth.Measured.of(
            sex=column("gender"), age_days=column("agedays"), weight_kg=column("weight"), lenhei_cm=column("height"),
            is_lying=lying, has_oedema=[row["oedema"] == "y" for row in rows], head_cm=column("head"),
            arm_cm=column("muac"),
        ),
        TABLES,
    )  # fmt: skip
    assert len(rows) == 239
    for index, name in NAMES.items():
        np.testing.assert_array_equal(found.z[index], column(name), err_msg=index)


@pytest.mark.shared
def test_our_tables_are_the_published_ones(shared_data):
    names = {"wfa_days": "weight_for_age_days", "lhfa_days": "length_for_age_days", "bmifa_days": "bmi_for_age_days",
             "hcfa_days": "head_for_age_days", "wfl_cm": "weight_for_length_cm", "wfh_cm": "weight_for_height_cm"}  # fmt: skip
    for theirs, ours in names.items():
        rows = np.genfromtxt(shared_data / "who_growth" / f"lms_{theirs}.csv", delimiter=",", skip_header=1)
        table, known = TABLES[ours], rows[:, :5].reshape(2, -1, 5)
        assert table.first == known[0, 0, 1]
        np.testing.assert_array_equal(table.lms[:, : known.shape[1]], known[:, :, 2:])


# Worked by hand from the tables of the day: z = ((y/M)^L - 1) / (L S).
WORKED = [
    ("a boy of the median weight at birth", "waz", {"sex": 1, "age_days": 0, "weight_kg": 3.3464}, 0.0),
    ("a girl on the second line below at two years, standing", "haz",
     {"sex": 2, "age_days": 731, "lenhei_cm": 79.276, "is_lying": 0}, -2.0),
    ("the same girl measured lying is 0.7 cm longer", "haz",
     {"sex": 2, "age_days": 731, "lenhei_cm": 79.976, "is_lying": 1}, -2.0),
    ("a boy the day before two years, standing, is 0.7 cm longer lying", "haz",
     {"sex": 1, "age_days": 730, "lenhei_cm": 87.1, "is_lying": 0}, 0.0),
    ("the last day of the standard of 2006", "waz", {"sex": 1, "age_days": 1856, "weight_kg": 18.5}, 0.0),
    ("the first of the reference of 2007: the next step, a hundredth on the way to 62 months", "haz",
     {"sex": 1, "age_days": 1857, "lenhei_cm": 110.2702, "is_lying": 0}, 0.0),
    ("weight for age ends with ten years", "waz", {"sex": 2, "age_days": 3652, "weight_kg": 31.85}, 0.0),
    ("nineteen years are the end", "haz", {"sex": 2, "age_days": 6939, "lenhei_cm": 163.15}, 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "index", "known", "expected"), WORKED, ids=[each[0] for each in WORKED])
def test_worked_by_hand(words, index, known, expected):
    assert z(index, **known) == pytest.approx(expected, abs=0.0051)


@pytest.mark.parametrize(
    ("index", "known"),
    [
        ("waz", {"sex": 1, "age_days": 3653, "weight_kg": 31}),
        ("haz", {"sex": 1, "age_days": 6940, "lenhei_cm": 170}),
        ("whz", {"sex": 1, "age_days": 1857, "weight_kg": 18, "lenhei_cm": 109}),
        ("acz", {"sex": 1, "age_days": 90, "arm_cm": 13}),
        ("hcz", {"sex": 1, "age_days": 1857, "head_cm": 50}),
        ("waz", {"sex": 3, "age_days": 300, "weight_kg": 8}),
        ("waz", {"sex": 1, "age_days": -1, "weight_kg": 3}),
        ("whz", {"sex": 1, "age_days": 300, "weight_kg": 8, "lenhei_cm": 44.9}),
        ("whz", {"sex": 1, "age_days": 900, "weight_kg": 8, "lenhei_cm": 120.1, "is_lying": 0}),
        ("baz", {"sex": 1, "age_days": 900, "weight_kg": 8, "lenhei_cm": 85, "has_oedema": 1}),
    ],
)
def test_outside_the_tables_there_is_no_score_and_a_reason(index, known):
    measured = growth.Measured.of(**{name: [value] for name, value in known.items()})
    found = growth.scores(measured, TABLES).z[index]
    assert np.isnan(found[0])
    assert growth.why(measured, index, found)[0]


@pytest.mark.parametrize("sex", [1, 2])
def test_a_second_opinion_on_every_fortieth_day(sex):
    """pygrowup2 goes child by child, over weights and lengths from far below to far above."""
    children = [
        (day, kg, cm) for day in range(1, 1826, 40) for kg, cm in ((2.5, 46), (7, 62.3), (11.4, 84.9), (19, 108))
    ]
    told = growth.scores(
        growth.Measured.of(
            sex=[sex] * len(children), age_days=[each[0] for each in children], weight_kg=[each[1] for each in children],
            lenhei_cm=[each[2] for each in children], is_lying=[each[0] < 731 for each in children],
        ),
        TABLES,
    ).z  # fmt: skip
    for n, (day, kg, cm) in enumerate(children):
        seen = Observation(sex=("male", "female")[sex - 1], age_in_days=day)
        other = {
            "waz": seen.weight_for_age(str(kg)),
            "haz": seen.length_or_height_for_age(str(cm), recumbent=day < 731),
            "baz": seen.bmi_for_age(str(kg / (cm / 100) ** 2)),
        }
        for index, score in other.items():
            assert told[index][n] == pytest.approx(float(score), abs=0.0101), (day, index)


def test_length_lies_on_the_line_between_two_tenths():
    low, high = (z("whz", sex=1, age_days=300, weight_kg=7, lenhei_cm=cm) for cm in (64.2, 64.3))
    between = z("whz", sex=1, age_days=300, weight_kg=7, lenhei_cm=64.25)
    assert high <= between <= low and high < low


def test_without_an_age_size_tells_who_was_lying():
    assert z("whz", sex=1, weight_kg=12, lenhei_cm=86.9) == z("whz", sex=1, weight_kg=12, lenhei_cm=86.9, is_lying=1)
    assert z("whz", sex=1, weight_kg=12, lenhei_cm=87) == z("whz", sex=1, weight_kg=12, lenhei_cm=87, is_lying=0)
    assert np.isnan(z("waz", sex=1, weight_kg=12))


@given(SEXES, AGES, st.floats(2, 30), st.floats(0.1, 5))
def test_a_heavier_child_never_scores_lower(sex, age, weight, more):
    known = {"sex": sex, "age_days": age}
    assert z("waz", **known, weight_kg=weight) <= z("waz", **known, weight_kg=weight + more)


@given(SEXES, AGES, st.floats(40, 120), st.floats(0.1, 10))
def test_a_taller_child_scores_higher_for_age_and_lower_for_weight(sex, age, cm, more):
    known = {"sex": sex, "age_days": age, "is_lying": 1}
    assert z("haz", **known, lenhei_cm=cm) <= z("haz", **known, lenhei_cm=cm + more)
    here, taller = (z("baz", **known, weight_kg=10, lenhei_cm=each) for each in (cm, cm + more))
    assert here >= taller


@given(SEXES, AGES, st.floats(-4.5, 4.5))
def test_the_line_of_a_chart_scores_what_it_says(sex, age, line):
    """Inside ±3 a line drawn at z is scored z again; for height everywhere."""
    places = (np.array([float(sex)]), np.array([float(age)]))
    cm = growth.measure_at(np.array([line]), growth.at(TABLES["length_for_age_days"], *places))
    assert z("haz", sex=sex, age_days=age, lenhei_cm=cm[0]) == pytest.approx(line, abs=0.0051)
    kg = growth.measure_at(np.array([line]), growth.at(TABLES["weight_for_age_days"], *places))
    if abs(line) <= 3:
        assert z("waz", sex=sex, age_days=age, weight_kg=kg[0]) == pytest.approx(line, abs=0.0051)


@given(st.lists(st.tuples(SEXES, AGES, st.floats(1, 40), st.floats(40, 130)), min_size=1, max_size=20))
def test_many_at_once_are_scored_as_one_by_one(children):
    sexes, ages, weights, lengths = zip(*children, strict=True)
    whole = growth.scores(growth.Measured.of(sex=sexes, age_days=ages, weight_kg=weights, lenhei_cm=lengths), TABLES)
    for n, (sex, age, weight, length) in enumerate(children):
        alone = growth.Measured.of(sex=[sex], age_days=[age], weight_kg=[weight], lenhei_cm=[length])
        for index, scored in growth.scores(alone, TABLES).z.items():
            np.testing.assert_array_equal(scored[0], whole.z[index][n])


@given(st.lists(st.integers(0, 12_000), min_size=1, max_size=24), st.integers(1, 900))
def test_marks_follow_the_weights(weights, least):
    weighings = [growth.Weighing(24_000 + n, grams) for n, grams in enumerate(weights)]
    marks = list(growth.marks_of(weighings, dict.fromkeys(range(24_000, 24_100), least)))
    assert len(marks) == len(weighings)
    assert marks[0] is growth.Gain.FIRST
    for before, now, mark in zip(weights, weights[1:], marks[1:], strict=False):
        assert (mark is growth.Gain.ENOUGH) == (now - before >= least)


def test_two_ts_in_a_row_are_counted_and_a_month_away_breaks_the_row():
    def told(*grams: int | None) -> growth.Marked:
        held = [growth.Weighing(n, each) for n, each in enumerate(grams) if each is not None]
        return growth.marked(held, dict.fromkeys(range(20), 300))

    assert told(6000, 6100, 6200) == growth.Marked(growth.Gain.TOO_LITTLE, 2)
    assert told(6000, 6100, None, 6200) == growth.Marked(growth.Gain.ABSENT_BEFORE, 0)
    assert told(6000, 6100, 6400, 6500) == growth.Marked(growth.Gain.TOO_LITTLE, 1)
    with pytest.raises(ValueError, match="no_weighing"):
        told()


def test_shares_of_nobody_are_no_number_and_counts_must_nest():
    nothing = growth.shares(growth.Skdn(0, 0, 0, 0, 0))
    assert (nothing.coverage, nothing.continuity, nothing.participation, nothing.success, nothing.growth) == (None,) * 5
    with pytest.raises(ValueError, match="skdn_does_not_nest"):
        growth.Skdn(s=10, k=10, d=8, n=5, both=4)
