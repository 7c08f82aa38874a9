"""What is asked: what someone said, which problem it belongs to, one cause or effect at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.needs.models.statements import REASON, WORDS
from rukun.needs.models.trees import NODE_WORDS
from rukun.needs.queries.trees import CAUSE, EFFECT
from rukun.needs.types import Age, Disability, Kind, Occasion, Sex, Theme, Welfare
from rukun.ui.widgets import Day

UNTOLD = ("", _("Tidak disebut"))
LINES = forms.Textarea(attrs={"rows": 3})
NEW = "baru"
NO_GROUP = "tanpa"


def kinds(choices: type[Any], label: Any, hint: Any = "") -> forms.ChoiceField:
    """A kind of voice: not telling it is an answer like the others."""
    given = [*choices.choices, UNTOLD]
    return forms.ChoiceField(
        label=label, help_text=hint, choices=given, required=False, initial="", widget=forms.RadioSelect
    )


class Voice(forms.Form):
    """One statement in the speaker's words, and the kind of voice. Never a name."""

    words = forms.CharField(
        label=_("Kata-katanya"), max_length=WORDS, widget=LINES,
        help_text=_("Tulis seperti diucapkan, bahasa apa pun. Tanpa nama orang, NIK, atau nomor telepon."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Ini tentang apa?"), choices=Kind.choices, initial=Kind.PROBLEM, widget=forms.RadioSelect
    )
    sex = kinds(Sex, _("Suara siapa? Jenis kelaminnya"), _("Cukup jenisnya, tanpa nama. Boleh tidak disebut."))
    age = kinds(Age, _("Umur"))
    welfare = kinds(Welfare, _("Kesejahteraan"))
    disability = kinds(Disability, _("Disabilitas"))
    occasion = forms.ChoiceField(label=_("Disampaikan di"), choices=Occasion.choices, initial=Occasion.MEETING)
    on = forms.DateField(label=_("Tanggal"), widget=Day)

    def __init__(self, *args: Any, today: date, is_next: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["on"].widget.attrs["max"] = today.isoformat()
        if is_next:
            self.fields["words"].widget.attrs["autofocus"] = True


class Correction(Voice):
    """The same statement, said again better, and why."""

    because = forms.CharField(
        label=_("Mengapa diperbaiki?"), max_length=REASON, help_text=_("Misalnya: salah ketik, atau kurang lengkap.")
    )


class Reason(forms.Form):
    because = forms.CharField(
        label=_("Mengapa ditarik?"), max_length=REASON, help_text=_("Misalnya: tercatat dua kali.")
    )


class Group(forms.Form):
    """To which core problem a statement belongs; or the first words of a new one."""

    problem = forms.ChoiceField(label=_("Masalah pokoknya"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Masalah baru"), max_length=NODE_WORDS, required=False,
        help_text=_("Hanya bila memilih “Masalah baru”. Satu kalimat pendek tentang keadaan yang buruk."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=_("Bidang masalah baru"), choices=Theme.choices, required=False)

    def __init__(self, *args: Any, problems: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(pk), words) for pk, words in problems]
        self.fields["problem"].choices = [*known, (NEW, _("Masalah baru")), (NO_GROUP, _("Belum dikelompokkan"))]

    def clean(self) -> None:
        if self.cleaned_data.get("problem") == NEW and not self.cleaned_data.get("words", "").strip():
            self.add_error("words", _("Tulis masalah barunya dalam satu kalimat."))


class Core(forms.Form):
    """A core problem and its theme."""

    words = forms.CharField(
        label=_("Masalah pokok"), max_length=NODE_WORDS,
        help_text=_("Satu kalimat pendek tentang keadaan yang buruk. Misalnya: Air sumur keruh saat hujan."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=_("Bidang"), choices=Theme.choices)


class Themed(forms.Form):
    theme = forms.ChoiceField(label=_("Bidang"), choices=Theme.choices)


class Words(forms.Form):
    words = forms.CharField(label=_("Kata-katanya"), max_length=NODE_WORDS)

    def __init__(self, *args: Any, label: Any = None, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label or self.fields["words"].label
        self.fields["words"].help_text = hint


class Hope(forms.Form):
    words = forms.CharField(
        label=_("Harapannya"), max_length=NODE_WORDS, required=False,
        help_text=_("Keadaan baik yang diinginkan. Misalnya: Air jernih sepanjang tahun."),
    )  # fmt: skip


class Target(forms.Form):
    """Another node of the tree."""

    target = forms.TypedChoiceField(label=_("Kotak yang dituju"), coerce=int)

    def __init__(self, *args: Any, nodes: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = [("", _("Pilih satu kotak")), *nodes]


class Move(Target):
    side = forms.ChoiceField(
        label=_("Di sana menjadi apa?"), widget=forms.RadioSelect,
        choices=[(CAUSE, _("Sebab dari kotak itu")), (EFFECT, _("Akibat dari kotak itu"))],
    )  # fmt: skip
