"""What is asked about things done together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import Day, Digits


class EventForm(forms.Form):
    scheme_id = forms.TypedChoiceField(label=_("Program"), coerce=int)
    name = forms.CharField(
        label=_("Nama kegiatan"), max_length=120, help_text=_("Misalnya: gotong royong bersihkan parit.")
    )
    on = forms.DateField(label=_("Tanggal"), widget=Day)
    men = forms.IntegerField(label=_("Laki-laki yang hadir"), min_value=0, max_value=10**6, widget=Digits)
    women = forms.IntegerField(label=_("Perempuan yang hadir"), min_value=0, max_value=10**6, widget=Digits)
    words = forms.CharField(
        label=_("Apa yang dikerjakan"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Tanpa nama orang. Warga dapat membacanya."),
    )  # fmt: skip

    def __init__(self, *args: Any, schemes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme_id"].choices = schemes
