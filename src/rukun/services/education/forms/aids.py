"""What is asked about aid of a year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.education.types import PIP, AidState
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Digits

OTHER = "other"


class ChangeForm(forms.Form):
    state = forms.ChoiceField(label=_("Keadaan"), choices=AidState.choices, widget=forms.RadioSelect)
    amount = RupiahField(label=_("Jumlah"), required=False, help_text=_("Wajib bila sudah diterima."))
    words = forms.CharField(
        label=_("Keterangan"), max_length=300, required=False, help_text=_("Wajib bila tidak menerima atau ditolak.")
    )


class AidForm(ChangeForm):
    """PIP or another aid by its name, and the year."""

    chosen = forms.ChoiceField(
        label=_("Bantuan"), choices=[(PIP, _("PIP (Program Indonesia Pintar)")), (OTHER, _("Bantuan lain"))],
        widget=forms.RadioSelect, initial=PIP,
    )  # fmt: skip
    name = forms.CharField(
        label=_("Nama bantuan lain"), max_length=30, required=False, help_text=_("Misalnya: Beasiswa kabupaten.")
    )
    year = forms.IntegerField(
        label=_("Tahun"), widget=Digits, error_messages={"invalid": _("Tulis dengan angka saja.")}
    )
    field_order = ("chosen", "name", "year", "state", "amount", "words")

    def clean(self) -> None:
        if self.cleaned_data.get("chosen") == OTHER and not self.cleaned_data.get("name", "").strip():
            self.add_error("name", _("Tulis nama bantuannya."))

    def said(self) -> dict[str, Any]:
        """The answers as an action takes them."""
        told = self.cleaned_data
        kind = PIP if told["chosen"] == PIP else told["name"].strip()
        return {"kind": kind} | {name: told[name] for name in ("year", "state", "amount", "words")}
