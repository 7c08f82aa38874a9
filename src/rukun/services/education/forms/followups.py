"""What was done for a child, what came of it, and when to look again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.education.types import Result
from rukun.ui.widgets import Day


class FollowForm(forms.Form):
    words = forms.CharField(
        label=_("Apa yang dilakukan?"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Misalnya: berbicara dengan orang tua dan wali kelas."),
    )  # fmt: skip
    result = forms.ChoiceField(
        label=_("Hasilnya"), choices=[("", _("Belum ada hasil")), *Result.choices], required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    done_on = forms.DateField(label=_("Dilakukan pada"), widget=Day)
    next_on = forms.DateField(
        label=_("Lihat lagi pada"), widget=Day, required=False, help_text=_("Wajib selama anak belum kembali sekolah.")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"done_on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["done_on"].widget.attrs["max"] = today.isoformat()
