"""What is asked in the first hour: the first administrator, and where wished a list of codes of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rukun.ui.widgets import Day

NEW = {"autocomplete": "new-password"}


class Begin(forms.Form):
    name = forms.CharField(label=lazy("Nama lengkap Anda"), max_length=120)
    username = forms.CharField(
        label=lazy("Nama pengguna"),
        max_length=60,
        help_text=lazy("Huruf kecil, tanpa spasi. Bukan NIK."),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false", "autocomplete": "username"}),
    )
    password = forms.CharField(
        label=lazy("Kata sandi"),
        widget=forms.PasswordInput(NEW),
        strip=False,
        help_text=lazy("Paling sedikit 10 huruf. Beberapa kata mudah diingat."),
    )
    again = forms.CharField(label=lazy("Kata sandi, sekali lagi"), widget=forms.PasswordInput(NEW), strip=False)
    since = forms.DateField(
        label=lazy("Wilayah berlaku sejak"),
        widget=Day,
        help_text=lazy("Pilih tanggal sebelum data tertua Anda. Desa dan RT dicatat sejak hari itu."),
    )

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("Kedua kata sandi belum sama."))
        return self.cleaned_data["again"]

    @property
    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "username", "password", "since")}


class BeginWithOwnList(Begin):
    file = forms.FileField(label=lazy("Daftar kode wilayah"), help_text=lazy("CSV atau Excel: kolom kode dan nama."))
    code = forms.CharField(label=lazy("Kode kabupaten Anda"), max_length=5, help_text=lazy("Misalnya 64.02."))
    basis = forms.CharField(
        label=lazy("Dasar hukum daftar itu"), max_length=200, help_text=lazy("Nomor dan tahun keputusannya.")
    )
    field_order = ("file", "code", "basis", "since", "name", "username", "password", "again")
