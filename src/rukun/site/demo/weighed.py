"""A year of weighing days at the posyandu of RT 003: most children gain, two of them somebody should look at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from rukun.parameters.growth import tables
from rukun.people.queries import ages
from rukun.rules import growth
from rukun.services.health.actions import measurements, notes, posts, referrals
from rukun.services.health.queries import referrals as asked
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

CHILDREN, MONTHS, WAITING = 16, 11, 4
"""How many come, for how long, and how many have not come yet this month."""
FLAT, LOW = 1, 2
"""Which child has not gained twice, which one is below the red line."""
LEVELS = (0.3, -0.6, -3.2, -1.1, 0.8, -0.2, -1.6, 0.1, -0.8, 0.5, -1.3, 1.1, -0.4, -1.7, 0.2, -0.9)
Table = growth.Table


def weigh(story: Story) -> None:
    rt = territory.place(story.ground.rts["003"], on=story.until)
    by, opened = story.cast["kader-rt03"], story.day(390)
    post = posts.open_post(place=rt, name="Posyandu Melati", since=opened, on=opened, by=by)
    for order, stay in enumerate(_small(story, rt.path)):
        for back in range(MONTHS, -1, -1):
            if (day := _day(story, back, order)) and stay.person.birth_date < day:
                _measured(stay.person, post, day, order, back, by)
    _seen(story, rt.path)
    _noted(story, rt, post)


def _small(story: Story, path: str) -> list[Any]:
    """Children between three months and four and a half years, who live there."""
    stays = ages.born_since(path, story.day(1640), since=story.until)
    held = [each for each in stays if each.until is None and each.person.birth_date < story.day(90)]
    return sorted(held, key=lambda each: (each.person.birth_date, each.person_id))[-CHILDREN:]


def _day(story: Story, back: int, order: int) -> date | None:
    """The weighing day that many months before; this month's only for who has come already."""
    number = story.until.year * 12 + story.until.month - 1 - back
    day = date(number // 12, number % 12 + 1, 8)
    if back == 0:
        return story.until if order < CHILDREN - WAITING else None
    return day if day >= story.day(380) else None


def _measured(person: Any, post: Any, day: date, order: int, back: int, by: Any) -> None:
    is_girl, days = person.sex == "female", (day - person.birth_date).days
    level = LEVELS[order % len(LEVELS)]
    then = (day - timedelta(days=28 * max(2 - back, 0)) - person.birth_date).days if order == FLAT else days
    grams = round(_at("weight_for_age_days", is_girl, max(then, 0), level) * 1000, -2)
    length = round(_at("length_for_age_days", is_girl, days, max(level, -1.8)) * 10)
    call = posts.met(post=post, person=person, on=day, by=by)
    measurements.measure(
        person.pk, on=day, by=by, call_id=call and call.pk, weight_g=int(grams), lenhei_mm=length, is_lying=days < 731,
        arm_mm=_arm(person, days, level), sure=True,
    )  # fmt: skip


def _arm(person: Any, days: int, level: float) -> int | None:
    """The arm is measured of every other child."""
    return (
        round(_at("arm_for_age_days", person.sex == "female", days, level) * 10)
        if person.pk % 2 and days > 91
        else None
    )


def _at(name: str, is_girl: bool, days: int, level: float) -> float:
    held = tables()[name]
    lms = growth.at(Table(held.first, held.per, held.lms), np.array([2.0 if is_girl else 1.0]), np.array([float(days)]))
    return float(growth.measure_at(np.array([level]), lms)[0])


def _seen(story: Story, path: str) -> None:
    """The midwife has seen the child below the red line; the other one waits."""
    low = asked.still_open().filter(path=path, why="below_red").values("person")
    for held in asked.still_open().filter(person__in=low):
        referrals.decide(
            referral=held, words="Dirujuk ke puskesmas untuk makanan tambahan, ditimbang lagi dua minggu.",
            next_on=story.day(-6), on=story.until, by=story.cast["bidan-desa"],
        )  # fmt: skip


def _noted(story: Story, rt: Any, post: Any) -> None:
    by, on = story.cast["kader-rt03"], story.day(20)
    told = {"place": rt, "post": post, "on": on, "by": by}
    notes.ask(field="works", words="Jalan ke posyandu becek bila hujan. Kapan diperbaiki?", **told)
    held = notes.ask(field="education", words="Apakah ada kelas PAUD di dekat sini?", **told)
    notes.answer(note=held, words="Ada, di balai RT setiap Selasa pagi.", on=story.day(12), by=by)
