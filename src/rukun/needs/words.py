"""How the values of this room are said in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.needs.types import HIDDEN, Age, Count, Disability, Sex, Welfare
from rukun.ui.words import ribuan

GROUP_WORDS = {
    "female": gettext_lazy("perempuan"),
    "male": gettext_lazy("laki-laki"),
    "child": gettext_lazy("anak dan remaja (10–17)"),
    "young": gettext_lazy("orang muda (18–30)"),
    "elderly": gettext_lazy("lansia"),
    "poor": gettext_lazy("rumah tangga miskin"),
    "disability": gettext_lazy("penyandang disabilitas"),
}
VOICE_WORDS = {
    ("sex", Sex.FEMALE.value): gettext_lazy("perempuan"),
    ("sex", Sex.MALE.value): gettext_lazy("laki-laki"),
    ("age", Age.CHILD.value): gettext_lazy("anak atau remaja"),
    ("age", Age.YOUNG.value): gettext_lazy("muda"),
    ("age", Age.ADULT.value): gettext_lazy("dewasa"),
    ("age", Age.ELDERLY.value): gettext_lazy("lansia"),
    ("welfare", Welfare.POOR.value): gettext_lazy("rumah tangga miskin"),
    ("welfare", Welfare.NOT_POOR.value): gettext_lazy("bukan rumah tangga miskin"),
    ("disability", Disability.WITH.value): gettext_lazy("penyandang disabilitas"),
    ("disability", Disability.WITHOUT.value): gettext_lazy("bukan penyandang disabilitas"),
}


def group_words(code: str) -> str:
    return str(GROUP_WORDS[code])


def voice_words(kind: str, value: str) -> str:
    return str(VOICE_WORDS[kind, value])


def counted(count: Count) -> str:
    """A count in words; what is hidden says so and looks like nothing else."""
    return _("disembunyikan") if count is HIDDEN else ribuan(count)


def voice_of(statement: Any, kinds: tuple[str, ...] = ("sex", "age", "welfare", "disability")) -> tuple[str, ...]:
    """The kind of voice of one statement, part by part; empty when nothing was told."""
    return tuple(voice_words(kind, value) for kind in kinds if (value := getattr(statement, kind)))
