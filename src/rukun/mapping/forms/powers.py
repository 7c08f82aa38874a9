"""Institutions, actors, customs, resources."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.mapping.forms.base import LINES, EntryForm
from rukun.mapping.models import Actor, Custom, Institution, Resource
from rukun.mapping.types import Capital, Closeness, CustomState, Degree, Stance, Use


class Chosen(EntryForm):
    """Choices stand side by side as large answers, none of them chosen beforehand."""

    choices: dict[str, list[tuple[object, object]]] = {}

    def prepare(self) -> None:
        for name, choices in self.choices.items():
            self.fields[name].choices = choices


class InstitutionForm(Chosen):
    choices = {
        "importance": [(3, _("Penting")), (2, _("Cukup penting")), (1, _("Kurang penting"))],
        "closeness": list(reversed(Closeness.choices)),
    }

    class Meta:
        model = Institution
        fields = ("name", "importance", "closeness", "reason")
        widgets = {"importance": forms.RadioSelect, "closeness": forms.RadioSelect}
        help_texts = {
            "name": _("Misalnya: Posyandu, koperasi, puskesmas, kelompok yasinan."),
            "closeness": _("Dekat: mudah ditemui dan mau mendengar."),
        }


class ActorForm(Chosen):
    choices = {"influence": list(reversed(Degree.choices)), "stance": list(reversed(Stance.choices))}

    class Meta:
        model = Actor
        fields = ("role", "influence", "stance", "reason")
        widgets = {"influence": forms.RadioSelect, "stance": forms.RadioSelect}
        help_texts = {"role": _("Misalnya: ketua kelompok tani, guru ngaji. Jangan tulis nama orang.")}


class CustomForm(Chosen):
    choices = {"state": list(CustomState.choices)}

    class Meta:
        model = Custom
        fields = ("name", "practice", "state", "use")
        widgets = {"practice": LINES, "state": forms.RadioSelect, "use": LINES}
        help_texts = {"name": _("Misalnya: gotong royong, pantangan menebang pohon di hulu.")}


HINTS = {
    Capital.HUMAN: _("Manusia: keterampilan, tenaga, pengetahuan"),
    Capital.SOCIAL: _("Sosial: kelompok, kepercayaan, kebiasaan saling bantu"),
    Capital.NATURAL: _("Alam: tanah, air, hutan, ikan"),
    Capital.PHYSICAL: _("Fisik: jalan, bangunan, alat"),
    Capital.FINANCIAL: _("Keuangan: kas, arisan, usaha"),
}


class ResourceForm(Chosen):
    choices = {"capital": list(HINTS.items()), "use": list(Use.choices)}

    class Meta:
        model = Resource
        fields = ("name", "capital", "amount", "use", "idea")
        widgets = {"capital": forms.RadioSelect, "use": forms.RadioSelect, "idea": LINES}
        help_texts = {
            "name": _("Misalnya: tukang kayu, tanah kosong, mesin jahit, kas arisan."),
            "amount": _("Misalnya: 3 orang, setengah hektare."),
            "idea": _("Isi bila belum dipakai."),
        }
