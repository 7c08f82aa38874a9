"""What a meeting asks: when and where, who speaks for whom, which numbers came, what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.musrenbang.actions.attendance import Voice
from rukun.musrenbang.meeting_words import VOICES
from rukun.musrenbang.queries.attendance import Member
from rukun.needs.types import Age
from rukun.people.types import Sex
from rukun.ui.widgets import Day

TEXT = {"class": "answer", "autocomplete": "off"}
SPAN = re.compile(r"(\d{1,5})(?:\s*(?:-|–|s\.?d\.?|sampai)\s*(\d{1,5}))?", re.IGNORECASE)
GUEST = "tamu"
PARTS = re.compile(r"\s*(?:[,;]|\bdan\b)\s*|(?<=\d)\s+(?=\d)", re.IGNORECASE)


class When(forms.Form):
    """Day, hour and place. `day`, `at`, `place`, `notice_reason` are the names the actions know."""

    day = forms.DateField(label=_("Hari musyawarah"), widget=Day(TEXT))
    at = forms.TimeField(
        label=_("Jam"), required=False, widget=forms.TimeInput({**TEXT, "type": "time"}, format="%H:%M")
    )
    place = forms.CharField(
        label=_("Tempat"), max_length=160, help_text=_("Misalnya: balai RT, rumah ketua RT."),
        widget=forms.TextInput(TEXT),
    )  # fmt: skip
    notice_reason = forms.CharField(
        label=_("Mengapa secepat itu?"), max_length=300, required=False,
        help_text=_("Hanya bila undangan terlambat menurut juknis."), widget=forms.TextInput(TEXT),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The reason for haste is asked once the day has been looked at, or where one was given before."""
        super().__init__(*args, **kwargs)
        if not self.is_bound and not self.initial.get("notice_reason"):
            del self.fields["notice_reason"]


class Call(When):
    agenda = forms.CharField(
        label=_("Acara"), max_length=4000, required=False, help_text=_("Satu acara setiap baris."),
        widget=forms.Textarea({**TEXT, "rows": 8}),
    )  # fmt: skip
    field_order = ["day", "notice_reason", "at", "place", "agenda"]


class Change(Call):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class Agreed(forms.Form):
    """Asked where the juknis is silent about the quorum."""

    agreed = forms.CharField(
        label=_("Kesepakatan peserta tentang kuorum"), max_length=500, required=False,
        help_text=_("Misalnya: peserta sepakat 20 rumah tangga sudah cukup."),
        widget=forms.Textarea({**TEXT, "rows": 3}),
    )  # fmt: skip


class Closing(forms.Form):
    """Asks nothing: the page shows what will stand."""


class Reason(forms.Form):
    reason = forms.CharField(
        label=_("Mengapa dibatalkan?"), max_length=300, required=False, widget=forms.Textarea({**TEXT, "rows": 3})
    )


class Guest(forms.Form):
    """Somebody invited by name. `groups`: (key, label) of those the juknis names."""

    who = forms.CharField(label=_("Nama yang diundang"), max_length=120, widget=forms.TextInput(TEXT))
    group = forms.ChoiceField(label=_("Mewakili"), widget=forms.Select(TEXT))

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [*groups, (GUEST, _("Tamu lain"))]


class Numbers(forms.Form):
    """Numbers on the printed list as people write them: "1, 4, 7-12 dan 20"."""

    numbers = forms.CharField(
        label=_("Nomor yang hadir"), max_length=2000, help_text=_("Misalnya: 1, 4, 7-12"),
        widget=forms.Textarea({**TEXT, "rows": 3, "spellcheck": "false"}),
    )  # fmt: skip

    def clean_numbers(self) -> set[int]:
        found: set[int] = set()
        for part in filter(None, PARTS.split(self.cleaned_data["numbers"].strip().rstrip("."))):
            found |= set(_span(part))
        return found


def _span(part: str) -> range:
    match = SPAN.fullmatch(part.strip())
    if match is None:
        raise ValidationError(_("“%(part)s” bukan nomor. Tulis seperti: 1, 4, 7-12."), params={"part": part})
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first:
        raise ValidationError(_("“%(part)s” terbalik. Tulis yang kecil dulu."), params={"part": part})
    return range(first, last + 1)


class Household(forms.Form):
    """Who of one household came. Names are read from the register and never kept with the meeting."""

    members = forms.MultipleChoiceField(label=_("Yang datang"), required=False, widget=forms.CheckboxSelectMultiple)
    other_sex = forms.ChoiceField(
        label=_("Orang lain yang datang untuk rumah tangga ini"), required=False, widget=forms.RadioSelect,
        choices=[("", _("Tidak ada")), *Sex.choices],
    )  # fmt: skip
    other_age = forms.ChoiceField(
        label=_("Umur orang itu"), required=False, widget=forms.Select(TEXT),
        choices=[("", _("Tidak disebut")), *Age.choices],
    )  # fmt: skip

    def __init__(self, *args: Any, members: Sequence[Member], words: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.living = members
        labels = zip(members, words, strict=True)
        self.fields["members"].choices = [(str(each.person_id), label) for each, label in labels]
        self.initial.setdefault("members", [str(each.person_id) for each in members if each.is_there])
        if not members:
            del self.fields["members"]

    def voices(self) -> list[Voice]:
        chosen = self.cleaned_data.get("members", [])
        came = [each for each in self.living if str(each.person_id) in chosen]
        voices = [Voice(each.sex, each.age_group, each.is_disabled) for each in came]
        if self.cleaned_data["other_sex"]:
            voices.append(Voice(self.cleaned_data["other_sex"], self.cleaned_data["other_age"], is_proxy=True))
        return voices


class Minutes(forms.Form):
    chair = forms.CharField(
        label=_("Pemimpin musyawarah"), max_length=120, required=False, widget=forms.TextInput(TEXT)
    )
    writer = forms.CharField(label=_("Penulis notulen"), max_length=120, required=False, widget=forms.TextInput(TEXT))
    minutes = forms.CharField(
        label=_("Notulen"), max_length=20000, required=False,
        help_text=_("Apa yang dibicarakan, dengan kalimat biasa. Tanpa NIK."),
        widget=forms.Textarea({**TEXT, "rows": 14}),
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput)


class Decided(forms.Form):
    words = forms.CharField(
        label=_("Putusan"), max_length=1000, help_text=_("Satu putusan, satu kalimat."),
        widget=forms.Textarea({**TEXT, "rows": 3}),
    )  # fmt: skip


class Reworded(Decided):
    """Without words the decision is taken back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = False
        self.fields["words"].help_text = _("Kosongkan untuk mencabut putusan ini.")


class Otherwise(forms.Form):
    words = forms.CharField(
        label=_("Pendapat yang berbeda"), max_length=1000, help_text=_("Dengan kata mereka sendiri, tanpa nama."),
        widget=forms.Textarea({**TEXT, "rows": 3}),
    )  # fmt: skip
    voice = forms.ChoiceField(
        label=_("Suara siapa"), required=False, widget=forms.Select(TEXT),
        choices=[("", _("Tidak disebut")), *((each, _(each)) for each in VOICES)],
    )  # fmt: skip
