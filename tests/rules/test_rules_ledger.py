"""The recipes of the ledger: every one balances, moves what it says, and is undone by its reversal."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Mapping
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
        told = told | officer_of(name, told)
        spent = [ledger.Spent(line, amount) for line, amount in told.pop("spent").items()]
        return ledger.paid(spent, **told)
    if name in ("carried_out", "carried_in"):
        return getattr(ledger, name)(**told)
    told = dict(told)
    return getattr(ledger, name)(told.pop("amount"), **told)


def officer_of(name: str, told: dict[str, Any]) -> dict[str, int]:
    return {"officer": 1} if name == "paid" and told["source"] in ("panjar", "talangan") else {}


def sums(entries: list[tuple[ledger.Leg, ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for legs in entries:
        found.update(ledger.effects(legs))
    return found


def balances(entries: list[tuple[ledger.Leg, ...]]) -> dict[tuple[Any, ...], int]:
    """Every account by line, officer and tax; those at zero left out."""
    found: Counter[tuple[Any, ...]] = Counter()
    for leg in itertools.chain.from_iterable(entries):
        found[leg.account, leg.line, leg.officer, leg.tax] += leg.amount
    return {name: amount for name, amount in found.items() if amount}


def in_a_plain_book(held: Mapping[str, int]) -> dict[str, int]:
    """The sums both keep; `available` hangs on the juknis, not on entries."""
    return {name: held[name] for name in ledger.SUMS}


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
    assert not any(balances(both).values())


@given(EVENTS.filter(bool), st.data())
def test_any_one_entry_taken_back_leaves_what_the_others_made(events, data):
    entries = [legs_of(*each) for each in events]
    n = data.draw(st.integers(0, len(entries) - 1))
    back = ledger.reversal(entries[n])
    assert balances([*entries, back]) == balances(entries[:n] + entries[n + 1 :])
    held = [*as_entries(entries), ledger.Entry(len(entries) + 1, ON, "reversal", back, reverses=n + 1)]
    assert ledger.findings(held) == []
    again = ledger.Entry(len(entries) + 2, ON, "reversal", back, reverses=n + 1)
    assert ledger.findings([*held, again]) == [ledger.Finding("reversed_twice", again.number)]


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_a_history_changes_no_balance(events, chance: random.Random):
    entries = [legs_of(*each) for each in events]
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert balances(entries) == balances(shuffled)


@given(EVENTS, EVENTS, st.randoms(use_true_random=False))
def test_histories_that_run_side_by_side_do_not_touch(events, others, chance: random.Random):
    told = [(0, legs_of(*each)) for each in events] + [(1, legs_of(*each)) for each in others]
    chance.shuffle(told)
    for book, own in ((0, events), (1, others)):
        assert balances([legs for n, legs in told if n == book]) == balances([legs_of(*each) for each in own])
    assert sums([legs for _n, legs in told]) == sums([legs_of(*each) for each in [*events, *others]])


@given(EVENTS)
def test_any_prefix_replayed_stands_where_the_book_stood_then(events):
    entries = [legs_of(*each) for each in events]
    plain = PlainBook()
    for n, (name, told) in enumerate(events, start=1):
        plain.happened(name, **told | officer_of(name, told))
        assert in_a_plain_book(sums(entries[:n])) == in_a_plain_book(plain.sums())


@given(EVENTS.filter(bool), st.data())
def test_an_entry_that_stands_twice_is_found(events, data):
    held = as_entries([legs_of(*each) for each in events])
    n = data.draw(st.integers(0, len(held) - 1))
    assert ledger.findings([*held, held[n]]) == [ledger.Finding("number_twice", n + 1)]


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
