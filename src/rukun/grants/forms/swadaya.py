"""What is asked when people give: labour, goods, cash; what moves; why something is taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.fields import QuantityField, RupiahField
from rukun.ui.widgets import Day, Digits

LONGEST = 200
ENLARGES = _("memperbesar pekerjaan")


class Gift(forms.Form):
    """What every gift tells; `op` makes two taps on one button one gift."""

    giver = forms.CharField(
        label=_("Dari siapa"), required=False, max_length=160,
        help_text=_("Boleh kosong, boleh “Warga gang Melati”. Warga lain hanya melihat jumlahnya."),
    )  # fmt: skip
    enlarges = forms.BooleanField(label=_("Swadaya ini memperbesar pekerjaan dari rencana"), required=False)
    op = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def words(self) -> str:
        return ""

    def told(self, *names: str) -> dict[str, Any]:
        """What is kept, with everything that is only said in `words`."""
        held = {name: self.cleaned_data[name] for name in ("giver", "op", *names)}
        more = f"; {ENLARGES}" if self.cleaned_data["enlarges"] else ""
        return held | {"words": f"{self.words()[: LONGEST - len(more)]}{more}"}


class LabourForm(Gift):
    what = forms.CharField(label=_("Pekerjaannya"), max_length=80, help_text=_("Misalnya: mengaduk dan menuang beton."))
    people = forms.IntegerField(label=_("Berapa orang"), min_value=1, max_value=2000, widget=Digits)
    days = QuantityField(
        label=_("Berapa HOK semuanya"), places=1,
        help_text=_("HOK ialah hari orang kerja: 12 orang bekerja 3 hari menjadi 36 HOK."),
    )  # fmt: skip
    since = forms.DateField(label=_("Dari tanggal"), widget=Day)
    until = forms.DateField(label=_("Sampai tanggal"), widget=Day)
    unit_value = RupiahField(label=_("Nilai satu HOK"), least=1, help_text=_("Pakai upah sehari di RAB."))
    source = forms.CharField(label=_("Asal nilainya"), max_length=60, initial=_("upah di RAB"))
    field_order = ["what", "people", "days", "since", "until", "unit_value", "source", "giver", "enlarges"]

    def words(self) -> str:
        held = self.cleaned_data
        return _("%(what)s, %(n)s orang (nilai: %(source)s)") % {
            "what": held["what"], "n": held["people"], "source": held["source"],
        }  # fmt: skip


class GoodsForm(Gift):
    what = forms.CharField(label=_("Apa yang diberikan"), max_length=80, help_text=_("Misalnya: pasir pasang."))
    quantity = QuantityField(label=_("Berapa banyak"))
    unit = forms.CharField(label=_("Satuan"), max_length=20, help_text=_("m³, zak, batang, buah"))
    unit_value = RupiahField(label=_("Harga satu satuan"), least=1)
    source = forms.CharField(
        label=_("Asal harganya"), max_length=60, help_text=_("Misalnya: standar harga desa, atau harga toko terdekat.")
    )
    on = forms.DateField(label=_("Diterima tanggal"), widget=Day)
    field_order = ["what", "quantity", "unit", "unit_value", "source", "on", "giver", "enlarges"]

    def words(self) -> str:
        held = self.cleaned_data
        return _("%(what)s (harga: %(source)s)") % {"what": held["what"], "source": held["source"]}


class CashForm(Gift):
    amount = RupiahField(label=_("Jumlah uang"), least=1)
    what = forms.CharField(label=_("Untuk apa"), max_length=80, initial=_("menambah biaya kegiatan"))
    into = forms.ChoiceField(
        label=_("Masuk ke"), choices=[("cash", _("kas tunai")), ("bank", _("rekening bank"))], widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("Diterima tanggal"), widget=Day)
    field_order = ["amount", "what", "into", "on", "giver", "enlarges"]

    def words(self) -> str:
        return str(self.cleaned_data["what"])


class BackForm(forms.Form):
    reason = forms.CharField(
        label=_("Mengapa ditarik"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Catatan lama tetap dapat dibaca, di sampingnya penarikannya. Jangan tulis nama orang."),
    )  # fmt: skip


class MoveForm(forms.Form):
    """How many days of wages given back carry which other line."""

    source = forms.TypedChoiceField(label=_("Upah dari baris"), coerce=int, widget=forms.RadioSelect)
    days = QuantityField(label=_("Berapa HOK dipindah"), places=1, help_text=_("HOK ialah hari orang kerja."))
    target = forms.TypedChoiceField(label=_("Dipindah ke baris"), coerce=int, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, sources: list[tuple[int, str]], targets: list[tuple[int, str]], most: Decimal, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices, self.fields["target"].choices = sources, targets
        if len(sources) == 1:
            self.initial.setdefault("source", sources[0][0])
        self.initial.setdefault("days", most)
