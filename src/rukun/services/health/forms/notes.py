"""A question in one of the six fields, and its answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.health.types import Field

TEXT = {"class": "answer", "rows": 4}


class Asked(forms.Form):
    field = forms.ChoiceField(label=_("Bidang"), choices=Field.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Apa yang ditanyakan atau dikeluhkan?"), max_length=600, widget=forms.Textarea(TEXT),
        help_text=_("Tulis seperti yang dikatakan. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis pertanyaannya dengan kalimat biasa.")},
    )  # fmt: skip
    post = forms.ChoiceField(label=_("Di posyandu mana?"), required=False)

    def __init__(self, *args: Any, posts: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["post"].choices = [("", _("Tidak di posyandu")), *((str(each.pk), each.name) for each in posts)]


class Answered(forms.Form):
    words = forms.CharField(
        label=_("Jawabannya"), max_length=600, widget=forms.Textarea(TEXT),
        help_text=_("Sebutkan siapa yang akan mengerjakan dan kapan, bila sudah tahu."),
        error_messages={"required": _("Tulis jawabannya dengan kalimat biasa.")},
    )  # fmt: skip
