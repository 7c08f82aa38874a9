"""What was seen of the old, and who is to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max

from rukun.kit.dates import months_between
from rukun.services.health.facts import adults
from rukun.services.health.facts.due import Due
from rukun.services.health.models import ElderCheck


def is_old(born: date | None, on: date) -> bool:
    """Whether somebody is of the age at which the old are looked after."""
    return adults.is_elder(born, on)


def of_person(person_id: int) -> list[ElderCheck]:
    """The newest first."""
    return list(ElderCheck.objects.filter(person=person_id).order_by("-on", "-id"))


def due(people: Iterable[Any], on: date) -> list[Due]:
    """Of persons with `pk` and `birth_date`: the old who were not looked at for a year, or never. One query."""
    old = [each.pk for each in people if adults.is_elder(each.birth_date, on)]
    rows = ElderCheck.objects.filter(person__in=old).values("person").annotate(last=Max("on"))
    last = dict(rows.values_list("person", "last"))
    return [Due(pk, "elder", "check" if pk in last else "first", None) for pk in old if _is_due(last.get(pk), on)]


def _is_due(last: date | None, on: date) -> bool:
    return last is None or months_between(last, on) >= adults.months_apart(on)
