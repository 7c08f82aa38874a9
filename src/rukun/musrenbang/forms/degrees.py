"""A place on the earth, as people write it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.ui.fields import LONGEST
from rukun.ui.widgets import Digits


class DegreesField(forms.CharField):
    """A longitude or latitude in degrees, with a dot or a comma."""

    widget = Digits

    def __init__(self, *, most: float, **options: Any) -> None:
        super().__init__(**{"required": False, **options})
        self.most = most
        self.widget.attrs["inputmode"] = "text"

    def to_python(self, value: Any) -> float | None:
        text = super().to_python(value)[:LONGEST].replace(",", ".").replace("−", "-")
        if not text:
            return None
        try:
            degrees = float(text)
        except ValueError:
            degrees = self.most + 1
        if not -self.most <= degrees <= self.most:
            raise ValidationError(_("Tulis dengan derajat, misalnya −0,43215 atau 116,98."), code="degrees")
        return degrees
