"""Drawing up, opening and annulling a choice: what is refused, and that nothing changes once it is open."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction
from tests.rooms.musrenbang.choosing_ground import (
    CEILING,
    ON,
    WORKS,
    clusters,
    draw,
    hand_in,
    make_juknis,
    make_meeting,
    opened,
    propose,
    ticks,
)
from tests.rooms.musrenbang.meeting_ground import settle

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import choices, counting, proposals
from rukun.musrenbang.models import Attendance, Choice
from rukun.musrenbang.types import Calling, Stage
from rukun.parameters.juknis.types import Blocked, ChoosingRules, MenuEntry


def refused(act) -> str:
    with pytest.raises(Problem) as told, transaction.atomic():
        act()
    return told.value.code


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (Calling.PLANNED, "musrenbang.meeting_not_open"),
        (Calling.SHORT, "musrenbang.quorum_not_met"),
        (Calling.CLOSED, "musrenbang.meeting_not_open"),
    ],
)
def test_only_an_open_meeting_chooses(places, state, code):
    propose(places.melati)
    meeting = make_meeting(places.melati, state, closed_on=ON)
    assert refused(lambda: draw(meeting)) == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ceiling": CEILING + 1}, "musrenbang.ceiling_above"),
        ({"ceiling": CEILING - 1}, "musrenbang.ceiling_reason"),
        ({"ceiling": CEILING - 1, "because": " "}, "musrenbang.ceiling_reason"),
        ({"voters": 0}, "musrenbang.no_voters"),
        ({"way": "points"}, "musrenbang.way_not_allowed"),
    ],
)
def test_what_cannot_be_drawn_up(places, changes, code):
    propose(places.melati)
    juknis = make_juknis(choosing=ChoosingRules(ways=("approval", "consensus")))
    assert refused(lambda: draw(make_meeting(places.melati), juknis, **changes)) == code
    assert not Choice.objects.exists()


def test_a_lower_ceiling_with_its_reason_is_kept(places):
    propose(places.melati)
    choice = draw(make_meeting(places.melati), ceiling=CEILING - 1, because="Sisa tahun lalu ditahan")
    assert (choice.ceiling, choice.rules["because"]) == (CEILING - 1, "Sisa tahun lalu ditahan")


@pytest.mark.parametrize(("unit", "most"), [("household", 3), ("adult", 4)])
def test_there_are_never_more_voters_than_came(places, unit, most):
    propose(places.melati)
    meeting = make_meeting(places.melati)
    homes = settle(places.melati, 3)
    for home, place in [*((home, 1) for home in homes), (homes[0], 2)]:
        Attendance.objects.create(meeting=meeting, path=meeting.path, household=home, place=place)
    assert refused(lambda: draw(meeting, unit=unit, voters=most + 1)) == "musrenbang.voters_above"
    assert draw(meeting, unit=unit, voters=most).voters == most


def test_nothing_put_to_the_meeting_is_nothing_to_choose(places):
    propose(places.melati, {"Tanpa Biaya": None})
    assert refused(lambda: draw(make_meeting(places.melati))) == "musrenbang.nothing_to_choose"


def test_what_the_juknis_blocks_does_not_stand_on_the_sheet(places):
    juknis = make_juknis(
        menu=(MenuEntry("drainase", "fisik", "Drainase"),),
        blocked=(Blocked("kendaraan", "Kendaraan", ("mobil",), "Bukan untuk RT."),),
    )
    propose(places.melati, {"Drainase": 10, "Beli mobil": 10}, menu="drainase")
    choice = draw(make_meeting(places.melati), juknis)
    assert [each.title for each in choice.options.all()] == ["Drainase"]
    (barred,) = choice.rules["excluded"]
    assert barred["code"] == "blocked" and "Bukan untuk RT." in barred["words"]


def test_shares_are_whole_rupiah_least_up_most_down(places):
    propose(places.melati)
    juknis = make_juknis(ceiling=101, clusters=clusters(sosial=("15", None), fisik=(None, "60"), lain=(None, None)))
    propose(places.melati, {"Murah": 50})
    choice = draw(make_meeting(places.melati), juknis, ceiling=101)
    found = {each["category"]: (each["at_least"], each["at_most"]) for each in choice.rules["shares"]}
    assert found == {"sosial": (16, None), "fisik": (0, 60)}


def test_a_choice_is_drawn_up_anew_with_the_lot_it_had(places):
    propose(places.melati)
    meeting = make_meeting(places.melati)
    first = draw(meeting)
    again = draw(meeting, way="points", voters=9)
    assert (again.pk, again.rules["seed"]) == (first.pk, first.rules["seed"])
    assert again.way == "points" and again.options.count() == len(WORKS)


def test_200_proposals_have_200_letters(places):
    propose(places.melati, {f"Usulan {number}": 1000 for number in range(200)})
    marks = [each.mark for each in draw(make_meeting(places.melati)).options.all()]
    assert marks[:2] == ["A", "B"] and marks[25:28] == ["Z", "AA", "AB"] and len(set(marks)) == 200


CHANGES = {
    "way": "update musrenbang_choice set way = 'points'",
    "ceiling": "update musrenbang_choice set ceiling = ceiling - 1",
    "voters": "update musrenbang_choice set voters = voters + 1",
    "rules": 'update musrenbang_choice set rules = rules || \'{"rule": "phragmen"}\'',
    "seal": "update musrenbang_choice set seal = 'lain'",
    "drawn again": "update musrenbang_choice set stage = 'drawn'",
    "cost": "update musrenbang_option set cost = cost + 1",
    "title": "update musrenbang_option set title = 'lain'",
    "fewer": "delete from musrenbang_option where mark = 'A'",
    "more": "insert into musrenbang_option (choice_id, path, proposal_id, mark, title, cost, cluster)"
    " select choice_id, path, (select max(id) from musrenbang_proposal), 'Z', title, cost, cluster from musrenbang_option where mark = 'A'",
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_to_change_an_open_choice(places, change):
    """Asked in SQL, as the web's own role, with every area in sight."""
    opened(places.melati)
    propose(places.melati, {"Terlambat": 10})
    with pytest.raises(Error) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CHANGES[change])
    assert refused.value.__cause__.sqlstate == "23514"


