"""What is asked when a bundle is sent, accepted or sent back, and when money came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.parameters.juknis import PaperRule
from rukun.ui.widgets import Day

READ_BY_ALL = _("Semua warga dapat membacanya. Jangan tulis nama orang atau nomor.")
REASON, ARTICLE = 1000, 120


class Send(forms.Form):
    """The papers the juknis wants, ticked one by one."""

    ready = forms.MultipleChoiceField(
        label=_("Lembar yang sudah ada dalam berkas"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Daftar ini dari juknis. Centang yang sudah Anda pegang."),
        error_messages={"required": _("Belum ada lembar yang dicentang. Juknis meminta semuanya.")},
    )  # fmt: skip
    note = forms.CharField(
        label=_("Catatan untuk pemeriksa"), required=False, max_length=REASON, help_text=READ_BY_ALL,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, papers: Sequence[PaperRule], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ready"].choices = [(each.key, each.label) for each in papers]
        if not papers:
            del self.fields["ready"]


class Accept(forms.Form):
    note = forms.CharField(
        label=_("Catatan"), required=False, max_length=REASON, help_text=READ_BY_ALL,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class SendBack(forms.Form):
    reason = forms.CharField(
        label=_("Apa yang masih kurang"), max_length=REASON, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sebut lembar atau angkanya, satu per satu. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis apa yang kurang, supaya RT dapat memperbaikinya.")},
    )  # fmt: skip
    article = forms.CharField(
        label=_("Pasal yang dipakai"), required=False, max_length=ARTICLE,
        help_text=_("Misalnya: Lampiran 2 nomor 9. Boleh kosong."),
    )  # fmt: skip
    due = forms.DateField(
        label=_("Diperbaiki paling lambat"), required=False, widget=Day,
        help_text=_("Boleh kosong bila tidak ada tenggat."),
    )  # fmt: skip


class Release(forms.Form):
    """When and where the money came."""

    came_on = forms.DateField(label=_("Tanggal uang masuk"), widget=Day)
    into = forms.ChoiceField(
        label=_("Masuk ke"), choices=[("bank", _("Rekening bank RT")), ("cash", _("Kas tunai RT"))], initial="bank",
        widget=forms.RadioSelect,
    )  # fmt: skip
