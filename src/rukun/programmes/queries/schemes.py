"""Programmes and the terms that hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import StrIndex

from rukun.programmes.facts.terms import has_list
from rukun.programmes.models import Scheme, Terms, Waiting
from rukun.programmes.types import GOING, State


def visible() -> QuerySet[Scheme]:
    """Everyone in the house may know the programmes."""
    return Scheme.objects.all()


def path_of(scheme_id: int) -> str:
    """The path of the place that runs it, "" when there is none: used by guards."""
    return Scheme.objects.filter(pk=scheme_id).values_list("path", flat=True).first() or ""


def reaching(path: str, *, on: date) -> list[Scheme]:
    """Running programmes of this place and of those above it: what who lives here may ask for."""
    running = Scheme.objects.filter(since__lte=on).filter(Q(until__isnull=True) | Q(until__gt=on))
    held = running.annotate(at=StrIndex(Value(path), F("path"))).filter(at=1)
    return list(held.order_by("path", "name"))


def asked_by_people(path: str, *, on: date) -> list[Scheme]:
    """Those of `reaching` that single people wait for."""
    return [each for each in reaching(path, on=on) if has_list(each)]


def beneath(path: str, *, on: date) -> list[Scheme]:
    """Running programmes of places under this one."""
    running = Scheme.objects.filter(since__lte=on).filter(Q(until__isnull=True) | Q(until__gt=on))
    return list(running.filter(path__startswith=path).exclude(path=path).order_by("path", "name"))


def in_force(scheme: Scheme, *, on: date) -> Terms | None:
    """The newest terms that have begun."""
    return scheme.terms.filter(since__lte=on).order_by("-since", "-id").first()


def of_many(schemes: Iterable[Scheme], *, on: date) -> dict[int, Terms]:
    """Programme → the terms in force; one that has none is absent."""
    found = Terms.objects.filter(scheme__in=[each.pk for each in schemes], since__lte=on).order_by("since", "id")
    return {each.scheme_id: each for each in found}


def through_time(scheme: Scheme) -> list[Terms]:
    """The newest first."""
    return list(scheme.terms.order_by("-since", "-id"))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a place wait for a programme, and how many it has taken in."""

    waiting: int = 0
    enrolled: int = 0


def counts(path: str, *, scheme: Scheme | None = None) -> dict[int, Counts]:
    """Programme → its counts under a path, as far as one may see; one nobody asks for is absent."""
    held = Waiting.objects.filter(path__startswith=path, state__in=GOING)
    held = held.filter(scheme=scheme) if scheme else held
    rows = held.order_by().values("scheme").annotate(
        waiting=Count("pk", filter=~Q(state=State.ENROLLED)), enrolled=Count("pk", filter=Q(state=State.ENROLLED))
    )  # fmt: skip
    return {each["scheme"]: Counts(each["waiting"], each["enrolled"]) for each in rows}
