"""What is asked when a posyandu begins."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import Day


class PostForm(forms.Form):
    name = forms.CharField(
        label=_("Nama posyandu"), max_length=80, help_text=_("Misalnya Posyandu Melati."),
        widget=forms.TextInput({"class": "answer", "autocomplete": "off"}),
    )  # fmt: skip
    since = forms.DateField(label=_("Mulai"), widget=Day)


class Nothing(forms.Form):
    """Nothing is asked, only whether."""
