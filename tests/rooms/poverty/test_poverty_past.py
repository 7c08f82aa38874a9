"""The page of an area as of an earlier day: the borders of that day, those of today, and what may be told of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kitchens import BETTER, ON, POOR, client_of, make_kitchen
from tests.rooms.conftest import make_area

from rukun.accounts.permissions import today
from rukun.people.actions import households, merges, splits, tallies
from rukun.people.models import Household, Interview
from rukun.poverty.actions import classifications
from rukun.poverty.queries import figures, past
from rukun.territory.actions import changes
from rukun.territory.types import Part
from rukun.walls import scope

SPLIT_ON = date(2026, 6, 1)
BEFORE = SPLIT_ON - timedelta(days=1)
BASIS = "SK Lurah Peragaan 7/2026"
EARLY, LATE = date(2026, 3, 5), date(2026, 7, 1)


def page(cast, who, place_id, **query):
    with scope.within([]):
        return client_of(getattr(cast, who)).get(reverse("area", args=[place_id]), query)


def table(seen):
    """Place → households and people."""
    return {row.values[0]: tuple(map(int, row.values[1:3])) for row in seen.context["parts"].rows}


def whole(seen):
    """Households and people of the area as a whole; the last row of its table says the same."""
    figures = [int(each["value"]) for each in seen.context["figures"][:2]]
    if seen.context["parts"] and seen.context["parts"].rows:
        assert [int(count) for count in seen.context["parts"].total.values[1:3]] == figures[::-1]
    return tuple(figures[::-1])


def judge(place, on):
    classifications.classify_area(path=place.path, on=on, by="uji")


@pytest.fixture
def village(places, cast):
    """Melati: three poor and two better families; Mawar: one. Two of the poor leave Melati by a split."""
    homes = [make_kitchen(places.melati, POOR) for _ in "123"] + [make_kitchen(places.melati, BETTER) for _ in "12"]
    make_kitchen(places.mawar, BETTER)
    tallies.refresh(rt_ids=[places.melati.id, places.mawar.id], on=today())
    judge(places.kabupaten, EARLY)
    [fresh] = splits.split_rt(
        rt_id=places.melati.id, parts=[Part("Timur", "013")], choices={homes[0].pk: 0, homes[1].pk: 0}, goes_on=True,
        on=SPLIT_ON, basis=BASIS, today=today(), by="uji",
    )  # fmt: skip
    return homes, fresh


def test_a_split_moves_no_sum(village, places, cast):
    then = page(cast, "desa_operator", places.desa.id, pada=BEFORE)
    assert table(then) == {"RT 003 Melati": (5, 15), "RT 004 Mawar": (1, 3)}
    now = page(cast, "desa_operator", places.desa.id, pada=BEFORE, batas="kini")
    assert table(now) == {"RT 003 Melati": (3, 9), "RT 004 Mawar": (1, 3), "RT 013 Timur": (2, 6)}
    after = page(cast, "desa_operator", places.desa.id, pada=SPLIT_ON)
    assert table(after) == table(now)
    assert whole(then) == whole(now) == whole(after) == (6, 18)
    shown = page(cast, "desa_operator", places.desa.id).context["figures"]
    assert [shown[1]["value"], shown[0]["value"]] == ["6", "18"], "and so it is today"
    assert "menurut nama dan batas waktu itu" in then.content.decode()
    assert "tempat rumah tangganya tercatat hari ini" in now.content.decode()


def test_the_verdicts_of_today_go_with_the_households(village, places):
    """Split off, then merged into an RT that no verdict was ever summed for: no recount was asked for, none is missing."""
    _homes, fresh = village
    before = figures.of_path(places.desa.path)
    assert (before.rts, before.poor, before.judged) == (3, 3, 6)
    rts = [places.melati.id, places.mawar.id, fresh.id]
    merged = merges.merge_rts(rt_ids=rts, number="030", on=today(), basis=BASIS, today=today(), by="uji")
    assert list(figures.figures_by_rt(places.kabupaten.path)) == [merged.path]
    after = figures.of_path(places.desa.path)
    assert (after.rts, after.poor, after.judged, after.needs) == (1, 3, 6, before.needs)


def test_a_place_that_was_not_yet_there_says_so(village, places, cast):
    _homes, fresh = village
    then = page(cast, "desa_operator", fresh.id, pada=BEFORE)
    assert "wilayah ini belum ada" in then.content.decode() and whole(then) == (0, 0)
    assert whole(page(cast, "desa_operator", fresh.id, pada=BEFORE, batas="kini")) == (2, 6)


def test_a_place_that_is_no_more_is_read_as_of_its_days(places, cast):
    home = make_kitchen(places.melati, POOR)
    splits.split_rt(
        rt_id=places.melati.id, parts=[Part("Timur", "013"), Part("Barat", "014")], choices={home.pk: 0},
        goes_on=False, on=SPLIT_ON, basis=BASIS, today=today(), by="uji",
    )  # fmt: skip
    assert page(cast, "desa_operator", places.melati.id).status_code == 404
    then = page(cast, "desa_operator", places.melati.id, pada=BEFORE)
    assert whole(then) == (1, 3)
    assert "Lihat hari ini" not in then.content.decode()


def test_the_head_of_an_rt_is_told_who_is_not_counted(village, places, cast):
    """Two households are now another RT's: the walls keep them apart, and the page says so."""
    seen = page(cast, "rt_head", places.melati.id, pada=BEFORE)
    assert whole(seen) == (3, 9)
    assert "kini di luar wilayah Anda: RT 013 Timur." in seen.content.decode()
    assert whole(page(cast, "desa_operator", places.melati.id, pada=BEFORE)) == (5, 15)
    everything = page(cast, "dinsos", places.desa.id, pada=BEFORE).content.decode()
    assert "Yang dihitung hanya keluarga" not in everything


