"""The recipes of the ledger: every one balances, moves what it says, and is undone by its reversal."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.torture.plain_book import PlainBook

from rukun.rules import ledger

MONEY = st.integers(1, 10**9)
ON = date(2026, 3, 2)
PURSES = st.sampled_from(["cash", "bank"])
OFFICERS, LINES, TAXES = st.integers(1, 3), st.integers(1, 5), st.sampled_from(["ppn", "pph21", "pph22"])


def event(name: str, **told: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    return st.tuples(st.just(name), st.fixed_dictionaries(told))


PAID = st.fixed_dictionaries(
    {"spent": st.dictionaries(LINES, st.integers(10_000, 10**8), min_size=1, max_size=3)},
).flatmap(
    lambda told: st.fixed_dictionaries(
        {
            "spent": st.just(told["spent"]),
            "source": st.sampled_from(["cash", "bank", "panjar", "talangan"]),
            "withheld": st.dictionaries(TAXES, st.integers(1, 1_000), max_size=3),
        }
    )
)
EVENTS = st.lists(
    st.one_of(
        *(event(name, amount=MONEY) for name in ("granted", "released", "withdrawn", "banked", "interest", "bank_fee")),
        event("swadaya_cash", amount=MONEY, into=PURSES),
        event("returned", amount=MONEY, source=PURSES),
        event("tax_deposited", amount=MONEY, tax=TAXES, source=PURSES),
        event("panjar_given", amount=MONEY, officer=OFFICERS, source=PURSES),
        event("panjar_back", amount=MONEY, officer=OFFICERS, into=PURSES),
        event("talangan_repaid", amount=MONEY, officer=OFFICERS, source=PURSES),
        event("carried_out", cash=MONEY, bank=MONEY),
        event("carried_in", cash=MONEY, bank=MONEY),
        st.tuples(st.just("paid"), PAID),
    ),
    max_size=40,
)


def legs_of(name: str, told: dict[str, Any]) -> tuple[ledger.Leg, ...]:
    if name == "paid":
        told = dict(told) | ({"officer": 1} if told["source"] in ("panjar", "talangan") else {})
        spent = [ledger.Spent(line, amount) for line, amount in told.pop("spent").items()]
        return ledger.paid(spent, **told)
    if name in ("carried_out", "carried_in"):
        return getattr(ledger, name)(**told)
    told = dict(told)
    return getattr(ledger, name)(told.pop("amount"), **told)


def sums(entries: list[tuple[ledger.Leg, ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for legs in entries:
        found.update(ledger.effects(legs))
    return found


def as_entries(entries: list[tuple[ledger.Leg, ...]]) -> list[ledger.Entry]:
    return [ledger.Entry(n, ON, "any", legs) for n, legs in enumerate(entries, start=1)]


@given(EVENTS)
def test_every_entry_balances_and_begins_with_a_debit(events):
    entries = [legs_of(*each) for each in events]
    assert ledger.findings(as_entries(entries)) == []
    assert all(sum(leg.amount for leg in legs) == 0 < legs[0].amount for legs in entries)


@given(EVENTS)
def test_the_identity_of_a_book_holds_after_any_sequence(events):
    held = sums([legs_of(*each) for each in events])
    owed = held["talangan"] + held["tax"]
    came = held["granted"] + held["swadaya_cash"] + held["interest"] + held["carried_in"]
    stands = held["cash"] + held["bank"] + held["receivable"] + held["panjar"]
    gone = held["spent"] + held["returned"] + held["carried_out"]
    assert owed + came == stands + gone


@given(EVENTS)
def test_a_reversal_restores_what_was(events):
    entries = [legs_of(*each) for each in events]
    both = [*entries, *map(ledger.reversal, entries)]
    assert not any(sums(both).values())


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_a_history_changes_no_balance(events, chance: random.Random):
    entries = [legs_of(*each) for each in events]
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert sums(entries) == sums(shuffled)


@given(EVENTS)
def test_a_plain_book_says_the_same(events):
    plain = PlainBook()
    for name, told in events:
        more = {"officer": 1} if name == "paid" and told["source"] in ("panjar", "talangan") else {}
        plain.happened(name, **told | more)
    held = sums([legs_of(*each) for each in events])
    assert {name: held[name] for name in plain.sums() if name != "available"} == {
        name: amount for name, amount in plain.sums().items() if name != "available"
    }


@given(EVENTS.filter(bool), st.data())
def test_what_is_wrong_with_a_book_is_found(events, data):
    held = as_entries([legs_of(*each) for each in events])
    n = data.draw(st.integers(0, len(held) - 1))
    wrong = held[n]
    bent = (replace(wrong.legs[0], amount=wrong.legs[0].amount + 1), *wrong.legs[1:])
    held[n] = ledger.Entry(wrong.number, ON, "any", bent)
    assert [(each.code, each.number) for each in ledger.findings(held)] == [("unbalanced", wrong.number)]


def test_numbers_that_are_missing_and_reversals_that_do_not_fit_are_found():
    legs, other = ledger.interest(5), ledger.interest(6)
    entries = [
        ledger.Entry(1, ON, "interest", legs),
        ledger.Entry(3, ON, "reversal", ledger.reversal(other), reverses=1),
        ledger.Entry(4, ON, "reversal", ledger.reversal(legs), reverses=1),
        ledger.Entry(5, ON, "reversal", ledger.reversal(legs), reverses=9),
    ]
    codes = sorted((each.code, each.number) for each in ledger.findings(entries))
    assert codes == [("number_missing", 2), ("reversal_differs", 3), ("reversed_twice", 4), ("reverses_nothing", 5)]
