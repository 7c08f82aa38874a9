"""Wages and gifts: no rupiah and no half day is lost or doubled, and nothing is strange without a reason."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.swadaya import Day, Gift, findings, is_possible, movable, share, wages, worth
from rukun.rules.swadaya import given as told

MONDAY = date(2026, 5, 4)
RATES = st.integers(1, 10**6).map(lambda n: 2 * n)
DAYS = st.builds(
    Day,
    worker=st.integers(1, 4),
    line=st.integers(1, 3),
    on=st.integers(0, 9).map(lambda n: MONDAY + timedelta(days=n)),
    halves=st.integers(1, 2),
    rate=st.one_of(st.just(120_000), RATES),
    is_waived=st.booleans(),
)
QUANTITIES = st.fractions(Fraction(-(10**9)), Fraction(10**9), max_denominator=10_000)


@given(st.lists(DAYS, max_size=40))
def test_paid_and_waived_are_together_what_all_days_are_worth(days):
    rows = wages(days)
    assert sum(each.paid + each.waived for each in rows) == sum(day.worth for day in days)
    assert sum(each.paid_halves + each.waived_halves for each in rows) == sum(day.halves for day in days)
    assert sum(each.waived for each in rows) == sum(day.worth for day in days if day.is_waived)


@given(st.lists(DAYS, max_size=40), st.randoms())
def test_the_order_of_days_does_not_matter_and_no_row_comes_twice(days, chance):
    rows = wages(days)
    chance.shuffle(days)
    assert wages(days) == rows
    assert len({(each.line, each.worker, each.rate) for each in rows}) == len(rows)


@pytest.mark.parametrize(
    ("halves", "rate", "code"), [(0, 100, "day"), (3, 100, "day"), (6, 100, "day"), (2, 0, "rate"), (2, 99_999, "rate")]
)
def test_no_third_half_and_no_half_rupiah(halves, rate, code):
    with pytest.raises(ValueError, match=f"no_such_{code}"):
        Day(1, 1, MONDAY, halves, rate)


@given(QUANTITIES, st.integers(1, 10**9))
def test_worth_is_the_nearest_rupiah_and_mirrors(quantity, unit_value):
    assert abs(worth(quantity, unit_value) - quantity * unit_value) <= Fraction(1, 2)
    assert worth(-quantity, unit_value) == -worth(quantity, unit_value)


@given(st.lists(st.tuples(st.sampled_from(["goods", "labour"]), st.integers(1, 99), st.sampled_from(["zak", "m³"]))))
def test_a_gift_taken_back_leaves_nothing(gifts):
    there = [Gift(kind, Fraction(n), unit, n * 1000) for kind, n, unit in gifts]
    back = [Gift(each.kind, -each.quantity, each.unit, -each.value) for each in there]
    assert told([*there, *back]) == ()
    assert sum(each.value for each in told(there)) == sum(each.value for each in there)


@given(
    st.dictionaries(st.integers(1, 5), st.integers(0, 10**7)), st.dictionaries(st.integers(1, 5), st.integers(0, 10**7))
)
def test_never_more_is_moved_than_was_waived(waived, moved):
    if any(amount > waived.get(line, 0) for line, amount in moved.items()):
        with pytest.raises(ValueError, match="moved_more_than_waived"):
            movable(waived, moved)
    else:
        left = movable(waived, moved)
        assert all(amount > 0 for amount in left.values())
        assert sum(left.values()) == sum(waived.values()) - sum(moved.values())


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_the_share_and_the_rest_are_the_whole(grant, swadaya):
    part = share(grant, swadaya)
    if part is None:
        assert grant == swadaya == 0
    else:
        assert 0 <= part <= 1 and part * (grant + swadaya) == swadaya


@given(st.integers(1, 400), st.integers(1, 30), st.integers(0, 20))
def test_worker_days_never_pass_people_times_days(halves, workers, days):
    last = MONDAY + timedelta(days=days)
    assert is_possible(halves=halves, workers=workers, first=MONDAY, last=last) == (
        Fraction(halves, 2) <= workers * (days + 1)
    )


@given(st.lists(DAYS, max_size=30))
def test_a_worker_is_told_about_only_with_a_reason(days):
    codes = {(each.worker, each.code) for each in findings(days, born={1: date(2015, 1, 1)}, prices={1: 120_000})}
    workers = {day.worker for day in days}
    assert {worker for worker, code in codes if code == "too_young"} == workers & {1}
    above = {day.worker for day in days if day.line == 1 and day.rate > 120_000}
    assert {worker for worker, code in codes if code == "rate_above"} == above
