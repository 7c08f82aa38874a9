"""Minutes, decisions and dissent: two may write at once, no number and no name slips in, and nothing changes once closed."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang.meeting_ground import DAY, call, settle, tick

from rukun.audit.models import Line
from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import attendance, meetings, minutes
from rukun.musrenbang.models import Decision, Dissent, Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(places):
    homes = settle(places.melati, 3)
    called = call(places.melati)
    tick(called, homes)
    return meetings.open(meeting=called, on=DAY, by="uji", agreed="Semua setuju")


def write(meeting, revision, words, chair="Pak Rekaan", writer="Bu Rekaan"):
    given = {"revision": revision, "minutes": words, "chair": chair, "writer": writer}
    return minutes.write(meeting=meeting, by="uji", **given)


def refused(code, act):
    with pytest.raises(Problem) as raised:
        act()
    assert raised.value.code == f"musrenbang.{code}"


def close(meeting):
    return meetings.close(meeting=meeting, on=DAY, by="uji")


def test_two_people_write_at_once_and_neither_is_lost(meeting):
    assert write(meeting, 0, "Dibuka pukul dua").revision == 1
    refused("changed_meanwhile", lambda: write(meeting, 0, "Dibuka jam 14"))
    assert Meeting.objects.get().minutes == "Dibuka pukul dua"
    assert write(meeting, 0, "Dibuka pukul dua").revision == 1  # the same words are no quarrel


def test_a_number_of_a_resident_has_no_place_in_words(meeting):
    for words in ("NIK 6402905708800001 hadir", "6402 9057 0880 0001", "6402.9057.0880.0001"):
        refused("number_in_words", lambda words=words: write(meeting, 0, words))
        refused("number_in_words", lambda words=words: minutes.decide(meeting=meeting, words=words, by="uji"))
    made = minutes.decide(meeting=meeting, words="Anggaran 150.000.000 untuk tahun 2026 dan 2027", by="uji")
    refused("number_in_words", lambda: minutes.dissent(decision=made, words="6402905708800001", voice="", by="uji"))
    assert not Dissent.objects.exists()


def test_decisions_come_one_at_a_time_and_may_be_reworded(meeting):
    first = minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    second = minutes.decide(meeting=meeting, words="Perbaiki jembatan", by="uji")
    assert (first.place, second.place) == (1, 2)
    minutes.reword(decision=first, words="Gali dua sumur", by="uji")
    minutes.reword(decision=second, words=" ", by="uji")
    assert list(Decision.objects.values_list("words", flat=True)) == ["Gali dua sumur"]


def test_who_thought_otherwise_is_kept_by_kind_of_voice(meeting):
    made = minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    kept = minutes.dissent(decision=made, words="Lebih baik jalan dulu", voice="perempuan muda", by="uji")
    assert (kept.words, kept.voice) == ("Lebih baik jalan dulu", "perempuan muda")
    assert not any("jalan" in str(line.details) for line in Line.objects.all())


def test_it_closes_with_decision_chair_and_writer_and_ends_the_step_of_the_rt(meeting, places):
    refused("no_decision", lambda: close(meeting))
    minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    refused("no_chair", lambda: close(meeting))
    write(meeting, 0, "Berjalan baik")
    assert close(meeting).closed_on == DAY
    assert StepState.objects.get(rt=places.melati, step="meeting").done_on == DAY


def test_an_empty_meeting_cannot_be_closed_with_decisions(meeting):
    minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    write(meeting, 0, "Berjalan baik")
    for home in meeting.attendances.values_list("household", flat=True):
        attendance.people(meeting=meeting, household_id=home, voices=[], by="uji")
    refused("nobody_came", lambda: close(meeting))


def test_a_quorum_lost_by_corrections_is_told_before_closing(meeting):
    Meeting.objects.update(rules={"quorum": "100"})
    minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    write(meeting, 0, "Berjalan baik")
    home = meeting.attendances.first().household_id
    attendance.people(meeting=meeting, household_id=home, voices=[], by="uji")
    refused("quorum_lost", lambda: close(meeting))


def test_nothing_changes_once_it_is_closed(meeting):
    made = minutes.decide(meeting=meeting, words="Gali sumur", by="uji")
    write(meeting, 0, "Berjalan baik")
    close(meeting)
    acts = (
        lambda: write(meeting, 1, "Lain"),
        lambda: minutes.decide(meeting=meeting, words="Lagi", by="uji"),
        lambda: minutes.reword(decision=made, words="Lain", by="uji"),
        lambda: minutes.dissent(decision=made, words="Lain", voice="", by="uji"),
        lambda: close(meeting),
        lambda: meetings.cancel(meeting=meeting, reason="Salah", on=DAY, by="uji"),
    )
    for act in acts:
        refused("meeting_state", act)


def test_decisions_wait_until_it_is_open(places):
    called = call(places.mawar)
    refused("meeting_state", lambda: minutes.decide(meeting=called, words="Gali sumur", by="uji"))
    assert write(called, 0, "Persiapan").minutes == "Persiapan"
