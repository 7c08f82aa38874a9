"""What is asked to try a rule of ceilings, and to put it into a decree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.musrenbang.ceiling_words import KINDS
from rukun.parameters.juknis import Juknis
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Day, Digits

TIERS = 5
STEPS = [(1, _("satu rupiah")), (1000, _("seribu")), (100_000, _("seratus ribu")), (1_000_000, _("satu juta"))]
NEEDED = {"flat": ("jumlah",), "tiers": (), "range": ("jumlah", "paling", "anggaran"), "scaled": ("jumlah", "anggaran")}


class Households(forms.IntegerField):
    """A bound of a tier; dots between thousands are welcome."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, min_value=0, max_value=100_000, widget=Digits, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class Try(forms.Form):
    """A rule. `document` is what the queries reckon with and a decree keeps."""

    cara = forms.ChoiceField(label=_("Bagaimana pagu dihitung?"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    jumlah = RupiahField(
        label=_("Jumlah untuk satu RT"), required=False, least=1,
        help_text=_("Di antara dua batas: jumlah paling sedikit."),
    )  # fmt: skip
    paling = RupiahField(
        label=_("Paling banyak untuk satu RT"), required=False, least=1, help_text=_("Hanya di antara dua batas.")
    )
    anggaran = RupiahField(
        label=_("Anggaran untuk semua RT"), required=False, least=1,
        help_text=_("Perlu bila dipotong, atau di antara dua batas. Cara lain hanya membandingkannya."),
    )  # fmt: skip
    bulat = forms.TypedChoiceField(
        label=_("Bulatkan sampai"), choices=STEPS, coerce=int, required=False, empty_value=1,
        help_text=_("Hanya untuk yang dipotong atau di antara dua batas."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(1, TIERS + 1):
            self.fields[f"dari{place}"] = Households(label=_("Dari"))
            self.fields[f"sampai{place}"] = Households(label=_("Sampai"))
            self.fields[f"uang{place}"] = RupiahField(label=_("Jumlah"), required=False)

    @property
    def plain(self) -> list[forms.BoundField]:
        return [self[name] for name in ("cara", "jumlah", "paling", "anggaran", "bulat")]

    @property
    def tiers(self) -> list[list[forms.BoundField]]:
        return [[self[f"{part}{place}"] for part in ("dari", "sampai", "uang")] for place in range(1, TIERS + 1)]

    @property
    def has_tiers(self) -> bool:
        return self["cara"].value() == "tiers"

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        kind = told.get("cara", "flat")
        for name in NEEDED[kind]:
            if told.get(name) is None and name not in self.errors:
                self.add_error(name, _("Isi jumlahnya: cara ini memerlukannya."))
        if kind == "range" and (told.get("paling") or 0) < (told.get("jumlah") or 0):
            self.add_error("paling", _("Batas atas tidak boleh di bawah batas bawah."))
        if kind == "tiers":
            self._check_tiers(told)
        return told

    def _check_tiers(self, told: Mapping[str, Any]) -> None:
        for place in range(1, TIERS + 1):
            low, high, amount = (told.get(f"{part}{place}") for part in ("dari", "sampai", "uang"))
            if amount is None and (low is not None or high is not None) and f"uang{place}" not in self.errors:
                self.add_error(f"uang{place}", _("Isi jumlah untuk golongan ini."))
            if low is not None and high is not None and high < low:
                self.add_error(f"sampai{place}", _("Batas atas golongan di bawah batas bawahnya."))
        if all(told.get(f"uang{place}") is None for place in range(1, TIERS + 1)) and not self.errors:
            self.add_error("uang1", _("Isi sekurang-kurangnya satu golongan."))

    @property
    def document(self) -> dict[str, Any]:
        """The rule as values that a decree can keep."""
        told = self.cleaned_data
        kind = told["cara"]
        tiers = [
            {"at_least": told[f"dari{n}"], "at_most": told[f"sampai{n}"], "amount": told[f"uang{n}"]}
            for n in range(1, TIERS + 1)
            if told[f"uang{n}"] is not None
        ]
        own = {"kind": kind, "budget": told["anggaran"], "step": told["bulat"]}
        if kind == "tiers":
            return own | {"tiers": tiers}
        return own | {"amount": told["jumlah"]} | ({"most": told["paling"]} if kind == "range" else {})


class Decreeing(forms.Form):
    """The paper behind a decree of ceilings."""

    number = forms.CharField(
        label=_("Nomor keputusan"), max_length=120, help_text=_("Persis seperti di suratnya."),
        widget=forms.TextInput({"class": "answer", "autocomplete": "off"}),
    )  # fmt: skip
    decreed_on = forms.DateField(label=_("Tanggal keputusan"), widget=Day({"class": "answer"}))
    since = forms.DateField(label=_("Berlaku mulai"), widget=Day({"class": "answer"}))


class Issuing(Decreeing):
    is_partial = forms.BooleanField(
        label=_("Tetapkan RT yang sudah pasti; yang lain menyusul"), required=False,
        help_text=_("Hanya bila ada RT yang belum punya jumlah."),
    )  # fmt: skip


def initial(held: Juknis | None) -> dict[str, Any]:
    """The rule of the juknis, as far as it says one."""
    if held is None:
        return {"cara": "flat"}
    rule = held.money.allocation
    told: dict[str, Any] = {"cara": rule.kind or "flat", "paling": rule.most}
    told["jumlah"] = rule.least if rule.kind == "range" else held.ceiling
    for place, each in enumerate(rule.tiers[:TIERS], start=1):
        told |= {f"dari{place}": each.at_least, f"sampai{place}": each.at_most, f"uang{place}": each.amount}
    return told
