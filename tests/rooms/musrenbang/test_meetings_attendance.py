"""Who came: ticked, typed from paper, told by kind of voice; nobody twice, and nobody who is not there any more."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang.meeting_ground import DAY, HALF, ON, call, say, settle, tick
from tests.rooms.poverty.kitchens import make_kitchen

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import attendance as acting
from rukun.musrenbang.actions import invitations, meetings
from rukun.musrenbang.actions.attendance import Voice
from rukun.musrenbang.models import Attendance
from rukun.musrenbang.queries import attendance
from rukun.musrenbang.queries import meetings as queries
from rukun.people.actions import households
from rukun.people.models import Stay

pytestmark = pytest.mark.django_db


def die_out(home):
    Stay.objects.filter(household=home).update(until=ON, ended_by="died")


def numbers(meeting, *given):
    return acting.by_numbers(meeting=meeting, numbers=given, by="uji")


def test_a_household_that_died_out_since_the_list_was_printed_is_named_and_left_out(places):
    homes = settle(places.melati, 3)
    meeting = call(places.melati)
    die_out(homes[0])
    (found,) = tick(meeting, homes)
    assert found.code == "musrenbang.household_gone"
    assert found.details["households"] == f"1 · Warga Rekaan {homes[0].pk}-0"
    assert attendance.present_households(meeting) == 2


def test_a_household_that_moved_away_is_refused_by_number_and_nothing_is_kept(places):
    homes = settle(places.melati, 3)
    meeting = call(places.melati)
    households.close(household=homes[1], on=DAY, ending="moved_out", today=DAY, by="uji")
    with pytest.raises(Problem) as raised:
        numbers(meeting, 1, 2, 3)
    assert raised.value.code == "musrenbang.household_gone"
    assert f"Warga Rekaan {homes[1].pk}-0" in raised.value.details["households"]
    assert not Attendance.objects.exists()
    assert numbers(meeting, 1, 3) == 2


def test_a_household_of_another_rt_never_comes(places):
    settle(places.melati, 1)
    elsewhere = make_kitchen(places.kenanga)
    meeting = call(places.melati)
    assert len(tick(meeting, [elsewhere])) == 1
    assert not Attendance.objects.exists()


def test_the_same_household_ticked_twice_came_once(places):
    homes = settle(places.melati, 2)
    meeting = call(places.melati)
    tick(meeting, homes[:1])
    tick(meeting, [homes[0], homes[0]])
    assert numbers(meeting, 1) == 0
    assert attendance.present_people(meeting) == 1


def test_a_number_beyond_the_list_is_refused_with_the_last_number(places):
    settle(places.melati, 3)
    meeting = call(places.melati)
    with pytest.raises(Problem) as raised:
        numbers(meeting, *range(1, 501))
    assert raised.value.details == {"numbers": "4–500", "last": 3}
    assert not Attendance.objects.exists()


def test_a_tick_tells_apart_who_was_only_a_number_on_paper(places):
    homes = settle(places.melati, 1)
    meeting = call(places.melati)
    numbers(meeting, 1)
    tick(meeting, homes, "female")
    tick(meeting, homes, "male")
    assert sorted(Attendance.objects.values_list("sex", flat=True)) == ["female", "male"]
    acting.tick(meeting=meeting, came=[], left=[(homes[0].pk, "female")], by="uji")
    assert list(Attendance.objects.values_list("sex", flat=True)) == ["male"]


def test_everybody_of_a_household_is_told_by_kind_and_never_by_name(places):
    homes = settle(places.melati, 1)
    meeting = call(places.melati)
    row = attendance.row_of(meeting, 1)
    alone, _other = attendance.members(meeting, row)
    assert [(each.sex, each.age_group, each.is_there) for each in alone] == [
        ("female", "adult", False),
        ("female", "child", False),
    ]
    voices = [Voice("female", "adult"), Voice("male", "elderly", is_disabled=True, is_proxy=True)]
    acting.people(meeting=meeting, household_id=homes[0].pk, voices=voices, by="uji")
    members, others = attendance.members(meeting, attendance.row_of(meeting, 1))
    assert [each.is_there for each in members] == [True, False]
    assert [(each.sex, each.is_proxy) for each in others] == [("male", True)]
    came = attendance.kinds(meeting)
    assert (came.households, came.people, came.proxies, came.of_group("disability")) == (1, 2, 1, 1)
    acting.people(meeting=meeting, household_id=homes[0].pk, voices=[], by="uji")
    assert attendance.present_households(meeting) == 0


def test_groups_that_are_missing_are_told_with_how_many_more(places, monkeypatch):
    say(monkeypatch, HALF)
    homes = settle(places.melati, 10)
    meeting = call(places.melati)
    tick(meeting, homes[:8], "male")
    lacking = {each["key"]: each["more"] for each in attendance.standing(meeting)["groups"]}
    assert lacking == {"women": 4, "elders": 1}
    elder = invitations.invite(meeting=meeting, group="elders", who="Ketua Adat Rekaan", by="uji")
    acting.guests(meeting=meeting, came=[elder.pk], by="uji")
    tick(meeting, homes[:4], "female")
    assert attendance.standing(meeting)["groups"] == []
    assert attendance.kinds(meeting).everybody == 13


def test_the_poor_are_heard_where_the_rules_ask_for_them(places, monkeypatch):
    say(monkeypatch, HALF)
    homes = settle(places.melati, 3)
    monkeypatch.setattr("rukun.poverty.queries.standings.labels_of", lambda path: {homes[0].pk: "poor"})
    meeting = call(places.melati)
    meeting.rules["groups"] = [{"key": "poor", "label": "Rumah tangga miskin", "at_least": "50"}]
    meeting.save()
    tick(meeting, homes)
    assert attendance.kinds(meeting).of_group("poor") == 1
    assert attendance.standing(meeting)["groups"][0]["more"] == 1


def test_a_household_recorded_since_joins_the_list_at_its_end(places):
    settle(places.melati, 2)
    meeting = call(places.melati)
    new = make_kitchen(places.melati)
    assert [row.number for row in attendance.roll(meeting)] == [1, 2, None]
    assert invitations.renew(meeting=meeting, by="uji") == 1
    assert [(row.number, row.household_id) for row in attendance.roll(meeting)][-1] == (3, new.pk)


def test_numbers_on_paper_stay_true_when_somebody_leaves(places):
    homes = settle(places.melati, 3)
    meeting = call(places.melati)
    die_out(homes[0])
    rows = attendance.roll(meeting)
    assert [(row.number, row.is_gone) for row in rows] == [(1, True), (2, False), (3, False)]
    assert rows[0].head == f"Warga Rekaan {homes[0].pk}-0"


def test_attendance_ends_with_the_meeting(places):
    homes = settle(places.melati, 2)
    meeting = call(places.melati)
    elder = invitations.invite(meeting=meeting, group="", who="Lurah", by="uji")
    meetings.cancel(meeting=meeting, reason="Hujan", on=ON, by="uji")
    acts = (
        lambda: tick(meeting, homes),
        lambda: numbers(meeting, 1),
        lambda: acting.people(meeting=meeting, household_id=homes[0].pk, voices=[], by="uji"),
        lambda: acting.guests(meeting=meeting, came=[elder.pk], by="uji"),
        lambda: invitations.invite(meeting=meeting, group="", who="Camat", by="uji"),
        lambda: invitations.told(meeting=meeting, ids=[elder.pk], on=ON, by="uji"),
    )
    for act in acts:
        with pytest.raises(Problem, match="attendance_closed"):
            act()


def test_who_has_been_told_is_kept_and_a_guest_may_be_struck_out(places):
    settle(places.melati, 2)
    meeting = call(places.melati)
    guest = invitations.invite(meeting=meeting, group="", who='Ibu "Ni Luh" ᬦᬶᬮᬸᬄ / نور', by="uji")
    ids = list(meeting.invitations.values_list("pk", flat=True))
    assert invitations.told(meeting=meeting, ids=ids[:2], on=ON, by="uji") == 2
    assert queries.told(meeting) == (2, 3)
    assert queries.guests(meeting)[0].who == 'Ibu "Ni Luh" ᬦᬶᬮᬸᬄ / نور'
    invitations.uninvite(meeting=meeting, invitation_id=guest.pk, by="uji")
    invitations.uninvite(meeting=meeting, invitation_id=ids[0], by="uji")
    assert queries.told(meeting) == (2, 2)