def test_verdicts_are_the_last_ones_by_that_day(village, places, cast):
    homes, _fresh = village
    for home in homes[:2]:
        home.refresh_from_db()
        Interview.objects.create(
            household=home, path=home.path, instrument="bps14", on=LATE, source="interview", answers=BETTER, by="uji"
        )
    judge(places.kabupaten, LATE)
    judge(places.kabupaten, LATE + timedelta(days=9))
    poor = {
        day: page(cast, "desa_operator", places.desa.id, pada=day).context["verdicts"].rows[0].values[1]
        for day in (EARLY, LATE - timedelta(days=1), LATE, LATE + timedelta(days=10))
    }
    assert list(poor.values()) == ["3", "3", "1", "1"]
    assert page(cast, "desa_operator", places.desa.id, pada=EARLY - timedelta(days=1)).context["verdicts"] is None
    by_rt = page(cast, "desa_operator", places.desa.id, pada=BEFORE, batas="kini").context["parts"].rows
    assert {row.values[0]: row.values[3] for row in by_rt} == {
        "RT 003 Melati": "1", "RT 004 Mawar": "0", "RT 013 Timur": "2",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["kecamatan_officer", "dpo"])
def test_who_may_not_see_names_sees_no_verdict_of_another_day(village, places, cast, who):
    seen = page(cast, who, places.desa.id, pada=BEFORE)
    assert seen.context["verdicts"] is None
    assert len(seen.context["figures"]) == 2
    assert all(len(row.values) == 3 for row in seen.context["parts"].rows)
    assert "Pasti miskin" not in seen.content.decode()


@pytest.mark.parametrize("asked", ["31-02-2024", "2024-02-31", "kemarin", ""])
def test_a_day_that_is_none_is_asked_for_again(places, cast, asked):
    seen = page(cast, "rt_head", places.melati.id, pada=asked)
    assert seen.status_code == 422
    assert seen.context["form"].errors["pada"]


def test_a_day_to_come_and_unknown_borders_are_asked_for_again(places, cast):
    assert "Hari itu belum tiba" in page(cast, "rt_head", places.melati.id, pada="2999-01-01").content.decode()
    assert page(cast, "rt_head", places.melati.id, pada="2024-01-01", batas="entah").status_code == 422
    assert page(cast, "rt_head", places.melati.id, pada=today()).status_code == 200


def test_a_desa_is_counted_in_its_kecamatan_of_that_day(places, cast):
    make_kitchen(places.melati, POOR)
    changes.transfer(area_id=places.desa.id, parent_id=places.other_kecamatan.id, on=SPLIT_ON, basis=BASIS, by="uji")
    then = page(cast, "dinsos", places.kabupaten.id, pada=BEFORE)
    assert table(then) == {"Kecamatan Contoh Hulu": (1, 3)}
    assert then.context["silent"] == ["Kecamatan Contoh Hilir"]
    now = page(cast, "dinsos", places.kabupaten.id, pada=BEFORE, batas="kini")
    assert table(now) == {"Kecamatan Contoh Hilir": (1, 3)}


def test_an_rt_recorded_later_than_its_people_loses_nobody(places, cast):
    late = changes.add(parent_id=places.desa.id, level="rt", number="020", since=SPLIT_ON, basis=BASIS, by="uji")
    make_kitchen(late, POOR)
    then = page(cast, "desa_operator", places.desa.id, pada=BEFORE)
    assert table(then)["RT 020"] == (1, 3) and whole(then) == (1, 3)


def test_the_page_of_another_day_asks_the_database_little(village, places, cast, django_assert_max_num_queries):
    client = client_of(cast.desa_operator)
    with scope.within([]), django_assert_max_num_queries(32):
        client.get(reverse("area", args=[places.desa.id]), {"pada": BEFORE})


@pytest.fixture
def village_of_three(places):
    rts = (places.melati, places.mawar, make_area("rt", places.desa, "RT 005 Dahlia", number="005"))
    return places, rts, [make_kitchen(rts[number % 2]) for number in range(5)]


MOVES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.dates(ON, LATE)), max_size=8)


@given(moves=MOVES, on=st.dates(ON, LATE))
@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
def test_no_move_changes_the_sum_of_a_day(everything, village_of_three, moves, on):
    """Whole kitchens go from RT to RT on any days: every sum of every day stays, in either borders."""
    places, rts, homes = village_of_three
    point = transaction.savepoint()
    try:
        where = {home.pk: home.rt_id for home in homes}
        for number, target, day in sorted(moves, key=lambda move: move[2]):
            home = Household.objects.get(pk=homes[number].pk)
            if home.rt_id != rts[target].id:
                households.move(household=home, rt=rts[target], on=day, today=today(), by="uji")
                where[home.pk] = rts[target].id if day <= on else where[home.pk]
        then = past.sheet(places.desa.id, on=on, borders_of=on, with_verdicts=False)
        now = past.sheet(places.desa.id, on=on, borders_of=today(), with_verdicts=False)
        for sheet in (then, now):
            assert (sheet.own.households, sheet.own.people) == (5, 15)
            assert sum(part.sums.people for part in sheet.parts) == 15
        counted = {part.area_id: part.sums.households for part in then.parts if part.sums.households}
        assert counted == {rt.id: list(where.values()).count(rt.id) for rt in rts if rt.id in where.values()}
    finally:
        transaction.savepoint_rollback(point)
