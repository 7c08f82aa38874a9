"""What the mapping knows of an RT, as sentences for the rooms above."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from rukun.mapping.models import Sheet
from rukun.mapping.queries import sheets
from rukun.mapping.types import Fact, Tool
from rukun.mapping.words import FOR_OTHERS, say


def of_rt(path: str, *, on: date) -> list[Fact]:
    """From the newest sheet of each tool up to this day: one query."""
    found = Sheet.objects.filter(path=path, entries__gt=0, changed_on__lte=on).order_by("year")
    newest = {sheet.tool: sheet for sheet in found}
    return [fact for tool in Tool if tool in newest for fact in _of(newest[tool])]


def _of(sheet: Sheet) -> list[Fact]:
    url = reverse("mapping:tool", args=[sheet.rt_id, sheet.tool]) + f"?tahun={sheet.year}"
    day = sheet.met_on or sheet.changed_on
    return [Fact(say(note), day, url) for note in sheets.told(sheet) if note.code in FOR_OTHERS]
