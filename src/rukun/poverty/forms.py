"""One question as a form: the right keyboard, and not knowing as an answer like the others. And a card to bring."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rukun.parameters.instruments import Question
from rukun.parameters.instruments.words import Words
from rukun.parameters.ppi import Pair
from rukun.poverty.queries import standings
from rukun.poverty.queries.score_cards import Examined
from rukun.poverty.types import NEED_WORDS, Label
from rukun.ui.fields import NumberOrUnknownField, without_dots
from rukun.ui.widgets import REFUSED, UNKNOWN, Day, with_unknowns
from rukun.ui.words import unit_words

LARGEST_CARD = 500 * 1024
CSV = forms.FileInput(attrs={"accept": ".csv,text/csv"})
EMPTY_FILE = {"empty": _("Berkas itu kosong. Periksa isinya, lalu pilih lagi.")}
UNASKED = standings.UNASKED
UNANSWERED = _("Pilih satu jawaban. Bila tidak tahu, pilih “Tidak tahu”.")


class DecimalOrUnknownField(NumberOrUnknownField):
    """As a whole number or unknown, but "37,5" is welcome too."""

    def to_python(self, value: object) -> Any:
        number, reasons = value if isinstance(value, tuple) else (value, [])
        if reasons or not isinstance(number, str) or "," not in number:
            return super().to_python(value)
        try:
            return float(Decimal(str(without_dots(number.partition(",")[0])) + "." + number.partition(",")[2]))
        except InvalidOperation:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class QuestionForm(forms.Form):
    """The one question of a step; `given` are the earlier answers, which its limits may look at."""

    def __init__(self, question: Question, given: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question, self.given = question, given
        self.fields["answer"] = field_for(question)

    def clean_answer(self) -> Any:
        value = self.cleaned_data["answer"]
        value = TRUTHS.get(value, value) if self.question.type == "yes_no" else value
        constraint = self.question.constraint
        is_said = value not in (UNKNOWN, REFUSED)
        if is_said and constraint and constraint.holds(self.given, value=_plain(value)) is False:
            raise ValidationError(_("Angka ini di luar yang mungkin. Periksa lagi, atau pilih “Tidak tahu”."))
        return value


class ListForm(forms.Form):
    """What narrows the by-name list. The words are never part of an address."""

    putusan = forms.ChoiceField(
        label=_("Putusan"),
        required=False,
        choices=[("", _("Semua")), *Label.choices, (UNASKED, _("Belum diwawancarai"))],
        widget=forms.RadioSelect,
    )
    kebutuhan = forms.MultipleChoiceField(
        label=_("Kebutuhan"), required=False, choices=list(NEED_WORDS.items()), widget=forms.CheckboxSelectMultiple
    )
    alasan = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


TRUTHS = {"yes": True, "no": False}
WORDS_OF_TRUTH = {True: "yes", False: "no"}


def words(text: Words | None) -> str:
    """A text of an instrument in the reader's language."""
    if text is None:
        return ""
    return text.en if (get_language() or "id").startswith("en") else text.id


def field_for(question: Question) -> forms.Field:
    told = {
        "label": words(question.text),
        "help_text": words(question.hint),
        "error_messages": {"required": UNANSWERED},
    }
    if question.type in ("integer", "decimal"):
        kind = NumberOrUnknownField if question.type == "integer" else DecimalOrUnknownField
        if question.unit:
            told["help_text"] = f"{told['help_text']} ({unit_words(question.unit)})".strip()
        return kind(**told)
    if question.type == "text":
        return forms.CharField(max_length=200, **told)
    if question.type == "date":
        return forms.DateField(**told)
    choices = [("yes", _("Ya")), ("no", _("Tidak"))] if question.type == "yes_no" else _choices(question)
    if question.type == "choices":
        return SeveralField(choices=with_unknowns(choices), widget=forms.CheckboxSelectMultiple, **told)
    return forms.ChoiceField(choices=with_unknowns(choices), widget=forms.RadioSelect, **told)


class SeveralField(forms.MultipleChoiceField):
    """Several answers, or one that says that there is none to give."""

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        unsaid = [each for each in chosen if each in (UNKNOWN, REFUSED)]
        if unsaid and len(chosen) > 1:
            raise ValidationError(_("“Tidak tahu” tidak dapat digabung dengan jawaban lain."))
        return unsaid[0] if unsaid else chosen

    def prepare_value(self, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


def initial(question: Question, value: Any) -> Any:
    """A kept answer as the form shows it."""
    return WORDS_OF_TRUTH.get(value, value) if question.type == "yes_no" and isinstance(value, bool) else value


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(choice.value, words(choice.label)) for choice in question.choices]


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else Decimal(str(value)) if isinstance(value, float) else value


