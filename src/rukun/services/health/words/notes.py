"""The acts on notes of the six fields in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "note.asked": gettext_noop("mencatat pertanyaan di posyandu ({field})"),
    "note.answered": gettext_noop("menjawab pertanyaan di posyandu ({field})"),
}
