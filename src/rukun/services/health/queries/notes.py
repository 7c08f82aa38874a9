"""What was asked in the six fields of posyandu, and what was answered."""

from __future__ import annotations

from django.db.models import F, QuerySet

from rukun.services.health.models import DeskNote


def path_of(note_id: int) -> str:
    """The path of a note one may see, "" when there is none: used by guards."""
    return DeskNote.objects.filter(pk=note_id).values_list("path", flat=True).first() or ""


def of_area(path: str) -> QuerySet[DeskNote]:
    """Unanswered first, then the newest."""
    held = DeskNote.objects.filter(path__gte=path, path__lt=f"{path[:-1]}/").select_related("post")
    return held.order_by(F("answered_on").desc(nulls_first=True), "-on", "-id")
