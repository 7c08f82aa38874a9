"""Several RTs become one: everyone who lives in them, or lived there last, comes along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import carrying, days, tallies
from rukun.people.models import FormerPlace, Household, Tally
from rukun.territory import queries as territory
from rukun.territory.actions import changes


@transaction.atomic
def merge_rts(
    *,
    rt_ids: Sequence[int],
    into_id: int | None = None,
    name: str = "",
    number: str = "",
    on: date,
    basis: str,
    today: date,
    by: Any,
) -> Any:
    """The RT that all of them became: `into_id`, which goes on, or a new one of that name, where the first one lay.

    The RTs that end are locked before their people are looked at: nobody can move in meanwhile. Stated counts stay
    with the RTs they were said of. Raises Problem people.day_in_future, people.merge_not_one_desa,
    people.merge_changed_later, and those of territory.actions.changes.merge.
    """
    days.not_in_future(on, today=today)
    target = changes.merge(area_ids=rt_ids, into_id=into_id, name=name, number=number, on=on, basis=basis, by=by)
    sources = [pk for pk in rt_ids if pk != target.pk]
    _check_desa(sources, target)
    _check_day(sources, on)
    carried = sum(_empty(source, target, on, basis) for source in sources)
    record("household.gathered", target, by=by, path=target.path, rts_before=sources, households=carried, on=str(on))
    Tally.objects.filter(rt__in=sources).delete()
    tallies.refresh(rt_ids=[target.pk], on=today)
    return target


def _check_desa(sources: Sequence[int], target: Any) -> None:
    desas = {territory.desa_path(path) for path in [target.path, *map(territory.path_of, sources)]}
    if target.level != "rt" or len(desas) > 1:
        raise Problem("people.merge_not_one_desa")


def _check_day(sources: Sequence[int], on: date) -> None:
    """An RT ends after the last household came to it or went from it."""
    came = Household.objects.filter(rt__in=sources).aggregate(last=Max("rt_since"))
    left = FormerPlace.objects.filter(rt__in=sources).aggregate(last=Max("until"))
    last = max((each["last"] for each in (came, left) if each["last"]), default=on)
    if last > on:
        raise Problem("people.merge_changed_later", on=on, last=last)


def _empty(source: int, target: Any, on: date, basis: str) -> int:
    """Takes all of an RT along; tells how many households that were."""
    homes = list(Household.objects.filter(rt=source).values_list("pk", flat=True))
    carrying.carry(homes, source=source, target=target, on=on, basis=basis)
    carrying.carry_left_behind(source=source, target=target)
    return len(homes)
