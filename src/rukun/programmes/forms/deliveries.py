"""How a recipient confirms: three small forms, one a way."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.programmes.types import Proof
from rukun.ui.widgets import Day

PICTURE = {"accept": "image/jpeg,image/png,image/webp"}
SECRET = {"inputmode": "numeric", "autocomplete": "off", "data-secret": True, "maxlength": 6}


def pin_field(label: object, **options: object) -> forms.CharField:
    """Typed by the recipient, shown to nobody, given back to no page."""
    return forms.CharField(label=label, max_length=6, widget=forms.PasswordInput(SECRET), **options)


class ByPin(forms.Form):
    pin = pin_field(_("PIN penerima"), help_text=_("Berikan ponsel ini. Penerima mengetiknya sendiri."))
    words = forms.CharField(label=_("Keterangan"), max_length=300, required=False)


class ByThumb(forms.Form):
    photo = forms.FileField(
        label=_("Foto cap jempol"), widget=forms.ClearableFileInput(PICTURE),
        help_text=_("Foto jempol bertinta di kertas tanda terima. Lokasi foto dihapus."),
        error_messages={"empty": _("Berkas itu kosong. Pilih foto lain.")},
    )  # fmt: skip
    on = forms.DateField(label=_("Diterima tanggal"), widget=Day)
    words = forms.CharField(label=_("Keterangan"), max_length=300, required=False)


class ByWitness(forms.Form):
    witness = forms.CharField(
        label=_("Nama saksi"), max_length=120,
        help_text=_("Orang ketiga yang melihat, bukan Anda dan bukan penerima."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    on = forms.DateField(label=_("Diterima tanggal"), widget=Day)
    words = forms.CharField(label=_("Keterangan"), max_length=300, required=False)


BY = {Proof.PIN: ByPin, Proof.THUMB: ByThumb, Proof.WITNESS: ByWitness}


class ChoosePin(forms.Form):
    pin = pin_field(_("PIN"), help_text=_("Empat sampai enam angka. Jangan tanggal lahir."))
    again = pin_field(_("PIN sekali lagi"))


class ChangePin(ChoosePin):
    before = pin_field(_("PIN yang lama"))
    field_order = ["before", "pin", "again"]
