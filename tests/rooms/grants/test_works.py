"""How far a work is, and who worked on which day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, make_activity
from tests.rooms.grants.working import MONDAY, RATE, TODAY, Ground, make_ground

from rukun.grants.actions import workdays, works
from rukun.grants.models import Line, Picture, Shot, Workday, Worker
from rukun.grants.queries import workdays as days
from rukun.grants.queries import works as queries
from rukun.grants.types import Skill
from rukun.kit.problems import Problem
from rukun.people.models import Household, Person, Stay

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(places: Places) -> Ground:
    return make_ground(places.melati)


def say(ground: Ground, percent: int, on: date = MONDAY, **more):
    return works.progress(activity=ground.activity, percent=percent, on=on, today=TODAY, by="uji", **more)


def show(progress) -> None:
    here = {"path": progress.path, "on": progress.on}
    picture = Picture.objects.create(
        **here, rt=progress.activity.rt, digest=f"{progress.pk:064}", look="0" * 16, content=b"x", width=1, height=1,
        by="uji",
    )  # fmt: skip
    Shot.objects.create(**here, picture=picture, role="progress", progress=progress)


def test_the_first_word_starts_the_work_and_the_last_picture_finishes_it(ground):
    say(ground, 0)
    assert (ground.activity.state, ground.activity.starts_on) == ("running", MONDAY)
    whole = say(ground, 100, date(2026, 5, 20))
    assert works.finish(activity=ground.activity, by="uji") is False
    show(whole)
    assert works.finish(activity=ground.activity, by="uji") is True
    assert (ground.activity.state, ground.activity.ends_on) == ("finished", date(2026, 5, 20))


def test_less_than_before_says_why(ground):
    say(ground, 50)
    with pytest.raises(Problem, match="grants.less_without_words"):
        say(ground, 0)
    say(ground, 0, words="Salah ketik kemarin")
    assert queries.percent_of(ground.activity) == 0


def test_pictures_stand_side_by_side(ground):
    for percent, on in ((0, MONDAY), (50, date(2026, 5, 10)), (100, date(2026, 5, 20))):
        show(say(ground, percent, on))
    before, after = queries.before_and_after(queries.steps(ground.activity))
    assert (before.progress.percent, after.progress.percent) == (0, 100)
    assert before.pictures != after.pictures


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"percent": 101}, "percent_wrong"),
        ({"percent": -1}, "percent_wrong"),
        ({"percent": 50, "on": date(2099, 1, 1)}, "work_day_wrong"),
        ({"percent": 50, "on": date(1970, 1, 1)}, "work_day_wrong"),
        ({"percent": 50, "volume": Decimal(-1)}, "volume_wrong"),
        ({"percent": 50, "volume": Decimal(10**13)}, "volume_wrong"),
    ],
)
def test_what_cannot_be_is_a_letter(ground, told, code):
    with pytest.raises(Problem, match=f"grants.{code}"):
        say(ground, **told)


def test_nothing_is_written_before_the_rab_or_after_the_account(ground):
    for state in ("drawn", "closed"):
        ground.activity.state = state
        ground.activity.save()
        with pytest.raises(Problem, match="grants.not_at_work"):
            say(ground, 50)


def test_a_day_of_many_workers_is_one_act(ground):
    ground.mark(a=2, b=1, c="w2", d=0)
    kept = {each.worker.name.split()[1]: (each.days, each.is_waived, each.rate) for each in Workday.objects.all()}
    assert kept == {
        "Ani": (1, False, RATE), "Beni": (Decimal("0.5"), False, RATE), "Citra": (1, True, RATE),
    }  # fmt: skip
    assert ground.activity.state == "running"


def test_a_mark_is_corrected_and_taken_away(ground):
    ground.mark(a=2, b=2)
    ground.mark(a=1, b=0)
    assert [(each.worker_id, each.days) for each in Workday.objects.all()] == [(ground.workers[0].pk, Decimal("0.5"))]
    assert ground.mark(a=1) == []


def test_nobody_is_at_two_works_on_one_day(ground):
    other = make_activity(ground.money.book, "Parit rekaan")
    there = Line.objects.create(activity=other, path=other.path, number=1, kind="wage", words="Pekerja", unit="HOK")
    Workday.objects.create(
        activity=other, path=other.path, worker=ground.workers[0], line=there, on=MONDAY, days=1, rate=RATE, by="uji"
    )
    with pytest.raises(Problem, match="grants.worker_elsewhere") as raised:
        ground.mark(a=2)
    assert raised.value.details["title"] == "Parit rekaan"
    assert ground.mark(a=0, b=2)[0].worker == ground.workers[1]
    with pytest.raises(IntegrityError), transaction.atomic():
        Workday.objects.create(
            activity=ground.activity, path=other.path, worker=ground.workers[0], line=ground.line, on=MONDAY, days=1,
            rate=RATE, by="uji",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"a": 6}, "no_such_day"),
        ({"a": 2, "on": date(2099, 1, 1)}, "work_day_wrong"),
        ({"a": 2, "on": date(1970, 1, 1)}, "work_day_wrong"),
    ],
)
def test_impossible_days_are_letters(ground, told, code):
    with pytest.raises(Problem, match=f"grants.{code}"):
        ground.mark(**told)
    assert Workday.objects.count() == 0


def test_the_rate_is_the_rabs_and_half_of_it_whole_rupiah(places):
    odd = make_ground(places.melati, rate=120_001)
    with pytest.raises(Problem, match="grants.rate_odd"):
        odd.mark(a=1)
    with pytest.raises(Problem, match="grants.wage_line_asked_here"):
        odd.mark(a=2, line=odd.money.cement)
    odd.activity.budgets.update(state="draft")
    with pytest.raises(Problem, match="grants.rate_unknown"):
        odd.mark(a=2)


def person(rt, born: date, name: str = "Gita Rekaan", died: date | None = None) -> Person:
    here = {"rt": rt, "path": rt.path}
    made = Person.objects.create(**here, name=name, name_key=name.lower(), sex="female", birth_date=born)
    home = Household.objects.create(**here, rt_since=date(2020, 1, 1), since=date(2020, 1, 1))
    ended = {"until": died, "ended_by": "died"} if died else {}
    Stay.objects.create(
        person=made, household=home, path=rt.path, relation="head", since=date(2020, 1, 1), began_by="recorded", **ended
    )
    return made


def enrol(ground, **told):
    return workdays.enrol(activity=ground.activity, skill=Skill.LABOURER, on=MONDAY, by="uji", **told)


def test_a_resident_is_known_again(ground, places):
    gita = person(places.melati, date(1990, 1, 1))
    first, again = enrol(ground, person=gita.pk), enrol(ground, person=gita.pk)
    assert first == again
    assert first.name == "Gita Rekaan"


def test_children_and_the_dead_do_not_work(ground, places):
    child = person(places.melati, date(2010, 5, 5))
    with pytest.raises(Problem, match="grants.worker_too_young"):
        enrol(ground, person=child.pk)
    late = person(places.melati, date(1960, 1, 1), died=date(2026, 5, 10))
    worker = enrol(ground, person=late.pk)
    for on in (MONDAY, date(2026, 5, 10)):
        marks = {worker.pk: workdays.Mark(2)}
        told = {"activity": ground.activity, "line": ground.line, "on": on, "marks": marks, "today": TODAY, "by": "uji"}
        if on == MONDAY:
            assert len(workdays.mark(**told)) == 1
        else:
            with pytest.raises(Problem, match="grants.worker_dead"):
                workdays.mark(**told)


def test_somebody_of_another_rt_is_not_known_here(ground, places):
    other = person(places.mawar, date(1990, 1, 1))
    with pytest.raises(Problem, match="grants.worker_unknown"):
        enrol(ground, person=other.pk)
    stranger = Worker.objects.create(
        rt=places.mawar, path=places.mawar.path, name="Hadi Rekaan", skill="labourer", since=ON
    )
    told = {"activity": ground.activity, "line": ground.line, "on": MONDAY, "today": TODAY, "by": "uji"}
    with pytest.raises(Problem, match="grants.worker_unknown"):
        workdays.mark(marks={stranger.pk: workdays.Mark(2)}, **told)


@pytest.mark.parametrize("name", ["", "  ", "x"])
def test_a_worker_has_a_name(ground, name):
    with pytest.raises(Problem, match="grants.worker_name"):
        enrol(ground, name=name)


@pytest.mark.parametrize(
    ("line", "skill", "fits"),
    [
        ("Pekerja", "labourer", True),
        ("Pekerja", "craftsman", False),
        ("Upah kepala tukang batu", "master", True),
        ("Upah kepala tukang batu", "craftsman", False),
        ("Upah harian", "foreman", True),
    ],
)
def test_a_line_that_names_a_trade_is_for_that_trade(line, skill, fits):
    assert days.fits(Worker(skill=skill), Line(words=line)) is fits
