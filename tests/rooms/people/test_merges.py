"""RTs become one: nobody is left in an RT that is no more, and no sum of any day changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.conftest import make_area
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, make_person, the
from tests.rooms.people.test_splits import (
    FIVE_YEARS,
    LIVES,
    as_of,
    end_home,
    in_todays_borders,
    lived,
    summed,
)

from rukun.audit.queries import lines
from rukun.kit.problems import Problem
from rukun.people.actions import cards, closings, households, merges, secrets, splits, tallies
from rukun.people.models import FamilyCard, FormerPlace, Household, Person, Secret, Tally
from rukun.people.queries import households as reading
from rukun.territory import queries as territory
from rukun.territory.models import Succession
from rukun.territory.types import Part

ON = date(2025, 7, 1)
BASIS = "SK Lurah Peragaan 9/2025"
ACT = {"today": TODAY, "by": "uji"}


def merge(*rts, on=ON, **becomes):
    return merges.merge_rts(rt_ids=[rt.id for rt in rts], on=on, basis=BASIS, **ACT, **becomes)


def left_in(rt_ids):
    """Whatever of people is still kept in these RTs."""
    return [row for model in (Household, Person, FamilyCard, Tally) for row in model.objects.filter(rt__in=rt_ids)]


def test_all_that_is_theirs_comes_along_into_a_new_rt(places):
    home, gone = make_household(places.melati, "Sari", "Tono"), make_household(places.mawar, "Dewi")
    make_person(places.mawar, "Umi")
    cards.issue(rt=places.melati, number="6402901203100004", since=SINCE, members={the("Sari"): "head"}, **ACT)
    secrets.record(person=the("Sari"), nik=NIK, status="seen", since=SINCE, by="uji")
    households.close(household=gone, on=date(2024, 6, 1), ending="moved_out", **ACT)
    tallies.refresh(rt_ids=[places.melati.id, places.mawar.id], on=TODAY)
    taman = merge(places.melati, places.mawar, name="Taman", number="003")
    held = [model.objects.values_list("path", flat=True) for model in (Household, Person, FamilyCard, Secret)]
    assert {path for paths in held for path in paths} == {taman.path}
    assert left_in([places.melati.id, places.mawar.id]) == []
    assert list(Tally.objects.values_list("rt", "households", "people")) == [(taman.id, 1, 2)]
    assert [(each.label, each.basis) for each in reading.card(Household.objects.get(pk=home.pk), on=TODAY).past] == [
        ("RT 003 Melati", BASIS)
    ]
    [line] = lines(verb="household.gathered")
    assert (line.path, line.details["households"]) == (taman.path, 2)


def test_one_of_them_may_go_on(places):
    stays, comes = make_household(places.melati, "Sari"), make_household(places.mawar, "Tono")
    tallies.refresh(rt_ids=[places.melati.id, places.mawar.id], on=TODAY)
    version = Tally.objects.get(rt=places.melati.id).version
    assert merge(places.melati, places.mawar, into_id=places.melati.id).id == places.melati.id
    assert set(Household.objects.values_list("rt", flat=True)) == {places.melati.id}
    assert left_in([places.mawar.id]) == []
    assert list(FormerPlace.objects.values_list("household", "rt")) == [(comes.pk, places.mawar.id)]
    assert Tally.objects.get().version > version, "sums above know that they are old"
    assert territory.place(places.mawar.id, on=ON) is None
    assert Household.objects.get(pk=stays.pk).rt_since == SINCE


def refused(*rts, on=ON, **becomes):
    before = list(Household.objects.order_by("pk").values_list("pk", "rt", "rt_since"))
    with pytest.raises(Problem) as caught, transaction.atomic():
        merge(*rts, on=on, **becomes)
    assert list(Household.objects.order_by("pk").values_list("pk", "rt", "rt_since")) == before
    assert territory.place(rts[0].id, on=TODAY), "a refusal leaves the RT as it was"
    return caught.value


NEW = {"name": "Taman", "number": "030"}


@pytest.mark.parametrize(
    ("others", "act", "code"),
    [
        (lambda p: [p.kenanga], NEW, "people.merge_not_one_desa"),
        (lambda p: [p.desa], NEW, "territory.levels_differ"),
        (lambda p: [], NEW, "territory.too_few_parts"),
        (lambda p: [p.mawar], NEW | {"on": TODAY + timedelta(days=1)}, "people.day_in_future"),
        (lambda p: [p.mawar], {"number": "005"}, "territory.number_taken"),
    ],
)
def test_what_cannot_be_one_rt_is_refused_whole(places, others, act, code):
    make_household(places.melati, "Sari")
    make_area("rt", places.desa, "RT 005 Dahlia", number="005")
    assert refused(places.melati, *others(places), **act).code == code


def test_two_desa_are_not_merged_either(places):
    with pytest.raises(Problem) as caught:
        merge(places.desa, places.other_desa, name="Baru")
    assert caught.value.code == "people.merge_not_one_desa"


def test_an_rt_that_has_ended_is_not_merged_again(places):
    closings.close_area(area_id=places.mawar.id, on=ON, basis=BASIS, **ACT)
    assert refused(places.melati, places.mawar, on=TODAY, **NEW).code == "territory.ended"


def test_an_rt_does_not_end_before_its_last_household_came_or_went(places):
    home = make_household(places.melati, "Sari", since=date(2025, 8, 1))
    problem = refused(places.melati, places.mawar, **NEW)
    assert (problem.code, problem.details["last"]) == ("people.merge_changed_later", date(2025, 8, 1))
    households.move(household=home, rt=places.mawar, on=date(2025, 9, 1), **ACT)
    assert refused(places.mawar, places.melati, into_id=places.mawar.id).details["last"] == date(2025, 9, 1)
    merge(places.mawar, places.melati, into_id=places.mawar.id, on=date(2025, 9, 1))


def test_nobody_comes_to_an_rt_that_has_ended(places):
    home = make_household(places.mawar, "Sari")
    merge(places.mawar, places.melati, into_id=places.mawar.id)
    home.refresh_from_db()
    comings = (
        lambda: households.found(rt=places.melati, on=date(2025, 6, 1), **ACT),
        lambda: households.move(household=home, rt=places.melati, on=TODAY, **ACT),
    )
    for come in comings:
        with pytest.raises(Problem) as caught:
            come()
        assert (caught.value.code, caught.value.details) == ("people.rt_ended", {"name": "RT 003 Melati"})
    assert left_in([places.melati.id]) == []


SPLITS = st.tuples(st.dates(date(2022, 1, 1), date(2026, 10, 1)), st.booleans(), st.lists(st.integers(0, 1)))
MERGES = st.tuples(st.sets(st.integers(0, 5), min_size=2), st.booleans(), st.integers(0, 20))


@given(east=LIVES, west=LIVES, split=SPLITS, first=MERGES, second=MERGES)
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_no_sum_of_five_years_changes(everything, places, east, west, split, first, second):
    """Households come and go in two RTs; one is split; then any of them become one, and any of those again."""
    point = transaction.savepoint()
    try:
        homes = [_settled(rt, life) for rt, lives in ((places.melati, east), (places.mawar, west)) for life in lives]
        sums = [lived(east + west, day) for day in FIVE_YEARS]
        assert [summed(as_of(places.desa, day)) for day in FIVE_YEARS] == sums
        _split(places.melati, homes[: len(east)], *split)
        for chosen, goes_on, later in (first, second):
            _merge_any(places.desa, chosen, goes_on, later)
            for counts in (as_of, in_todays_borders):
                assert [summed(counts(places.desa, day)) for day in FIVE_YEARS] == sums
    finally:
        transaction.savepoint_rollback(point)


def _settled(rt, life):
    since, until, _part = life
    home = make_household(rt, "Sari", "Tono", since=since)
    end_home(home, max(since, until) if until else None)
    return home


def _split(rt, homes, on, goes_on, sides):
    """Into two; whoever has no side drawn stays, or goes to the first part where the old RT ends."""
    sides = [*sides, *[0] * len(homes)][: len(homes)] if not goes_on else sides
    parts = [Part("Timur", "013"), Part("Barat", "014")]
    choices = {home.pk: side for home, side in zip(homes, sides, strict=False)}
    splits.split_rt(rt_id=rt.id, parts=parts, choices=choices, goes_on=goes_on, on=on, basis=BASIS, **ACT)


def _merge_any(desa, chosen, goes_on, later):
    """Some of the RTs that stand, when none came or went any more; where only one stands there is nothing to do."""
    standing = list(territory.rts_under(desa.path, on=TODAY))
    some = [standing[number] for number in sorted(chosen) if number < len(standing)]
    if len(some) < 2:
        return
    ids = [edition.area_id for edition in some]
    taken = {edition.number for edition in standing}
    becomes = {"into_id": ids[0]} if goes_on else {"number": min({"030", "031"} - taken)}
    on = min(_quiet_since(ids, some) + timedelta(days=later), TODAY)
    eve = as_of(desa, on - timedelta(days=1))
    target = merges.merge_rts(rt_ids=ids, on=on, basis=BASIS, **ACT, **becomes)
    ended = set(ids) - {target.id}
    assert left_in(ended) == []
    assert as_of(desa, on - timedelta(days=1)) == eve, "yesterday stays as it was, RT by RT"
    assert not ended & as_of(desa, on).keys()
    assert as_of(desa, on).keys() <= {edition.area_id for edition in territory.rts_under(desa.path, on=on)}


def _quiet_since(ids, editions):
    """The day after the last coming and going, after the newest of the RTs and the last time one passed."""
    came = Household.objects.filter(rt__in=ids).values_list("rt_since", flat=True)
    left = FormerPlace.objects.filter(rt__in=ids).values_list("until", flat=True)
    passed = Succession.objects.filter(Q(source__in=ids) | Q(target__in=ids)).values_list("on", flat=True)
    return max(*came, *left, *passed, *(edition.since for edition in editions)) + timedelta(days=1)
