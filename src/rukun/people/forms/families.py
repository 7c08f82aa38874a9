"""A new family, one member at a time. What is typed travels sealed in one hidden field, so back never loses it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.people.forms.events import TEXT, choices
from rukun.people.intake import codes
from rukun.ui.widgets import DateParts, Digits
from rukun.walls import vault

MOST_MEMBERS = 20


@dataclass(slots=True)
class Draft:
    """A family on its way: for one user and one RT only. `members` hold the texts of the form, as typed."""

    user_id: int
    area_id: int
    address: str = ""
    kk: str = ""
    count: int = 0
    members: list[dict[str, str]] = field(default_factory=list)

    def sealed(self) -> str:
        return urlsafe_b64encode(vault.seal(json.dumps(asdict(self)))).decode()

    @classmethod
    def opened(cls, text: str, *, user_id: int, area_id: int) -> Draft:
        """The draft in a hidden field; an empty one when it is nobody's, somebody else's, or of another RT."""
        try:
            draft = cls(**json.loads(vault.unseal(urlsafe_b64decode(text.encode()))))
        except (LookupError, ValueError, TypeError):
            return cls(user_id, area_id)
        return draft if (draft.user_id, draft.area_id) == (user_id, area_id) else cls(user_id, area_id)

    def put(self, place: int, member: dict[str, str]) -> None:
        self.members[place : place + 1] = [member]

    def rows(self, rt_number: str) -> list[dict[str, str]]:
        """As the gate reads them (intake.layouts.FIELDS); members beyond the count stay in the draft only."""
        common = {"rt": rt_number, "address": self.address, "kk": self.kk}
        return [common | _row(member) for member in self.members[: self.count]]


def _row(member: dict[str, str]) -> dict[str, str]:
    labelled = {kind: codes.labels(kind).get(member.get(kind, ""), "") for kind in LISTED}
    year, month, day = (member.get(f"birth_date_{part}", "").strip() for part in ("year", "month", "day"))
    born = f"{day}/{month}/{year}" if year or month or day else ""
    plain = {name: member.get(name, "") for name in ("name", "nik", "birth_place", "occupation")}
    return plain | labelled | {"birth_date": born}


LISTED = ("sex", "relation", "religion", "marital", "education", "schooling", "disability")


class Home(forms.Form):
    """The first step: the kitchen."""

    address = forms.CharField(label=_("Alamat"), max_length=200, required=False, widget=forms.TextInput(TEXT))
    kk = forms.CharField(
        label=_("Nomor KK"), required=False, help_text=_("16 angka. Kosongkan bila belum punya."), widget=Digits(TEXT)
    )
    count = forms.IntegerField(
        label=_("Berapa orang makan dari dapur yang sama?"),
        min_value=1,
        max_value=MOST_MEMBERS,
        widget=Digits(TEXT),
        help_text=_("Semua yang tinggal di rumah ini, termasuk bayi."),
    )


class Member(forms.Form):
    """One step for each member. The gate judges; here only what no family can do without is asked for."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(TEXT))
    relation = forms.ChoiceField(label=_("Hubungan dengan kepala keluarga"), widget=forms.Select(TEXT))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), widget=forms.RadioSelect)
    birth_date = forms.DateField(label=_("Tanggal lahir"), required=False, widget=DateParts)
    nik = forms.CharField(
        label=_("NIK"), required=False, help_text=_("16 angka. Kosongkan bila belum punya."), widget=Digits(TEXT)
    )
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False, widget=forms.TextInput(TEXT))
    marital = forms.ChoiceField(label=_("Status kawin"), required=False, widget=forms.Select(TEXT))
    religion = forms.ChoiceField(label=_("Agama"), required=False, widget=forms.Select(TEXT))
    education = forms.ChoiceField(label=_("Pendidikan terakhir"), required=False, widget=forms.Select(TEXT))
    schooling = forms.ChoiceField(label=_("Sedang sekolah"), required=False, widget=forms.Select(TEXT))
    occupation = forms.CharField(label=_("Pekerjaan"), max_length=60, required=False, widget=forms.TextInput(TEXT))
    disability = forms.ChoiceField(label=_("Disabilitas"), required=False, widget=forms.Select(TEXT))

    FIRST = ("name", "relation", "sex", "birth_date", "nik")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LISTED:
            listed = choices(name)
            self.fields[name].choices = listed[1:] if name == "sex" else listed
        self.fields["relation"].choices = [("", _("Pilih")), *choices("relation")[1:]]

    @classmethod
    def typed(cls, data: Any) -> dict[str, str]:
        """What was typed, untouched, to keep in the draft."""
        names = [*cls.base_fields, *(f"birth_date_{part}" for part in ("day", "month", "year"))]
        return {name: data.get(name, "")[:200] for name in names if data.get(name)}

    def fields_first(self) -> list[Any]:
        return [self[name] for name in self.FIRST]

    def fields_more(self) -> list[Any]:
        return [bound for bound in self if bound.name not in self.FIRST]
