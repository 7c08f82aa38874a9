"""What is asked about groups and their capital."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Day


class GroupForm(forms.Form):
    scheme_id = forms.TypedChoiceField(label=_("Program"), coerce=int)
    name = forms.CharField(label=_("Nama kelompok"), max_length=120)
    since = forms.DateField(label=_("Berdiri sejak"), widget=Day)

    def __init__(self, *args: Any, schemes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme_id"].choices = schemes


class CapitalForm(forms.Form):
    amount = RupiahField(label=_("Berapa rupiah"), least=1)
    on = forms.DateField(label=_("Tanggal"), widget=Day)
    words = forms.CharField(label=_("Keterangan"), max_length=200, required=False)


class BecauseForm(forms.Form):
    words = forms.CharField(label=_("Apa yang keliru"), max_length=200)


class SureForm(forms.Form):
    """Nothing but yes."""


class PickForm(forms.Form):
    """A name to look for, and then the person who was meant."""

    words = forms.CharField(
        label=_("Nama warga"), max_length=80, help_text=_("Paling sedikit tiga huruf."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
