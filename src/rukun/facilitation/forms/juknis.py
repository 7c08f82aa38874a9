"""Adopting a juknis, and filling in what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from rukun.facilitation.models import Programme
from rukun.facilitation.queries import programmes
from rukun.facilitation.words import UNITS, WAYS
from rukun.facilitation.words_money import ALLOCATIONS, AT_SPLIT, CHANNELS, FLOWS, LEFTOVER, LEVELS, TAX_BY
from rukun.parameters.juknis import Answer, Asked, Juknis, keys, load, read
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Day, Digits
from rukun.ui.words import tanggal

LARGEST = 500 * 1024
OWN = "own"
PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?", re.ASCII)


class PastForm(forms.Form):
    """Asks whether a deadline that has passed is meant, once somebody has been told of it."""

    past_is_meant = forms.BooleanField(label=_("Tenggat yang lewat memang benar"), required=False)

    def __init__(self, *args: Any, asks_past: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_past and "past_is_meant" not in self.data:
            del self.fields["past_is_meant"]

    @property
    def past(self) -> bool:
        return bool(self.cleaned_data.get("past_is_meant"))


class AdoptForm(PastForm):
    """A shipped juknis or a file of one's own. A file once brought travels in the page, so that it is not lost."""

    shipped = forms.ChoiceField(
        label=_("Juknis"), widget=forms.RadioSelect, error_messages={"required": _("Pilih satu juknis.")}
    )  # fmt: skip
    file = forms.FileField(
        label=_("Berkas sendiri (YAML)"), required=False, widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
        help_text=_("Hanya bila memilih “Berkas sendiri”. Paling besar 500 KB."),
        error_messages={"empty": _("Berkas itu kosong. Periksa isinya, lalu pilih lagi.")},
    )  # fmt: skip
    since = forms.DateField(
        label=_("Berlaku sejak"), widget=Day,
        help_text=_("Juknis peragaan menghitung langkahnya dari hari itu."),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("Dasar penetapan"), max_length=200, help_text=_("Misalnya: SK Kepala DPMD nomor 3 tahun 2026."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    brought = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    brought_name = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shipped"].choices = [*((key, load(key).title) for key in keys()), (OWN, _("Berkas sendiri"))]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > LARGEST:
            raise ValidationError(_("Berkas ini terlalu besar untuk sebuah juknis. Paling besar 500 KB."))
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("Berkas ini bukan tulisan biasa. Simpan sebagai teks UTF-8.")) from None
        self.data = self.data.copy()
        self.data["brought"], self.data["brought_name"] = text, file.name
        return file

    def clean(self) -> None:
        if self.cleaned_data.get("shipped") == OWN and "file" not in self.errors and not self.data.get("brought"):
            self.add_error("file", ValidationError(_("Pilih berkasnya, atau pilih salah satu juknis di atas.")))

    def juknis(self) -> Juknis:
        """Raises the Problems of a file that cannot be read or contradicts itself."""
        told = self.cleaned_data
        if told["shipped"] != OWN:
            return load(told["shipped"], begins=told["since"])
        name = slugify(self.data.get("brought_name", "").rpartition(".")[0]).replace("-", "_")
        return read(self.data["brought"], f"dibawa/{name[:40] or 'juknis'}", begins=told["since"])


class AnswerForm(PastForm):
    """One open value of the juknis, and who says so."""

    source = forms.CharField(
        label=_("Sumber"), max_length=200, help_text=_("Pasal, surat, atau siapa yang memutuskan."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    since = forms.DateField(label=_("Berlaku sejak"), widget=Day)

    def __init__(self, *args: Any, asked: Asked, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.fields |= FIELDS[asked.kind](question)
        self.order_fields(["value", "least", "most", "source", "since"])

    @property
    def value(self) -> Answer:
        told = self.cleaned_data
        if self.asked.kind == "limit":
            return told["least"] or None, told["most"] or None
        value: Answer = tuple(told["value"]) if self.asked.kind in ("ways", "levels") else told["value"]
        return value


class PercentField(forms.CharField):
    """Per cent as people write it: "37,5" and "37.5" are the same."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=Digits({"inputmode": "decimal"}), **options)

    def clean(self, value: Any) -> str:
        written = str(super().clean(value)).removesuffix("%").strip()
        if written and not (PERCENT.fullmatch(written) and float(written.replace(",", ".")) <= 100):
            raise ValidationError(_("Tulis persen antara 0 dan 100."))
        return written.replace(",", ".")


class SharesField(forms.CharField):
    """Shares of tranches in their order, as people write them: "60, 40" or "33,4 33,3 33,3"."""

    def clean(self, value: Any) -> tuple[str, ...]:
        words = [each for each in re.split(r"%|[;/]|,\s|\s", str(super().clean(value))) if each]
        if not 1 <= len(words) <= 12 or not all(PERCENT.fullmatch(each) for each in words):
            raise ValidationError(_("Tulis persen setiap tahap berurutan, misalnya 60, 40."))
        return tuple(each.replace(",", ".") for each in words)


class CompareForm(forms.Form):
    """Two juknis: adopted ones, or those that come with Rukun."""

    dari = forms.ChoiceField(label=_("Dahulu"))
    ke = forms.ChoiceField(label=_("Kini"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adopted = {str(each.pk): each for each in programmes.versions()}
        choices = [(key, self._title(each)) for key, each in self.adopted.items()]
        groups = [(_("Yang pernah ditetapkan"), choices), (_("Yang disertakan"), [(k, load(k).title) for k in keys()])]
        for name in ("dari", "ke"):
            self.fields[name].choices = [group for group in groups if group[1]]
        newest, *older = [*self.adopted, keys()[0]]
        self.initial = {"ke": newest, "dari": older[0] if older else newest}

    @staticmethod
    def _title(programme: Programme) -> str:
        return _("%(title)s, sejak %(day)s") % {"title": programme.juknis.title, "day": tanggal(programme.since)}

    def juknis(self, name: str) -> Juknis:
        chosen = self.cleaned_data[name]
        return self.adopted[chosen].juknis if chosen in self.adopted else load(chosen)


def _choice(words: dict[str, Any], **more: Any) -> Callable[[str], dict[str, forms.Field]]:
    return lambda question: {
        "value": forms.ChoiceField(label=question, choices=list(words.items()), widget=forms.RadioSelect, **more)
    }


def _flag(question: str) -> dict[str, forms.Field]:
    choices = [("ya", _("Ya")), ("tidak", _("Tidak"))]
    return {
        "value": forms.TypedChoiceField(
            label=question, choices=choices, coerce=lambda word: word == "ya", widget=forms.RadioSelect
        )
    }


def _levels(question: str) -> dict[str, forms.Field]:
    return {
        "value": forms.MultipleChoiceField(
            label=question, choices=list(LEVELS.items()), widget=forms.CheckboxSelectMultiple,
            help_text=_("Berkas naik dari RT ke desa, kecamatan, lalu kabupaten."),
        )
    }  # fmt: skip


def _written(question: str) -> dict[str, forms.Field]:
    return {"value": forms.CharField(label=question, max_length=200, widget=forms.TextInput({"autocomplete": "off"}))}


def _shares(question: str) -> dict[str, forms.Field]:
    told = _("Berurutan dan berjumlah 100, misalnya 60, 40. Tulis 100 bila hanya satu tahap.")
    return {"value": SharesField(label=question, max_length=80, help_text=told)}


def _count(most: int, least: int = 0) -> Callable[[str], dict[str, forms.Field]]:
    return lambda question: {
        "value": forms.IntegerField(label=question, min_value=least, max_value=most, widget=Digits)
    }


def _limit(question: str) -> dict[str, forms.Field]:
    free = {"required": False, "help_text": _("Kosongkan bila tidak dibatasi.")}
    least = _("%(question)s Paling sedikit:") % {"question": question}
    return {"least": PercentField(label=least, **free), "most": PercentField(label=_("Paling banyak:"), **free)}


FIELDS: dict[str, Callable[[str], dict[str, forms.Field]]] = {
    "rupiah": lambda question: {"value": RupiahField(label=question, least=1)},
    "percent": lambda question: {"value": PercentField(label=question)},
    "days": _count(90, 1),
    "count": _count(1000),
    "date": lambda question: {"value": forms.DateField(label=question, widget=Day)},
    "unit": lambda question: {
        "value": forms.ChoiceField(label=question, choices=list(UNITS.items()), widget=forms.RadioSelect)
    },
    "ways": lambda question: {
        "value": forms.MultipleChoiceField(
            label=question, choices=list(WAYS.items()), widget=forms.CheckboxSelectMultiple
        )
    },
    "limit": _limit,
    "shares": _shares,
    "levels": _levels,
    "flag": _flag,
    "text": _written,
    "allocation": _choice(
        {key: word for key, word in ALLOCATIONS.items() if key != "tiers"},
        help_text=_("Pagu menurut jumlah KK dibawa lewat berkas sendiri."),
    ),
    "at_split": _choice(AT_SPLIT),
    "channel": _choice(CHANNELS),
    "flow": _choice(FLOWS),
    "leftover": _choice(LEFTOVER),
    "tax_by": _choice(TAX_BY),
}


def initial(on: date, since: date) -> dict[str, date]:
    """A change begins today, never before the version it changes."""
    return {"since": max(on, since)}
