"""One screen about a household's latrine and the other pillars."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.sanitation.forms.answers import one_of, yes_no
from rukun.services.sanitation.types import Disposal, Seat, Use
from rukun.ui.widgets import Day


class LookForm(forms.Form):
    """Nothing is required but the day: what nobody knows stays open."""

    use = one_of(_("Jamban siapa yang dipakai?"), Use)
    seat = one_of(_("Jenis klosetnya"), Seat)
    disposal = one_of(_("Tinja berakhir di mana?"), Disposal)
    was_emptied = yes_no(_("Tangki septik pernah disedot lima tahun terakhir?"))
    hands = yes_no(_("Ada tempat cuci tangan dengan air dan sabun?"))
    food = yes_no(_("Air minum diolah, makanan ditutup?"))
    rubbish = yes_no(_("Sampah dipilah, tidak dibakar atau dibuang sembarangan?"))
    wastewater = yes_no(_("Air limbah dapur dan mandi dialirkan tertutup?"), _("Tidak menggenang di halaman."))
    seen_on = forms.DateField(label=_("Dilihat pada"), widget=Day)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen_on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["seen_on"].widget.attrs["max"] = today.isoformat()
