"""Who was in the room: counts, never names."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import Day, Digits

CROWD = 2000


class RoomForm(forms.Form):
    met_on = forms.DateField(label=_("Tanggal"), widget=Day)
    women = forms.IntegerField(label=_("Perempuan"), min_value=0, max_value=CROWD, widget=Digits)
    men = forms.IntegerField(label=_("Laki-laki"), min_value=0, max_value=CROWD, widget=Digits)
    poor = forms.IntegerField(
        label=_("Dari rumah tangga miskin"), required=False, min_value=0, max_value=CROWD, widget=Digits,
        help_text=_("Kira-kira saja. Jangan menanyakannya di depan orang."),
    )  # fmt: skip
    disability = forms.IntegerField(
        label=_("Penyandang disabilitas"), required=False, min_value=0, max_value=CROWD, widget=Digits
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_met_on(self) -> date:
        day: date = self.cleaned_data["met_on"]
        if day > self.today:
            raise ValidationError(_("Hari itu belum tiba. Isi setelah bertemu."))
        return day

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        women, men = told.get("women"), told.get("men")
        if women is None or men is None:
            return told
        if women + men == 0:
            raise ValidationError(_("Tidak ada yang hadir? Isi jumlah perempuan dan laki-laki."))
        for name in ("poor", "disability"):
            if (told.get(name) or 0) > women + men:
                self.add_error(name, _("Lebih banyak daripada yang hadir. Periksa angkanya."))
        return told
