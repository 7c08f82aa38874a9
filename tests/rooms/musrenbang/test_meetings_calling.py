"""A meeting from its call to its close, and everything that can be asked of it wrongly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rooms.musrenbang.meeting_ground import DAY, HALF, ON, call, say, settle, tick

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import meetings
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.queries import attendance
from rukun.musrenbang.queries import meetings as queries
from rukun.parameters.juknis.types import MeetingRules

pytestmark = pytest.mark.django_db


def refused(code, act, **given):
    with pytest.raises(Problem) as raised:
        act(**given)
    assert raised.value.code == f"musrenbang.{code}"
    return raised.value


def opened(meeting, **more):
    return meetings.open(meeting=meeting, on=DAY, by="uji", **more)


def test_a_call_freezes_the_rules_and_numbers_the_households(places, monkeypatch):
    say(monkeypatch, HALF)
    settle(places.melati, 4)
    meeting = call(places.melati)
    say(monkeypatch, MeetingRules())
    kept = Meeting.objects.get()
    assert kept.rules["quorum"] == "50" and kept.rules["groups"][0]["label"] == "Perempuan"
    assert list(meeting.invitations.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
    assert queries.of_area(places.melati.path, 2026) == [queries.Line(kept, 0, 0)]


def test_a_day_in_the_past_is_refused(places):
    refused("meeting_in_past", call, area=places.melati, day=ON - timedelta(days=1))
    assert not Meeting.objects.exists()


def test_a_short_notice_needs_a_reason(places, monkeypatch):
    say(monkeypatch, HALF)
    soon = ON + timedelta(days=2)
    assert refused("notice_short", call, area=places.melati, day=soon).details == {"days": 3, "away": 2}
    assert call(places.melati, day=soon, notice_reason="Banjir").notice_reason == "Banjir"


def test_one_meeting_waits_at_a_time(places):
    call(places.melati)
    refused("meeting_waiting", call, area=places.melati)
    assert call(places.mawar).state == "planned"


def test_enough_households_open_the_meeting_and_the_verdict_is_kept(places, monkeypatch):
    say(monkeypatch, HALF)
    homes = settle(places.melati, 4)
    meeting = call(places.melati)
    tick(meeting, homes[:3])
    assert opened(meeting).state == "open"
    kept = Meeting.objects.get()
    assert (kept.verdict["present"], kept.verdict["needed"], kept.verdict["households"]) == (3, 3, 4)
    assert attendance.present_households(kept) == 3


def test_too_few_make_it_short_and_the_second_call_carries_everything_over(places, monkeypatch):
    say(monkeypatch, HALF)
    homes = settle(places.melati, 4)
    meeting = call(places.melati, agenda="Memilih usulan")
    tick(meeting, homes[:2])
    short = opened(meeting)
    assert short.state == "short" and short.verdict["missing"] == 1
    second = meetings.call_again(meeting=meeting, day=DAY + timedelta(days=7), place="Balai Rekaan", on=DAY, by="uji")
    assert second.agenda == "Memilih usulan" and second.invitations.count() == 4
    assert queries.second_call_of(meeting) == second
    refused("attendance_closed", tick, meeting=meeting, homes=homes)
    tick(second, homes[:1])
    assert meetings.open(meeting=second, on=second.on, by="uji").state == "open"


def test_a_second_call_is_for_a_first_call_without_quorum_only(places, monkeypatch):
    say(monkeypatch, HALF)
    meeting = call(places.melati)
    again = {"meeting": meeting, "day": DAY, "place": "Balai", "on": ON, "by": "uji"}
    refused("not_short", meetings.call_again, **again)


def test_a_quorum_of_nobody_is_never_met(places, monkeypatch):
    say(monkeypatch, MeetingRules(quorum="0"))
    settle(places.melati, 2)
    refused("nobody_came", opened, meeting=call(places.melati))
    say(monkeypatch, HALF)
    refused("nobody_came", opened, meeting=call(places.mawar))


def test_a_meeting_is_not_opened_before_its_day(places):
    homes = settle(places.melati, 2)
    meeting = call(places.melati)
    tick(meeting, homes)
    refused("meeting_not_yet", meetings.open, meeting=meeting, on=ON, by="uji")


def test_where_the_juknis_is_silent_the_meeting_itself_decides_and_writes_it_down(places):
    homes = settle(places.melati, 4)
    meeting = call(places.melati)
    tick(meeting, homes[:1])
    refused("quorum_undecided", opened, meeting=meeting)
    kept = opened(meeting, agreed="Peserta sepakat satu rumah tangga cukup")
    assert kept.state == "open" and kept.verdict["agreed"].startswith("Peserta sepakat")


def test_a_cancelled_meeting_has_its_reason(places):
    meeting = call(places.melati)
    refused("cancel_reason_missing", meetings.cancel, meeting=meeting, reason=" ", on=ON, by="uji")
    assert meetings.cancel(meeting=meeting, reason="Hujan lebat", on=ON, by="uji").state == "cancelled"
    refused("meeting_state", opened, meeting=meeting)
    assert call(places.melati).pk != meeting.pk


def test_a_desa_meets_by_its_rts_and_decides_itself_whether_enough_came(places, monkeypatch):
    say(monkeypatch, HALF)
    meeting = call(places.desa)
    assert set(meeting.invitations.values_list("who", flat=True)) == {"RT 003 Melati", "RT 004 Mawar"}
    meeting.invitations.update(came=True)
    refused("quorum_undecided", opened, meeting=meeting)
    assert opened(meeting, agreed="Semua RT hadir").verdict["present"] == 2


def test_names_in_any_script_are_kept_as_typed(places):
    place = 'Rumah Pak "Ujang" D\'Arc · مسجد · ᬩᬮᬶ'
    assert call(places.melati, place=place).place == place
    assert Meeting.objects.get().place == place


def test_the_day_may_be_moved_until_it_is_open(places):
    meeting = call(places.melati)
    new = {"day": date(2026, 4, 1), "place": "Pos", "agenda": "Satu", "on": ON, "by": "uji"}
    changed = meetings.change(meeting=meeting, revision=0, **new)
    assert (changed.on, changed.revision) == (date(2026, 4, 1), 1)
    refused("changed_meanwhile", meetings.change, meeting=meeting, revision=0, **new)
