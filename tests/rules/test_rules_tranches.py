"""Tranches add up to the ceiling whatever the shares; a gate is reached by the rupiah that reaches it, not before."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rukun.rules import missing, teams, tranches

RUPIAH = st.integers(1, 10**13)
PERCENTS = st.decimals(0, 100, places=2).map(str)


@given(RUPIAH, st.lists(st.integers(1, 100), min_size=1, max_size=5))
def test_tranches_add_up_and_each_is_within_a_rupiah_of_its_share(ceiling, parts):
    percents = [str(part) for part in parts]
    told = tranches.shares(ceiling, percents)
    assert sum(told) == ceiling
    for amount, part in zip(told[:-1], parts[:-1], strict=True):
        assert 0 <= part * ceiling - 100 * amount < 100


@given(st.integers(0, 10**13), st.lists(RUPIAH, max_size=5))
def test_tranches_that_wait_share_what_is_left_as_before(rest, before):
    told = tranches.parts(rest, before)
    assert sum(told) == (rest if before else 0)
    for amount, each in zip(told[:-1], before[:-1], strict=True):
        assert 0 <= rest * each - sum(before) * amount < sum(before)


@given(RUPIAH, PERCENTS)
def test_the_last_rupiah_opens_the_gate(released, percent):
    needed = tranches.gate(tranches.Passed(released, 0), percent).needed
    assert tranches.gate(tranches.Passed(released, needed), percent).is_open
    assert not needed or not tranches.gate(tranches.Passed(released, needed - 1), percent).is_open
    assert 0 <= needed <= released


@given(RUPIAH, RUPIAH, RUPIAH, PERCENTS)
def test_money_given_back_counts_like_money_accounted_for(released, accounted, returned, percent):
    one = tranches.gate(tranches.Passed(released, accounted, returned), percent)
    assert one == tranches.gate(tranches.Passed(released, accounted + returned), percent)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)), st.integers(0, 30))
def test_working_days_are_counted_on_working_days(day, count):
    found = missing.workdays_after(day, count)
    assert sum(date.fromordinal(n).weekday() < 5 for n in range(day.toordinal() + 1, found.toordinal() + 1)) == count


SEATS = st.lists(
    st.builds(
        teams.Seat, st.sampled_from(["Ani", "Budi", "ani "]), st.sampled_from(["preparing", "carrying_out", "watching"]),
        st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.none(),
    ),
    max_size=6,
)  # fmt: skip


@given(SEATS)
def test_whoever_still_sits_in_two_teams_is_shown_and_nobody_else(seats):
    shown = {each.name.strip().lower() for each in teams.doubled(seats)}
    held = {each.name.strip().lower() for each in seats}
    assert shown == {name for name in held if len({s.team for s in seats if s.name.strip().lower() == name}) > 1}
