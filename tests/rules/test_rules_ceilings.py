"""Ceilings: every rupiah of a budget is given once, nobody with fewer households gets more, a split loses nothing."""

from hypothesis import given as drawn
from hypothesis import strategies as st

from rukun.rules.ceilings import Part, Passing, Rt, Rule, Tier, carried, given, parted, shared

RUPIAH = st.integers(1, 10**12)
COUNTS = st.lists(st.integers(1, 400), min_size=1, max_size=60)
WAYS = st.sampled_from(["by_households", "first_keeps", "next_year"])
STEPS = st.sampled_from([1, 1000, 100_000])


@drawn(st.integers(1, 300), RUPIAH, RUPIAH)
def test_what_is_cut_is_exactly_the_budget_or_all_in_full(rts, amount, budget):
    found = [each.amount for each in given([Rt(key) for key in range(rts)], Rule("scaled", amount, budget=budget))]
    assert sum(found) == min(budget, amount * rts)
    assert max(found) - min(found) <= 1 and max(found) <= amount


@drawn(RUPIAH, COUNTS, STEPS)
def test_parts_are_whole_steps_and_never_more_than_one_step_off(total, weights, step):
    found = shared(total, weights, step)
    assert sum(found) == total - total % step
    for part, weight in zip(found, weights, strict=True):
        assert part % step == 0
        assert abs(part * sum(weights) - (total - total % step) * weight) < step * sum(weights)


@drawn(RUPIAH, COUNTS)
def test_more_households_never_get_less(total, weights):
    found = sorted(zip(weights, shared(total, weights), strict=True))
    assert all(more[1] >= less[1] - 1 for less, more in zip(found, found[1:], strict=False))


@drawn(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**11), COUNTS)
def test_between_the_bounds_the_whole_budget_is_given_unless_all_are_full(least, room, extra, counts):
    budget = least * len(counts) + extra
    rts = [Rt(key, count) for key, count in enumerate(counts)]
    found = [each.amount for each in given(rts, Rule("range", least, least + room, budget=budget))]
    assert all(least <= each <= least + room for each in found)
    assert sum(found) == min(budget, (least + room) * len(counts))


@drawn(st.lists(st.one_of(st.none(), st.integers(0, 500)), max_size=40))
def test_a_count_without_a_tier_has_no_amount_and_says_why(counts):
    tiers = (Tier(1, 99, 100), Tier(101, None, 200))
    for count, found in zip(
        counts, given([Rt(n, c) for n, c in enumerate(counts)], Rule("tiers", tiers=tiers)), strict=True
    ):
        expected = None if count in (None, 0, 100) else 100 if count < 100 else 200
        assert found.amount == expected
        assert (found.reason.code == "tier") == (expected is not None)


@drawn(RUPIAH, st.lists(st.one_of(st.none(), st.integers(0, 400)), min_size=1, max_size=6), WAYS, st.data())
def test_a_split_neither_makes_nor_loses_a_rupiah(amount, counts, way, data):
    old = data.draw(st.one_of(st.none(), st.integers(0, len(counts) - 1)))
    found = parted(amount, [Part(key, count, key == old) for key, count in enumerate(counts)], way)
    assert found.unknown or sum(found.amounts.values()) + found.kept == amount


@drawn(st.dictionaries(st.integers(1, 20), RUPIAH, min_size=1), WAYS, st.data())
def test_a_row_of_passings_neither_makes_nor_loses_a_rupiah(before, way, data):
    keys = st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True)
    told = data.draw(st.lists(st.tuples(st.sampled_from(sorted(before)), keys), max_size=8))
    passings = [
        Passing(source, tuple(Part(key, key * 7 % 5 or None, key == source) for key in parts)) for source, parts in told
    ]
    after = carried(before, passings, way)
    assert sum(after.amounts.values()) + after.kept == sum(before.values())
