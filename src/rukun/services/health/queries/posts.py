"""Posyandu: which serve a place, who comes on their day, what their months say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from rukun.people.queries import ages
from rukun.services.health.facts import growth
from rukun.services.health.facts.months import Month, Small, Weighed, hidden, month, months_back
from rukun.services.health.models import Measurement, Post
from rukun.services.health.queries import measurements

RED = -300
FEW = 10
"""Fewer are not told to who may not see families."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A child the day waits for. `weighed_on`: this month, None while not yet."""

    person: Any
    weighed_on: date | None


def path_of(post_id: int) -> str:
    """The path of a posyandu, "" when there is none: used by guards."""
    return Post.objects.filter(pk=post_id).values_list("path", flat=True).first() or ""


def running(on: date) -> QuerySet[Post]:
    return Post.objects.filter(Q(until__isnull=True) | Q(until__gt=on))


def of_area(path: str, on: date) -> QuerySet[Post]:
    """Those that lie under a path, and those that serve it from above."""
    above = [path[: end + 1] for end, letter in enumerate(path) if letter == "."]
    beneath = Q(path__gte=path, path__lt=f"{path[:-1]}/")
    return running(on).filter(beneath | Q(path__in=above)).select_related("area").order_by("path", "name")


def serving(post_id: int, path: str) -> Post | None:
    """The posyandu of that number when it serves the path."""
    held = Post.objects.filter(pk=post_id).first()
    return held if held and path.startswith(held.path) else None


def guests(path: str, on: date) -> list[Guest]:
    """Children under five who live there today, those not yet weighed this month first."""
    born = on - timedelta(days=growth.UNDER_FIVE_DAYS)
    stays = [stay for stay in ages.born_since(path, born, since=on) if stay.until is None]
    ids = [stay.person_id for stay in stays]
    taken = measurements.in_force().filter(person__in=ids, on__range=(on.replace(day=1), on), weight_g__gt=0)
    weighed = dict(taken.values_list("person", "on"))
    found = [Guest(stay.person, weighed.get(stay.person_id)) for stay in stays]
    return sorted(found, key=lambda each: each.weighed_on is not None)


def months(path: str, on: date, *, count: int) -> list[Month]:
    """The last months of an area, the running one last. Two queries."""
    firsts = months_back(on, count)
    born = firsts[0] - timedelta(days=growth.UNDER_FIVE_DAYS)
    small = [
        Small(stay.person_id, stay.person.birth_date, stay.since, stay.until)
        for stay in ages.born_since(path, born, since=firsts[0])
    ]
    weighed = _weighed({each.person_id for each in small})
    return [month(first, today=on, small=small, weighed=weighed) for first in firsts]


def safe(month: Month) -> tuple[int | None, ...]:
    """S, K, D, N of a month for who may not see families; None where it is hidden."""
    return hidden(month.counted, threshold=FEW)


def _weighed(people: Iterable[int]) -> dict[int, Weighed]:
    rows = measurements.in_force().filter(person__in=list(people))
    found: dict[int, list[Measurement]] = {}
    for each in rows.only("person_id", "on", "weight_g", "has_oedema", "waz", "doubts"):
        found.setdefault(each.person_id, []).append(each)
    return {pk: _of_one(held) for pk, held in found.items()}


def _of_one(held: Sequence[Measurement]) -> Weighed:
    sound = [each for each in held if each.weight_g and not each.has_oedema]
    below = (each.on for each in sound if each.waz is not None and each.waz < RED and "waz" not in each.doubts)
    return Weighed([(each.on, each.weight_g) for each in sound], frozenset(below), held[0].on)
