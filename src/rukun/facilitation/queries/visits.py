"""Helper visits and the promises made there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from rukun.facilitation.models import Promise, Visit


def under(path: str) -> QuerySet[Visit]:
    """Visits in an area, the newest first, with how many promises are open and how many were broken."""
    counts = {
        "open": Count("promises", filter=Q(promises__kept__isnull=True)),
        "kept": Count("promises", filter=Q(promises__kept=True)),
        "broken": Count("promises", filter=Q(promises__kept=False)),
    }
    return Visit.objects.filter(path__startswith=path).annotate(**counts).order_by("-on", "-pk")


def open_promises(paths: Iterable[str]) -> QuerySet[Promise]:
    """What was promised in these areas and not answered yet, the first due first."""
    asked = Q(pk__in=[])
    for path in paths:
        asked |= Q(path__startswith=path)
    return Promise.objects.filter(asked, kept__isnull=True).select_related("visit").order_by("due", "pk")


def is_overdue(promise: Promise, on: date) -> bool:
    return promise.kept is None and promise.due < on


def path_of(visit_id: int) -> str:
    return Visit.objects.filter(pk=visit_id).values_list("path", flat=True).first() or ""


def path_of_promise(promise_id: int) -> str:
    return Promise.objects.filter(pk=promise_id).values_list("path", flat=True).first() or ""
