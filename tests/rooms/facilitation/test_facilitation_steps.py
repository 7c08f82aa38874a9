"""Where a step stands, what comes next, who wants help first; beginning and finishing say themselves once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.conftest import SINCE, make_area
from years import FIRST, adopted, day

from rukun.accounts.models import Appointment, Role
from rukun.audit.models import Line
from rukun.facilitation.actions import steps as acting
from rukun.facilitation.facts.calendar import next_of, state_of
from rukun.facilitation.models import StepState
from rukun.facilitation.queries import helping, steps
from rukun.facilitation.types import State, Station
from rukun.parameters.juknis import Step, StepKind
from rukun.people.models import Tally

ON = date(2026, 5, 10)
BEFORE, AFTER = date(2026, 5, 1), date(2026, 5, 20)


def step(actor: str = "rt", since: date | None = BEFORE, until: date | None = AFTER, key: str = "a") -> Step:
    return Step(key, StepKind.OTHER, key, actor, since, until)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actor", "since", "until", "begun", "done", "state"),
    [
        ("rt", BEFORE, AFTER, False, False, State.NOT_YET),
        ("rt", BEFORE, AFTER, True, False, State.RUNNING),
        ("rt", BEFORE, AFTER, True, True, State.DONE),
        ("rt", BEFORE, ON, False, False, State.NOT_YET),
        ("rt", None, BEFORE, True, False, State.LATE),
        ("rt", BEFORE, BEFORE, True, True, State.DONE),
        ("rt", None, None, False, False, State.NOT_YET),
        ("desa", BEFORE, AFTER, False, False, State.WAITING),
        ("desa", AFTER, None, False, False, State.NOT_YET),
        ("kecamatan", None, None, True, False, State.WAITING),
        ("kecamatan", None, BEFORE, False, False, State.LATE),
    ],
)
def test_where_a_step_stands(actor, since, until, begun, done, state):
    assert state_of(step(actor, since, until), begun=begun, done=done, on=ON) == state


STATIONS = st.lists(
    st.builds(
        Station,
        st.builds(
            step,
            st.sampled_from(["rt", "desa"]),
            st.none() | st.dates(date(2026, 4, 1), date(2026, 6, 1)),
            st.none() | st.dates(date(2026, 4, 1), date(2026, 6, 1)),
        ),
        st.sampled_from(State),
    ),
    max_size=8,
)


@given(STATIONS)
def test_the_next_thing_is_the_most_urgent_of_ones_own(stations):
    found = next_of(stations, ON)
    left = [each for each in stations if not each.is_done]
    own = [each for each in left if each.step.actor == "rt"]
    come = [each for each in own if each.step.since is None or each.step.since <= ON]
    assert (found is None) == (not left)
    assert not own or found.step.actor == "rt"
    assert not come or (found.step.until or date.max) == min(each.step.until or date.max for each in come)


def say(act, places, when=FIRST, **told):
    rt = places.melati
    act(**{"rt_id": rt.pk, "path": rt.path, "year": 2026, "step": StepKind.MAPPING, "on": when, "by": "uji"} | told)


def verbs():
    return list(Line.objects.filter(verb__startswith="steps.").order_by("pk").values_list("verb", flat=True))


def test_beginning_and_finishing_are_said_once(places):
    for when in (day(1), day(2)):
        say(acting.begin, places, when)
    for when in (day(3), day(4)):
        say(acting.finish, places, when)
    say(acting.begin, places, day(5))
    held = StepState.objects.get()
    assert (held.step, held.begun_on, held.done_on) == ("mapping", day(1), day(3))
    assert verbs() == ["steps.begun", "steps.finished"]


def test_what_was_finished_on_an_earlier_paper_day_keeps_its_order(places):
    say(acting.begin, places, day(9))
    say(acting.finish, places, day(4), note="berita acara lama")
    held = StepState.objects.get()
    assert (held.begun_on, held.done_on, held.note) == (day(4), day(4), "berita acara lama")


def test_a_step_may_be_opened_again(places):
    say(acting.finish, places)
    acting.reopen(rt_id=places.melati.pk, path=places.melati.path, year=2026, step="mapping", by="uji")
    assert StepState.objects.get().done_on is None
    say(acting.finish, places, day(7))
    assert StepState.objects.get().done_on == day(7)
    assert verbs()[1:] == ["steps.finished", "steps.reopened", "steps.finished"]


def test_what_was_done_before_the_juknis_came_is_not_lost(places):
    say(acting.finish, places, day(1))
    programme = adopted(places)
    station = next(each for each in steps.of_rt(places.melati.pk, programme, on=day(20)) if each.step.key == "pemetaan")
    assert (station.state, station.done_on) == (State.DONE, day(1))


def test_a_step_of_another_year_or_rt_counts_for_neither(places):
    programme = adopted(places)
    say(acting.finish, places, year=2025)
    say(acting.finish, places, rt_id=places.mawar.pk, path=places.mawar.path)
    assert not any(each.is_done for each in steps.of_rt(places.melati.pk, programme, on=day(20)))


def test_progress_counts_the_rts_beneath_a_place(places):
    programme = adopted(places)
    say(acting.finish, places)
    say(acting.begin, places, rt_id=places.mawar.pk, path=places.mawar.path)

    def counted(area, on):
        found = next(
            each
            for each in steps.progress(steps.walks([area.path], 2026, on=on), programme, on=on)
            if each.step.key == "pemetaan"
        )
        return (found.rts, found.done, found.running, found.late)

    assert counted(places.desa, day(35)) == (2, 1, 1, 0)
    assert counted(places.desa, day(36)) == (2, 1, 1, 1)
    assert counted(places.kabupaten, day(36)) == (3, 1, 1, 2)
    assert counted(places.other_desa, day(36)) == (1, 0, 0, 1)


@pytest.fixture
def counted(places):
    for rt in (places.melati, places.mawar):
        Tally.objects.create(rt=rt, path=rt.path, households=40, people=120, counted_on=FIRST)


@pytest.fixture
def helped(places, cast):
    term = {"role": Role.PENDAMPING, "area": places.desa, "path": places.desa.path, "since": SINCE, "basis": "uji"}
    return Appointment.objects.create(user=cast.stranger, **term)


def test_who_wants_help_first_and_why(places, counted, helped):
    programme = adopted(places)
    say(acting.finish, places, step=StepKind.SOSIALISASI)
    kenanga, mawar = helping.needing(steps.walks([places.kabupaten.path], 2026, on=day(15)), programme, on=day(15))
    assert (kenanga.rt_id, kenanga.is_counted, kenanga.has_helper) == (places.kenanga.pk, False, False)
    assert kenanga.late == mawar.late == ("Sosialisasi kepada warga",)
    assert (mawar.rt_id, mawar.is_counted, mawar.has_helper) == (places.mawar.pk, True, True)


def test_a_helper_whose_term_is_over_helps_nobody(places, counted, helped):
    Appointment.objects.filter(pk=helped.pk).update(until=day(10))
    assert helping.needing(steps.walks([places.desa.path], 2026, on=day(9)), None, on=day(9)) == []
    assert [
        need.has_helper for need in helping.needing(steps.walks([places.desa.path], 2026, on=day(10)), None, on=day(10))
    ] == [False, False]


def test_steps_of_others_are_not_the_rts_delay(places, counted, helped):
    programme = adopted(places)
    for own in programme.juknis.steps:
        if own.actor == "rt":
            say(acting.finish, places, step=own.mark)
    late = helping.standing(steps.walks([places.melati.path], 2026, on=day(400)), programme, on=day(400))
    assert [need.weight for need in late] == [0]
    states = {each.step.key: each.state for each in steps.of_rt(places.melati.pk, programme, on=day(400))}
    assert (states["desa"], states["kecamatan"], states["papan"]) == (State.LATE, State.LATE, State.DONE)


def test_areas_within_one_another_are_read_once(places):
    found = helping.standing(
        steps.walks([places.desa.path, places.melati.path, places.desa.path], 2026, on=day(1)), None, on=day(1)
    )
    assert sorted(need.rt_id for need in found) == sorted([places.melati.pk, places.mawar.pk])


def test_an_rt_that_is_yet_to_be_wants_nothing(places):
    before = date(2019, 1, 1)
    make_area("rt", places.desa, "RT 009 Rekaan", number="009")
    assert helping.standing(steps.walks([places.kabupaten.path], 2026, on=before), None, on=before) == []