@pytest.mark.parametrize("change", [each for each in CHANGES if each not in {"seal", "drawn again"}])
def test_the_same_may_change_while_it_is_only_drawn_up(places, change):
    propose(places.melati)
    draw(make_meeting(places.melati))
    propose(places.melati, {"Terlambat": 10})
    with connection.cursor() as cursor:
        cursor.execute(CHANGES[change])
        assert cursor.rowcount


def test_an_open_choice_is_not_drawn_up_or_opened_again(places):
    choice = opened(places.melati)
    assert refused(lambda: draw(choice.meeting)) == "musrenbang.choice_open"
    assert refused(lambda: choices.open_choice(choice=choice, on=ON, by="ketua")) == "musrenbang.choice_open"


def test_an_annulled_choice_leaves_its_proposals_waiting_and_makes_room(places):
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")])
    assert refused(lambda: choices.annul(choice=choice, because="  ", by="ketua")) == "musrenbang.annul_reason"
    choices.annul(choice=choice, because="Kotak suara basah", by="ketua")
    assert not choice.sheets.exists()
    assert draw(choice.meeting).pk != choice.pk


def test_what_is_counted_is_not_annulled(places):
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")] * 3)
    counting.close(choice=choice, on=ON, by="ketua")
    assert refused(lambda: choices.annul(choice=choice, because="Menyesal", by="ketua")) == "musrenbang.choice_counted"
    assert Choice.objects.get().stage == Stage.COUNTED
    with pytest.raises(Error), transaction.atomic():
        Choice.objects.update(stage=Stage.OPEN)


def test_what_is_on_the_sheets_is_neither_withdrawn_nor_merged(places):
    choice = opened(places.melati)
    first, second = (each.proposal for each in choice.options.select_related("proposal")[:2])
    told = {"on": ON, "by": "ketua", "reason": "Berubah pikiran"}
    assert refused(lambda: proposals.withdraw(proposal=first, **told)) == "musrenbang.being_chosen"
    assert refused(lambda: proposals.merge(proposal=first, into=second, **told)) == "musrenbang.being_chosen"
    choices.annul(choice=choice, because="Hujan deras", by="ketua")
    proposals.withdraw(proposal=first, **told)
    first.refresh_from_db()
    assert first.state == "withdrawn"
