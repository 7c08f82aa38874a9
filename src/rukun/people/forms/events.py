"""What is asked when something happens to a person or a household."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.people.intake import codes
from rukun.people.types import NikStatus, Relation, Sex
from rukun.ui.widgets import DateParts, Day, Digits

TEXT = {"class": "answer", "autocomplete": "off"}


def choices(kind: str) -> list[tuple[str, str]]:
    """The words of an official list; translations gathers them from codes.yaml."""
    return [("", _("Belum diketahui")), *((value, _(label)) for value, label in codes.labels(kind).items())]


class Dated(forms.Form):
    """Everything that happens has a day, by default the present one."""

    on = forms.DateField(label=_("Tanggal kejadian"), widget=Day(TEXT))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.order_fields([name for name in self.fields if name != "on"] + ["on"])


class Decreed(Dated):
    """An RT is split or merged: by which decree, since which day."""

    basis = forms.CharField(
        label=_("Dasar hukum"),
        max_length=200,
        help_text=_("Misalnya: SK Lurah nomor 7 tahun 2026."),
        widget=forms.TextInput(TEXT),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Berlaku sejak")


class Leaving(Dated):
    pass


class Birth(Dated):
    name = forms.CharField(
        label=_("Nama bayi"),
        max_length=120,
        help_text=_("Bila belum bernama, tulis nama ibunya."),
        widget=forms.TextInput(TEXT),
    )
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices, widget=forms.RadioSelect)
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False, widget=forms.TextInput(TEXT))


class Arrival(Dated):
    name = forms.CharField(label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(TEXT))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices, widget=forms.RadioSelect)
    birth_date = forms.DateField(label=_("Tanggal lahir"), required=False, widget=DateParts)
    relation = forms.ChoiceField(
        label=_("Hubungan dengan kepala keluarga"),
        choices=Relation.choices,
        widget=forms.Select(TEXT),
        initial=Relation.KIN,
    )


class MoveWithin(Dated):
    """`households`: (id, words) of the kitchens one may move to."""

    to_household = forms.TypedChoiceField(label=_("Pindah ke rumah tangga"), coerce=int, widget=forms.Select(TEXT))
    relation = forms.ChoiceField(
        label=_("Hubungan dengan kepala keluarga di sana"),
        choices=[each for each in Relation.choices if each[0] != Relation.HEAD],
        widget=forms.Select(TEXT),
        initial=Relation.KIN,
    )

    def __init__(self, *args: Any, households: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_household"].choices = [("", _("Pilih rumah tangga")), *households] if households else []


class Related(forms.Form):
    relation = forms.ChoiceField(
        label=_("Hubungan dengan kepala keluarga"), choices=Relation.choices, widget=forms.Select(TEXT)
    )


class Corrected(forms.Form):
    """Who corrects sees the `revision`, so that a colleague's change in between is noticed."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(TEXT))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices, widget=forms.RadioSelect)
    birth_date = forms.DateField(label=_("Tanggal lahir"), required=False, widget=DateParts)
    is_birth_date_estimated = forms.BooleanField(label=_("Tanggal lahir ini perkiraan"), required=False)
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False, widget=forms.TextInput(TEXT))
    religion = forms.ChoiceField(label=_("Agama"), required=False, widget=forms.Select(TEXT))
    marital = forms.ChoiceField(label=_("Status kawin"), required=False, widget=forms.Select(TEXT))
    education = forms.ChoiceField(label=_("Pendidikan terakhir"), required=False, widget=forms.Select(TEXT))
    schooling = forms.ChoiceField(label=_("Sedang sekolah"), required=False, widget=forms.Select(TEXT))
    occupation = forms.CharField(label=_("Pekerjaan"), max_length=60, required=False, widget=forms.TextInput(TEXT))
    disability = forms.ChoiceField(label=_("Disabilitas"), required=False, widget=forms.Select(TEXT))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    LISTED = ("religion", "marital", "education", "schooling", "disability")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.LISTED:
            held = self.initial.get(name)
            listed = choices(name)
            self.fields[name].choices = listed if held in dict(listed) else [*listed, (held, held)]


class Number(forms.Form):
    nik = forms.CharField(label=_("NIK"), help_text=_("16 angka, seperti di KTP atau KK."), widget=Digits(TEXT))
    status = forms.ChoiceField(
        label=_("Dari mana Anda tahu?"),
        choices=[each for each in NikStatus.choices if each[0] not in (NikStatus.NONE, NikStatus.VERIFIED)],
        widget=forms.RadioSelect,
    )


class Reason(forms.Form):
    reason = forms.CharField(
        label=_("Untuk apa nomor ini Anda perlukan?"),
        help_text=_("Alasan Anda tercatat bersama nama Anda. Jangan menulis nomor."),
        widget=forms.Textarea({**TEXT, "rows": 3}),
    )


class Where(forms.Form):
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False, widget=forms.TextInput(TEXT))
    latitude = forms.FloatField(label=_("Lintang"), required=False, localize=True, widget=forms.TextInput(TEXT))
    longitude = forms.FloatField(label=_("Bujur"), required=False, localize=True, widget=forms.TextInput(TEXT))
    revision = forms.IntegerField(widget=forms.HiddenInput)


class Stated(Dated):
    households = forms.IntegerField(label=_("Jumlah rumah tangga"), min_value=0, widget=Digits(TEXT))
    people = forms.IntegerField(label=_("Jumlah orang"), min_value=0, required=False, widget=Digits(TEXT))
    source = forms.CharField(
        label=_("Sumbernya"), max_length=120, help_text=_("Misalnya: buku RT."), widget=forms.TextInput(TEXT)
    )
