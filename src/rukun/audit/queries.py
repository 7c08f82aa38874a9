"""Reads of the log, inside the areas of the reader."""

from __future__ import annotations

from django.db.models import QuerySet

from rukun.audit.models import Line


def lines(*, subject: str = "", subject_id: int | None = None, verb: str = "") -> QuerySet[Line]:
    """Newest first; every filter may be left out."""
    wanted = {"subject": subject, "subject_id": subject_id, "verb": verb}
    return Line.objects.filter(**{name: value for name, value in wanted.items() if value}).order_by("-id")
