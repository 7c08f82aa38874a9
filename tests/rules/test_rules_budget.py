"""What holds for every RAB: sums, rounding, limits, take-off and revisions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.parameters import ahsp
from rukun.rules import budget as rules
from rukun.rules.budget import Cap, Honorarium, Item, Limits, Outcome, Threshold, check, compare, take_off, totals

QUANTITIES = st.decimals("0.0001", "99999", places=4)
ITEMS = st.builds(
    Item,
    st.integers(1, 99),
    st.sampled_from(rules.KINDS),
    st.sampled_from(["grant", "labour", "goods", "cash"]),
    st.sampled_from(["Semen", "Pekerja", "Honor ketua RT", "Sewa molen"]),
    st.sampled_from(["zak", "HOK", "bulan"]),
    QUANTITIES,
    st.integers(1, 10**8),
    st.none() | st.integers(1, 10**8),
)
RABS = st.lists(ITEMS, max_size=12, unique_by=lambda item: item.number)


@given(QUANTITIES, st.integers(1, 10**9))
def test_an_amount_is_the_nearest_whole_rupiah_half_upwards(quantity, price):
    found, exact = rules.amount(quantity, price), Fraction(quantity) * price
    assert exact - Fraction(1, 2) < found <= exact + Fraction(1, 2)


@given(RABS)
def test_parts_make_the_whole(items):
    found = totals(items)
    assert found.all == sum(each.amount for each in items)
    assert sum(found.by_kind.values()) == found.grant
    assert found.grant + found.swadaya == found.all
    assert found.wage_share is None if found.grant == 0 else 0 <= found.wage_share <= 100


@given(RABS, st.integers(1, 10**10))
def test_the_plan_is_passed_only_with_a_broken_reason(items, planned):
    broken = any(each.code == "over_plan" for each in check(items, Limits(planned)))
    assert broken == (totals(items).grant > planned)


@given(RABS, st.integers(1, 10**10), st.integers(0, 10**10))
def test_the_gravest_comes_first_and_swadaya_breaks_nothing(items, planned, most):
    limits = Limits(planned, Decimal(30), caps=(Cap("Semen", most, words=("semen",)),))
    found = check(items, limits)
    ranks = [list(Outcome).index(each.outcome) for each in found]
    assert ranks == sorted(ranks, reverse=True)
    given_all = [replace(each, funding="goods", standard=None) for each in items]
    assert all(each.outcome != Outcome.BROKEN for each in check(given_all, limits))


@given(RABS, RABS)
def test_changes_lead_from_the_old_sum_to_the_new(old, new):
    assert sum(each.by for each in compare(old, new)) == totals(new).all - totals(old).all
    assert not any(each.is_change for each in compare(old, old))


FEE = Item(1, "fee", "grant", "Honor ketua RT", "bulan", Decimal(12), 600_000)
MATERIAL = Item(2, "material", "grant", "Semen", "zak", Decimal(200), 75_000)


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"honoraria": (Honorarium("Ketua RT", 500_000),)}, "fee_high"),
        ({"honoraria": (Honorarium("Ketua RT", None),)}, "fee_unknown"),
        ({"caps": (Cap("Honor", 500_000, "month", words=("honor",)),)}, "over_cap"),
        ({"caps": (Cap("Honor", 7_000_000, "line", kind="fee"),)}, "over_cap"),
        ({"caps": (Cap("Honor", 10_000_000, used=3_000_000, kind="fee"),)}, "over_cap"),
        ({"caps": (Cap("Honor", None),)}, "cap_unknown"),
        ({"caps": (Cap("Satuan", 599_999, "unit"),)}, "over_cap"),
        ({"thresholds": (Threshold(10_000_000, "langsung"), Threshold(200_000_000, "penawaran"))}, "purchase_way"),
        ({"thresholds": (Threshold(10_000_000, "langsung"),)}, "purchase_unknown"),
        ({"has_prices": False}, "no_prices"),
    ],
)
def test_what_a_juknis_says_is_held_against_it(limits, code):
    assert code in [each.code for each in check([FEE, MATERIAL], Limits(10**9, **limits))]


@pytest.mark.parametrize(
    "limits",
    [
        {"honoraria": (Honorarium("Ketua RT", 600_000), Honorarium("Bendahara", 1))},
        {"caps": (Cap("Honor", 7_200_000, kind="fee"), Cap("Bulan", 600_000, "month"))},
        {"thresholds": (Threshold(15_000_000, "langsung"),)},
    ],
)
def test_what_keeps_inside_is_not_spoken_of(limits):
    assert {each.code for each in check([FEE, MATERIAL], Limits(22_200_000, **limits))} == {"no_standard"}


@given(st.integers(1, 5000), st.integers(1, 50), st.integers(1, 50))
def test_a_take_off_is_enough_and_never_a_step_too_much(length, width, thick):
    each = rules.Resource("S", "material", "Semen", "zak", Decimal(50))
    work = rules.Work("B", "Beton", "m³", ((each, Decimal(322)),))
    part = rules.Part((rules.Product(Decimal("0.01"), ("length", "width", "thick")),), "Beton", work)
    measures = {name: Decimal(n) for name, n in (("length", length), ("width", width), ("thick", thick))}
    (taken,) = take_off([part, part], measures)
    needed = Fraction(2 * length * width * thick, 100) * 322 / 50
    assert needed <= taken.quantity < needed + 1


def test_shipped_recipes_ask_for_analyses_that_are_shipped():
    listed = ahsp.in_force(date(2026, 1, 1))
    assert ahsp.in_force(date(2020, 1, 1)) is None
    works = {part.work for recipe in ahsp.recipes() for part in recipe.parts if part.work}
    assert works == set(listed.works)
    assert not any(
        rules.looks_wrong(listed.resources[code].kind, amount)
        for work in listed.works.values()
        for code, amount in work.takes.items()
    )
