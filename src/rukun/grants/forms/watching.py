"""What who looks writes down: an answer to a flag, the word and size of an audit sample."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

ANSWERS = [("yes", _("Ya, ada yang salah")), ("no", _("Tidak, dapat dijelaskan"))]


class CloseForm(forms.Form):
    answer = forms.ChoiceField(label=_("Apakah tanda ini benar?"), choices=ANSWERS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Apa yang Anda lihat?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Tulis siapa yang ditanya, apa jawabannya, dan bukti yang dilihat."),
    )  # fmt: skip


class SampleForm(forms.Form):
    seed = forms.CharField(
        label=_("Kata undian"), max_length=120,
        help_text=_("Kalimat apa saja. Siapa pun dapat mengulang undian dengan kata ini."),
    )  # fmt: skip
    by_risk = forms.IntegerField(label=_("RT dengan tanda terberat"), min_value=0, max_value=2000)
    by_chance = forms.IntegerField(label=_("RT secara acak"), min_value=1, max_value=2000)
