"""Reads of the log, inside the areas of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from rukun.audit.models import Line


def lines(*, subject: str = "", subject_id: int | None = None, verb: str = "") -> QuerySet[Line]:
    """Newest first; every filter may be left out."""
    wanted = {"subject": subject, "subject_id": subject_id, "verb": verb}
    return Line.objects.filter(**{name: value for name, value in wanted.items() if value}).order_by("-id")


def told(
    *, paths: Iterable[str], verb: str = "", actor: str = "", on: date | None = None, before: int | None = None
) -> QuerySet[Line]:
    """Lines of these areas, newest first: of one verb, actor or day; `before` an id, to leaf without counting."""
    beneath = Q(pk__in=[])
    for path in paths:
        beneath |= Q(path__startswith=path)
    wanted = {"actor": actor, "recorded_at__date": on, "id__lt": before}
    return lines(verb=verb).filter(beneath, **{name: value for name, value in wanted.items() if value})
