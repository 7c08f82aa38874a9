"""Posyandu: who is waited for, the four counts of a month with their guards, few hidden from who may not see families."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rooms.health.child_ground import TODAY, make_child, weigh

from rukun.kit.problems import Problem
from rukun.rules.growth import Skdn
from rukun.services.health.actions import posts as actions
from rukun.services.health.facts.months import hidden
from rukun.services.health.models import Call, Post
from rukun.services.health.queries import posts

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(places) -> Post:
    return Post.objects.create(
        area=places.melati, path=places.melati.path, name="Posyandu Melati", since=date(2026, 1, 1)
    )


def test_an_empty_posyandu_divides_by_nobody(places, post):
    now = posts.months(post.path, TODAY, count=12)[-1]
    assert now.counted == Skdn(0, 0, 0, 0, 0)
    assert {now.shares.coverage, now.shares.continuity, now.shares.participation, now.shares.growth} == {None}


def test_the_four_counts_of_a_month(places, post):
    gained, flat, absent, never, _grown = (
        make_child(places.melati, born=born)
        for born in (date(2025, 7, 1), date(2025, 7, 1), date(2025, 7, 1), date(2025, 7, 1), date(2020, 1, 1))
    )
    make_child(places.mawar)
    for child, june, july in ((gained, 8000, 8400), (flat, 8000, 8000), (absent, 8000, None)):
        weigh(child, date(2026, 6, 5), june)
        if july:
            weigh(child, date(2026, 7, 5), july)
    june, july = posts.months(post.path, TODAY, count=2)
    assert june.counted == Skdn(s=4, k=3, d=3, n=0, both=0)
    assert june.shares.growth is None
    assert july.counted == Skdn(s=4, k=3, d=2, n=1, both=2)
    assert (july.marks["T"], july.until) == (1, TODAY)
    assert [guest.weighed_on is None for guest in posts.guests(post.path, TODAY)] == [True, True, False, False]
    assert never.pk in [guest.person.pk for guest in posts.guests(post.path, TODAY)][:2]


def test_who_moved_away_is_counted_while_it_lived_there(places, post):
    child = make_child(places.melati)
    child.stays.update(until=date(2026, 7, 1), ended_by="moved_out")
    assert [month.counted.s for month in posts.months(post.path, TODAY, count=2)] == [1, 0]


def test_two_t_and_below_the_red_line_are_counted(places, post):
    child = make_child(places.melati)
    for month in (5, 6, 7):
        weigh(child, date(2026, month, 5), 6000)
    now = posts.months(post.path, TODAY, count=3)[-1]
    assert (now.two_t, now.below_red) == (1, 1)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((9, 9, 9, 9), (None, None, None, None)),
        ((40, 38, 30, 18), (40, None, 30, 18)),
        ((40, 40, 25, 4), (40, 40, 25, None)),
        ((40, 30, 20, 12), (40, 30, 20, None)),
    ],
)
def test_few_are_hidden_and_no_difference_betrays_few(counts, shown):
    assert hidden(Skdn(*counts, both=counts[2]), threshold=10) == shown


def test_siblings_met_at_a_posyandu_are_one_call(places, post, cast):
    child = make_child(places.melati)
    first = actions.met(post=post, person=child, on=TODAY, by=cast.kader)
    assert actions.met(post=post, person=child, on=TODAY, by=cast.kader) == first
    assert Call.objects.get().where == "post"
    assert actions.met(post=post, person=child, on=date(2025, 12, 31), by=cast.kader) is None


def test_a_posyandu_opens_once_and_closes_once(places, cast):
    told = {"place": places.melati, "on": TODAY, "by": cast.kader}
    made = actions.open_post(name="  Posyandu   Mawar ", since=TODAY, **told)
    assert made.name == "Posyandu Mawar"
    for name, since, code in (
        ("posyandu mawar", TODAY, "taken"),
        (" ", TODAY, "post_name"),
        ("Lain", date(2099, 1, 1), "future"),
    ):
        with pytest.raises(Problem, match=code):
            actions.open_post(name=name, since=since, **told)
    with pytest.raises(Problem, match="too_young"):
        actions.close(post=made, on=TODAY, by=cast.health_worker)
    actions.close(post=made, on=date(2026, 8, 1), by=cast.health_worker)
    with pytest.raises(Problem, match="post_closed"):
        actions.close(post=made, on=date(2026, 8, 2), by=cast.health_worker)


def test_a_desa_posyandu_serves_its_rts_and_no_other(places, post):
    above = Post.objects.create(area=places.desa, path=places.desa.path, name="Posyandu Desa", since=date(2026, 1, 1))
    assert set(posts.of_area(places.melati.path, TODAY)) == {post, above}
    assert set(posts.of_area(places.mawar.path, TODAY)) == {above}
    assert posts.serving(above.pk, places.mawar.path) == above
    assert posts.serving(post.pk, places.mawar.path) is None
