"""H, A and M0 of an area over what its households answered; what is not known stands apart; what changed in a year."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.urls import reverse
from reports_village import BETTER, POOR, client_of, make_kitchen, make_tally

from rukun.accounts.permissions import today
from rukun.people.actions import tallies
from rukun.people.models import Household, Interview, Stay
from rukun.poverty.types import HIDDEN
from rukun.reports.queries import measures
from rukun.territory import queries as territory

ON = today()
LAST_YEAR = ON - timedelta(days=400)
WHOLE = {"has_child_out_of_school": False}
DEEP, GOOD = POOR | {"has_child_out_of_school": True, "head_education": "none"}, BETTER | WHOLE


@pytest.fixture
def village(places):
    """Melati: fourteen poor, sixteen not, one of whom nobody said whether the children go to school. Mawar: two and
    eleven."""
    for rt, poor, good in ((places.melati, 14, 15), (places.mawar, 2, 11)):
        for _ in range(poor):
            make_kitchen(rt, DEEP)
        for _ in range(good):
            make_kitchen(rt, GOOD)
        make_tally(rt, households=poor + good, people=3 * (poor + good))
    make_kitchen(places.melati, BETTER)
    return places


def answer(home, answers, on):
    told = {"instrument": "rt_census", "on": on, "source": "uji", "answers": answers, "by": "uji"}
    Interview.objects.create(household=home, path=home.path, **told)


def told(area, *, is_open=True, on=ON):
    return measures.of_area(territory.place(area.pk, on=on), on=on, is_open=is_open)


def page_of(user, area):
    return client_of(user).get(reverse("reports:measures", args=[area.pk]))


def test_what_is_not_known_stands_apart(village):
    index = told(village.melati).index
    assert (index.counted, index.incomplete) == (29, 1)
    assert index.h == Fraction(14, 29)
    assert index.m0 == index.h * index.a
    assert index.h_least == index.h_most == Fraction(14, 30)


def test_the_parts_make_up_the_whole(village):
    told_ = told(village.desa)
    whole = told_.index
    assert {part.place.id for part in told_.parts} == {village.melati.pk, village.mawar.pk}
    assert sum(part.index.contribution_to(whole) for part in told_.parts) == 1
    assert sum(part.index.share_of(whole) * part.index.m0 for part in told_.parts) == whole.m0
    assert sum(whole.adds(each.code) for each in told_.held.indicators) == 1


def test_a_kabupaten_is_the_sum_of_its_desa(village):
    for area in (village.kabupaten, village.kecamatan):
        above, beneath = told(area), told(village.desa)
        assert above.index.m0 == beneath.index.m0
        assert above.index.counted == beneath.index.counted
        assert above.change == beneath.change
    assert {part.place.id: part.index.h for part in told(village.kabupaten).parts} == {
        village.kecamatan.pk: told(village.desa).index.h
    }


def test_a_year_tells_who_left_and_who_entered(village):
    """Before: all were asked a year ago. Now one of the poor answers well, and one of the others became poor."""
    Household.objects.update(since=LAST_YEAR, rt_since=LAST_YEAR)
    Stay.objects.update(since=LAST_YEAR)
    held = list(Interview.objects.filter(path=village.melati.path).order_by("household"))
    for each in held:
        answer(each.household, each.answers, LAST_YEAR)
    was_poor = next(each for each in held if each.answers == DEEP)
    was_better = next(each for each in held if each.answers == GOOD)
    answer(was_poor.household, GOOD, ON)
    answer(was_better.household, DEEP, ON)
    moves = told(village.melati).change
    assert (moves.left, moves.entered, moves.stayed, moves.never) == (1, 1, 13, 15)
    assert (moves.gone, moves.new) == (0, 0)


def test_an_answer_is_seen_at_once_though_sums_are_remembered(village):
    before = told(village.melati).index.h
    make_kitchen(village.melati, DEEP)
    tallies.refresh(rt_ids=[village.melati.pk], on=ON)
    assert told(village.melati).index.h > before


def test_small_numbers_are_hidden_and_cannot_be_worked_out(village, cast):
    safe = told(village.desa, is_open=False)
    assert [part.is_shown for part in safe.parts] == [False, False]
    assert all(safe.moved(count) is HIDDEN for count in (0, 1, 9))
    small = told(village.mawar, is_open=False)
    assert small.is_shown is False
    assert {small.adds(each.code) for each in small.held.indicators} == {HIDDEN}
    assert {small.censored(each.code) for each in small.held.indicators} == {HIDDEN}
    words = page_of(cast.kecamatan_officer, village.mawar).content.decode()
    assert "disembunyikan" in words
    assert "Apa yang paling memberatkan" not in words


def test_a_hidden_hardship_never_stays_alone(village):
    for area in (village.melati, village.desa):
        assert len(told(area, is_open=False).hidden) != 1
    assert told(village.desa).hidden == frozenset()


def test_who_may_see_families_reads_all_of_it(village, cast):
    page = page_of(cast.desa_operator, village.desa)
    assert page.status_code == 200
    words = page.content.decode()
    assert "Apa yang paling memberatkan" in words
    assert "disembunyikan" not in words
    assert page_of(cast.rt_head, village.kenanga).status_code == 404


def test_an_empty_place_says_so(village, cast):
    assert "Belum ada rumah tangga dengan jawaban lengkap" in page_of(cast.dinsos, village.kenanga).content.decode()
