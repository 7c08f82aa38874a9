"""A visit, a promise, and whether it was kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.facilitation.types import Owes
from rukun.ui.widgets import Day

TEXT = {"autocomplete": "off"}


class PromiseForm(forms.Form):
    text = forms.CharField(
        label=_("Yang dijanjikan"), max_length=300, widget=forms.TextInput(TEXT),
        help_text=_("Satu janji, satu kalimat."),
    )  # fmt: skip
    owes = forms.ChoiceField(label=_("Siapa yang berjanji"), choices=Owes.choices, widget=forms.RadioSelect)
    due = forms.DateField(label=_("Ditepati paling lambat"), widget=Day)


class VisitForm(PromiseForm):
    """A visit with its first promise, if one was made."""

    on = forms.DateField(label=_("Tanggal kunjungan"), widget=Day)
    found = forms.CharField(
        label=_("Yang ditemukan"), max_length=2000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Apa yang sudah jalan, apa yang macet. Jangan tulis NIK."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("text", "owes", "due"):
            self.fields[name].required = False
        self.fields["text"].help_text = _("Satu janji, satu kalimat. Kosongkan bila tidak ada janji.")
        self.order_fields(["on", "found", "text", "owes", "due"])

    def clean(self) -> None:
        told = self.cleaned_data
        if told.get("text"):
            lacking = [name for name in ("owes", "due") if not told.get(name) and name not in self.errors]
            for name in lacking:
                self.add_error(name, ValidationError(_("Janji ini belum lengkap. Isi juga yang ini.")))

    @property
    def promises(self) -> list[dict[str, Any]]:
        told = self.cleaned_data
        return [{name: told[name] for name in ("text", "owes", "due")}] if told.get("text") else []


class KeptForm(forms.Form):
    kept = forms.TypedChoiceField(
        label=_("Apakah janji ini ditepati?"), choices=[("yes", _("Ditepati")), ("no", _("Tidak ditepati"))],
        coerce=lambda value: value == "yes", widget=forms.RadioSelect,
    )  # fmt: skip
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False, widget=forms.TextInput(TEXT))


class TickForm(forms.Form):
    note = forms.CharField(
        label=_("Catatan"), max_length=200, required=False, widget=forms.TextInput(TEXT),
        help_text=_("Misalnya: papan dipasang di pos ronda."),
    )  # fmt: skip


class NoAnswer(forms.Form):
    """Only a button."""
