"""What is asked on the way of a receipt: a reason, a day, what a list is narrowed by."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import PaymentState
from rukun.ui.widgets import Day

TEXT = {"class": "answer", "autocomplete": "off"}


class Because(forms.Form):
    reason = forms.CharField(
        label=_("Alasannya"), max_length=400, widget=forms.Textarea({**TEXT, "rows": 3}),
        help_text=_("Dibaca warga. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis alasannya dengan kalimat biasa.")},
    )  # fmt: skip


class PaidOn(forms.Form):
    paid_on = forms.DateField(
        label=_("Tanggal uang dibayarkan"), widget=Day,
        error_messages={"required": _("Isi tanggal bayarnya."), "invalid": _("Tanggal itu tidak ada.")},
    )  # fmt: skip


class File(forms.Form):
    file = forms.FileField(
        label=_("Foto kuitansi"), help_text=_("JPEG, PNG, atau WebP. Seluruh kertas terlihat dan terbaca."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp", "capture": "environment"}),
        error_messages={"empty": _("Berkas itu kosong. Pilih foto lain."), "required": _("Pilih satu foto.")},
    )  # fmt: skip


class Sift(forms.Form):
    kata = forms.CharField(
        label=_("Toko, nomor, atau uraian"), required=False, max_length=80, widget=forms.TextInput(TEXT)
    )
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=[("", _("Semua")), *PaymentState.choices])
