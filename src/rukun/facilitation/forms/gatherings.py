"""A sosialisasi or training, and how many were right before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.facilitation.types import GatheringKind
from rukun.ui.widgets import Day, Digits

MANY = 20_000
TEXT = {"autocomplete": "off"}


def number(label: Any, hint: Any = "", *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=hint, required=required, min_value=0, max_value=MANY, widget=Digits
    )  # fmt: skip


class GatheringForm(forms.Form):
    """`rts`: (id, words) of the RTs that may have taken part; none where the gathering is an RT's own."""

    kind = forms.ChoiceField(label=_("Jenis kegiatan"), choices=GatheringKind.choices, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Tanggal"), widget=Day)
    place = forms.CharField(
        label=_("Tempat"), max_length=120, widget=forms.TextInput(TEXT), help_text=_("Misalnya: teras rumah ketua RT.")
    )
    topic = forms.CharField(
        label=_("Yang dibahas"), max_length=160, widget=forms.TextInput(TEXT), help_text=_("Cukup satu kalimat.")
    )
    material = forms.CharField(
        label=_("Bahan yang dipakai"), max_length=300, required=False, widget=forms.TextInput(TEXT),
        help_text=_("Misalnya: lembar juknis, papan tulis, pemutar gambar."),
    )  # fmt: skip
    women = number(_("Perempuan yang hadir"))
    men = number(_("Laki-laki yang hadir"))
    poor = number(_("Dari rumah tangga miskin"), _("Di antara yang hadir. Kosongkan bila tidak tahu."), required=False)
    disability = number(
        _("Penyandang disabilitas"), _("Di antara yang hadir. Kosongkan bila tidak tahu."), required=False
    )
    rts = forms.TypedMultipleChoiceField(
        label=_("RT yang ikut"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Langkah RT yang dicentang ikut maju."),
    )  # fmt: skip

    def __init__(self, *args: Any, rts: Sequence[tuple[int, str]], is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["kind"]
        if rts:
            self.fields["rts"].choices = rts
        else:
            del self.fields["rts"]


class ScoreForm(forms.Form):
    """How many answered, and how many had each question right."""

    of = number(_("Berapa orang menjawab?"))

    def __init__(self, *args: Any, questions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, text in questions.items():
            self.fields[f"right_{place}"] = number(text, _("Berapa orang menjawab benar?"))
        self.places = list(questions)

    @property
    def right(self) -> list[int]:
        return [self.cleaned_data[f"right_{place}"] for place in self.places]
