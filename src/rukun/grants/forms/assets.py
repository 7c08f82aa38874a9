"""What is asked about things that stay."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import AssetState
from rukun.ui.fields import QuantityField, RupiahField
from rukun.ui.widgets import Day

PICTURE = {"accept": "image/jpeg,image/png,image/webp"}
EMPTY = {"empty": _("Berkas itu kosong. Pilih foto lain.")}


class AssetForm(forms.Form):
    words = forms.CharField(label=_("Barang apa"), max_length=160, help_text=_("Misalnya: tenda pesta 4 × 6 meter."))
    quantity = QuantityField(label=_("Berapa banyak"), places=2, initial=1)
    unit = forms.CharField(label=_("Satuan"), max_length=20, initial=_("unit"))
    value = RupiahField(label=_("Nilai semuanya"), help_text=_("Dengan pajak. Isi 0 bila tidak diketahui."))
    acquired_on = forms.DateField(label=_("Diperoleh tanggal"), widget=Day)
    owner = forms.CharField(label=_("Milik siapa"), max_length=120)
    keeper = forms.CharField(label=_("Dipegang siapa"), max_length=120, required=False)
    place_words = forms.CharField(
        label=_("Disimpan di mana"), max_length=200, required=False, help_text=_("Warga dapat membacanya.")
    )
    plate = forms.CharField(label=_("Nomor pelat atau nomor seri"), max_length=20, required=False)
    photo = forms.FileField(
        label=_("Foto barang"), required=False, widget=forms.ClearableFileInput(PICTURE), error_messages=EMPTY
    )

    def __init__(self, *args: Any, owner_rule: str = "", plate_rule: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("owner", owner_rule)
        said = _("Juknis: %(rule)s.") % {"rule": owner_rule} if owner_rule else _("Juknis tidak menyebut. Tanyakan.")
        self.fields["owner"].help_text = said
        if plate_rule:
            self.fields["plate"].help_text = _("Juknis: %(rule)s.") % {"rule": plate_rule}


class ChangeForm(forms.Form):
    place_words = forms.CharField(label=_("Disimpan di mana"), max_length=200, required=False)
    plate = forms.CharField(label=_("Nomor pelat atau nomor seri"), max_length=20, required=False)


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("Keadaannya"), choices=AssetState.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Apa yang terjadi"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Perlu bila rusak berat, hilang, atau dihapus."),
    )  # fmt: skip
    witness = forms.CharField(label=_("Saksi"), max_length=120, required=False)
    on = forms.DateField(label=_("Tanggal"), widget=Day)
    photo = forms.FileField(
        label=_("Foto"), required=False, widget=forms.ClearableFileInput(PICTURE), error_messages=EMPTY
    )


class HandOverForm(StateForm):
    giver = forms.CharField(label=_("Yang menyerahkan"), max_length=120)
    taker = forms.CharField(label=_("Yang menerima"), max_length=120)
    witness = forms.CharField(label=_("Saksi"), max_length=120, help_text=_("Orang ketiga yang melihat."))
    field_order = ["giver", "taker", "witness", "state", "words", "on", "photo"]
