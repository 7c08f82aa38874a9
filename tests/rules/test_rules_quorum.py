"""Quorum and representation: exact shares, never by nobody, and always how many more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.quorum import Group, Rule, quorum, representation

PERCENTS = st.one_of(st.none(), st.integers(0, 10_000).map(lambda n: f"{n // 100}.{n % 100:02}"))
ORDER = {"short": 0, "unknown": 1, "met": 2}


@st.composite
def rules(draw):
    percent, second = draw(PERCENTS), draw(PERCENTS)
    is_more = draw(st.booleans()) and percent != "100.00"
    return Rule(percent, is_more, second, draw(st.booleans()))


@given(st.integers(1, 400), st.data(), rules())
def test_one_more_household_never_loses_the_quorum(households, data, rule):
    present = data.draw(st.integers(0, households - 1))
    before, after = quorum(households, present, rule), quorum(households, present + 1, rule)
    assert ORDER[before.state] <= ORDER[after.state]


@given(st.integers(1, 120), rules())
def test_needed_is_the_least_number_that_satisfies(households, rule):
    met = [n for n in range(households + 1) if quorum(households, n, rule).state == "met"]
    found = quorum(households, 0, rule)
    if rule.needed(households) is None:
        assert (met, found.needed) == ([], None)
    else:
        assert found.needed == min(met) and met == list(range(found.needed, households + 1))


@given(st.integers(1, 400), st.data(), rules())
def test_what_is_missing_is_just_what_must_still_come(households, data, rule):
    present = data.draw(st.integers(0, households))
    found = quorum(households, present, rule)
    if found.state == "short" and found.missing is not None:
        assert quorum(households, present + found.missing, rule).state == "met"
        assert quorum(households, present + found.missing - 1, rule).state != "met"
    if found.state == "met":
        assert found.missing == 0


@given(st.integers(0, 400), rules())
def test_nobody_is_never_a_quorum(households, rule):
    assert quorum(households, 0, rule).state == "short"
    assert quorum(0, 0, rule).reasons[0].code == "no_households"


@given(st.integers(1, 400), st.data())
def test_silence_is_never_a_pass(households, data):
    assert quorum(households, data.draw(st.integers(1, households)), Rule(None)).state == "unknown"
    assert quorum(households, households, Rule("50", second_percent=None, is_second_call=True)).state == "unknown"


@given(st.integers(0, 200), st.data(), PERCENTS)
def test_a_group_is_there_once_its_missing_people_have_come_and_not_before(people, data, share):
    count = data.draw(st.integers(0, people))
    groups = (Group("women", share),)
    for lack in representation({"women": count}, people, groups):
        if lack.more is None:
            assert share == "100.00" and count < people
            continue
        assert lack.more > 0
        assert not representation({"women": count + lack.more}, people + lack.more, groups)
        assert representation({"women": count + lack.more - 1}, people + lack.more - 1, groups)


@given(st.integers(0, 200), st.data(), PERCENTS)
def test_one_more_of_a_group_never_makes_it_lack_more(people, data, share):
    count = data.draw(st.integers(0, people))

    def more(extra):
        lacks = representation({"w": count + extra}, people + extra, (Group("w", share),))
        return (lacks[0].more if lacks[0].more is not None else float("inf")) if lacks else 0

    assert more(1) <= more(0)


@pytest.mark.parametrize("written", ["-1", "100.01", "250"])
def test_a_share_that_cannot_be_is_refused(written):
    for make in (lambda: Rule(written), lambda: Rule("50", second_percent=written), lambda: Group("w", written)):
        with pytest.raises(ValueError, match="no_such_share"):
            make()


def test_more_than_all_cannot_be_asked():
    with pytest.raises(ValueError, match="no_such_share"):
        Rule("100", is_more_than=True)


def test_impossible_counts_are_refused():
    with pytest.raises(ValueError, match="more_present_than_households"):
        quorum(3, 4, Rule("50"))
    with pytest.raises(ValueError, match="negative_count"):
        quorum(-1, 0, Rule("50"))
    with pytest.raises(ValueError, match="more_of_a_group_than_people"):
        representation({"w": 2}, 1, ())
    with pytest.raises(ValueError, match="negative_count"):
        representation({"w": -1}, 1, ())
