"""Need against served: each poor family stands in one group, and no small group can be worked out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reports_village import client_of, fill

from rukun.accounts.permissions import today
from rukun.people.models import Household, Stay
from rukun.poverty.models import Standing
from rukun.poverty.types import HIDDEN, Label
from rukun.programmes.models import Scheme, Waiting
from rukun.programmes.types import State
from rukun.reports.queries import served
from rukun.territory import queries as territory

ON = today()


@pytest.fixture
def village(places):
    """In each of two RTs twelve poor and three better families."""
    fill(places.melati, on=ON)
    fill(places.mawar, on=ON)
    return places


def scheme(area, name):
    told = {"field": "protection", "form": "money", "unit": "household", "office": "Dinas Rekaan"}
    return Scheme.objects.create(area=area, path=area.path, name=name, kinds=["cash"], since=ON, **told)


def homes(rt, label=Label.POOR):
    held = Standing.objects.filter(path=rt.path, label=label).order_by("household")
    return [Household.objects.get(pk=each.household_id) for each in held]


def ask(what, home, state, *, days=0, **more):
    head = Stay.objects.get(household=home, relation="head").person
    told = {"state": state, "since": ON - timedelta(days=days), "by": "uji"} | more
    return Waiting.objects.create(scheme=what, household=home, head=head, path=home.path, **told)


@pytest.fixture
def reached(village):
    """Of the twelve of Melati: two served (one of them twice), three wait (10, 20, 60 days), one refused, six left. A
    better family is served too, and does not count."""
    cash, rice = scheme(village.kabupaten, "Uang Rekaan"), scheme(village.kabupaten, "Beras Rekaan")
    first, second, third, fourth, fifth, sixth, *_ = homes(village.melati)
    enrolled = {"enrolled_on": ON}
    ask(cash, first, State.ENROLLED, **enrolled)
    ask(rice, first, State.ENROLLED, **enrolled)
    ask(cash, second, State.ENROLLED, **enrolled)
    ask(rice, second, State.WAITING, days=400)
    for days, home in zip((10, 20, 60), (third, fourth, fifth), strict=True):
        ask(cash, home, State.WAITING, days=days)
    ask(cash, sixth, State.REFUSED, days=30, until=ON)
    ask(cash, homes(village.melati, Label.NOT_POOR)[0], State.ENROLLED, **enrolled)
    return village


def sheet(area, *, is_open):
    return served.sheet(territory.place(area.pk, on=ON), on=ON, is_open=is_open)


def page_of(user, area):
    return client_of(user).get(reverse("reports:served", args=[area.pk]))


def test_each_poor_family_stands_in_one_group(reached):
    own = sheet(reached.melati, is_open=True).own
    assert (own.poor, own.served, own.twice, own.waiting, own.refused, own.untouched) == (12, 2, 1, 3, 1, 6)
    assert own.median == 20
    assert own.served + own.waiting + own.refused + own.untouched == own.poor


def test_an_area_is_the_sum_of_its_rts(reached):
    told = sheet(reached.desa, is_open=True)
    parts = [gap for _place, gap, _shares in told.children]
    assert told.own == served.total(parts)
    assert told.own.poor == 24
    assert told.shares.groups["untouched"] == 18


def test_the_largest_gap_is_the_next_thing(reached, cast):
    answer = page_of(cast.desa_operator, reached.desa)
    assert answer.status_code == 200
    assert "12 rumah tangga miskin belum terjangkau di RT 004 Mawar" in answer.content.decode()


def test_small_groups_are_hidden_from_others_and_cannot_be_worked_out(reached, cast):
    """Only poor counts that may be told stand beside hidden groups, and never all groups but one."""
    told = sheet(reached.desa, is_open=False)
    for shares in (told.shares, *(shares for _place, _gap, shares in told.children)):
        shown = [count for count in shares.groups.values() if count is not HIDDEN]
        assert all(count >= 10 for count in shown)
        assert len(shown) <= 2
        assert shares.twice is HIDDEN
        assert shares.median is HIDDEN
    assert told.first == []
    words = page_of(cast.kecamatan_officer, reached.desa).content.decode()
    assert "disembunyikan" in words
    assert "Jumlah kecil disembunyikan" in words


def test_a_place_whose_poor_are_hidden_shows_no_group_either(reached):
    for place, _gap, shares in sheet(reached.desa, is_open=False).children:
        if shares.poor is HIDDEN:
            assert set(shares.groups.values()) == {HIDDEN}, place.label


def test_nobody_outside_sees_it_and_empty_places_say_so(reached, cast):
    assert page_of(cast.rt_head, reached.kenanga).status_code == 404
    assert page_of(cast.stranger, reached.melati).status_code == 404
    assert "Belum ada rumah tangga yang dinilai" in page_of(cast.dinsos, reached.kenanga).content.decode()


def test_more_rts_ask_no_more_questions(reached):
    def asked(path):
        with CaptureQueriesContext(connection) as seen:
            served.gaps(path, on=ON)
        return len(seen)

    assert asked(reached.kabupaten.path) == asked(reached.melati.path)
