"""What the front hall may tell of a meeting: no names, no hours, no small counts."""

from __future__ import annotations

from dataclasses import fields

import pytest
from tests.rooms.musrenbang.meeting_ground import DAY, ON, call, settle, tick

from rukun.musrenbang.actions import meetings
from rukun.musrenbang.public.meetings import Told, meetings_of
from rukun.walls import scope

pytestmark = pytest.mark.django_db


def held(rt, women, men):
    homes = settle(rt, women + men)
    meeting = call(rt)
    tick(meeting, homes[:women], "female")
    tick(meeting, homes[women:], "male")
    return meetings.open(meeting=meeting, on=DAY, by="uji", agreed="Semua setuju")


def test_counts_that_are_not_small_are_told(places):
    held(places.melati, 6, 5)
    with scope.within([]):
        (told,) = meetings_of(places.melati.path, 2026)
    assert (told.households, told.people, told.women, told.quorum) == (11, 11, 6, "unknown")


def test_small_counts_stay_hidden_and_cannot_be_worked_out(places):
    held(places.melati, 6, 1)
    held(places.mawar, 2, 1)
    (told,) = meetings_of(places.melati.path, 2026)
    assert (told.people, told.women) == (7, None)
    (few,) = meetings_of(places.mawar.path, 2026)
    assert (few.households, few.people, few.women) == (None, None, None)


def test_neither_hour_nor_person_is_told(places):
    call(places.melati)
    (told,) = meetings_of(places.melati.path, 2026)
    assert {"at", "chair", "writer", "minutes"}.isdisjoint(each.name for each in fields(Told))
    assert (told.on, told.people, told.decisions) == (DAY, None, 0)
    assert meetings_of(places.melati.path, 2025) == [] and ON < DAY
