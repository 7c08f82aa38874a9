"""Alternatives and shares: what is refused, what is owed, and that every least share is kept."""

import math
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.allocation_counts import count_of, election_of, elections

from rukun.kit.problems import Problem, letter
from rukun.rules.allocation.election import Share
from rukun.rules.allocation.greedy import count_greedy
from rukun.rules.allocation.limits import Limits, _in_bits, _in_the_middle, sums_around
from rukun.rules.allocation.problems import CATALOGUE

X, Y = {"categories": ("x",)}, {"categories": ("y",)}


def limits_of(costs, ceiling, **more):
    return Limits(election_of(costs, [], ceiling, **more), tuple(costs))


def said(reason):
    return reason and (reason.code, dict(reason.values))


def test_of_alternatives_one_is_chosen():
    limits = limits_of(
        {"A": 1, "B": 1, "C": 1}, 9, of={"A": {"alternative_of": "jalan"}, "B": {"alternative_of": "jalan"}}
    )
    assert limits.are_set
    assert said(limits.refusal("B", ("C", "A"))) == ("alternative_won", {"instead": "A"})
    assert limits.refusal("C", ("A",)) is None and limits.refusal("A", ("C",)) is None


def test_a_category_is_full_where_one_more_would_pass_its_most():
    limits = limits_of(
        {"A": 40, "B": 11, "C": 10, "D": 60}, 100, of=dict.fromkeys("ABC", X), shares=(Share("x", 0, 50),)
    )
    assert said(limits.refusal("B", ("A",))) == ("share_full", {"category": "x", "at_most": 50})
    assert limits.refusal("C", ("A",)) is None and limits.refusal("D", ("A",)) is None


def test_money_is_kept_for_a_least_share():
    limits = limits_of({"A": 70, "B": 30, "C": 20}, 100, of={"B": X, "C": X}, shares=(Share("x", 25),))
    assert limits.refusal("A", ()) is None  # 30 stay for B, the smallest choice that reaches 25
    assert limits.still_owed(("A",)) == ("B",)
    # With C chosen, 25 is only reached by B as well: 20 + 30, and 70 more would pass the ceiling.
    assert said(limits.refusal("A", ("C",))) == ("kept_for_share", {"category": "x", "at_least": 25})


def test_the_least_of_all_categories_is_kept_together_and_no_more_than_that():
    costs, of = {"A": 30, "B": 40, "C": 30, "D": 5}, {"B": X, "C": Y, "D": X}
    limits = limits_of(costs, 95, of=of, shares=(Share("y", 25), Share("x", 40)))
    assert said(limits.refusal("A", ())) == ("kept_for_share", {"category": "x", "at_least": 40})
    assert said(limits.refusal("A", ("B",))) == ("kept_for_share", {"category": "y", "at_least": 25})
    assert limits.still_owed(("B",)) == ("C",) and limits.still_owed(("B", "C")) == ()


def test_a_choice_that_would_bar_an_exact_share_is_refused():
    limits = limits_of({"A": 50, "B": 60, "C": 40}, 200, of=dict.fromkeys("ABC", X), shares=(Share("x", 100, 100),))
    assert said(limits.refusal("A", ())) == ("kept_for_share", {"category": "x", "at_least": 100})
    assert limits.refusal("B", ()) is None
    assert limits.still_owed(()) == ("B", "C")


def test_an_alternative_outside_its_category_cannot_take_a_share_away():
    of = {"A": {"alternative_of": "g"}, "B": {"alternative_of": "g", **X}}
    limits = limits_of({"A": 5, "B": 5}, 100, of=of, shares=(Share("x", 5),))
    assert said(limits.refusal("A", ())) == ("kept_for_share", {"category": "x", "at_least": 5})
    assert limits.refusal("B", ()) is None


def test_overspending_is_not_the_business_of_limits():
    limits = limits_of({"A": 90, "B": 30}, 100, of={"B": X}, shares=(Share("x", 30),))
    assert said(limits.refusal("A", ())) == ("kept_for_share", {"category": "x", "at_least": 30})
    assert limits.refusal("A", ("B",)) is None


@pytest.mark.parametrize(
    ("costs", "more", "code", "details"),
    [
        (
            {"A": 1},
            {"of": {"A": {"categories": ("x", "y")}}, "shares": (Share("x"), Share("y"))},
            "shares_overlap",
            {"project": "A", "categories": ["x", "y"]},
        ),
        (
            {"A": 1, "B": 1},
            {
                "of": {"A": X | {"alternative_of": "g"}, "B": Y | {"alternative_of": "g"}},
                "shares": (Share("y", 1), Share("x", 1)),
            },
            "alternatives_across_shares",
            {"group": "g", "categories": ["x", "y"]},
        ),
        (
            {"A": 30, "B": 40},
            {"of": {"A": X, "B": X}, "shares": (Share("x", 50, 60),)},
            "share_unreachable",
            {"category": "x", "at_least": 50, "reachable": 40},
        ),
        (
            {"A": 30, "B": 40},
            {"of": {"A": X | {"alternative_of": "g"}, "B": X | {"alternative_of": "g"}}, "shares": (Share("x", 50),)},
            "share_unreachable",
            {"category": "x", "at_least": 50, "reachable": 40},
        ),
        (
            {"A": 60, "B": 50},
            {"of": {"A": X, "B": Y}, "shares": (Share("x", 41), Share("y", 41))},
            "shares_above_ceiling",
            {"needed": 110, "ceiling": 100},
        ),
    ],
)
def test_limits_no_choice_can_keep_are_told(costs, more, code, details):
    with pytest.raises(Problem) as told:
        limits_of(costs, 100, **more)
    assert (told.value.code, told.value.details) == (f"allocation.{code}", details)
    assert letter(told.value, CATALOGUE, strict=True).now


