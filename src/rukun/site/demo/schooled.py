"""Schooling in RT 003: most are at school, some are out, one is at risk, one comes back."""

from __future__ import annotations

from typing import Any

from rukun.people.queries import ages
from rukun.services.education.actions import aids, followups, schooling
from rukun.services.education.queries import aids as sources
from rukun.services.education.queries import schooling as known
from rukun.services.education.types import OLDEST, PIP, YOUNGEST
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

TOLD, ASKED = 60, 50
UNKNOWN = 6
LEVELS = ((12, "sd"), (15, "smp"), (18, "sma"))
STORIES: tuple[dict[str, Any], ...] = (
    {"state": "dropped", "level": "smp", "grade": 8, "reason": "work", "words": "Membantu di kebun sawit."},
    {"state": "not_continued", "level": "smp", "grade": 9, "reason": "cost", "words": ""},
    {"state": "at_risk", "level": "smp", "grade": 7, "reason": "distance", "words": "Perahu hanya sekali sehari."},
    {"state": "never", "level": "", "grade": None, "reason": "papers", "words": "Akta lahir belum ada."},
)


def school(story: Story) -> None:
    children = ages.of_ages(territory.path_of(story.ground.rts["003"]), YOUNGEST, OLDEST, on=story.day(TOLD))
    teens = [each for each in children if 12 <= each.age <= 16]
    apart = teens[: len(STORIES)]
    for each, said in zip(apart, STORIES, strict=False):
        _told(story, each.person_id, said)
    _at_school(story, [each for each in children if each not in apart][UNKNOWN:])
    _followed(story, [each.person_id for each in apart])
    _helped(story, [each.person_id for each in children if each not in apart][-4:], apart)


def _told(story: Story, person_id: int, said: dict[str, Any]) -> None:
    day = story.day(TOLD)
    schooling.tell(person_id=person_id, said=said, known_on=day, on=day, by=story.cast["kader-rt03"])


def _at_school(story: Story, children: list[ages.Resident]) -> None:
    place = territory.the_place(story.ground.rts["003"], on=story.until)
    levels = {each.person_id: next((name for until, name in LEVELS if each.age <= until), "") for each in children}
    chosen = {pk: level for pk, level in levels.items() if level}
    schooling.at_school(place=place, levels=chosen, on=story.day(TOLD), by=story.cast["kader-rt03"])


def _followed(story: Story, people: list[int]) -> None:
    """The first is to be looked at again by now, the second next month."""
    for person_id, away in zip(people[:2], (-2, 20), strict=False):
        day = story.day(ASKED)
        followups.follow(
            person_id=person_id, words="Berbicara dengan orang tua dan wali kelas.", result="still_out",
            next_on=story.day(-away), done_on=day, on=day, by=story.cast["kader-rt03"],
        )  # fmt: skip


def _helped(story: Story, people: list[int], apart: list[ages.Resident]) -> None:
    on, by, year = story.day(ASKED), story.cast["kader-rt03"], story.day(ASKED).year
    for person_id in people:
        expected = sources.expected(PIP, known.last(person_id), year)
        if expected:
            aids.keep(person_id=person_id, kind=PIP, year=year, state="received", amount=expected.rupiah, words="",
                      on=on, by=by)  # fmt: skip
    for each in apart[2:3]:
        aids.keep(person_id=each.person_id, kind=PIP, year=year, state="missed", amount=None,
                  words="Belum punya rekening.", on=on, by=by)  # fmt: skip
