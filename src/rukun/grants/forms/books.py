"""What a treasurer types into the book: how much, on which day, from where, to whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rukun.grants.models import Book
from rukun.grants.types import Account, Tax
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Day

PURSES = [(Account.CASH, _("Kas tunai")), (Account.BANK, _("Rekening bank"))]
NO_AMOUNT, NO_DAY = {"required": _("Tulis jumlahnya.")}, {"required": _("Pilih tanggalnya.")}


class Dated(forms.Form):
    """A day of the book's year, or of the months after it; `op` names this asking, so that sending twice is once."""

    on = forms.DateField(label=_("Tanggal"), widget=Day, error_messages=NO_DAY)
    op = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, book: Book, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.book, self.today = book, today
        self.fields["on"].initial = today

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError(_now("Tanggal ini belum lewat. Catat setelah uangnya benar bergerak."))
        if day.year not in (self.book.year, self.book.year + 1):
            told = {"year": self.book.year}
            raise ValidationError(_now("Ini buku tahun %(year)d. Periksa tahun pada tanggalnya.") % told)
        return day


def _choose(field: Any, people: Iterable[Any]) -> None:
    known = {str(each.pk): each for each in people}
    field.choices = [("", _("Pilih pengurus")), *((key, who.name) for key, who in known.items())]
    field.coerce = known.get


class Moved(Dated):
    amount = RupiahField(label=_("Jumlah"), least=1, error_messages=NO_AMOUNT)
    field_order = ["amount", "on"]


class FromPurse(Moved):
    source = forms.TypedChoiceField(label=_("Dari"), choices=PURSES, coerce=Account, widget=forms.RadioSelect)
    field_order = ["amount", "source", "on"]


class ToOfficer(FromPurse):
    """`people`: who may be chosen."""

    officer = forms.TypedChoiceField(label=_("Pengurus"), error_messages={"required": _("Pilih pengurusnya.")})
    field_order = ["officer", "amount", "source", "on"]

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["officer"], people)


class FromOfficer(ToOfficer):
    into = forms.TypedChoiceField(label=_("Masuk ke"), choices=PURSES, coerce=Account, widget=forms.RadioSelect)
    source = None
    field_order = ["officer", "amount", "into", "on"]


class Deposit(Dated):
    """`kinds`: taxes that wait, with their rupiah in words; `people`: who may have advanced them."""

    tax = forms.TypedChoiceField(label=_("Pajak"), coerce=Tax, widget=forms.RadioSelect)
    proof = forms.CharField(
        label=_("NTPN (nomor bukti setor)"), max_length=60,
        help_text=_("Enam belas huruf dan angka pada bukti penerimaan negara."),
        error_messages={"required": _("Tulis nomor bukti setornya.")},
    )  # fmt: skip
    source = forms.TypedChoiceField(
        label=_("Dibayar dari"), choices=[*PURSES, (Account.TALANGAN, _("Talangan: uang pengurus, diganti kemudian"))],
        coerce=Account, widget=forms.RadioSelect,
    )  # fmt: skip
    officer = forms.TypedChoiceField(label=_("Talangan siapa?"), required=False, empty_value=None)
    field_order = ["tax", "proof", "source", "officer", "on"]

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tax"].choices = kinds
        self.fields["on"].label = _now("Tanggal setor")
        _choose(self.fields["officer"], people)

    def clean(self) -> dict[str, Any]:
        held = super().clean() or {}
        is_advanced = held.get("source") == Account.TALANGAN
        if is_advanced and not held.get("officer"):
            self.add_error("officer", _now("Pilih pengurus yang menalangi."))
        return held if is_advanced else held | {"officer": None}


class Reversal(Dated):
    reason = forms.CharField(
        label=_("Alasan"), max_length=240, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Warga dapat membacanya. Jangan tulis nama orang."),
        error_messages={"required": _("Tulis alasannya dengan satu kalimat.")},
    )  # fmt: skip
    field_order = ["reason", "on"]


class Statement(Dated):
    stated = RupiahField(label=_("Saldo akhir menurut bank"), error_messages={"required": _("Tulis saldonya.")})
    words = forms.CharField(
        label=_("Sebab selisih"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Isi hanya bila bank dan buku berbeda."),
    )  # fmt: skip
    op = None
    field_order = ["on", "stated", "words"]


class Until(Dated):
    """A day up to which the book is closed."""

    op = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _now("Tutup sampai tanggal")
