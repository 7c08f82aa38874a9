"""What is asked when a mother or an old person is looked at: everything may stay empty, a comma is a decimal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Problem
from rukun.services.health.forms.measurements import SizeField
from rukun.services.health.problems import CATALOGUE
from rukun.services.health.types import Outcome
from rukun.ui.letters import spoken
from rukun.ui.widgets import Day, Digits

LONGEST_WORDS = 200


def blame(form: forms.Form, problem: Problem) -> None:
    """The letter of a Problem as an error of the answer it is about, or of the whole form."""
    letter = spoken(problem, CATALOGUE)
    name = {"health.pressure_swapped": "systolic", "health.nothing_seen": None}.get(problem.code)
    form.add_error(name, f"{letter.what} {letter.now}")


def _whole(label: Any, least: int, most: int, hint: Any = "") -> forms.IntegerField:
    """A whole number that may stay empty; what cannot be is a letter with the limits, not a silent change."""
    said = _("Periksa angkanya. Biasanya antara %(least)s dan %(most)s.") % {"least": least, "most": most}
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most, widget=Digits, help_text=hint,
        error_messages={"invalid": _("Tulis dengan angka saja."), "min_value": said, "max_value": said},
    )  # fmt: skip


def _size(label: Any, hint: Any, *, per: int, places: int, between: tuple[int, int], unit: str) -> SizeField:
    return SizeField(label=label, help_text=hint, per=per, places=places, between=between, unit=unit)


class Looked(forms.Form):
    """What was seen of a grown person. `told` is what the action wants; an empty one is left alone."""

    @property
    def is_filled(self) -> bool:
        return any(value is not None for value in self.told.values())

    @property
    def told(self) -> dict[str, int | None]:
        return {name: self.cleaned_data.get(name) for name in self.fields if name != "on"}

    def blame(self, problem: Problem) -> None:
        blame(self, problem)


class MotherForm(Looked):
    weight_g = _size(_("Berat (kg)"), _("Misalnya 54,5"), per=1000, places=3, between=(25_000, 200_000), unit="kg")
    arm_mm = _size(_("Lingkar lengan (cm)"), _("Misalnya 24,5"), per=10, places=1, between=(120, 600), unit="cm")
    systolic = _whole(_("Tekanan atas"), 50, 280, _("Angka pertama, misalnya 120"))
    diastolic = _whole(_("Tekanan bawah"), 30, 180, _("Angka kedua, misalnya 80"))
    hb_tenths = _size(
        _("Hb (g/dL)"), _("Dari buku KIA, misalnya 11,2"), per=10, places=1, between=(30, 220), unit="g/dL"
    )
    tablets = _whole(_("Tablet tambah darah"), 0, 400, _("Jumlah yang diterima"))


class ElderForm(Looked):
    systolic = _whole(_("Tekanan atas"), 50, 280, _("Angka pertama, misalnya 130"))
    diastolic = _whole(_("Tekanan bawah"), 30, 180, _("Angka kedua, misalnya 80"))
    sugar = _whole(_("Gula darah (mg/dL)"), 20, 900)
    waist_mm = _size(_("Lingkar perut (cm)"), _("Misalnya 84,5"), per=10, places=1, between=(300, 2500), unit="cm")
    weight_g = _size(_("Berat (kg)"), _("Misalnya 48,5"), per=1000, places=3, between=(20_000, 250_000), unit="kg")
    daily_living = _whole(_("Kemandirian 0–20"), 0, 20, _("Nilai Barthel: 20 berarti mandiri penuh."))


class Dated(forms.Form):
    """The day, where a form stands on a page of its own."""

    on = forms.DateField(label=_("Tanggal"), widget=Day)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, initial={"on": today, **options.pop("initial", {})}, **options)
        self.fields["on"].widget.attrs["max"] = today.isoformat()


class MotherDay(Dated, MotherForm):
    field_order = ["on"]


class ElderDay(Dated, ElderForm):
    field_order = ["on"]


class Begin(forms.Form):
    since = forms.DateField(
        label=_("Hari pertama haid terakhir"), widget=Day,
        help_text=_("Lihat di buku KIA. Bila tidak pasti, tulis kira-kiranya."),
    )  # fmt: skip


class End(Dated):
    outcome = forms.ChoiceField(label=_("Bagaimana akhirnya?"), choices=Outcome.choices, widget=forms.RadioSelect)
    field_order = ["outcome", "on"]
