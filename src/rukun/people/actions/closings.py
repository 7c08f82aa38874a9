"""A place is closed for good only when nobody is left in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.kit.problems import Problem
from rukun.people.actions import days
from rukun.people.models import FormerPlace, Household, Stay
from rukun.territory.actions import changes


@transaction.atomic
def close_area(*, area_id: int, on: date, basis: str, today: date, by: Any) -> Any:
    """Closes a place that has no successor. The area is closed, and so locked, before anyone is counted: nobody can
    move in meanwhile.

    Raises Problem people.day_in_future, people.area_lived_in, people.area_left_later, and those of
    territory.actions.changes.close.
    """
    days.not_in_future(on, today=today)
    area = changes.close(area_id=area_id, on=on, basis=basis, by=by)
    homes = Household.objects.filter(path=area.path)
    living = homes.filter(until__isnull=True)
    if count := living.count():
        people = Stay.objects.filter(household__in=living, until__isnull=True).count()
        raise Problem("people.area_lived_in", households=count, people=people)
    former = FormerPlace.objects.filter(rt=area.pk)
    last = max(filter(None, (rows.aggregate(last=Max("until"))["last"] for rows in (homes, former))), default=on)
    if last > on:
        raise Problem("people.area_left_later", on=on, last=last)
    return area
