"""How schooling is spoken of."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rukun.services.education.types import Level, Reason, State
from rukun.ui.words import ribuan

ACTS: dict[str, str] = {
    "education.told": gettext_noop("mencatat keadaan sekolah satu anak"),
    "education.told_many": gettext_noop("mencatat {count} anak bersekolah"),
}


def state_words(state: str) -> str:
    return str(State(state).label) if state else _("belum diketahui")


def reason_words(reason: str) -> str:
    return str(Reason(reason).label) if reason else ""


def level_words(level: str, grade: int | None) -> str:
    """The level and the grade: "SMP sederajat, kelas 8"."""
    if not level:
        return ""
    label = str(Level(level).label)
    return _("%(level)s, kelas %(grade)s") % {"level": label, "grade": grade} if grade else label


def counted(count: int | None) -> str:
    """A count in words; what is hidden says so and looks like nothing else."""
    return _("disembunyikan") if count is None else ribuan(count)
