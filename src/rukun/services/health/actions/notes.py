"""What is asked in one of the six fields of a posyandu, and its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.models import DeskNote, Post
from rukun.territory.types import Place

WORDS = 600


@transaction.atomic
def ask(*, place: Place, post: Post | None, field: str, words: str, on: date, by: Any) -> DeskNote:
    """Raises Problem health.note_words."""
    told = {"area_id": place.id, "path": place.path, "post": post, "field": field, "on": on, "by": str(by)}
    note = DeskNote.objects.create(**told, words=_words(words))
    audit.record("note.asked", note, by=by, path=note.path, field=field)
    return note


@transaction.atomic
def answer(*, note: DeskNote, words: str, on: date, by: Any) -> DeskNote:
    """Raises Problem health.note_answered, health.note_words."""
    held = DeskNote.objects.select_for_update().get(pk=note.pk)
    if held.answered_on is not None:
        raise Problem("health.note_answered", day=held.answered_on)
    held.answer, held.answered_on, held.answered_by = _words(words), on, str(by)
    held.save(update_fields=["answer", "answered_on", "answered_by"])
    audit.record("note.answered", held, by=by, path=held.path, field=held.field)
    return held


def _words(text: str) -> str:
    if not text.strip():
        raise Problem("health.note_words")
    return text.strip()[:WORDS]
