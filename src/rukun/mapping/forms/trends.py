"""An indicator with its numbers of the last years."""

from __future__ import annotations

import math
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.mapping.findings.trends import series_of
from rukun.mapping.forms.base import Cells, EntryForm
from rukun.mapping.models import Trend
from rukun.mapping.types import Direction
from rukun.ui.fields import without_dots

BACK = 6
LARGEST = 1e12
NO_NUMBER = _("Tulis dengan angka saja, misalnya 45 atau 3,5. Periksa tahun %(year)s.")


class PointsField(forms.Field):
    """Year → number; what was left empty is not known."""

    def clean(self, value: dict[str, str]) -> dict[int, float]:
        return {int(year): _number(typed, year) for year, typed in value.items() if typed}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


def _number(typed: str, year: str) -> float:
    try:
        number = float(str(without_dots(typed)).replace(",", "."))
    except ValueError:
        raise ValidationError(NO_NUMBER, params={"year": year}) from None
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise ValidationError(NO_NUMBER, params={"year": year})
    return number


class TrendForm(EntryForm):
    points = PointsField(label=_("Angka tiap tahun"), help_text=_("Yang tidak diketahui dikosongkan."), widget=Cells())

    class Meta:
        model = Trend
        fields = ("name", "unit", "direction", "reason")
        widgets = {"direction": forms.RadioSelect}
        help_texts = {
            "name": _("Misalnya: hasil panen padi, anak yang merantau, harga ikan."),
            "unit": _("Misalnya: karung, orang, rupiah."),
        }

    field_order = ("name", "unit", "points", "direction", "reason")

    def prepare(self) -> None:
        self.fields["direction"].choices = Direction.choices
        held = dict(series_of(self.instance)) if self.instance.pk else {}
        years = sorted({*held, *range(self.around.on.year - BACK + 1, self.around.on.year + 1)})
        self.fields["points"].widget.labels = [(str(year), year) for year in years]
        self.initial["points"] = {str(year): _typed(value) for year, value in held.items()}

    @property
    def fields_told(self) -> dict[str, Any]:
        return super().fields_told | {"points": self.cleaned_data["points"]}


def _typed(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
