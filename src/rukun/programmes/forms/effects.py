"""What is asked of who was helped, and why somebody leaves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.programmes.types import Exit
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Day

CHANGES = [(1, _("Lebih baik")), (0, _("Sama saja")), (-1, _("Lebih buruk"))]
SEEN = (Exit.FINISHED, Exit.MOVED, Exit.DIED)
"""What everybody can see; the rest is for whoever decides on the programme."""


class EffectForm(forms.Form):
    change = forms.TypedChoiceField(
        label=_("Dibanding sebelum bantuan, keadaannya"), choices=CHANGES, coerce=int, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Apa yang berubah, menurut penerima"), max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    income = RupiahField(
        label=_("Penghasilan rumah tangga sebulan"), required=False, help_text=_("Boleh kosong bila tidak disebut.")
    )


class LeaveForm(forms.Form):
    ended_by = forms.ChoiceField(label=_("Mengapa"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Sejak tanggal"), widget=Day)
    words = forms.CharField(
        label=_("Penjelasan"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Perlu, kecuali bila selesai, pindah, atau meninggal."),
    )

    def __init__(self, *args: Any, may_decide: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ended_by"].choices = [each for each in Exit.choices if may_decide or each[0] in SEEN]
