"""Which list is brought, and since when it holds."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import Day


class BringAnalyses(forms.Form):
    title = forms.CharField(label=_("Nama daftar"), max_length=160)
    since = forms.DateField(label=_("Berlaku sejak"), widget=Day)
    file = forms.FileField(
        label=_("Berkas"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        help_text=_("Excel atau CSV. Kolom: kode_ahsp, nama_ahsp, kategori, item, satuan, koefisien."),
        error_messages={"empty": _("Berkas itu kosong. Periksa isinya, lalu pilih lagi.")},
    )  # fmt: skip


class Bring(BringAnalyses):
    basis = forms.CharField(
        label=_("Dasarnya"), max_length=200, help_text=_("Misalnya: Keputusan Bupati tentang standar harga.")
    )
    field_order = ("title", "basis", "since", "file")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("Excel atau CSV. Kolom: kode, uraian, satuan, harga. Jenis boleh ikut.")


class Keep(forms.Form):
    """What was read, signed, on its way back."""

    kept = forms.CharField(widget=forms.HiddenInput)
