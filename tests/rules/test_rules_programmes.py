"""Programmes: the waiting list is the same for everyone who sorts it, and no help goes twice unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit.conditions import AllOf, Among, AtLeast
from rukun.kit.reasons import Criterion
from rukun.rules.programmes import LOT, Aid, Nearness, State, Step, Waiting, doubles, eligible, ordered

CRITERIA = [Criterion("old", AtLeast("age", 60)), Criterion("poor", Among("label", frozenset({"poor"})))]
ANSWERS = st.fixed_dictionaries(
    {"age": st.none() | st.integers(0, 110), "label": st.none() | st.sampled_from(["poor", "fine"])}
)


@given(ANSWERS)
def test_a_verdict_is_what_its_reasons_say(facts):
    told = eligible(CRITERIA, facts)
    held = [each.holds for each in told.reasons]
    assert (told.state is State.YES) == all(held)
    assert (told.state is State.NO) == (False in held)
    assert bool(told.missing) == (told.state is State.OPEN)
    assert all(facts[name] is None for name in told.missing)


@given(ANSWERS)
def test_answering_what_is_missing_decides(facts):
    told = eligible(CRITERIA, facts)
    filled = eligible(CRITERIA, facts | {name: {"age": 70, "label": "poor"}[name] for name in told.missing})
    assert filled.state is not State.OPEN


def test_who_fails_is_asked_nothing_more():
    assert eligible([Criterion("both", AllOf((AtLeast("age", 60), AtLeast("years", 3))))], {"age": 59}).missing == ()


WAITING = st.lists(
    st.builds(
        Waiting, st.text("abcdefgh", min_size=1, max_size=4), st.integers(0, 3),
        st.fixed_dictionaries({"age": st.none() | st.integers(60, 63), "children": st.none() | st.integers(0, 2)}),
    ),
    max_size=12, unique_by=lambda each: each.key,
)  # fmt: skip
STEPS = [Step("age", largest_first=True), Step("children", largest_first=False)]


@given(WAITING, st.randoms(use_true_random=False), st.text(max_size=4))
def test_the_order_does_not_hang_on_who_hands_in_the_list(waiting, rng, seed):
    shuffled = list(waiting)
    rng.shuffle(shuffled)
    told = ordered(waiting, STEPS, seed=seed)
    assert told == ordered(shuffled, STEPS, seed=seed)
    assert [each.place for each in told] == list(range(1, len(waiting) + 1))
    assert {each.key for each in told} == {each.key for each in waiting}


@given(WAITING, st.text(max_size=4))
def test_what_is_said_to_put_one_behind_the_other_does(waiting, seed):
    held = {each.key: each for each in waiting}
    told = ordered(waiting, STEPS, seed=seed)
    for before, after in zip(told, told[1:], strict=False):
        one, other = held[before.key], held[after.key]
        if after.because == "age":
            assert other.facts["age"] is None or one.facts["age"] > other.facts["age"]
        elif after.because == "waited":
            assert one.facts == other.facts and one.since < other.since
        elif after.because == LOT:
            assert one.facts == other.facts and one.since == other.since


def test_another_seed_draws_another_lot_and_touches_nothing_else():
    waiting = [Waiting(f"KK-{n}", 1, {}) for n in range(40)]
    first, second = (ordered(waiting, [], seed=seed) for seed in ("2026-01-05", "2026-01-06"))
    assert [each.key for each in first] != [each.key for each in second]
    assert {each.because for each in first[1:]} == {LOT}


SHARED = st.none() | st.integers(1, 2)
AIDS = st.builds(
    lambda since, days, **told: Aid(since=since, until=None if days is None else since + days, **told),
    since=st.integers(0, 9), days=st.none() | st.integers(1, 5), programme=st.sampled_from(["pkh", "rt", "bpnt"]),
    person=SHARED, kinds=st.frozensets(st.sampled_from(["cash", "food"])), household=SHARED, card=SHARED,
)  # fmt: skip


@given(AIDS, AIDS)
def test_a_clash_is_seen_from_both_sides(one, other):
    assert bool(doubles(one, [other])) == bool(doubles(other, [one]))


@given(AIDS, AIDS)
def test_without_a_day_or_a_kind_or_a_person_in_common_nothing_clashes(one, other):
    days = set(range(one.since, one.until if one.until is not None else 20))
    shared = days & set(range(other.since, other.until if other.until is not None else 20))
    if not shared or not one.kinds & other.kinds:
        assert doubles(one, [other]) == []


def test_help_of_no_day_is_refused():
    with pytest.raises(ValueError, match="no_day"):
        Aid("rt", 1, frozenset(), 5, 5)


def test_two_heads_of_one_card_asking_for_the_same_are_told_to_be_of_one_family():
    first, second = (Aid("keluarga", person, frozenset({"keluarga"}), 5, None, card=9) for person in (1, 2))
    assert [(each.nearness, each.kinds) for each in doubles(second, [first])] == [(Nearness.FAMILY, ("keluarga",))]
