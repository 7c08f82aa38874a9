"""The question at the gate: which file, for which place."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _


class NewBatch(forms.Form):
    """`areas`: (id, label) of the places this reader may fill; a single one is not asked about."""

    area = forms.TypedChoiceField(
        label=_("Wilayah"), coerce=int, help_text=_("Semua RT dalam berkas harus di dalamnya.")
    )
    file = forms.FileField(
        label=_("Berkas"),
        help_text=_("Buku kerja Excel (.xlsx) atau CSV, paling besar 40 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={"empty": _("Berkas itu kosong. Periksa isinya, lalu pilih lagi.")},
    )

    def __init__(self, *args: object, areas: Sequence[tuple[int, str]], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["area"].choices = areas
        if len(areas) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.fields["area"].initial = areas[0][0]
