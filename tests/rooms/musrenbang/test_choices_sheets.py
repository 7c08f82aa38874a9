"""Sheets and codes: numbers by lot, two readings that do not see each other, and every bad ballot its answer."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang.choosing_ground import hand_in, opened, ticks, type_in

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import codes, sheets
from rukun.musrenbang.facts import marks
from rukun.musrenbang.models import Code, Entry
from rukun.musrenbang.queries import choices as queries

RULES = {"points": 10, "most": 3}


def refused(act) -> str:
    with pytest.raises(Problem) as told:
        act()
    return told.value.code


@pytest.mark.parametrize(
    ("way", "typed", "code"),
    [
        ("approval", {"Z": "1"}, "musrenbang.mark_unknown"),
        ("points", {"A": "6", "B": "5"}, "musrenbang.points_above"),
        ("points", {"A": "-1"}, "musrenbang.mark_unread"),
        ("points", {"A": "3,5"}, "musrenbang.mark_unread"),
        ("ranking", {"A": "1", "B": "1"}, "musrenbang.rank_twice"),
        ("ranking", {"A": "0"}, "musrenbang.mark_unread"),
        ("ranking", dict(zip("ABCD", "1234", strict=True)), "musrenbang.too_many_ranks"),
        ("usg", {"A": "45"}, "musrenbang.mark_unread"),
        ("usg", {"A": "456"}, "musrenbang.mark_unread"),
        ("usg", {"A": "satu"}, "musrenbang.mark_unread"),
    ],
)
def test_what_is_not_a_ballot(way, typed, code):
    assert refused(lambda: marks.read(way, typed, "ABCD", RULES)) == code


def test_ranks_close_their_gaps_and_scores_forgive_their_signs():
    assert marks.read("ranking", {"B": "2", "A": "7"}, "ABCD", RULES) == {"B": 1, "A": 2}
    assert marks.read("usg", {"A": " 4, 5 4", "B": ""}, "ABCD", RULES) == {"A": [4, 5, 4]}
    assert marks.read("points", {"A": "0", "B": "10"}, "ABCD", RULES) == {"B": 10}


def test_numbers_are_drawn_and_never_twice(places):
    choice = opened(places.melati)
    first = sheets.make(choice=choice, number=15, by="ketua")
    more = sheets.make(choice=choice, number=15, by="ketua")
    assert len({*first, *more}) == 30 and first != [str(number).zfill(4) for number in range(1, 16)]
    assert refused(lambda: sheets.make(choice=choice, number=1, by="ketua")) == "musrenbang.too_many_sheets"
    assert refused(lambda: sheets.make(choice=choice, number=0, by="ketua")) == "musrenbang.no_sheets"


def test_each_sees_only_what_they_typed(places):
    choice = opened(places.melati)
    one, two = sheets.make(choice=choice, number=2, by="ketua")
    type_in(choice, one, ticks("A"), "kader")
    assert queries.own_reading(choice, one, "bendahara") == ({}, "filled")
    assert queries.own_reading(choice, one, "kader") == ({"A": "1"}, "filled")
    assert (queries.left_to(choice, "bendahara"), queries.left_to(choice, "kader")) == ([one], [])
    type_in(choice, one, ticks("AB"), "kader")
    assert Entry.objects.get().marks == {"A": 1, "B": 1}
    assert queries.differences(choice) == []


def test_two_readings_that_differ_are_shown_and_settled_once(places):
    choice = opened(places.melati)
    (number,) = sheets.make(choice=choice, number=1, by="ketua")
    type_in(choice, number, ticks("AB"), "kader")
    type_in(choice, number, None, "bendahara")
    (found,) = queries.differences(choice)
    assert found.conditions == ("filled", "spoilt") and found.marks == [("A", "1", ""), ("B", "1", "")]
    assert refused(lambda: type_in(choice, number, ticks("A"), "ketua")) == "musrenbang.sheet_read_twice"
    typed, condition = queries.reading(choice, number, 0)
    sheets.settle(choice=choice, number=number, typed=typed, condition=condition, by="kader")
    again = lambda: sheets.settle(choice=choice, number=number, typed={}, condition="blank", by="ketua")  # noqa: E731
    assert refused(again) == "musrenbang.nothing_to_settle"
    assert refused(lambda: type_in(choice, number, ticks("C"), "kader")) == "musrenbang.sheet_settled"
    assert queries.progress(choice).is_ready


@pytest.mark.parametrize(
    ("number", "typed", "condition", "code"),
    [
        ("99999", {"A": "1"}, "filled", "musrenbang.sheet_unknown"),
        ("", {"A": "1"}, "filled", "musrenbang.sheet_unknown"),
        (None, {}, "filled", "musrenbang.nothing_marked"),
        (None, {"Ж": "1"}, "filled", "musrenbang.mark_unknown"),
    ],
)
def test_a_sheet_that_cannot_be_kept(places, number, typed, condition, code):
    choice = opened(places.melati)
    (drawn,) = sheets.make(choice=choice, number=1, by="ketua")
    act = lambda: sheets.type_in(  # noqa: E731
        choice=choice, number=drawn if number is None else number, typed=typed, condition=condition, by="kader"
    )
    assert refused(act) == code
    assert not Entry.objects.exists()


def test_sheets_and_codes_together_never_exceed_the_voters(places):
    choice = opened(places.melati, voters=2)
    (slip,) = codes.make(choice=choice, number=1, by="ketua")
    hand_in(choice, [ticks("A")])
    code = codes.find(area_id=places.melati.pk, typed=slip)
    codes.cast(code=code, typed=ticks("B"))
    codes.cast(code=code, typed=ticks("C"))
    (one_more,) = sheets.make(choice=choice, number=1, by="ketua")
    assert refused(lambda: type_in(choice, one_more, ticks("A"), "kader")) == "musrenbang.more_than_voters"
    assert Code.objects.get().marks == {"C": 1}


def test_a_code_is_found_only_where_it_belongs_and_kept_only_as_a_digest(places):
    choice = opened(places.melati)
    slips = codes.make(choice=choice, number=3, by="ketua")
    assert codes.find(area_id=places.mawar.pk, typed=slips[0]) is None
    assert codes.find(area_id=places.melati.pk, typed="bukan kode") is None
    assert codes.find(area_id=places.melati.pk, typed=slips[0].replace("-", " ").lower()) is not None
    plain = {slip.replace("-", "") for slip in slips}
    assert not plain & {code.digest for code in Code.objects.all()}


def test_codes_are_thrown_away_only_while_unused(places):
    choice = opened(places.melati)
    codes.make(choice=choice, number=20, by="ketua")
    assert refused(lambda: codes.make(choice=choice, number=1, by="ketua")) == "musrenbang.too_many_codes"
    assert codes.discard(choice=choice, by="ketua") == 20
    (slip,) = codes.make(choice=choice, number=1, by="ketua")
    codes.cast(code=codes.find(area_id=places.melati.pk, typed=slip), typed=ticks("A"))
    assert refused(lambda: codes.discard(choice=choice, by="ketua")) == "musrenbang.codes_used"


def test_usg_has_no_codes_and_one_common_sheet(places):
    choice = opened(places.melati, way="usg", together=True)
    assert refused(lambda: codes.make(choice=choice, number=1, by="ketua")) == "musrenbang.no_codes"
    assert refused(lambda: sheets.make(choice=choice, number=2, by="ketua")) == "musrenbang.too_many_sheets"
    assert len(sheets.make(choice=choice, number=1, by="ketua")) == 1


def test_many_wrong_codes_are_tired_of_and_right_ones_leave_no_trace(places):
    for _ in range(codes.TRIES):
        assert not codes.is_tired(address="10.0.0.1")
        codes.wrong(address="10.0.0.1")
    assert codes.is_tired(address="10.0.0.1") and not codes.is_tired(address="10.0.0.2")
