"""What is asked before names leave the house."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.reports.types import PURPOSES


class NamesForm(forms.Form):
    keperluan = forms.ChoiceField(
        label=_("Untuk keperluan apa?"),
        help_text=_("Nama Anda, jam, dan keperluan ini dicatat."),
        choices=PURPOSES,
        widget=forms.RadioSelect,
    )
    bentuk = forms.ChoiceField(
        label=_("Bentuknya"),
        choices=[("pdf", _("PDF, untuk dicetak")), ("xlsx", _("XLSX, untuk diolah"))],
        initial="pdf",
        widget=forms.RadioSelect,
    )
