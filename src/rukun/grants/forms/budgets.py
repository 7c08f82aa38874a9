"""What is asked about a line of a RAB, and about why it changes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import Funding, LineKind
from rukun.ui.fields import QuantityField, RupiahField

REASON = 400


class Item(forms.Form):
    """One line of a RAB."""

    words = forms.CharField(
        label=_("Uraian"), max_length=160, help_text=_("Nama barang atau pekerjaan. Jangan tulis nama orang.")
    )
    kind = forms.ChoiceField(label=_("Kelompok"), choices=LineKind.choices, widget=forms.RadioSelect)
    funding = forms.ChoiceField(
        label=_("Dibayar oleh"), choices=Funding.choices, widget=forms.RadioSelect, initial=Funding.GRANT.value,
        help_text=_("Swadaya adalah sumbangan warga: tenaga, bahan, atau uang."),
    )  # fmt: skip
    quantity = QuantityField(label=_("Volume"), help_text=_("Berapa banyak, misalnya 12,5."))
    unit = forms.CharField(
        label=_("Satuan"), max_length=20, help_text=_("Misalnya zak, m³, buah. HOK: satu orang bekerja satu hari.")
    )
    unit_price = RupiahField(label=_("Harga satu satuan"), least=1, help_text=_("Termasuk ongkos angkut, bila ada."))
    code = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    takeoff = forms.CharField(
        label=_("Dari mana volumenya"), required=False, max_length=240,
        help_text=_("Boleh kosong. Misalnya: panjang 50 m × lebar 2 m × tebal 0,1 m."),
    )  # fmt: skip


class Reason(forms.Form):
    reason = forms.CharField(
        label=_("Mengapa RAB diubah"), max_length=REASON, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Semua warga dapat membacanya. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis alasannya dengan satu dua kalimat.")},
    )  # fmt: skip
