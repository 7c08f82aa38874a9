"""Programmes as files: what they say is kept, what they do not say is None, and a slip is shown with its place."""

from __future__ import annotations

from datetime import date

import pytest

from rukun.kit.conditions import Among
from rukun.kit.problems import Problem
from rukun.parameters.files import line_of
from rukun.parameters.programmes import examples, kept_criteria, kinds, read

TEXT = """
title: Bantuan rekaan
field: protection
form: money
unit: household
kinds: [cash]
office: Dinas Rekaan
terms:
  2026-07-01: {source: SK kedua, quota: 9}
  2026-01-01:
    source: SK pertama
    criteria:
      poor: {id: Miskin, when: {fact: poverty, among: [poor]}}
    order:
      - {fact: members, first: largest}
"""


def test_terms_stand_in_the_order_of_their_days_and_what_is_not_said_is_none():
    first, second = read(TEXT, "rekaan").terms
    assert (first.since, second.since) == (date(2026, 1, 1), date(2026, 7, 1))
    assert (first.quota, first.amount, first.lasts_months, first.parts) == (None, None, None, 1)
    assert first.criteria[0].test == Among("poverty", frozenset({"poor"}))
    assert kept_criteria([each.kept for each in first.criteria]) == first.criteria


@pytest.mark.parametrize(
    ("old", "new", "path", "line"),
    [
        ("quota: 9", "quota: 0", "/terms/2026-07-01/quota", 9),
        ("[cash]", "[gold]", "/kinds/1", 6),
        ("form: money", "form: gift", "/form", 4),
        ("first: largest", "first: nicest", "/terms/2026-01-01/order/1/first", 15),
        ("among: [poor]", "among: []", "/terms/2026-01-01/criteria/poor/when", 13),
        ("among: [poor]", "script: x", "/terms/2026-01-01/criteria/poor/when", 13),
        ("office:", "offices:", "/offices", 7),
        ("source: SK pertama", "quota: 3", "/terms/2026-01-01/source", 10),
    ],
)
def test_a_slip_is_shown_with_its_place_and_line(old, new, path, line):
    text = TEXT.replace(old, new)
    with pytest.raises(Problem) as raised:
        read(text, "rekaan")
    assert (raised.value.code, raised.value.details["path"]) == ("parameters.wrong_shape", path)
    assert line_of(text, path) == line


def test_every_example_says_where_it_comes_from_and_which_field_it_serves():
    assert {each.field for each in examples()} == {"economic", "political", "social", "protection"}
    for each in examples():
        assert all(terms.source for terms in each.terms)
        assert set(each.kinds) <= set(kinds())


def test_no_answer_of_the_census_speaks_of_two_sorts_of_help():
    told = [answer for each in kinds().values() for answer in each.told_as]
    assert len(told) == len(set(told))
