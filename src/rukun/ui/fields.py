"""Answers that know two more things than a number: that nobody knows it, or that nobody wants to say."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import REFUSED, UNKNOWN, NumberOrUnknown


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
