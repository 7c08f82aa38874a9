"""What was measured of children, and who is due to be weighed; replaced rows are left out unless asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from rukun.kit.dates import month_end
from rukun.services.health.facts import growth
from rukun.services.health.facts.due import Due
from rukun.services.health.models import Measurement, Referral
from rukun.services.health.types import Why

TAKEN = Q(weight_g__gt=0) | Q(lenhei_mm__gt=0) | Q(head_mm__gt=0) | Q(arm_mm__gt=0)


def path_of(measurement_id: int) -> str:
    """The path of a measurement one may see, "" when there is none: used by guards."""
    return Measurement.objects.filter(pk=measurement_id).values_list("path", flat=True).first() or ""


def in_force() -> QuerySet[Measurement]:
    """Those that nothing newer replaces, the oldest first."""
    return Measurement.objects.filter(TAKEN, replaced_by__isnull=True).order_by("on", "id")


def of_person(person_id: int) -> list[Measurement]:
    return list(in_force().filter(person=person_id))


def weighings(person_id: int, *, before: date | None = None, without: int | None = None) -> list[tuple[date, int]]:
    """(day, grams) in order; `before` and `without` leave out what came later or is being replaced."""
    held = in_force().filter(person=person_id, weight_g__isnull=False, has_oedema=False).exclude(pk=without)
    held = held.filter(on__lt=before) if before else held
    return list(held.values_list("on", "weight_g"))


def due(people: Iterable[Any], on: date) -> list[Due]:
    """Who is to be weighed this month, of persons with `pk` and `birth_date`: children under five not weighed since its
    first day, and those whose numbers are to be taken again. Two queries."""
    small = [each.pk for each in people if is_under_five(each.birth_date, on)]
    first, last = on.replace(day=1), month_end(on)
    met = set(
        in_force().filter(person__in=small, on__range=(first, on), weight_g__gt=0).values_list("person", flat=True)
    )
    doubted = set(_to_measure_again(small))
    wanted = [(pk, "again" if pk in doubted else "weigh") for pk in small if pk in doubted or pk not in met]
    return [Due(pk, "measurement", code, last) for pk, code in wanted]


def is_under_five(born: date | None, on: date) -> bool:
    return born is not None and timedelta(0) <= on - born <= timedelta(days=growth.UNDER_FIVE_DAYS)


def _to_measure_again(people: Sequence[int]) -> QuerySet[Any]:
    held = Referral.objects.filter(person__in=people, why=Why.IMPLAUSIBLE, closed_on__isnull=True)
    return held.filter(measurement__replaced_by__isnull=True).values_list("person", flat=True)
