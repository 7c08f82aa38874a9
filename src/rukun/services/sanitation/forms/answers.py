"""Answers that may stay open: yes, no, or not known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

KNOWN = {"ya": True, "tidak": False}
SHOWN = {True: "ya", False: "tidak", None: ""}
UNKNOWN = ("", _("Belum diketahui"))


def yes_no(label: Any, hint: Any = "") -> forms.TypedChoiceField:
    """True, False or None."""
    return forms.TypedChoiceField(
        label=label, help_text=hint, choices=[("ya", _("Ya")), ("tidak", _("Tidak")), UNKNOWN],
        coerce=lambda word: KNOWN[word], empty_value=None, required=False, widget=forms.RadioSelect,
    )  # fmt: skip


def one_of(label: Any, choices: type[Any], hint: Any = "") -> forms.ChoiceField:
    """A word of the choices, "" where nobody knows."""
    return forms.ChoiceField(
        label=label, help_text=hint, choices=[*choices.choices, UNKNOWN], required=False, widget=forms.RadioSelect
    )


def shown(said: dict[str, Any]) -> dict[str, Any]:
    """What was answered before, as these fields show it."""
    return {name: SHOWN[value] if value is None or value in (True, False) else value for name, value in said.items()}
