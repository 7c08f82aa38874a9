"""Money as people write it, and a place on the earth: what cannot be read is said in the words of its letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.kit import money
from rukun.kit.letters import CATALOGUE
from rukun.kit.problems import Problem
from rukun.ui.letters import spoken
from rukun.ui.widgets import Digits, Rupiah

LARGEST = 999_999_999_999
LONGEST = 40


class RupiahField(forms.CharField):
    """Whole rupiah: "1.500.000", "Rp 1.500.000,00". `least`: the smallest that makes sense here."""

    widget = Rupiah

    def __init__(self, *, least: int = 0, **options: Any) -> None:
        super().__init__(**options)
        self.least = least

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        text = super().to_python(value)[:LONGEST]
        return _amount(text, self.least) if text else None


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


def _amount(text: str, least: int) -> int:
    try:
        amount = money.parse(text)
    except Problem as problem:
        letter = spoken(problem, CATALOGUE)
        raise ValidationError(f"{letter.what} {letter.now}", code=problem.code) from None
    if amount < least:
        said = _("Jumlahnya harus lebih dari nol.") if least else _("Jumlahnya tidak boleh kurang dari nol.")
        raise ValidationError(said, code="least")
    if amount > LARGEST:
        raise ValidationError(_("Jumlahnya terlalu besar. Periksa nolnya."), code="most")
    return amount
