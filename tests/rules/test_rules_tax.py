"""What is kept back: the published cases, and what holds for every purchase."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.parameters import tax as parameters
from rukun.rules.tax import Purchase, Rate, withheld

RATES = (
    Rate("ppn", Decimal(12), above=2_000_000, of=Fraction(11, 12)),
    Rate("pph22", Decimal("1.5"), above=2_000_000, without_npwp=Decimal(2), is_sure=False),
    Rate("pph23", Decimal(2)),
    Rate("pph21", None),
)
PURCHASES = st.builds(
    Purchase,
    st.sampled_from(["goods", "service", "catering", "fee", "wage"]),
    st.integers(1, 10**13),
    st.booleans(),
    st.sampled_from([True, False, None]),
    st.booleans(),
)


def amounts(purchase, rates=RATES):
    return {each.tax: each.amount for each in withheld(purchase, rates).taxes}


@pytest.mark.parametrize(
    ("purchase", "kept"),
    [
        (Purchase("goods", 8_000_000), {"pph22": 120_000}),
        (Purchase("goods", 4_440_000, has_ppn=True), {"ppn": 440_000, "pph22": 60_000}),
        (Purchase("goods", 8_000_000, has_npwp=False), {"pph22": 240_000}),
        (Purchase("goods", 8_000_000, is_free=True), {}),
        (Purchase("goods", 2_000_000, has_ppn=True), {}),
        (Purchase("goods", 2_100_000, has_ppn=True), {"ppn": 208_108}),
        (Purchase("catering", 500_000), {"pph23": 10_000}),
        (Purchase("fee", 500_000), {}),
    ],
)
def test_published_and_drawn_cases(purchase, kept):
    assert amounts(purchase) == kept


def test_what_nobody_knows_is_a_question():
    codes = [(each.code, each.tax) for each in withheld(Purchase("catering", 9_000_000, has_npwp=None), RATES).reasons]
    assert codes == [("unknown_npwp", "pph23"), ("unknown_rate", "local")]


@given(PURCHASES)
def test_a_seller_never_gets_less_than_most_of_it_and_nothing_is_lost(purchase):
    found = withheld(purchase, RATES)
    assert found.to_pay + found.total == purchase.amount
    assert all(each.amount > 0 for each in found.taxes)
    assert found.to_pay * 100 >= purchase.amount * 85


@given(PURCHASES, st.integers(1, 10**6))
def test_more_bought_is_never_less_withheld(purchase, more):
    assert withheld(purchase, RATES).total <= withheld(replace(purchase, amount=purchase.amount + more), RATES).total


@pytest.mark.parametrize(
    ("on", "percent"), [(date(2024, 12, 31), 11), (date(2025, 1, 1), 12), (date(2021, 1, 1), None)]
)
def test_shipped_rates_hold_from_their_day(on, percent):
    found = {each.tax: each for each in parameters.rates(on)}
    assert found["ppn"].percent == percent
    assert found["pph21"].percent is None
    assert found["pph22"].percent in (None, Decimal("1.5"))


def test_guesses_are_marked():
    found = {each.tax: each for each in parameters.rates(date(2026, 3, 1))}
    assert found["pph22"].notes
    assert parameters.stamp(date(2026, 3, 1)).above == 5_000_000