def test_alternatives_may_cross_into_a_share_without_a_least():
    of = {"A": X | {"alternative_of": "g"}, "B": Y | {"alternative_of": "g"}}
    assert limits_of({"A": 1, "B": 1}, 9, of=of, shares=(Share("x", 1), Share("y", 0, 1))).refusal("B", ())


@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=2), max_size=6), st.integers(-3, 40))
def test_sums_around_an_aim_are_those_of_trying_everything(lists, aim):
    every = {0}
    for numbers in lists:
        every |= {one + number for one in every for number in numbers}
    below, above = [s for s in every if s < aim], [s for s in every if s >= aim]
    assert sums_around(lists, aim) == (max(below, default=None), min(above, default=None))
    if aim > 0:
        step = math.gcd(*(number for each in lists for number in each)) or 1
        assert _in_bits(lists, aim, step) == _in_the_middle(lists, aim)


def test_two_hundred_works_of_one_category_are_searched_at_once():
    """Their sums would be more than any memory holds; as bits they are a row of a hundred thousand."""
    costs = [[700_000 + place % 7 * 1_000] for place in range(200)]
    assert sums_around(costs, 60_000_000) == (59_923_000, 60_285_000)


# --- the plain truth, by trying every set of works ---


def sound(election, chosen):
    """Whether these works together keep the ceiling, the alternatives and all shares."""
    works = [election.by_id[each] for each in chosen]
    groups = [work.alternative_of for work in works if work.alternative_of]
    spent = {share.category: sum(w.cost for w in works if share.category in w.categories) for share in election.shares}
    return (
        sum(work.cost for work in works) <= election.ceiling
        and len(set(groups)) == len(groups)
        and all(s.at_least <= spent[s.category] <= _most(s) for s in election.shares)
    )


def _most(share):
    return share.at_most if share.at_most is not None else 10**9


def completable(election, open_ones, chosen):
    rest = [each for each in open_ones if each not in chosen]
    return any(sound(election, [*chosen, *more]) for size in range(len(rest) + 1) for more in combinations(rest, size))


def ready_or_truly_hopeless(election):
    """The count, left out of the test where its limits cannot be kept; the plain truth must say so too."""
    try:
        return count_of(election)
    except Problem as told:
        open_ones = [p.id for p in election.projects if p.cost <= election.ceiling and election.supporters(p.id)]
        open_ones = [p for p in open_ones if election.supporters(p) >= election.by_id[p].minimum_support]
        if told.code != "allocation.alternatives_across_shares":
            assert not completable(election, open_ones, ())
        assume(False)


@given(elections(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_a_refusal_says_exactly_that_no_way_is_left(election, chance):
    """Along any way of choosing: allowed is what can still be completed within the ceiling, and nothing else."""
    count = ready_or_truly_hopeless(election)
    assert completable(election, count.open, ())
    chosen, way = [], list(count.open)
    chance.shuffle(way)
    for project in way:
        fits = sum(election.by_id[each].cost for each in [*chosen, project]) <= election.ceiling
        allowed = count.limits.refusal(project, tuple(chosen)) is None
        if fits:
            assert allowed == completable(election, count.open, [*chosen, project])
        if fits and allowed:
            chosen.append(project)
    assert sound(election, chosen) and count.limits.still_owed(tuple(chosen)) == ()


@given(elections(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_once_refused_stays_refused(election, chance):
    count = ready_or_truly_hopeless(election)
    chosen, refused, way = [], set(), list(count.open)
    chance.shuffle(way)
    for taken in [None, *way]:
        if taken is not None:
            if taken in refused:
                continue
            chosen.append(taken)  # overspending is tried too
        spent = sum(election.by_id[each].cost for each in chosen)
        now = {p for p in way if p not in chosen and count.limits.refusal(p, tuple(chosen)) is not None}
        over = {p for p in way if spent + election.by_id[p].cost > election.ceiling}
        assert refused - over - set(chosen) <= now
        refused |= now


@given(elections(), st.randoms(use_true_random=False), st.integers(0, 6))
@settings(max_examples=200)
def test_what_is_owed_lifts_every_share_whatever_was_chosen(election, chance, stops_after):
    count = ready_or_truly_hopeless(election)
    chosen, way = [], list(count.open)
    chance.shuffle(way)
    for project in way[:stops_after]:
        fits = sum(election.by_id[each].cost for each in [*chosen, project]) <= election.ceiling
        if fits and count.limits.refusal(project, tuple(chosen)) is None:
            chosen.append(project)
    owed = count.limits.still_owed(tuple(chosen))
    assert sound(election, [*chosen, *owed])
    assert list(owed) == sorted(owed, key=count.order.index)
    assert all(count.limits.share_of(project) is not None for project in owed)


@given(elections())
@settings(max_examples=200)
def test_greedy_that_skips_owes_nothing_at_its_end(election):
    winners = count_greedy(ready_or_truly_hopeless(election)).winners
    assert sound(election, winners)


def test_thirty_works_at_odd_rupiah_are_searched_exactly_in_a_moment():
    costs = {f"w{n:02}": 1_000_003 + 777_777 * n * n % 9_999_991 for n in range(30)}
    every = list(costs.values())
    aim = sum(every[::3]) + 1
    below, above = sums_around([[cost] for cost in every], aim)
    assert below <= aim - 1 < above and above - below < 1000
    limits = limits_of(costs, sum(every), of=dict.fromkeys(costs, X), shares=(Share("x", above, above),))
    assert sum(costs[each] for each in limits.still_owed(())) == above
