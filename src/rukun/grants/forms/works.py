"""What is asked about works: how far they are, who works, which days a wage list takes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import Purse, Skill
from rukun.ui.fields import QuantityField
from rukun.ui.widgets import Day, Digits

MEASURED = "measured"
FAR = [
    ("0", _("0 %: sebelum mulai")),
    ("50", _("50 %: setengah jalan")),
    ("100", _("100 %: selesai")),
    (MEASURED, _("Lain: diukur sendiri")),
]
PICTURE = {"accept": "image/jpeg,image/png,image/webp"}
READ_BY_ALL = _("Semua warga dapat membacanya. Jangan tulis nama orang.")


class ProgressForm(forms.Form):
    far = forms.ChoiceField(label=_("Sudah sejauh mana?"), choices=FAR, widget=forms.RadioSelect)
    measured = forms.IntegerField(
        label=_("Berapa persen, bila diukur sendiri"), required=False, min_value=0, max_value=100, widget=Digits
    )
    volume = QuantityField(
        label=_("Volume yang sudah jadi"), required=False, places=2, help_text=_("Misalnya 42,5 untuk 42,5 meter.")
    )
    unit = forms.CharField(label=_("Satuan volume"), required=False, max_length=20, help_text=_("m, m², m³, unit"))
    words = forms.CharField(
        label=_("Keterangan"), required=False, max_length=400, help_text=READ_BY_ALL,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    on = forms.DateField(label=_("Tanggal"), widget=Day)
    photo = forms.FileField(
        label=_("Foto pekerjaan"), required=False, widget=forms.ClearableFileInput(PICTURE),
        help_text=_("Berdirilah di tempat yang sama setiap kali. Foto 100 % menyatakan pekerjaan selesai."),
        error_messages={"empty": _("Berkas itu kosong. Pilih foto lain.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        held = super().clean() or {}
        if held.get("far") == MEASURED and held.get("measured") is None and "measured" not in self.errors:
            self.add_error("measured", _("Isi persennya, dari 0 sampai 100."))
        if held.get("volume") is not None and not held.get("unit"):
            self.add_error("unit", _("Tulis satuannya, misalnya m."))
        return held

    def told(self) -> dict[str, Any]:
        """What is kept: one percentage, whichever way it was said."""
        held = dict(self.cleaned_data)
        far, measured = held.pop("far"), held.pop("measured")
        return held | {"percent": measured if far == MEASURED else int(far)}


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label=_("Foto pekerjaan"), widget=forms.ClearableFileInput(PICTURE),
        help_text=_("Berdirilah di tempat yang sama setiap kali."),
        error_messages={
            "empty": _("Berkas itu kosong. Pilih foto lain."), "required": _("Pilih satu foto."),
        },
    )  # fmt: skip


class SearchForm(forms.Form):
    words = forms.CharField(
        label=_("Cari nama warga RT ini"), required=False, max_length=120, help_text=_("Sedikitnya tiga huruf."),
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )  # fmt: skip


class WorkerForm(forms.Form):
    """Somebody from the search, or a name that is typed."""

    person = forms.TypedChoiceField(
        label=_("Siapa?"), coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Nama pekerja"), required=False, max_length=120,
        help_text=_("Hanya untuk orang yang bukan warga RT ini."), widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    skill = forms.ChoiceField(label=_("Bekerja sebagai"), choices=Skill.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, hits: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = hits
        if not hits:
            del self.fields["person"]

    def told(self) -> dict[str, Any]:
        held = dict(self.cleaned_data)
        return held | {"person": held.get("person"), "name": held["name"].strip()}


class ListForm(forms.Form):
    """Up to which day, and what the wages are paid from."""

    until = forms.DateField(label=_("Sampai hari"), widget=Day, help_text=_("Hari sesudahnya masuk daftar berikutnya."))
    source = forms.ChoiceField(label=_("Dibayar dari"), choices=Purse.choices, widget=forms.RadioSelect)
    officer = forms.TypedChoiceField(
        label=_("Pengurus yang memegang panjar atau menalangi"), coerce=int, required=False, empty_value=None,
        help_text=_("Panjar: uang kas yang dibawa pengurus. Talangan: uang pengurus sendiri, diganti nanti."),
    )  # fmt: skip

    def __init__(self, *args: Any, officers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", _("Tidak ada")), *officers]

    def clean(self) -> dict[str, Any]:
        held = super().clean() or {}
        by_somebody = held.get("source") in (Purse.PANJAR, Purse.TALANGAN)
        if by_somebody and not held.get("officer"):
            self.add_error("officer", _("Pilih pengurusnya."))
        if not by_somebody:
            held["officer"] = None
        return held
