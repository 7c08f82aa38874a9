"""Why a call is taken out as a file."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Reason(forms.Form):
    reason = forms.CharField(
        label=_("Untuk apa berkas ini?"), max_length=200, widget=forms.Textarea({"class": "answer", "rows": 2}),
        help_text=_("Misalnya: dikirim ke puskesmas. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis alasannya dengan kalimat biasa.")},
    )  # fmt: skip
