"""What is due to give, and what came into whose hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from rukun.people.queries import persons
from rukun.people.types import Ending
from rukun.programmes.models import Arrival, Instalment, Waiting
from rukun.programmes.queries import people
from rukun.programmes.types import State

SOON = timedelta(days=14)
"""What falls due within these days is shown as coming."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A recipient who cannot receive here any more; `since` is None where the register has moved out of sight."""

    has_died: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """One part that has not come yet."""

    instalment: Instalment
    name: str
    parts: int
    gone: Gone | None


@dataclass(frozen=True, slots=True)
class Told:
    """One part, and how it came; `arrival` is None while it has not."""

    instalment: Instalment
    arrival: Arrival | None


def path_of(instalment_id: int) -> str:
    """The path of a part one may see, "" when there is none: used by guards."""
    return Instalment.objects.filter(pk=instalment_id).values_list("path", flat=True).first() or ""


def arrival_path(arrival_id: int) -> str:
    return Arrival.objects.filter(pk=arrival_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Instalment]:
    return Instalment.objects.select_related("waiting__scheme", "arrival").defer("arrival__content")


def due(path: str, *, on: date) -> QuerySet[Instalment]:
    """What those who are in should have by now or soon, the oldest first."""
    parts = Instalment.objects.filter(waiting=OuterRef("waiting")).order_by().values("waiting").annotate(n=Count("pk"))
    held = Instalment.objects.filter(path__startswith=path, arrival=None, waiting__state=State.ENROLLED)
    counted = held.filter(due__lte=on + SOON).annotate(parts=Subquery(parts.values("n")))
    return counted.select_related("waiting__scheme").order_by("due", "pk")


def told(held: Iterable[Any]) -> list[Due]:
    """Parts with the names of those who would receive. Two queries."""
    found = list(held)
    waiting = [each.waiting for each in found]
    named, gone = people.names(each.head_id for each in waiting), gone_of(waiting)
    return [Due(each, named.get(each.waiting.head_id, ""), each.parts, gone.get(each.waiting_id)) for each in found]


def sums(path: str, *, on: date) -> tuple[int, int, int]:
    """How many parts are due today or before, how many rupiah, and how many came this year."""
    here = due(path, on=on - SOON).aggregate(n=Count("pk"), amount=Sum("amount"))
    came = Arrival.objects.filter(path__startswith=path, on__year=on.year).count()
    return here["n"], here["amount"] or 0, came


def story(waiting: Waiting) -> list[Told]:
    """Every part in its order, with how it came."""
    held = visible().filter(waiting=waiting).order_by("number")
    return [Told(each, getattr(each, "arrival", None)) for each in held]


def gone(waiting: Waiting) -> Gone | None:
    """None while the recipient lives where the help was decided."""
    return gone_of([waiting]).get(waiting.pk)


def gone_of(waiting: Iterable[Waiting]) -> dict[int, Gone]:
    """Waiting → why the recipient cannot receive here. Two queries."""
    held = list(waiting)
    seen: Any = persons.visible()
    known = {each.pk: each for each in seen.filter(pk__in={one.head_id for one in held}).prefetch_related("stays")}
    found = ((one.pk, _gone(known.get(one.head_id), one.path)) for one in held)
    return {pk: each for pk, each in found if each is not None}


def name(waiting: Waiting) -> str:
    return people.names([waiting.head_id]).get(waiting.head_id, "")


def _gone(person: Any, path: str) -> Gone | None:
    if person is None:
        return Gone(has_died=False, since=None)
    last = max(person.stays.all(), key=lambda stay: (stay.since, stay.pk), default=None)
    if last is not None and last.until is not None:
        return Gone(last.ended_by == Ending.DIED, last.until)
    return Gone(has_died=False, since=last.since if last else None) if person.path != path else None
