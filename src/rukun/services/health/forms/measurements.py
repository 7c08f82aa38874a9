"""What is asked when a child is measured: kilograms and centimetres with a comma, kept as grams and millimetres."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Problem
from rukun.services.health.problems.measurements import CATALOGUE
from rukun.ui.fields import QuantityField
from rukun.ui.letters import spoken
from rukun.ui.widgets import Day

SMALL_DAYS = 731
"""Under two a child may still be breastfed: then it is asked."""
FIELD_OF = {
    "health.measure_nothing": "weight",
    "health.measure_swapped": "lenhei",
    "health.measure_implausible": "sure",
    "health.measure_before_birth": "day",
    "health.measure_dead": "day",
    "health.measure_why": "why",
}
"""At which answer a letter stands; every other one stands above the form."""
FIRST_DAY = date(2000, 1, 1)
LYING = (("", _("Menurut umur")), ("lying", _("Berbaring")), ("standing", _("Berdiri")))
FED = (("", _("Tidak ditanya")), ("yes", _("Ya")), ("no", _("Tidak")))
YES = {"lying": True, "standing": False, "yes": True, "no": False, "": None}
WEIGHT, LENHEI, HEAD, ARM = (200, 200_000), (20, 2300), (150, 800), (40, 600)
"""Grams and millimetres between which a number can be one of a child at all, or of the field beside it."""


class SizeField(QuantityField):
    """Typed in kilograms or centimetres, handed on as whole grams or millimetres."""

    def __init__(self, *, per: int, places: int, between: tuple[int, int], unit: str, **options: Any) -> None:
        super().__init__(places=places, required=False, **options)
        self.per, self.between, self.unit = per, between, unit

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(Decimal(value) / self.per if isinstance(value, int) else value)

    def to_python(self, value: Any) -> int | None:
        found = super().to_python(value)
        if found is None:
            return None
        size, (least, most) = int(found * self.per), self.between
        if not least <= size <= most:
            said = {"least": _shown(least, self.per), "most": _shown(most, self.per), "unit": self.unit}
            raise ValidationError(_("Periksa komanya. Biasanya antara %(least)s dan %(most)s %(unit)s."), "far", said)
        return size


class MeasureForm(forms.Form):
    """One child. `told` is what `actions.measurements.measure` wants; `blame` puts its Problem at the right answer.

    Give `is_small=True` for a child under two, who may be breastfed; take a `prefix` where several stand on a page.
    """

    weight = SizeField(
        label=_("Berat (kg)"), per=1000, places=3, between=WEIGHT, unit="kg", help_text=_("Misalnya 9,4")
    )
    lenhei = SizeField(
        label=_("Panjang atau tinggi (cm)"), per=10, places=1, between=LENHEI, unit="cm", help_text=_("Misalnya 74,5")
    )
    lying = forms.ChoiceField(label=_("Diukur sambil"), choices=LYING, required=False, widget=forms.RadioSelect)
    head = SizeField(label=_("Lingkar kepala (cm)"), per=10, places=1, between=HEAD, unit="cm")
    arm = SizeField(label=_("Lingkar lengan atas (cm)"), per=10, places=1, between=ARM, unit="cm")
    oedema = forms.BooleanField(
        label=_("Kedua punggung kaki bengkak"), required=False,
        help_text=_("Tekan tiga detik. Bila tetap cekung, centang."),
    )  # fmt: skip
    fed = forms.ChoiceField(label=_("Masih menyusu"), choices=FED, required=False, widget=forms.RadioSelect)
    sure = forms.BooleanField(label=_("Sudah saya ukur ulang, angkanya benar"), required=False)

    def __init__(self, *args: Any, is_small: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_small:
            del self.fields["fed"]
        if not self.data.get(self.add_prefix("sure")):
            self.fields["sure"].widget = forms.HiddenInput()

    @property
    def is_filled(self) -> bool:
        """Whether anything was measured; an empty child of a page with several is left alone."""
        return any(self.cleaned_data.get(name) for name in ("weight", "lenhei", "head", "arm", "oedema"))

    @property
    def told(self) -> dict[str, Any]:
        held = self.cleaned_data
        return {
            "weight_g": held["weight"], "lenhei_mm": held["lenhei"], "is_lying": YES[held["lying"]],
            "head_mm": held["head"], "arm_mm": held["arm"], "has_oedema": held["oedema"],
            "is_breastfed": YES[held.get("fed", "")], "sure": held["sure"],
        }  # fmt: skip

    def blame(self, problem: Problem) -> None:
        """The letter of a Problem as the error of the answer it is about; nothing typed is lost."""
        letter = spoken(problem, CATALOGUE)
        name = FIELD_OF.get(problem.code, "")
        if name == "sure":
            self.fields["sure"].widget = forms.CheckboxInput()
        self.add_error(name if name in self.fields else None, f"{letter.what} {letter.now}")


class MeasuredOn(MeasureForm):
    """With its day, which has come already."""

    day = forms.DateField(label=_("Hari diukur"), widget=Day)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.order_fields(["day"])

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if not FIRST_DAY <= day <= self.today:
            raise ValidationError(_("Hari ini belum tiba, atau sudah terlalu lama. Periksa tahunnya."), "far")
        return day


class Because(forms.Form):
    why = forms.CharField(
        label=_("Alasannya"), max_length=200, widget=forms.Textarea({"rows": 2, "class": "answer"}),
        help_text=_("Misalnya: salah baca timbangan. Jangan tulis nama."),
        error_messages={"required": _("Tulis alasannya dengan kalimat biasa.")},
    )  # fmt: skip


class Correction(MeasureForm):
    """The right numbers, and why the others were wrong."""

    why = Because.base_fields["why"]


def told_of(measurement: Any) -> dict[str, Any]:
    """The answers that gave a measurement, to begin its correction with."""
    words = {True: ("lying", "yes"), False: ("standing", "no"), None: ("", "")}
    return {
        "weight": measurement.weight_g, "lenhei": measurement.lenhei_mm, "head": measurement.head_mm,
        "arm": measurement.arm_mm, "oedema": measurement.has_oedema, "lying": words[measurement.is_lying][0],
        "fed": words[measurement.is_breastfed][1],
    }  # fmt: skip


def _shown(size: int, per: int) -> str:
    return f"{Decimal(size) / per:f}".replace(".", ",")
