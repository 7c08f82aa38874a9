"""From the open choice to the result: what is counted, what is sealed, what each proposal is told."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang.choosing_ground import (
    ON,
    WORKS,
    clusters,
    hand_in,
    make_juknis,
    opened,
    propose,
    ticks,
    type_in,
)

from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import codes, counting, sheets
from rukun.musrenbang.models import Code, Entry, Proposal, Sealed
from rukun.musrenbang.queries import results
from rukun.musrenbang.types import State
from rukun.rules.allocation.outcome import canonical


def close(choice):
    return counting.close(choice=choice, on=ON, by="ketua")


def test_ballots_are_counted_and_every_proposal_is_told_why(places):
    choice = opened(places.melati)
    hand_in(choice, [ticks("AB")] * 6 + [ticks("CD")] * 5 + [{}, None])
    result = close(choice)
    assert (result.sheets, result.spoilt, Sealed.objects.count()) == (13, 1, 12)
    states = dict(Proposal.objects.values_list("title", "state"))
    winners = {WORKS_BY_MARK[mark] for mark in result.outcome["winners"]}
    assert winners == {title for title, state in states.items() if state == State.CHOSEN}
    assert winners and set(states.values()) == {State.CHOSEN, State.NOT_CHOSEN}
    for proposal in Proposal.objects.all():
        assert proposal.turns.get().reason.startswith("Usulan ini")
    assert result.outcome["cost"] <= choice.ceiling
    step = StepState.objects.get(rt=places.melati, step="choice")
    assert (step.begun_on, step.done_on) == (ON, ON)


WORKS_BY_MARK = dict(zip("ABCD", WORKS, strict=True))


def test_the_same_sealed_ballots_give_the_same_bytes(places):
    choice = opened(places.melati)
    hand_in(choice, [ticks("AB")] * 6 + [ticks("CD")] * 5)
    result = close(choice)
    again = canonical(results.recounted(choice)).encode()
    assert again == canonical(result.outcome).encode()
    assert results.is_whole(result)


def test_what_led_to_the_ballots_is_erased(places):
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")] * 10)
    drawn = codes.make(choice=choice, number=2, by="ketua")
    codes.cast(code=codes.find(area_id=places.melati.pk, typed=drawn[0]), typed=ticks("B"))
    close(choice)
    assert not Entry.objects.exists()
    assert {(code.marks, code.is_counted) for code in Code.objects.all()} == {(None, True), (None, False)}
    assert codes.find(area_id=places.melati.pk, typed=drawn[0].lower()).is_counted
    assert not codes.find(area_id=places.melati.pk, typed=drawn[1]).is_counted


@pytest.mark.parametrize(
    ("way", "filled", "points"),
    [
        ("points", {"A": "7", "B": "3"}, {"A": 7, "B": 3}),
        ("ranking", {"B": "1", "A": "2", "D": "9"}, {"B": 1, "A": 2, "D": 3}),
        ("usg", {"A": "4 5 4", "B": "555"}, {"A": [4, 5, 4], "B": [5, 5, 5]}),
    ],
)
def test_other_ways_to_fill_in_a_sheet(places, way, filled, points):
    choice = opened(places.melati, way=way)
    hand_in(choice, [filled] * 6 + [dict.fromkeys("C", "555" if way == "usg" else "1")] * 5)
    result = close(choice)
    assert points in [ballot.marks for ballot in Sealed.objects.all()]
    assert result.outcome["winners"] and result.outcome["cost"] <= choice.ceiling
    assert results.is_whole(result)


def test_a_meeting_may_agree_without_ballots(places):
    choice = opened(places.melati, way="consensus")
    result = counting.agree(
        choice=choice, agreed={"B": (1, ""), "C": (2, "tanah sengketa"), "A": (3, "")}, on=ON, by="ketua"
    )
    assert result.outcome["winners"] == ["B", "A"]
    told = results.told(choice, result)
    assert not told.is_hidden and any("tanah sengketa" in line.reason for line in told.lost)
    assert Proposal.objects.get(title="Taman").state == State.NOT_CHOSEN
    choice.refresh_from_db()
    assert results.no_file(choice) == "musrenbang.nothing_counted"


@pytest.mark.parametrize(
    ("agreed", "code"),
    [
        ({}, "musrenbang.nothing_agreed"),
        ({"Z": (1, "")}, "musrenbang.mark_unknown"),
        ({"A": (1, ""), "B": (1, "")}, "musrenbang.rank_twice"),
    ],
)
def test_an_agreed_list_that_cannot_be(places, agreed, code):
    choice = opened(places.melati, way="consensus")
    with pytest.raises(Problem) as refused:
        counting.agree(choice=choice, agreed=agreed, on=ON, by="ketua")
    assert refused.value.code == code


def test_nothing_is_counted_until_every_sheet_is_read_twice_alike(places):
    choice = opened(places.melati)
    (number,) = sheets.make(choice=choice, number=1, by="ketua")
    assert _refused(choice) == "musrenbang.no_ballots"
    type_in(choice, number, ticks("A"), "kader")
    assert _refused(choice) == "musrenbang.sheets_once"
    type_in(choice, number, ticks("B"), "bendahara")
    assert _refused(choice) == "musrenbang.sheets_differ"
    sheets.settle(choice=choice, number=number, typed=ticks("B"), condition="filled", by="ketua")
    assert close(choice).outcome["winners"] == ["B"]


def test_only_spoilt_sheets_are_no_ballots(places):
    choice = opened(places.melati)
    hand_in(choice, [None, None])
    assert _refused(choice) == "musrenbang.no_ballots"
    assert Entry.objects.count() == 4


def _refused(choice):
    with pytest.raises(Problem) as refused:
        close(choice)
    return refused.value.code


def test_a_share_no_work_can_reach_is_lowered_and_said(places):
    """The juknis wants half for sosial; nobody ticks the only work there."""
    juknis = make_juknis(clusters=clusters(sosial=("50", None), fisik=(None, "60")))
    propose(places.melati, {"Pelatihan": 50_000_000}, cluster="sosial")
    choice = opened(places.melati, {"Jalan": 60_000_000, "Selokan": 30_000_000}, juknis)
    hand_in(choice, [ticks("B")] * 7 + [ticks("C")] * 5)
    told = results.told(choice, close(choice))
    (sosial, _fisik) = told.parts
    assert (sosial.chosen, sosial.at_least, sosial.lowered) == (0, 50_000_000, 0)
    assert [line.title for line in told.won] == ["Jalan", "Selokan"]


def test_a_share_that_can_be_reached_is_reached(places):
    juknis = make_juknis(clusters=clusters(sosial=("50", None)))
    propose(places.melati, {"Pelatihan": 50_000_000}, cluster="sosial")
    choice = opened(places.melati, {"Jalan": 60_000_000, "Selokan": 40_000_000}, juknis)
    hand_in(choice, [ticks("B")] * 15 + [ticks("AC")])
    told = results.told(choice, close(choice))
    assert told.parts[0].chosen == 50_000_000 and told.parts[0].lowered is None
    assert "Sosial" in next(line.reason for line in told.lost if line.title == "Jalan")


def test_proposals_that_could_not_stand_on_the_sheet_are_told_too(places):
    propose(places.melati, {"Tanpa Biaya": None, "Terlalu Mahal": 200_000_000})
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")] * 11)
    close(choice)
    for title, why in (("Tanpa Biaya", "belum diisi"), ("Terlalu Mahal", "melebihi pagu")):
        proposal = Proposal.objects.get(title=title)
        assert proposal.state == State.NOT_CHOSEN and why in proposal.turns.get().reason


def test_a_proposal_withdrawn_after_the_sheets_were_printed_stays_withdrawn(places):
    choice = opened(places.melati)
    Proposal.objects.filter(title="Drainase").update(state=State.WITHDRAWN)
    hand_in(choice, [ticks("A")] * 11)
    close(choice)
    assert Proposal.objects.get(title="Drainase").state == State.WITHDRAWN
