"""A cadre asks, a health worker decides and closes; notes of the six fields are asked and answered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rooms.health.child_ground import TODAY, make_child

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.services.health.actions import notes
from rukun.services.health.actions import referrals as actions
from rukun.services.health.models import DeskNote
from rukun.services.health.queries import notes as noted
from rukun.services.health.queries import referrals
from rukun.services.health.types import Why

pytestmark = pytest.mark.django_db


@pytest.fixture
def child(places):
    return make_child(places.melati)


@pytest.fixture
def asked(child, cast):
    return actions.ask_in_words(person=child, why=Why.OTHER, words="Sering demam", on=TODAY, by=cast.kader)


def test_seen_then_looked_at_again_then_closed(child, asked, cast):
    assert [each.code for each in referrals.due([child], TODAY)] == ["waiting"]
    later = TODAY + timedelta(days=14)
    actions.decide(referral=asked, words="Minum obat", next_on=later, on=TODAY, by=cast.health_worker)
    assert referrals.due([child], TODAY) == []
    assert [(each.code, each.until) for each in referrals.due([child], later)] == [("look_again", later)]
    held = actions.decide(referral=asked, words="Sudah baik", next_on=None, on=later, by=cast.health_worker)
    assert held.decision == "20 Juli 2026: Minum obat\n3 Agustus 2026: Sudah baik"
    actions.close(referral=asked, outcome="Sembuh", on=later, by=cast.health_worker)
    assert referrals.due([child], later) == []
    with pytest.raises(Problem, match="referral_closed"):
        actions.decide(referral=asked, words="Lagi", next_on=None, on=later, by=cast.health_worker)


@pytest.mark.parametrize(
    ("code", "told"), [("referral_words", {"words": " "}), ("referral_next", {"next_on": date(2020, 1, 1)})]
)
def test_a_decision_needs_words_and_a_day_to_come(asked, cast, code, told):
    with pytest.raises(Problem, match=code):
        actions.decide(
            **({"referral": asked, "words": "Ya", "next_on": None, "on": TODAY, "by": cast.health_worker} | told)
        )


def test_nothing_is_closed_unseen_asked_twice_or_asked_of_the_dead(child, asked, cast):
    with pytest.raises(Problem, match="referral_unseen"):
        actions.close(referral=asked, outcome="Sembuh", on=TODAY, by=cast.health_worker)
    told = {"person": child, "words": "Lagi", "on": TODAY, "by": cast.kader}
    with pytest.raises(Problem, match="referral_open"):
        actions.ask_in_words(why=Why.OTHER, **told)
    child.stays.update(until=TODAY, ended_by="died")
    with pytest.raises(Problem, match="referral_dead"):
        actions.ask_in_words(why=Why.THIN, **told)


def test_the_desk_shows_the_unseen_first(child, asked, cast, places):
    other = actions.ask_in_words(person=make_child(places.mawar), why=Why.THIN, words="", on=TODAY, by="uji")
    actions.decide(referral=asked, words="Ya", next_on=None, on=TODAY, by=cast.health_worker)
    assert referrals.desk(places.desa.path, TODAY) == [other, asked]
    assert referrals.desk(places.melati.path, TODAY) == [asked]


def test_what_was_said_of_a_person_is_not_in_the_log(child, asked, cast):
    actions.decide(referral=asked, words="Minum obat", next_on=None, on=TODAY, by=cast.health_worker)
    assert all(line.details == {} for line in Line.objects.filter(verb__startswith="referral."))


def test_a_note_is_answered_once(places, cast):
    told = {"place": places.melati, "post": None, "on": TODAY}
    note = notes.ask(field="works", words="Jalan becek", by=cast.kader, **told)
    later = notes.ask(field="health", words="Kapan imunisasi?", by=cast.kader, **told)
    notes.answer(note=note, words="Bulan depan", on=TODAY, by=cast.health_worker)
    assert list(noted.of_area(places.melati.path)) == [later, DeskNote.objects.get(pk=note.pk)]
    with pytest.raises(Problem, match="note_answered"):
        notes.answer(note=note, words="Lagi", on=TODAY, by=cast.kader)
    with pytest.raises(Problem, match="note_words"):
        notes.ask(field="works", words="  ", by=cast.kader, **told)