THEN, TODAYS = "dulu", "kini"
FACES = {THEN: _("Batas waktu itu"), TODAYS: _("Batas hari ini")}


class AsOf(forms.Form):
    """An earlier day, and in which borders its households are counted."""

    pada = forms.DateField(label=_("Tanggal"), widget=Day)
    batas = forms.ChoiceField(choices=list(FACES.items()), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["pada"].widget.attrs["max"] = today.isoformat()

    def clean_pada(self) -> date:
        day: date = self.cleaned_data["pada"]
        if day > self.today:
            raise ValidationError(_("Hari itu belum tiba. Pilih hari yang sudah lewat."))
        return day

    @property
    def asks_earlier(self) -> bool:
        """Whether a day before today was asked for, in words one understands."""
        return self.is_bound and self.is_valid() and self.cleaned_data["pada"] < self.today

    @property
    def query(self) -> str:
        """The day and the borders, for the address of another place."""
        return self._address(self.cleaned_data["batas"] or THEN)

    @property
    def faces(self) -> list[dict[str, Any]]:
        """The two borders as tabs."""
        now = self.cleaned_data["batas"] or THEN
        return [
            {"label": label, "url": f"?{self._address(key)}", "is_current": key == now} for key, label in FACES.items()
        ]

    def _address(self, borders: str) -> str:
        return urlencode({"pada": self.cleaned_data["pada"].isoformat(), "batas": borders})


class NewCard(forms.Form):
    """A score card and its table, as the owner publishes them, and where they come from."""

    title = forms.CharField(
        label=_("Judul kartu"), max_length=120, help_text=_("Misalnya: PPI Indonesia 2023, garis nasional.")
    )
    source = forms.CharField(label=_("Sumber"), max_length=200, help_text=_("Pemilik kartu dan terbitannya."))
    since = forms.DateField(
        label=_("Dipakai sejak"), widget=Day, help_text=_("Sejak hari itu kartu ditawarkan saat wawancara.")
    )
    card = forms.FileField(
        label=_("Kartu skor (CSV)"), help_text=_("Kolom no, indicator, response, lalu satu kolom per garis."),
        widget=CSV, error_messages=EMPTY_FILE,
    )  # fmt: skip
    lookup = forms.FileField(
        label=_("Tabel kemungkinan (CSV)"), help_text=_("Kolom score, lalu satu kolom per garis."),
        widget=CSV, error_messages=EMPTY_FILE,
    )  # fmt: skip

    def clean_card(self) -> UploadedFile:
        return _small(self.cleaned_data["card"])

    def clean_lookup(self) -> UploadedFile:
        return _small(self.cleaned_data["lookup"])


def _small(file: UploadedFile) -> UploadedFile:
    if file.size > LARGEST_CARD:
        raise ValidationError(_("Berkas ini terlalu besar untuk sebuah kartu. Paling besar 500 KB."))
    return file


class PairCard(forms.Form):
    """Which line counts; and, where the names do not agree, which line of the table belongs to a line of the card."""

    line = forms.ChoiceField(
        label=_("Garis yang dipakai menilai"), widget=forms.RadioSelect,
        help_text=_("Kemungkinan dibaca pada satu garis ini."), error_messages={"required": _("Pilih satu garis.")},
    )  # fmt: skip

    def __init__(self, *args: Any, seen: Examined, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = seen
        self.fields["line"].choices = [(each.lookup, _titled(each)) for each in seen.pairs]
        for number, each in enumerate(seen.pairs):
            if not each.agrees:
                choices = [(line, line) for line in seen.lookup.lines]
                self.fields[f"pair_{number}"] = forms.ChoiceField(
                    label=each.card, choices=choices, initial=each.lookup, help_text=_("Garis mana di tabel?")
                )
        self.order_fields([name for name in self.fields if name != "line"])

    @property
    def names(self) -> dict[str, str]:
        """Line of the card → line of the table, as the person confirmed them."""
        told = self.cleaned_data
        return {each.card: told.get(f"pair_{number}", each.lookup) for number, each in enumerate(self.seen.pairs)}

    def clean(self) -> None:
        if len(set(self.names.values())) < len(self.seen.pairs):
            raise ValidationError(_("Dua garis kartu menunjuk garis tabel yang sama. Periksa pasangannya."))


def _titled(pair: Pair) -> str:
    return f"{pair.card} ({pair.lookup})" if pair.agrees and pair.card != pair.lookup else pair.lookup
