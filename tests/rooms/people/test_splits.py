"""An RT splits: households go where they choose, and no year's sums change, then or in today's borders."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, the

from rukun.audit.queries import lines
from rukun.kit.problems import Problem
from rukun.people.actions import cards, households, secrets, splits
from rukun.people.models import FamilyCard, FormerPlace, Household, Person, Secret, Stay, Tally
from rukun.people.queries import households as reading
from rukun.people.queries import past
from rukun.territory import queries as territory
from rukun.territory.types import Part

ON = date(2025, 7, 1)
ACT = {"on": ON, "basis": "SK Lurah Peragaan 7/2025", "today": TODAY, "by": "uji"}
PARTS = [Part("Melati Timur", "013"), Part("Melati Barat", "014")]
FIVE_YEARS = [date(year, month, 1) for year in range(2022, 2027) for month in (1, 4, 7, 10)]


def split(rt, choices, goes_on, parts=PARTS, **act):
    return splits.split_rt(rt_id=rt.id, parts=parts, choices=choices, goes_on=goes_on, **{**ACT, **act})


def test_households_go_by_choice_with_all_that_is_theirs(places):
    east, west, stays = (make_household(places.melati, name) for name in ("Sari", "Tono", "Dewi"))
    sari = the("Sari")
    cards.issue(rt=places.melati, number="6402901203100004", since=SINCE, today=TODAY, by="uji", members={sari: "head"})
    secrets.record(person=sari, nik=NIK, status="seen", since=SINCE, by="uji")
    fresh = split(places.melati, {east.pk: 0, west.pk: 1}, True)
    assert [Household.objects.get(pk=home.pk).rt_id for home in (east, west, stays)] == [
        fresh[0].id,
        fresh[1].id,
        places.melati.id,
    ]
    held = {the("Sari").path, FamilyCard.objects.get().path, *Secret.objects.values_list("path", flat=True)}
    assert held == {fresh[0].path}
    assert FormerPlace.objects.get(household=east).basis == ACT["basis"]
    assert dict(Tally.objects.values_list("rt", "households")) == {
        fresh[0].id: 1,
        fresh[1].id: 1,
        places.melati.id: 1,
    }
    assert lines(verb="household.carried").count() == 2


def test_when_the_old_rt_ends_nobody_is_left_behind(places):
    living, gone = make_household(places.melati, "Sari"), make_household(places.melati, "Tono")
    households.close(household=gone, on=date(2024, 6, 1), ending="moved_out", today=TODAY, by="uji")
    [fresh] = [split(places.melati, {living.pk: 1}, False)]
    assert not Household.objects.filter(rt=places.melati.id).exists()
    assert not Person.objects.filter(rt=places.melati.id).exists()
    assert not Tally.objects.filter(rt=places.melati.id).exists()
    assert the("Tono").rt_id == fresh[0].id
    assert territory.place(places.melati.id, on=TODAY) is None


@pytest.mark.parametrize(
    ("choose", "goes_on", "code"),
    [
        (lambda own, foreign: {}, False, "people.split_households_unplaced"),
        (lambda own, foreign: {own: 0, foreign: 1}, True, "people.split_foreign_household"),
        (lambda own, foreign: {own: 2}, True, "people.split_foreign_household"),
    ],
)
def test_what_does_not_add_up_is_refused_whole(places, choose, goes_on, code):
    own, foreign = make_household(places.melati, "Sari"), make_household(places.mawar, "Tono")
    with pytest.raises(Problem) as caught, transaction.atomic():
        split(places.melati, choose(own.pk, foreign.pk), goes_on)
    assert caught.value.code == code
    assert not FormerPlace.objects.exists()


def test_a_split_waits_for_its_day(places):
    with pytest.raises(Problem) as caught:
        split(places.melati, {}, True, on=TODAY + timedelta(days=1))
    assert caught.value.code == "people.day_in_future"


DAYS = st.dates(date(2022, 1, 1), date(2026, 10, 1))
LIVES = st.lists(st.tuples(DAYS, st.none() | DAYS, st.integers(0, 2)), min_size=1, max_size=12)


@given(lives=LIVES, on=DAYS, goes_on=st.booleans())
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_five_years_of_sums_are_equal_before_and_after(everything, places, lives, on, goes_on):
    """Households come and go through five years; a split on any day, even one long past, moves no sum."""
    point = transaction.savepoint()
    try:
        choices = {}
        for since, until, part in lives:
            home = make_household(places.melati, "Sari", "Tono", since=since)
            end_home(home, max(since, until) if until else None)
            if part < 2 or (until is None and not goes_on):
                choices[home.pk] = part % 2
        then, now = ([counts(places.desa, day) for day in FIVE_YEARS] for counts in (as_of, in_todays_borders))
        fresh = split(places.melati, choices, goes_on, on=on)
        after_then, after_now = (
            [counts(places.desa, day) for day in FIVE_YEARS] for counts in (as_of, in_todays_borders)
        )
        sums = [summed(counts) for counts in then]
        assert sums == [lived(lives, day) for day in FIVE_YEARS]
        for counts in (now, after_then, after_now):
            assert [summed(each) for each in counts] == sums
        for day, counts, before in zip(FIVE_YEARS, after_then, then, strict=True):
            if day < on and all(since <= on for since, _until, _part in lives):
                assert counts == before
        _hold_choices(after_now[-1], choices, fresh)
    finally:
        transaction.savepoint_rollback(point)


def as_of(desa, day):
    """RT → households and people of the day, where the borders of the day put them."""
    return counted(past.homes_as_of(territory.beneath(desa.id, on=day), day))


def in_todays_borders(desa, day):
    return counted(past.homes_in_todays_borders(territory.beneath(desa.id, on=TODAY), day))


def counted(homes):
    found = {}
    for home in homes:
        households, people = found.get(home.rt_id, (0, 0))
        found[home.rt_id] = households + 1, people + home.people
    return found


def summed(counts):
    return tuple(map(sum, zip(*counts.values(), strict=True))) or (0, 0)


def lived(lives, day):
    """Two in each kitchen that stood that day."""
    homes = sum(since <= day and (until is None or max(since, until) > day) for since, until, _part in lives)
    return homes, 2 * homes


def end_home(home, until):
    Household.objects.filter(pk=home.pk).update(until=until)
    Stay.objects.filter(household=home).update(until=until, ended_by="moved_out" if until else "")


def _hold_choices(newest, choices, fresh):
    """In today's borders each household is counted where it chose to be."""
    standing = Household.objects.filter(since__lte=FIVE_YEARS[-1]).exclude(until__lte=FIVE_YEARS[-1])
    chosen = [choices[home.pk] for home in standing if home.pk in choices]
    for number, area in enumerate(fresh):
        assert newest.get(area.id, (0, 0))[0] >= chosen.count(number)


def test_a_second_split_keeps_the_whole_chain(places):
    home = make_household(places.melati, "Sari")
    [east, _west] = split(places.melati, {home.pk: 0}, True)
    [far] = splits.split_rt(
        rt_id=east.id,
        parts=[Part("Fajar", "015")],
        choices={home.pk: 0},
        goes_on=True,
        **{**ACT, "on": date(2026, 2, 1)},
    )
    assert as_of(places.desa, date(2025, 1, 1)) == {places.melati.id: (1, 1)}
    assert as_of(places.desa, date(2025, 8, 1)) == {east.id: (1, 1)}
    assert as_of(places.desa, TODAY) == {far.id: (1, 1)}
    assert in_todays_borders(places.desa, date(2025, 1, 1)) == {far.id: (1, 1)}
    past = reading.card(Household.objects.get(), on=TODAY).past
    assert [(each.label, each.since, each.until) for each in past] == [
        ("RT 013 Melati Timur", ON, date(2026, 2, 1)),
        ("RT 003 Melati", SINCE, ON),
    ]
