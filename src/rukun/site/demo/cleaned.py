"""Clean living: RT 003 half seen, RT 004 free of open defecation, larvae fewer from round to round."""

from __future__ import annotations

from random import Random
from typing import Any

from rukun.people.queries import households
from rukun.services.sanitation.actions import claims, houses, larvae, looks
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

OWN = {"use": "own", "seat": "gooseneck", "disposal": "septic"}
LATRINES: tuple[dict[str, Any], ...] = (
    OWN | {"was_emptied": True, "hands": True, "food": True, "rubbish": True, "wastewater": True},
    OWN | {"was_emptied": False, "hands": True, "food": True, "rubbish": False},
    {"use": "shared", "seat": "gooseneck", "disposal": "septic", "hands": True, "wastewater": False},
    {"use": "own", "seat": "pit", "disposal": "hole", "hands": False, "rubbish": False},
    {"use": "own", "seat": "gooseneck", "disposal": "river", "hands": True},
    {"use": "own", "seat": "gooseneck"},
    {"use": "none", "hands": False, "food": True},
)
WEIGHTS = (6, 7, 4, 3, 2, 1, 1)
UNSEEN = 5
SEEN, CLEAN, DECLARED, CHECKED = 40, 30, 25, 18
ROUNDS = (
    (34, (3, 2, 1, 2, 0, 1, 0, 0, 1, 0, 0, 0)),
    (20, (1, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0)),
    (3, (1, 0, 0, 0, 0, 0)),
)
"""Days ago, and how many containers with larvae in each of the first houses."""
HOUSES = ((4200, 5, True), (2900, 4, True), (3600, 4, False), (2400, 6, True))


def clean(story: Story) -> None:
    rng = Random(41)  # noqa: S311 - the same story every time
    for home in _homes(story, "003")[UNSEEN:]:
        _look(story, home, rng.choices(LATRINES, WEIGHTS)[0], SEEN)
    for home in _homes(story, "004"):
        _look(story, home, rng.choices(LATRINES[:3], WEIGHTS[:3])[0], CLEAN)
    _declared(story)
    for round_ in ROUNDS:
        _watched(story, *round_)
    for home, (floor, people, is_sound) in zip(_homes(story, "003")[UNSEEN:], HOUSES, strict=False):
        _measured(story, home, floor, people, is_sound)


def _homes(story: Story, number: str) -> list[int]:
    return households.living(territory.path_of(story.ground.rts[number]))


def _look(story: Story, home: int, said: dict[str, Any], before: int) -> None:
    day = story.day(before)
    looks.look(household_id=home, said=said, seen_on=day, on=day, by=story.cast["kader-rt03"])


def _declared(story: Story) -> None:
    """The head of RT 004 says so, the midwife has looked."""
    place = territory.the_place(story.ground.rts["004"], on=story.until)
    claim = claims.declare(place=place, on=story.day(DECLARED), by=story.cast["ketua-rt04"])
    claims.check(
        claim=claim, holds=True, words="Semua rumah dilihat bersama ketua RT.", on=story.day(CHECKED),
        by=story.cast["bidan-desa"],
    )  # fmt: skip


def _watched(story: Story, before: int, positives: tuple[int, ...]) -> None:
    place, by = territory.the_place(story.ground.rts["003"], on=story.until), story.cast["kader-rt03"]
    larvae.begin(place=place, on=story.day(before), by=by)
    for home, positive in zip(_homes(story, "003"), positives, strict=False):
        larvae.visit(
            household_id=home, containers=4 + home % 3, positive=positive, words="", on=story.day(before - 1), by=by
        )


def _measured(story: Story, home: int, floor: int, people: int, is_sound: bool) -> None:
    parts = {"roof_sound": is_sound, "walls_sound": True, "floor_sound": True, "frame_sound": True}
    said = {"floor_dm2": floor, "openings_dm2": floor // 15, "height_cm": 270, "people": people} | parts
    day = story.day(SEEN)
    houses.check(household_id=home, said=said, seen_on=day, on=day, by=story.cast["kader-rt03"])
