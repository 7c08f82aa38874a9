"""A point on the social map: tapped, or told by a house, a part of the RT, or coordinates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.mapping.forms.base import EntryForm
from rukun.mapping.models import Landmark
from rukun.mapping.types import Corner, LandmarkKind

BESIDE = 0.00006
"""Degrees: about seven metres, so that a point near a house does not hide it."""
TYPED = forms.TextInput(attrs={"autocomplete": "off"})
NOWHERE = _("Ketuk peta. Atau pilih dekat rumah siapa, bagian RT, atau isi koordinat.")
TOO_FAR = _("Titik ini jauh dari RT. Periksa angkanya.")


class DegreesField(forms.FloatField):
    """A number of degrees, with a point or a comma."""

    def to_python(self, value: Any) -> float | None:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class LandmarkForm(EntryForm):
    near = forms.ChoiceField(label=_("Dekat rumah siapa?"), required=False)
    corner = forms.ChoiceField(
        label=_("Atau di bagian mana?"), required=False, choices=[("", _("(belum dipilih)")), *Corner.choices]
    )
    latitude = DegreesField(label=_("Lintang"), required=False, min_value=-90, max_value=90, widget=TYPED)
    longitude = DegreesField(label=_("Bujur"), required=False, min_value=-180, max_value=180, widget=TYPED)

    class Meta:
        model = Landmark
        fields = ("name", "kind", "longitude", "latitude")
        widgets = {"kind": forms.RadioSelect}
        help_texts = {"name": _("Misalnya: Musala, Posyandu Melati, tikungan banjir.")}

    field_order = ("name", "kind", "near", "corner", "latitude", "longitude")

    def prepare(self) -> None:
        self.fields["kind"].choices = LandmarkKind.choices
        self.fields["near"].choices = [("", _("(belum dipilih)")), *self.around.houses]

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if {"longitude", "latitude", "near", "corner"} & set(self.errors):
            return told
        at = self._place(told)
        if at is None:
            raise ValidationError(NOWHERE)
        if self.around.ground is not None and self.around.ground.is_far(at):
            raise ValidationError(TOO_FAR)
        return told | {"longitude": at[0], "latitude": at[1]}

    def _place(self, told: dict[str, Any]) -> tuple[float, float] | None:
        """What was just told wins over what was there before."""
        typed = told.get("longitude"), told.get("latitude")
        is_typed = None not in typed
        if is_typed and {"longitude", "latitude"} & set(self.changed_data):
            return typed
        return self._near(told) or self._corner(told) or (typed if is_typed else None)

    def _near(self, told: dict[str, Any]) -> tuple[float, float] | None:
        houses = {str(pk): (x, y) for pk, x, y in (self.around.ground.houses if self.around.ground else ())}
        spot = houses.get(told.get("near") or "")
        return (spot[0] + BESIDE, spot[1]) if spot else None

    def _corner(self, told: dict[str, Any]) -> tuple[float, float] | None:
        chosen = told.get("corner")
        return self.around.ground.middle_of(Corner(chosen)) if chosen and self.around.ground else None
