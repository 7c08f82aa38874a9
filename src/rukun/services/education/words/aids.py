"""How aids are spoken of."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from rukun.services.education.types import PIP

ACTS: dict[str, str] = {
    "education.aid_kept": gettext_noop("mencatat bantuan sekolah satu anak"),
    "education.aid_changed": gettext_noop("mengubah keadaan bantuan sekolah satu anak"),
}


def kind_words(kind: str) -> str:
    return "PIP" if kind == PIP else kind
