"""What is asked when a place changes: what, since when, by which decree. And the files that can be brought."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rukun.territory.types import Level
from rukun.ui.widgets import Day, Digits

MEGABYTE = 1 << 20
LARGEST = 20 * MEGABYTE
BENEATH = {
    Level.DESA: (Level.RT, Level.RW, Level.DUSUN),
    Level.DUSUN: (Level.RT, Level.RW),
    Level.RW: (Level.RT,),
    Level.RT: (Level.DAWIS,),
}


class Decreed(forms.Form):
    """Every change has a day and a decree."""

    on = forms.DateField(label=lazy("Berlaku sejak"), widget=Day, help_text=lazy("Tanggal pada keputusannya."))
    basis = forms.CharField(
        label=lazy("Dasar hukum"), max_length=200, help_text=lazy("Misalnya: Keputusan Kepala Desa 12/2026.")
    )

    def clean_basis(self) -> str:
        return " ".join(self.cleaned_data["basis"].split())


def numbered(text: str) -> str:
    """ "3" → "003"; empty stays empty. Raises ValidationError."""
    bare = text.strip()
    if bare and not (bare.isascii() and bare.isdecimal() and 0 < int(bare) < 1000):
        raise ValidationError(_("Tulis nomornya dengan angka, misalnya 3 atau 003."))
    return bare.zfill(3) if bare else ""


class Add(Decreed):
    level = forms.ChoiceField(label=lazy("Yang ditambahkan"), widget=forms.RadioSelect)
    number = forms.CharField(
        label=lazy("Nomor"), max_length=4, required=False, widget=Digits, help_text=lazy("Untuk RT dan RW.")
    )
    name = forms.CharField(label=lazy("Nama"), max_length=100, required=False)
    field_order = ("level", "number", "name", "on", "basis")

    def __init__(self, *args: Any, beneath: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = BENEATH.get(beneath, ())
        self.fields["level"].choices = [(level, Level(level).label) for level in levels]
        self.fields["level"].initial = levels[0] if levels else None

    def clean_number(self) -> str:
        return numbered(self.cleaned_data["number"])

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        if held.get("level") in {Level.RT, Level.RW} and not held.get("number") and "number" not in self.errors:
            self.add_error("number", _("RT dan RW perlu nomor."))
        if held.get("level") in {Level.DUSUN, Level.DAWIS} and not held.get("name"):
            self.add_error("name", _("Isi namanya."))
        return held


class Rename(Decreed):
    number = forms.CharField(label=lazy("Nomor"), max_length=4, required=False, widget=Digits)
    name = forms.CharField(label=lazy("Nama"), max_length=100, required=False)
    field_order = ("number", "name", "on", "basis")

    def __init__(self, *args: Any, is_numbered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = not is_numbered
        if not is_numbered:
            del self.fields["number"]

    def clean_number(self) -> str:
        if not self.cleaned_data["number"].strip():
            raise ValidationError(_("RT dan RW perlu nomor."))
        return numbered(self.cleaned_data["number"])


class Transfer(Decreed):
    parent = forms.TypedChoiceField(label=lazy("Induk yang baru"), coerce=int)
    field_order = ("parent", "on", "basis")

    def __init__(self, *args: Any, parents: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("Pilih wilayah"))] + parents


class Close(Decreed):
    """Nothing more is asked."""


class Upload(Decreed):
    """A file with its day and decree; `answers` goes with it while it waits."""

    file = forms.FileField(label=lazy("Berkas"), widget=forms.FileInput)
    field_order = ("file", "on", "basis")

    def __init__(self, *args: Any, place_level: str, **kwargs: Any) -> None:
        self.place_level = place_level
        super().__init__(*args, **kwargs)

    def clean_file(self) -> UploadedFile:
        held = self.cleaned_data["file"]
        if held.size > LARGEST:
            raise ValidationError(
                _("Berkasnya %(n)d MB. Batasnya %(limit)d MB.")
                % {"n": -(-held.size // MEGABYTE), "limit": LARGEST // MEGABYTE}
            )
        return held

    @property
    def answers(self) -> dict[str, str]:
        held = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in held.items()}


class Codes(Upload):
    """A list of the ministry's codes."""


class Register(Upload):
    """A register of RT."""


class Boundaries(Upload):
    level = forms.ChoiceField(label=lazy("Batas wilayah apa?"), widget=forms.RadioSelect)
    code = forms.CharField(
        label=lazy("Kolom kode"), max_length=60, initial="kode", required=False,
        help_text=lazy("Nama kolom di berkas yang memuat kode wilayah."),
    )  # fmt: skip
    name = forms.CharField(
        label=lazy("Kolom nama"), max_length=60, initial="nama", required=False,
        help_text=lazy("Dipakai bila kodenya tidak ada."),
    )  # fmt: skip
    field_order = ("level", "file", "code", "name", "on", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Level.values.index(self.place_level)
        self.fields["level"].choices = Level.choices[own:-1]
        self.fields["basis"].label = _("Sumber batas")
        self.fields["basis"].help_text = _("Siapa yang menggambar, dan kapan.")
