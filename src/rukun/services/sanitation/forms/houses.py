"""What was measured and seen of a house. Metres come in with a comma; square decimetres and centimetres go out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.sanitation.forms.answers import yes_no
from rukun.ui.fields import QuantityField
from rukun.ui.widgets import Day, Digits

DM2, CM = 100, 100
MOST_M2, MOST_M, MOST_PEOPLE = 5000, 20, 60


def _size(label: Any, hint: Any, **more: Any) -> QuantityField:
    return QuantityField(label=label, help_text=hint, places=2, required=False, **more)


class HouseForm(forms.Form):
    floor = _size(_("Luas lantai"), _("Meter persegi. Misalnya 36 atau 31,5."))
    people = forms.IntegerField(
        label=_("Yang tinggal di rumah ini"), min_value=1, max_value=MOST_PEOPLE, required=False, widget=Digits
    )
    height = _size(_("Tinggi langit-langit"), _("Meter. Misalnya 2,8."))
    openings = _size(_("Luas jendela dan lubang angin"), _("Meter persegi, semuanya."), has_zero=True)
    roof_sound = yes_no(_("Atap kuat dan tidak bocor?"))
    walls_sound = yes_no(_("Dinding kuat?"))
    floor_sound = yes_no(_("Lantai utuh dan kedap air?"))
    frame_sound = yes_no(_("Tiang dan rangka kuat?"))
    seen_on = forms.DateField(label=_("Dilihat pada"), widget=Day)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen_on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["seen_on"].widget.attrs["max"] = today.isoformat()

    def clean(self) -> None:
        for name, most in (("floor", MOST_M2), ("openings", MOST_M2), ("height", MOST_M)):
            if (self.cleaned_data.get(name) or 0) > most:
                self.add_error(name, _("Angka ini terlalu besar untuk sebuah rumah. Periksa komanya."))

    def said(self) -> dict[str, Any]:
        """The answers as they are kept."""
        told = self.cleaned_data
        measures = {"floor_dm2": _whole(told["floor"], DM2), "openings_dm2": _whole(told["openings"], DM2)}
        sound = {name: told[name] for name in ("roof_sound", "walls_sound", "floor_sound", "frame_sound")}
        return measures | {"height_cm": _whole(told["height"], CM), "people": told["people"]} | sound


def _whole(value: Any, unit: int) -> int | None:
    return None if value is None else int(value * unit)
