"""Answers that know more than a number: that nobody knows it or wants to say, and money as people write it."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.kit import money
from rukun.kit.letters import CATALOGUE
from rukun.kit.problems import Problem
from rukun.ui.letters import spoken
from rukun.ui.widgets import REFUSED, UNKNOWN, Digits, NumberOrUnknown, Rupiah
from rukun.ui.words import written

LARGEST = 999_999_999_999
LONGEST = 40
MOST_OF = Decimal(10**9)
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)


class NumberOrUnknownField(forms.IntegerField):
    """A whole number, "unknown" or "refused"; both a number and a reason is asked about, never guessed.

    Dots between thousands are welcome: "1.500.000" is 1500000.
    """

    widget = NumberOrUnknown
    default_error_messages = {
        "both": _("Isi angkanya, atau pilih satu jawaban di bawahnya. Jangan keduanya."),
        "invalid": _("Tulis dengan angka saja."),
    }

    def to_python(self, value: object) -> int | str | None:
        number, reasons = value if isinstance(value, tuple) else (value, [])
        if len(reasons) + bool(number) > 1:
            raise ValidationError(self.error_messages["both"], code="both")
        if reasons:
            return reasons[0]
        return super().to_python(without_dots(number))

    def run_validators(self, value: int | str | None) -> None:
        if value not in (UNKNOWN, REFUSED):
            super().run_validators(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        """Limits are said in words where they are broken, not by the browser."""
        return {}


def without_dots(typed: object) -> object:
    """Takes away the dots of thousands, but only where they part threes: "1.500" → "1500", "1.5" stays."""
    if not isinstance(typed, str):
        return typed
    head, *groups = typed.split(".")
    return head + "".join(groups) if head and all(len(group) == 3 for group in groups) else typed


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


class QuantityField(forms.CharField):
    """So much of something: "2,5", "2.5", "1.500,25"; what could be two numbers ("1.500") is asked again.

    `places`: how many digits may follow the comma; `has_zero`: whether nothing at all makes sense here."""

    widget = Digits

    def __init__(self, *, places: int = 4, has_zero: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.places, self.has_zero = places, has_zero
        self.widget.attrs["inputmode"] = "decimal"

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        text = super().to_python(value)[:LONGEST]
        return _quantity(text, self.places, self.has_zero) if text else None


def _quantity(text: str, places: int, has_zero: bool) -> Decimal:
    if GROUPED.fullmatch(text) and PLAIN.fullmatch(text):
        raise ValidationError(_("Ini dapat dibaca dua cara. Tulis 1500, atau 1,5."), code="two_ways")
    if GROUPED.fullmatch(text):
        found = Decimal(text.replace(".", "").replace(",", "."))
    elif PLAIN.fullmatch(text):
        found = Decimal(text.replace(",", "."))
    else:
        raise ValidationError(_("Tulis dengan angka, misalnya 2,5."), code="quantity")
    if found < 0 or not (found or has_zero):
        raise ValidationError(_("Jumlahnya harus lebih dari nol."), code="least")
    if found >= MOST_OF or found % Decimal(1).scaleb(-places):
        raise ValidationError(_("Angkanya terlalu besar atau terlalu halus. Periksa komanya."), code="most")
    return found


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
