"""The answer of who checks a claim."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class CheckForm(forms.Form):
    holds = forms.TypedChoiceField(
        label=_("Apakah terbukti?"), coerce=lambda word: word == "ya", widget=forms.RadioSelect,
        choices=[("ya", _("Ya, tidak ada lagi BABS")), ("tidak", _("Tidak terbukti"))],
    )  # fmt: skip
    words = forms.CharField(
        label=_("Apa yang Anda lihat?"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dapat dibaca umum. Tanpa nama warga."),
    )  # fmt: skip


class DeclareForm(forms.Form):
    """Asks nothing: the page says what is claimed."""
