"""What is asked about a programme and its terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Problem
from rukun.parameters import programmes as files
from rukun.parameters.files import line_of
from rukun.parameters.problems import CATALOGUE
from rukun.programmes.facts import asking
from rukun.programmes.types import Field, Form, Unit
from rukun.ui.fields import QuantityField, RupiahField
from rukun.ui.letters import spoken
from rukun.ui.widgets import Day, Digits

MOST_BYTES = 100_000
WIDE = forms.Textarea(attrs={"rows": 3})
STEPS = 2
YES_NO = {"yes": True, "no": False}


def kind_words() -> list[tuple[str, str]]:
    is_english = (get_language() or "id").startswith("en")
    return [(code, each.en if is_english else each.id) for code, each in files.kinds().items()]


class DescribeForm(forms.Form):
    """What may be described anew later."""

    name = forms.CharField(label=_("Nama program"), max_length=120)
    office = forms.CharField(label=_("Pelaksana"), max_length=120, help_text=_("Dinas, desa, atau pengurusnya."))
    words = forms.CharField(label=_("Untuk apa"), max_length=1000, required=False, widget=WIDE)
    kinds = forms.MultipleChoiceField(
        label=_("Bantuan ini termasuk jenis apa"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=kind_words, help_text=_("Bantuan sejenis untuk rumah tangga yang sama diperiksa dahulu."),
    )  # fmt: skip
    until = forms.DateField(label=_("Berakhir tanggal"), required=False, widget=Day)


class SchemeForm(DescribeForm):
    field = forms.ChoiceField(label=_("Bidang"), choices=Field.choices, widget=forms.RadioSelect)
    form = forms.ChoiceField(label=_("Bentuknya"), choices=Form.choices)
    unit = forms.ChoiceField(label=_("Diberikan kepada"), choices=Unit.choices)
    since = forms.DateField(label=_("Mulai tanggal"), widget=Day)
    field_order = ["name", "field", "form", "unit", "office", "words", "kinds", "since", "until"]


def example_words() -> list[tuple[str, str]]:
    return [("", _("Pilih satu contoh")), *((each.key, each.title) for each in files.examples())]


class FileForm(forms.Form):
    """A YAML file as it is read; what is wrong in it is said at the field, with its line or place."""

    file = forms.FileField(
        label=_("Berkas YAML"), required=False,
        help_text=_("Bentuknya sama dengan contoh. Isinya dibaca, tidak dijalankan."),
        error_messages={"empty": _("Berkas itu kosong. Pilih berkas lain.")},
    )  # fmt: skip
    since = forms.DateField(label=_("Berlaku mulai"), widget=Day)

    def clean_file(self) -> files.Programme | None:
        sent = self.cleaned_data["file"]
        if not sent:
            return None
        if sent.size > MOST_BYTES:
            raise ValidationError(_("Berkasnya terlalu besar untuk sebuah ketentuan."))
        try:
            text = sent.read().decode()
        except UnicodeDecodeError:
            raise ValidationError(_("Berkas itu bukan tulisan. Simpan sebagai teks UTF-8.")) from None
        try:
            return files.read(text, "berkas")
        except Problem as problem:
            raise ValidationError(_in_words(problem, text)) from None


def _in_words(problem: Problem, text: str) -> str:
    """The letter in one paragraph, with the line where the place is known by its way only."""
    letter = spoken(problem, CATALOGUE)
    way = problem.details.get("path")
    line = gettext("Lihat baris %(n)s.") % {"n": line_of(text, str(way))} if way else ""
    return " ".join(filter(None, (letter.what, letter.why, line, letter.now)))


class BringForm(FileForm):
    """A programme from the shelf of examples, or from a file."""

    example = forms.ChoiceField(label=_("Dari contoh"), required=False, choices=example_words)
    field_order = ["example", "file", "since"]

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        held = {each.key: each for each in files.examples()}
        told["brought"] = told.get("file") or held.get(told.get("example", ""))
        if not self.errors and told["brought"] is None:
            raise ValidationError(_("Pilih satu contoh, atau bawa berkas."))
        return told


class TermsFileForm(FileForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True


def order_words() -> list[tuple[str, str]]:
    number = [each for each in asking.in_order() if each.kind == asking.NUMBER]
    both = [(f"{each.code}|{end}", f"{each.words}: {word}") for each in number for end, word in (
        ("largest", _("yang terbesar dahulu")), ("smallest", _("yang terkecil dahulu")),
    )]  # fmt: skip
    return [("", _("Tidak dipakai")), *both]


class TermsForm(forms.Form):
    """Terms over known facts: limits for numbers, answers for choices; nothing is typed that could be code."""

    since = forms.DateField(label=_("Berlaku mulai"), widget=Day)
    basis = forms.CharField(label=_("Dasarnya"), max_length=200, help_text=_("Peraturan, SK, atau berita acara."))
    quota = QuantityField(label=_("Kuota"), places=0, required=False, help_text=_("Kosongkan bila tidak dibatasi."))
    amount = RupiahField(label=_("Uang untuk satu penerima, semuanya"), least=1, required=False)
    goods = forms.CharField(label=_("Atau barang apa"), max_length=200, required=False)
    parts = forms.IntegerField(
        label=_("Diberikan dalam berapa tahap"), min_value=1, max_value=60, initial=1, widget=Digits
    )
    months_apart = forms.IntegerField(
        label=_("Jarak antartahap, bulan"), min_value=1, max_value=120, initial=1, widget=Digits
    )
    lasts_months = forms.IntegerField(
        label=_("Berlangsung berapa bulan"), min_value=1, max_value=120, required=False, widget=Digits,
        help_text=_("Sesudah itu bantuan sejenis boleh lagi."),
    )  # fmt: skip
    first = forms.ChoiceField(label=_("Siapa didahulukan"), required=False, choices=order_words)
    second = forms.ChoiceField(label=_("Bila sama"), required=False, choices=order_words)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in asking.in_order():
            self.fields |= dict(_fields(each))

    def facts(self) -> list[tuple[asking.Asking, list[forms.BoundField], bool]]:
        """Each fact with its fields, and whether something was filled in."""
        return [(each, held := [self[name] for name, _f in _fields(each)], any(_is_told(one) for one in held))
                for each in asking.in_order()]  # fmt: skip

    def plain(self) -> list[forms.BoundField]:
        """The fields beside the facts."""
        return [self[name] for name in type(self).base_fields]

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        for each in asking.in_order():
            least, most = told.get(f"{each.code}_least"), told.get(f"{each.code}_most")
            if least is not None and most is not None and least > most:
                self.add_error(f"{each.code}_most", _("Batas atas lebih kecil daripada batas bawah."))
        return told

    def told(self) -> dict[str, Any]:
        """What `actions.schemes.set_terms` asks for."""
        held = self.cleaned_data
        plain = {
            name: held[name] for name in ("since", "basis", "amount", "goods", "parts", "months_apart", "lasts_months")
        }
        quota = held["quota"]
        return plain | {
            "quota": int(quota) if quota is not None else None,
            "criteria": files.kept_criteria(list(self._criteria())),
            "order": files.kept_order(list(self._order())),
        }

    def _criteria(self) -> Iterator[dict[str, Any]]:
        for each in asking.in_order():
            when = _when(each, self.cleaned_data)
            if when:
                yield {"code": each.code, "id": _said(each, when, "id"), "en": _said(each, when, "en"), "when": when}

    def _order(self) -> Iterator[dict[str, str]]:
        for name in dict.fromkeys((self.cleaned_data["first"], self.cleaned_data["second"])):
            if name:
                fact, _bar, first = name.partition("|")
                yield {"fact": fact, "first": first}


def _fields(each: asking.Asking) -> Iterator[tuple[str, forms.Field]]:
    if each.kind == asking.NUMBER:
        yield f"{each.code}_least", QuantityField(label=_("Paling sedikit"), places=2, has_zero=True, required=False)
        yield f"{each.code}_most", QuantityField(label=_("Paling banyak"), places=2, has_zero=True, required=False)
        return
    answers = [("yes" if value is True else "no" if value is False else value, word) for value, word in each.answers()]
    yield (
        f"{each.code}_among",
        forms.MultipleChoiceField(
            label=_("Jawaban yang memenuhi"), choices=answers, required=False, widget=forms.CheckboxSelectMultiple
        ),
    )


def _is_told(field: forms.BoundField) -> bool:
    return bool(field.value()) or bool(field.errors)


def _when(each: asking.Asking, told: dict[str, Any]) -> dict[str, Any]:
    """The condition as plain data, {} when nothing was asked of this fact."""
    among = told.get(f"{each.code}_among")
    if among:
        return {
            "fact": each.code,
            "among": [YES_NO.get(value, value) if each.kind == asking.YES_NO else value for value in among],
        }
    limits = [
        {"fact": each.code, word: _plain(told[name])}
        for word, name in (("at_least", f"{each.code}_least"), ("at_most", f"{each.code}_most"))
        if told.get(name) is not None
    ]
    return {"all_of": limits} if len(limits) > 1 else limits[0] if limits else {}


def _plain(number: Any) -> int | float:
    return int(number) if number == int(number) else float(number)


def _said(each: asking.Asking, when: dict[str, Any], language: str) -> str:
    held = files.kept_criteria([{"code": each.code, "when": when}])[0]
    with override(language):
        return asking.spoken(held.test)
