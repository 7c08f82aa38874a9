"""What a cadre says was seen, what a health worker decides, and what came of it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.health.types import Why
from rukun.ui.widgets import Day

WHYS = [(each.value, each.label) for each in (Why.OTHER, Why.OEDEMA, Why.THIN, Why.SHORT, Why.PREGNANCY, Why.PRESSURE)]
TEXT = {"class": "answer", "rows": 3}


class Ask(forms.Form):
    why = forms.ChoiceField(label=_("Apa yang perlu dilihat?"), choices=WHYS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Apa yang Anda lihat?"), max_length=400, required=False, widget=forms.Textarea(TEXT),
        help_text=_("Tulis yang Anda lihat saja, bukan nama penyakit."),
    )  # fmt: skip


class Decision(forms.Form):
    words = forms.CharField(
        label=_("Keputusan Anda"), max_length=400, widget=forms.Textarea(TEXT),
        help_text=_("Kader membaca kalimat ini. Tulis langkah yang dapat dikerjakan."),
        error_messages={"required": _("Tulis keputusannya dengan kalimat biasa.")},
    )  # fmt: skip
    next_on = forms.DateField(
        label=_("Lihat lagi pada"), required=False, widget=Day, help_text=_("Kader diingatkan pada hari itu.")
    )


class Outcome(forms.Form):
    outcome = forms.CharField(
        label=_("Bagaimana hasilnya?"), max_length=400, widget=forms.Textarea(TEXT),
        help_text=_("Misalnya: berat sudah naik dua bulan berturut-turut."),
        error_messages={"required": _("Tulis hasilnya dengan kalimat biasa.")},
    )  # fmt: skip
