"""What is asked to merge RTs: which ones, what they become, and the decree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.people.forms.events import TEXT, Decreed
from rukun.territory.types import Place
from rukun.ui.widgets import Digits


class Merge(Decreed):
    """The RT of the page and others of its desa become that RT, or a new one."""

    others = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Digabung dengan"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    goes_on = forms.TypedChoiceField(
        label=gettext_lazy("Menjadi RT mana?"), coerce=lambda word: word == "ya", initial="ya", widget=forms.RadioSelect
    )
    number = forms.RegexField(
        r"^\d{1,3}$",
        label=gettext_lazy("Nomor RT baru"),
        required=False,
        help_text=gettext_lazy("Diisi hanya bila menjadi RT baru."),
        widget=Digits(TEXT),
    )
    name = forms.CharField(
        label=gettext_lazy("Nama RT baru"), max_length=80, required=False, widget=forms.TextInput(TEXT)
    )
    field_order = ("others", "goes_on", "number", "name", "basis")

    def __init__(self, *args: Any, place: Place, others: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, self.places = place, {each.id: each for each in [place, *others]}
        self.fields["others"].choices = [(each.id, _way(each)) for each in others]
        self.fields["goes_on"].choices = [
            ("ya", _("%(place)s tetap ada, yang lain bergabung ke sini") % {"place": place.label}),
            ("tidak", _("RT baru; semua RT yang lama berakhir")),
        ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("goes_on") is False and not typed.get("number") and "number" not in self.errors:
            self.add_error("number", _("RT baru perlu nomor."))
        return typed

    @property
    def merged(self) -> list[Place]:
        """The RT of the page, then those chosen."""
        return [self.place, *(self.places[pk] for pk in self.cleaned_data["others"])]

    @property
    def becomes(self) -> dict[str, Any]:
        """What they become, as `merges.merge_rts` wants to know it."""
        typed = self.cleaned_data
        if typed["goes_on"]:
            return {"into_id": self.place.id}
        return {"name": typed["name"], "number": typed["number"].zfill(3)}

    @property
    def target(self) -> str:
        """What they become, in words."""
        new = self.becomes
        return self.place.label if "into_id" in new else f"RT {new['number']} {new['name']}".strip()


def _way(place: Place) -> str:
    """ "RT 001 · RW 002": beneath the desa, for two RWs may both have an RT 001."""
    return " · ".join(step.label for step in reversed(place.way[3:]))
