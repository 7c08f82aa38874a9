"""Pregnancies and their checks, and who is to be looked at this month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from rukun.services.health.facts import adults
from rukun.services.health.facts.due import Due
from rukun.services.health.models import Pregnancy


def path_of(pregnancy_id: int) -> str:
    """The path of a pregnancy one may see, "" when there is none: used by guards."""
    return Pregnancy.objects.filter(pk=pregnancy_id).values_list("path", flat=True).first() or ""


def still_open() -> QuerySet[Pregnancy]:
    return Pregnancy.objects.filter(ended_on__isnull=True)


def open_of(people: Iterable[int]) -> dict[int, Pregnancy]:
    """Person → the pregnancy that goes on."""
    return {each.person_id: each for each in still_open().filter(person__in=list(people))}


def of_person(person_id: int) -> list[Pregnancy]:
    return list(Pregnancy.objects.filter(person=person_id).order_by("-since", "-id"))


def due(people: Iterable[Any], on: date) -> list[Due]:
    """Once a month: "check" where this month has none, "overdue" where the expected day has passed. One query."""
    held = still_open().filter(person__in=[each.pk for each in people]).annotate(last=Max("checks__on"))
    return [Due(each.person_id, "pregnancy", code, each.due) for each in held if (code := _code(each, on))]


def _code(held: Any, on: date) -> str:
    if held.due and held.due < on:
        return "overdue"
    return "" if held.last and held.last >= on.replace(day=1) else "check"


def week(held: Pregnancy, on: date) -> int:
    return adults.week(held.since, on)


def least_checks(on: date) -> int:
    return adults.least_checks(on)
