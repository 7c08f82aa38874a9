"""What is asked about a line of a RAB, and about why it changes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import Funding, LineKind
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Digits

REASON = 400
_PLAIN = re.compile(r"(\d{1,10})(?:[.,](\d{1,4}))?", re.ASCII)
_GROUPED = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,4}))?", re.ASCII)


class QuantityField(forms.CharField):
    """A volume: "12,5", "12.5", "1.500,25"; what could be two numbers ("1.500") is asked again."""

    def __init__(self, *, least: Decimal = Decimal("0.0001"), **options: Any) -> None:
        super().__init__(widget=Digits({"inputmode": "decimal"}), **options)
        self.least = least

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        text = "".join(super().to_python(value)[:40].split())
        return self._number(text) if text else None

    def _number(self, text: str) -> Decimal:
        plain, grouped = _PLAIN.fullmatch(text), _GROUPED.fullmatch(text)
        if plain and grouped:
            raise ValidationError(_("Ini dapat dibaca dua cara. Tulis 1500, atau 1,5."), code="two_ways")
        found = plain or grouped
        if not found:
            raise ValidationError(_("Tulis dengan angka, misalnya 12,5. Paling banyak empat angka di belakang koma."))
        number = Decimal(found[1].replace(".", "") + "." + (found[2] or "0"))
        if number < self.least:
            raise ValidationError(_("Volumenya harus lebih dari nol."), code="least")
        return number


def written(number: Decimal) -> str:
    """12.5000 → "12,5"."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


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
