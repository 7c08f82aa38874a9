"""What is asked with each answer: only what that answer needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.musrenbang.queries.answers import Waiting
from rukun.ui.widgets import Day
from rukun.ui.words import rupiah

READ_BY_ALL = _("Semua warga dapat membacanya. Jangan tulis nama orang atau nomor.")
REASON, ARTICLE = 1000, 120


class Note(forms.Form):
    """An answer that needs no reason."""

    note = forms.CharField(
        label=_("Catatan"), required=False, max_length=REASON, help_text=READ_BY_ALL,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class Reasoned(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"), max_length=REASON, help_text=READ_BY_ALL, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Tulis alasannya. Warga berhak tahu.")},
    )  # fmt: skip


class SendBack(Reasoned):
    due = forms.DateField(
        label=_("Diperbaiki paling lambat"), required=False, widget=Day,
        help_text=_("Boleh kosong bila tidak ada tenggat."),
    )  # fmt: skip


class Merge(Reasoned):
    into = forms.TypedChoiceField(
        label=_("Digabung ke usulan"), coerce=int, error_messages={"required": _("Pilih usulan tujuannya.")}
    )

    def __init__(self, *args: Any, targets: Sequence[Waiting], labels: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [
            (each.id, f"{labels.get(each.rt_id, '')} · {each.title} · {rupiah(each.cost)}")  # the RT comes first
            for each in targets
        ]
        self.fields["into"].choices = [("", _("Pilih usulan")), *named]


class Refuse(Reasoned):
    article = forms.CharField(
        label=_("Pasal yang dipakai"), max_length=ARTICLE,
        help_text=_("Pasal juknis atau peraturan, misalnya: Pasal 12 ayat 3."),
        error_messages={"required": _("Tulis pasalnya. Penolakan harus dapat diperiksa.")},
    )  # fmt: skip
