"""The fourteen criteria with unknowns, needs, and coverage."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rules_cases import BETTER, BPS14, POOR

from rukun.rules.poverty import (
    NEEDS,
    REFUSED,
    UNKNOWN,
    UnreadableFact,
    UnreadableRule,
    classify,
    compile_rule,
    coverage,
    criteria_from,
    needs_of,
    rule_from,
    vocabulary,
)

RULE = rule_from(BPS14)
TWO_ANSWERS = {fact: (POOR[fact], BETTER[fact]) for fact in POOR}
ANSWERS = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from([*two, UNKNOWN, REFUSED, None]) for fact, two in TWO_ANSWERS.items()}
)


def household(poor_facts, base=BETTER):
    return {**base, **{fact: POOR[fact] for fact in poor_facts}}


def test_fourteen_of_fourteen_and_none():
    assert (classify(POOR, RULE).label, classify(POOR, RULE).counted) == ("poor", 14)
    assert (classify(BETTER, RULE).label, classify(BETTER, RULE).counted) == ("not_poor", 0)


def test_nine_is_poor_and_eight_is_not():
    nine = [
        "floor",
        "wall",
        "toilet",
        "lighting",
        "drinking_water",
        "cooking_fuel",
        "meals_per_day",
        "can_pay_clinic",
        "head_education",
    ]
    assert classify(household(nine), RULE).label == "poor"
    eight = classify(household(nine[:8]), RULE)
    assert (eight.label, eight.counted, eight.settles) == ("not_poor", 8, None)


def test_no_answer_at_all_cannot_be_said():
    verdict = classify({}, RULE)
    assert verdict.label == "cannot_be_said"
    assert verdict.counted == 0
    assert len(verdict.unknown) == 14
    assert (verdict.settles.holding_make_poor, verdict.settles.failing_make_not_poor) == (9, 6)
    assert set(verdict.settles.questions) == set(POOR)


def test_unknown_and_refused_stay_apart_in_the_reason():
    reasons = {r.code: r for r in classify({**POOR, "floor": UNKNOWN, "toilet": "refused", "wall": None}, RULE).reasons}
    assert [dict(reasons[code].had) for code in ("floor_type", "toilet", "wall_type")] == [
        {"floor": "unknown"},
        {"toilet": "refused"},
        {"wall": None},
    ]
    assert {reasons[code].holds for code in ("floor_type", "toilet", "wall_type")} == {None}


def test_a_reason_shows_the_answer_beside_the_limit():
    reason = classify(POOR, RULE).reasons[0]
    assert (reason.code, reason.holds, reason.had, reason.limit) == (
        "floor_area_pc",
        True,
        (("floor_area_per_person", 6),),
        (("floor_area_per_person", 8),),
    )


@pytest.mark.parametrize(
    ("facts", "holds", "asks"),
    [
        ({"head_job": "fisher"}, True, ()),
        ({"head_job": "farmer", "head_land_m2": 500}, True, ()),
        ({"head_job": "farmer", "head_land_m2": 501}, False, ()),
        ({"head_job": "farmer"}, None, ("head_land_m2",)),
        ({"head_job": "farmer", "head_income_month": 0}, None, ("head_land_m2",)),
        ({"head_job": "other", "head_income_month": 600_000}, False, ()),
        ({"head_job": "other", "head_income_month": 599_999}, True, ()),
        ({"head_job": "other", "head_land_m2": 0}, None, ("head_income_month",)),
        ({"head_land_m2": 9000, "head_income_month": 9_000_000}, None, ("head_job",)),
        ({}, None, ("head_job", "head_land_m2", "head_income_month")),
    ],
)
def test_the_work_of_the_head(facts, holds, asks):
    reason = next(r for r in classify(facts, RULE).reasons if r.code == "head_income")
    assert (reason.holds, reason.asks) == (holds, asks)


def test_limits_are_strict_where_the_rule_says_below():
    def outcome(fact, value):
        return {r.had[0][0]: r.holds for r in classify({fact: value}, RULE).reasons}[fact]

    assert outcome("floor_area_per_person", Decimal("7.99")) is True
    assert outcome("floor_area_per_person", 8) is False
    assert outcome("floor_area_per_person", Fraction(79, 10)) is True
    assert outcome("meals_per_day", 2) is True
    assert outcome("meals_per_day", 3) is False
    assert outcome("sellable_assets", 0) is True


def completions(facts):
    open_facts = [fact for fact in POOR if facts.get(fact) in (None, UNKNOWN, REFUSED)]
    for chosen in product(*(TWO_ANSWERS[fact] for fact in open_facts)):
        yield {**facts, **dict(zip(open_facts, chosen, strict=True))}


@given(
    st.fixed_dictionaries({fact: st.sampled_from(two) for fact, two in TWO_ANSWERS.items()}),
    st.sets(st.sampled_from(sorted(POOR)), max_size=6),
)
def test_sure_is_sure_whatever_the_answers_turn_out_to_be(facts, forgotten):
    """Against a slow obvious reference: every way the unanswered questions may be answered."""
    verdict = classify({fact: value for fact, value in facts.items() if fact not in forgotten}, RULE)
    possible = {
        classify(full, RULE).label for full in completions({f: v for f, v in facts.items() if f not in forgotten})
    }
    assert "cannot_be_said" not in possible
    if verdict.label != "cannot_be_said":
        assert possible == {verdict.label}
    else:
        assert verdict.settles is not None and verdict.settles.questions
        assert set(verdict.settles.questions) <= forgotten


@given(ANSWERS)
def test_what_settles_does_settle(facts):
    verdict = classify(facts, RULE)
    counts = [r.holds for r in verdict.reasons]
    assert verdict.counted == counts.count(True)
    assert len(verdict.unknown) == counts.count(None)
    if verdict.label != "cannot_be_said":
        assert verdict.settles is None
        return
    settles = verdict.settles
    assert verdict.counted + settles.holding_make_poor == RULE.threshold
    assert verdict.counted + len(settles.open) - settles.failing_make_not_poor == RULE.threshold - 1
    assert 1 <= settles.holding_make_poor <= len(settles.open)
    assert 1 <= settles.failing_make_not_poor <= len(settles.open)


@given(ANSWERS, st.sampled_from(sorted(POOR)), st.booleans())
def test_one_more_answer_never_overturns_a_sure_verdict(facts, fact, is_poor):
    if facts.get(fact) not in (None, UNKNOWN, REFUSED):
        return
    before, after = classify(facts, RULE), classify({**facts, fact: TWO_ANSWERS[fact][not is_poor]}, RULE)
    assert before.label in ("cannot_be_said", after.label)


@given(ANSWERS)
def test_a_verdict_can_be_kept_as_plain_data(facts):
    verdict = classify(facts, RULE)
    kept = json.loads(json.dumps(verdict.as_json()))
    assert (kept["label"], kept["counted"], kept["rule_key"]) == (verdict.label, verdict.counted, RULE.key)
    assert [reason["code"] for reason in kept["reasons"]] == [c.code for c in RULE.criteria]


def test_exact_numbers_are_kept_as_text():
    kept = classify({"floor_area_per_person": Decimal("7.50")}, RULE).as_json()
    assert kept["reasons"][0]["had"] == {"floor_area_per_person": "7.50"}
    assert kept["reasons"][1]["limit"] == [["floor", ["bamboo", "cheap_wood", "earth"]]]


@pytest.mark.parametrize(
    "facts",
    [
        {"floor_area_per_person": "6"},
        {"floor_area_per_person": True},
        {"floor_area_per_person": float("nan")},
        {"floor": 3.5},
        {"floor": ["earth"]},
        {"floor_area_per_person": [6]},
    ],
)
def test_a_slip_in_the_data_is_no_verdict(facts):
    compile_rule(RULE)({"floor_area_per_person": 1, "floor": "earth"})
    with pytest.raises(UnreadableFact) as slip:
        classify(facts, RULE)
    assert slip.value.fact in facts


def test_yes_is_not_the_number_one():
    rule = rule_from(
        {"key": "k", "since": "2024-01-01", "threshold": 1, "criteria": [{"code": "c", "fact": "f", "among": [True]}]}
    )
    assert [classify({"f": value}, rule).label for value in (True, 1, False, 0)] == [
        "poor",
        "not_poor",
        "not_poor",
        "not_poor",
    ]


def broken(**changes):
    return {**BPS14, **changes}


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"key": "k"}, "rule_word_missing"),
        (broken(treshold=9), "rule_word_unknown"),
        (broken(threshold=15), "threshold_out_of_range"),
        (broken(threshold=0), "threshold_out_of_range"),
        (broken(threshold="9"), "threshold_out_of_range"),
        (broken(criteria=[]), "threshold_out_of_range"),
        (broken(criteria=[{"code": "a", "fact": "f", "below": 1}] * 2), "criterion_twice"),
        (broken(criteria=[{"fact": "f", "below": 1}]), "rule_word_missing"),
        (broken(criteria=[{"code": "a", "fact": "f"}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "fact": "f", "under": 1}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "fact": "f", "below": "8"}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "fact": "f", "below": 8, "among": ["x"]}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "fact": "f", "among": "earth"}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "fact": "f", "among": []}]), "condition_unclear"),
        (broken(criteria=[{"code": "a", "any_of": []}]), "condition_unclear"),
    ],
)
def test_a_rule_with_a_slip_is_refused(mapping, code):
    with pytest.raises(UnreadableRule) as slip:
        rule_from(mapping)
    assert slip.value.code == code


def test_a_rule_tells_its_words():
    words = vocabulary(RULE)
    assert words.keys() == POOR.keys()
    assert "farmer" in words["head_job"] and "fisher" in words["head_job"]
    assert words["head_land_m2"] == frozenset()
    assert RULE.since == date(2005, 1, 1)
    assert rule_from(broken(since=date(2006, 1, 1))).since == date(2006, 1, 1)


def test_needs_are_told_with_reasons_and_doubts_apart():
    found = needs_of({"toilet": "none", "youngest_age": 4, "oldest_age": 71, "members": 1, "has_disability": UNKNOWN})
    assert [need.code for need in found.needs] == ["no_latrine", "child_under_five", "elder_alone"]
    assert dict(found.needs[2].had) == {"members": 1, "oldest_age": 71}
    assert "disability" in [need.code for need in found.undecided]
    assert len(found.needs) + len(found.undecided) == len(NEEDS) - 1  # shared_latrine is decided: no


def test_needs_can_be_named_by_the_place():
    needs = criteria_from([{"code": "under_power_line", "fact": "under_power_line", "among": [True]}])
    assert needs_of({"under_power_line": True}, needs).needs[0].code == "under_power_line"
    assert needs_of({"under_power_line": False}, needs).needs == needs_of({}, needs).needs == ()


ON = date(2025, 6, 1)


@given(
    stated=st.none() | st.integers(0, 200),
    ages=st.lists(st.integers(-30, 3000), max_size=60),
    undated=st.integers(0, 20),
)
def test_coverage_loses_and_doubles_nobody(stated, ages, undated):
    counted = len(ages) + undated
    found = coverage(stated=stated, counted=counted, dates=[ON - timedelta(days=age) for age in ages], on=ON)
    past = sorted(age for age in ages if age >= 0)
    assert found.undated == undated
    assert found.future == len(ages) - len(past)
    assert found.stale == sum(age > 365 for age in past)
    assert found.oldest == (ON - timedelta(days=past[-1]) if past else None)
    assert (found.median_age_days is None) == (not past)
    if past:
        assert sum(age <= found.median_age_days for age in past) * 2 >= len(past)
        assert sum(age >= found.median_age_days for age in past) * 2 >= len(past)
    if stated is None:
        assert (found.share, found.missing, found.excess, found.label) == (None, None, None, "not_stated")
    else:
        assert stated - found.missing == counted - found.excess
        assert found.share is None if stated == 0 else found.share * stated == counted
        assert (found.label == "complete") == (counted == stated)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stated": -1, "counted": 0, "dates": []},
        {"stated": 1, "counted": -1, "dates": []},
        {"stated": 1, "counted": 0, "dates": [ON]},
    ],
)
def test_counts_that_do_not_fit_are_refused(wrong):
    with pytest.raises(ValueError, match="counts_do_not_fit"):
        coverage(on=ON, **wrong)
