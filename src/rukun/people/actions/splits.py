"""An RT is split: the border comes from the decree, and each household goes where its people say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import carrying, days, tallies
from rukun.people.models import Household, Tally
from rukun.territory import queries as territory
from rukun.territory.actions import changes
from rukun.territory.types import Part


@transaction.atomic
def split_rt(
    *,
    rt_id: int,
    parts: Sequence[Part],
    choices: Mapping[int, int],
    goes_on: bool,
    on: date,
    basis: str,
    today: date,
    by: Any,
) -> list[Any]:
    """The new areas, in the order of `parts`. `choices`: household → which part (0, 1 …) it goes to.

    Who is not chosen stays, when the old RT goes on; else every living household must be chosen, and those that are
    no more, with people and cards of no household, follow the first part. Stated counts stay with the old RT.
    Raises Problem people.day_in_future, people.split_foreign_household, people.split_households_unplaced, and those
    of territory.actions.changes.split.
    """
    days.not_in_future(on, today=today)
    living = dict(Household.objects.filter(path=territory.path_of(rt_id)).values_list("pk", "until"))
    _check(choices, living, len(parts), goes_on)
    fresh = changes.split(area_id=rt_id, parts=parts, goes_on=goes_on, on=on, basis=basis, by=by)
    for number, area in enumerate(fresh):
        chosen = [pk for pk, part in choices.items() if part == number]
        carrying.carry(chosen, source=rt_id, target=area, on=on, basis=basis)
        record("household.carried", area, by=by, path=area.path, rt_before=rt_id, households=len(chosen), on=str(on))
    if not goes_on:
        carrying.carry([pk for pk in living if pk not in choices], source=rt_id, target=fresh[0], on=on, basis=basis)
        carrying.carry_left_behind(source=rt_id, target=fresh[0])
        Tally.objects.filter(rt=rt_id).delete()
    tallies.refresh(rt_ids=[rt_id, *(area.pk for area in fresh)], on=today)
    return fresh


def _check(choices: Mapping[int, int], living: Mapping[int, date | None], parts: int, goes_on: bool) -> None:
    foreign = [pk for pk, part in choices.items() if pk not in living or not 0 <= part < parts]
    if foreign:
        raise Problem("people.split_foreign_household", count=len(foreign))
    unplaced = [pk for pk, until in living.items() if until is None and pk not in choices]
    if unplaced and not goes_on:
        raise Problem("people.split_households_unplaced", count=len(unplaced))
