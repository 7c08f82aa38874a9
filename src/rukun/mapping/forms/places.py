"""Stops, events and seasons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext_lazy as _

from rukun.mapping.forms.base import LINES, Cells, EntryForm
from rukun.mapping.models import HistoryEvent, SeasonItem, Stop
from rukun.mapping.types import SeasonKind
from rukun.ui.widgets import Digits

EARLIEST = 1800


class StopForm(EntryForm):
    class Meta:
        model = Stop
        fields = ("order", "place", "land_use", "soil_water", "problem", "potential")
        widgets = {"order": Digits, "problem": LINES, "potential": LINES}
        help_texts = {
            "order": _("Perhentian pertama bernomor 1."),
            "place": _("Misalnya: ujung gang, tepi sungai, kebun karet."),
            "problem": _("Isi masalah, potensi, atau keduanya."),
        }

    def prepare(self) -> None:
        self.initial.setdefault("order", self.next_order)


class EventForm(EntryForm):
    class Meta:
        model = HistoryEvent
        fields = ("since", "until", "what", "effect", "source")
        widgets = {"since": Digits, "until": Digits, "effect": LINES}
        help_texts = {
            "since": _("Empat angka, misalnya 1998."),
            "until": _("Isi hanya bila berlangsung beberapa tahun."),
            "source": _("Tulis perannya, misalnya: tetua kampung. Jangan namanya."),
        }

    def clean_since(self) -> int:
        return self._year("since")

    def clean_until(self) -> int | None:
        return self._year("until") if self.cleaned_data["until"] is not None else None

    def _year(self, name: str) -> int:
        year: int = self.cleaned_data[name]
        if year > self.around.on.year:
            raise ValidationError(_("Tahun itu belum tiba. Yang dicatat ialah yang sudah terjadi."))
        if year < EARLIEST:
            raise ValidationError(_("Tulis tahunnya dengan empat angka, misalnya 1998."))
        return year

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        since, until = told.get("since"), told.get("until")
        if since and until and until < since:
            self.add_error("until", _("Tahun akhir lebih dahulu daripada tahun mulai. Periksa keduanya."))
        return told


STRENGTHS = [("0", _("tidak")), ("1", _("sedikit")), ("2", _("sedang")), ("3", _("puncak"))]


class MonthsField(forms.Field):
    """Twelve strengths as one text of digits. A month that was left alone is "not at all"."""

    def clean(self, value: dict[str, str]) -> str:
        months = "".join(value.get(str(number)) or "0" for number in range(1, 13))
        if len(months) != 12 or set(months) - set("0123"):
            raise ValidationError(_("Pilih kuat-lemahnya dari daftar."))
        return months

    def prepare_value(self, value: Any) -> Any:
        return {str(n): felt for n, felt in enumerate(value, start=1)} if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


class SeasonForm(EntryForm):
    months = MonthsField(
        label=_("Kuat-lemahnya tiap bulan"),
        help_text=_("Puncak: bulan yang paling terasa."),
        widget=Cells([(str(number), str(name).capitalize()) for number, name in MONTHS_3.items()], STRENGTHS),
    )

    class Meta:
        model = SeasonItem
        fields = ("name", "kind", "months")
        widgets = {"kind": forms.RadioSelect}
        help_texts = {"name": _("Misalnya: panen sawit, demam berdarah, banjir.")}

    def prepare(self) -> None:
        self.fields["kind"].choices = SeasonKind.choices
