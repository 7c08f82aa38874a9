"""The monitor of RT 003 at work: households in her care, doses on the cards, two mothers, and two visits of today."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rukun.people.queries import households, members
from rukun.services.health.actions import calls, days, doses, elders, pregnancies
from rukun.services.health.actions.calls import Seen
from rukun.services.health.queries.doses import planned
from rukun.services.health.queries.elders import is_old
from rukun.services.health.queries.measurements import is_under_five
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

RT, MONITOR = "003", "kader-rt03"
CARED_FOR, CARDS, DOSES, MOTHERS, ELDERS = 24, 5, 4, 2, 3
WEEKS = (14, 31)
"""How far the two mothers are."""
PRESSURES = ((128, 80), (152, 94), (118, 76))


def visit(story: Story) -> None:
    path = territory.path_of(story.ground.rts[RT])
    homes = households.living(path)
    lived_in = members.of_households(homes)
    wanted = {stay.household_id for stay in lived_in if _is_met(stay.person, story)}
    cared = sorted(wanted)[:CARED_FOR]
    days.entrust(user=_monitor(story), path=path, homes=cared, on=story.day(60), by=_monitor(story))
    people = [stay.person for stay in lived_in if stay.household_id in cared]
    _give(story, [each for each in people if is_under_five(each.birth_date, story.until)][:CARDS])
    _expect(story, people)
    _look(story, [each for each in people if is_old(each.birth_date, story.until)][:ELDERS])
    _knock(story, cared)


def _is_met(person: Any, story: Story) -> bool:
    return is_under_five(person.birth_date, story.until) or is_old(person.birth_date, story.until)


def _give(story: Story, children: list[Any]) -> None:
    """What the mothers' books tell, each dose a few days after it was due."""
    for child in children:
        told = [(child.birth_date + timedelta(days=31 * months + 4), row) for *row, months in planned(child.birth_date)]
        came = [(on, *row) for on, row in told if on <= story.day(30)]
        for on, given, number in came[: DOSES + child.pk % 7]:
            doses.give(person_id=child.pk, given=given, number=number, on=on, today=story.until, by=_monitor(story))


def _expect(story: Story, people: list[Any]) -> None:
    grown = [each for each in people if each.sex == "female" and each.birth_date and _age(each, story) in range(20, 40)]
    for woman, weeks in zip(grown[:MOTHERS], WEEKS, strict=False):
        told = {"today": story.until, "by": _monitor(story)}
        held = pregnancies.begin(person_id=woman.pk, since=story.until - timedelta(weeks=weeks), **told)
        seen = {"weight_g": 52_400 + weeks * 150, "arm_mm": 246, "systolic": 112, "diastolic": 74, "tablets": 30}
        pregnancies.check(pregnancy_id=held.pk, on=story.day(33), **seen, **told)


def _age(person: Any, story: Story) -> int:
    return (story.until - person.birth_date).days // 365


def _look(story: Story, old: list[Any]) -> None:
    for person, (upper, lower) in zip(old, PRESSURES, strict=False):
        elders.check(
            person_id=person.pk, on=story.day(20), today=story.until, by=_monitor(story),
            systolic=upper, diastolic=lower, waist_mm=845,
        )  # fmt: skip


def _knock(story: Story, cared: list[int]) -> None:
    """Today: nobody at home at the first door, somebody to talk with at the second."""
    told = {"on": story.until, "today": story.until, "by": _monitor(story), "where": "home"}
    first, second = (households.visible().get(pk=home) for home in cared[-2:])
    calls.keep(household=first, seen=Seen(), nobody_home=True, **told)
    calls.keep(household=second, seen=Seen(), words="Sehat semua. Air sumur keruh sejak hujan.", **told)


def _monitor(story: Story) -> Any:
    return story.cast[MONITOR]
