"""Growth in plain words: marks, charts, where a child stands between the lines, sizes with a comma."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.ui.words import MISSING, ribuan, written

MARKS = {
    "N": gettext_lazy("naik"),
    "T": gettext_lazy("tidak naik"),
    "O": gettext_lazy("bulan lalu tidak ditimbang"),
    "B": gettext_lazy("pertama kali ditimbang"),
}
CHARTS = {
    "weight": gettext_lazy("Berat menurut umur"),
    "height": gettext_lazy("Panjang atau tinggi menurut umur"),
    "lean": gettext_lazy("Berat menurut panjang atau tinggi"),
}
BMI = gettext_lazy("Indeks massa tubuh menurut umur")
SHORT = {"weight": gettext_lazy("Berat"), "height": gettext_lazy("Tinggi"), "lean": gettext_lazy("Berat dan tinggi")}
UNITS = {"weight": "kg", "height": "cm", "lean": "kg"}
AXES = {
    "age": gettext_lazy("umur (bulan)"),
    "length": gettext_lazy("panjang badan (cm)"),
    "height": gettext_lazy("tinggi badan (cm)"),
}


def kilograms(grams: int | None) -> str:
    return MISSING if grams is None else f"{written(Decimal(grams) / 1000)} kg"


def centimetres(millimetres: int | None) -> str:
    return MISSING if millimetres is None else f"{written(Decimal(millimetres) / 10)} cm"


def score(hundredths: int | None) -> str:
    """A z-score as people here write it: −1,23."""
    return MISSING if hundredths is None else ribuan(Decimal(hundredths) / 100, 2)


def mark(code: str) -> str:
    """The letter of the growth card and its word: "T (tidak naik)"."""
    return f"{code} ({MARKS[code]})" if code else MISSING


def position(measurement: Any) -> str:
    if measurement.lenhei_mm is None:
        return ""
    return {True: _("berbaring"), False: _("berdiri"), None: ""}[measurement.is_lying]


def title(chart: Any) -> str:
    who = _("anak perempuan") if chart.is_girl else _("anak laki-laki")
    name = BMI if chart.kind == "lean" and chart.window.axis == "age" else CHARTS[chart.kind]
    return f"{name}, {who}"


def unit(chart: Any) -> str:
    return "kg/m²" if chart.kind == "lean" and chart.window.axis == "age" else UNITS[chart.kind]


def reading(chart: Any) -> str:
    """Where the last point stands, as one reads it off the paper; no finding."""
    spot = chart.last
    if spot is None:
        return _("Belum ada titik pada grafik ini.")
    told = {"value": f"{written(Decimal(str(round(spot.y, 1))))} {unit(chart)}", "place": between(spot)}
    return _("Titik terakhir %(value)s, %(place)s.") % told


def between(spot: Any) -> str:
    if spot.is_doubted:
        return _("perlu diukur ulang")
    if spot.score is None:
        return _("tanpa garis pembanding")
    low = spot.score // 100
    if low < -3:
        return _("di bawah garis −3 (garis merah)")
    if low >= 3:
        return _("di atas garis +3")
    return _("di antara garis %(low)s dan %(high)s") % {"low": level(low), "high": level(low + 1)}


def level(number: int) -> str:
    return f"{'−' if number < 0 else '+' if number else ''}{abs(number)}"
