"""What is asked when somebody was given something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.health.facts.doses import Step
from rukun.services.health.forms.adults import Dated, blame
from rukun.services.health.types import Given
from rukun.services.health.words.dues import step_words

MOST = 5


def parted(code: str) -> tuple[str, int]:
    """A step's code as antigen and dose: "opv-2", "vitamin_a-blue-1"."""
    given, _dash, number = code.rpartition("-")
    return given.partition("-")[0], int(number)


class DosesForm(forms.Form):
    """The doses due to one child, to tick."""

    given = forms.MultipleChoiceField(
        label=_("Diberikan pada kunjungan ini"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Centang yang diberikan hari itu saja. Yang lama dicatat di kartu imunisasi."),
    )  # fmt: skip

    def __init__(self, *args: Any, steps: Sequence[Step], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["given"].choices = [(each.code, step_words(each.code)) for each in steps]

    @property
    def is_filled(self) -> bool:
        return bool(self.cleaned_data.get("given"))

    @property
    def told(self) -> list[tuple[str, int]]:
        return [parted(code) for code in self.cleaned_data["given"]]

    blame = blame


class DoseForm(Dated):
    """One dose for the card, also of long ago."""

    given = forms.ChoiceField(label=_("Apa yang diberikan?"), choices=Given.choices)
    number = forms.TypedChoiceField(
        label=_("Dosis ke berapa?"), coerce=int, choices=[(n, str(n)) for n in range(1, MOST + 1)], initial=1,
        help_text=_("Untuk vitamin A, obat cacing, dan tablet: biarkan 1."),
    )  # fmt: skip
    field_order = ["given", "number", "on"]


class Reason(forms.Form):
    why = forms.CharField(
        label=_("Mengapa ditarik?"), max_length=200, help_text=_("Misalnya: salah anak, atau salah dosis.")
    )


def first_wanted(steps: Sequence[Step]) -> dict[str, Any]:
    """The card begins with what is due."""
    given, number = parted(steps[0].code) if steps else ("", 1)
    return {"given": given, "number": number}
