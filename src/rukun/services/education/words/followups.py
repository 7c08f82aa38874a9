"""How follow-ups are spoken of."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from rukun.services.education.types import Result

ACTS: dict[str, str] = {"education.followed_up": gettext_noop("mencatat tindak lanjut sekolah satu anak")}


def result_words(result: str) -> str:
    return str(Result(result).label) if result else ""
