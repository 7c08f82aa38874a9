"""A receipt as it is typed: what the paper says, thing by thing; then what tax is kept back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from rukun.grants.actions.payments import Item, Kept, Receipt
from rukun.grants.actions.vendors import Told
from rukun.grants.facts.vendors import name_key
from rukun.grants.models import Activity, Picture
from rukun.grants.queries import receipts
from rukun.grants.queries.receipt_warnings import Draft
from rukun.grants.queries.receipts import Priced
from rukun.grants.types import PaymentKind, Purse, Tax, VendorKind
from rukun.rules import tax as rules
from rukun.ui.fields import QuantityField, RupiahField
from rukun.ui.widgets import Day, Digits
from rukun.ui.words import rupiah

TEXT = {"class": "answer", "autocomplete": "off"}
MOST_ROWS = 40
GOODS, SERVICE, CATERING, FEE = "goods", "service", "catering", "fee"
WHAT = (
    (GOODS, _("Barang")),
    (SERVICE, _("Jasa atau sewa")),
    (CATERING, _("Makan dan minum")),
    (FEE, _("Honor perorangan")),
)
WITH_OFFICER = (Purse.PANJAR, Purse.TALANGAN)


class ReceiptForm(forms.Form):
    """The head of a receipt. `picture` is kept already when the rest comes back with a mistake."""

    op = forms.UUIDField(widget=forms.HiddenInput)
    what = forms.ChoiceField(label=_("Untuk apa?"), choices=WHAT, initial=GOODS, widget=forms.RadioSelect)
    vendor = forms.CharField(
        label=_("Toko atau penerima"), max_length=120,
        widget=forms.TextInput({**TEXT, "list": "penyedia"}),
        error_messages={"required": _("Tulis nama toko atau orang yang menerima uang.")},
    )  # fmt: skip
    number = forms.CharField(
        label=_("Nomor kuitansi"), max_length=60, required=False, widget=forms.TextInput(TEXT),
        help_text=_("Kosongkan bila kertasnya tanpa nomor."),
    )  # fmt: skip
    on = forms.DateField(
        label=_("Tanggal di kertas"), widget=Day,
        error_messages={"required": _("Isi tanggal yang tertulis di kertas."), "invalid": _("Tanggal itu tidak ada.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Uraian singkat"), max_length=240, widget=forms.TextInput(TEXT),
        help_text=_("Misalnya: semen untuk gang 2. Dibaca warga; jangan tulis nama orang."),
        error_messages={"required": _("Tulis untuk apa uang ini, satu kalimat pendek.")},
    )  # fmt: skip
    amount = RupiahField(
        label=_("Jumlah di kertas"), least=1, help_text=_("Dicocokkan dengan jumlah semua baris."),
        error_messages={"required": _("Tulis jumlah yang tercetak di kertas.")},
    )  # fmt: skip
    source = forms.ChoiceField(
        label=_("Dibayar dari"), widget=forms.RadioSelect,
        help_text=_("Panjar: uang RT yang dipegang pengurus. Talangan: uang pengurus sendiri, diganti kemudian."),
        error_messages={"required": _("Pilih dari mana uangnya.")},
    )  # fmt: skip
    officer = forms.TypedChoiceField(
        label=_("Panjar atau talangan siapa?"), required=False, coerce=int, empty_value=None
    )
    has_ppn = forms.BooleanField(label=_("Toko menambahkan PPN (ada faktur pajak)"), required=False)
    vendor_kind = forms.ChoiceField(label=_("Jenisnya"), choices=VendorKind.choices, initial=VendorKind.SHOP)
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False, widget=forms.TextInput(TEXT))
    phone = forms.CharField(label=_("Telepon"), max_length=30, required=False, widget=Digits)
    account = forms.CharField(label=_("Nomor rekening"), max_length=60, required=False, widget=forms.TextInput(TEXT))
    npwp = forms.CharField(label=_("NPWP"), max_length=30, required=False, widget=Digits)

    def __init__(self, *args: Any, officers: Sequence[tuple[int, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["source"].choices = [(key, capfirst(label)) for key, label in Purse.choices]
        self.fields["officer"].choices = [("", _("Pilih pengurus")), *officers]

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        needs_officer = held.get("source") in WITH_OFFICER
        if needs_officer and not held.get("officer") and "officer" not in self.errors:
            self.add_error("officer", _("Pilih pengurus yang memegang panjar atau menalangi."))
        if not needs_officer:
            held["officer"] = None
        return held

    @property
    def more(self) -> list[forms.BoundField]:
        """What is known of the vendor, asked only where it is at hand."""
        return [self[name] for name in ("vendor_kind", "address", "phone", "account", "npwp")]


class ItemForm(forms.Form):
    """One thing on the paper. Words and unit are those of the RAB line where they are left empty."""

    line = forms.TypedChoiceField(
        label=_("Baris RAB"), coerce=int, error_messages={"required": _("Pilih baris RAB-nya.")}
    )
    quantity = QuantityField(label=_("Jumlah"), error_messages={"required": _("Isi jumlahnya.")})
    unit = forms.CharField(label=_("Satuan"), max_length=20, required=False, widget=forms.TextInput(TEXT))
    unit_price = RupiahField(label=_("Harga satuan"), least=1, error_messages={"required": _("Isi harganya.")})
    words = forms.CharField(
        label=_("Nama barang di kertas"), max_length=160, required=False, widget=forms.TextInput(TEXT),
        help_text=_("Kosongkan bila sama dengan RAB."),
    )  # fmt: skip

    def __init__(self, *args: Any, lines: Sequence[Priced], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.lines = {each.line.pk: each for each in lines}
        self.fields["line"].choices = [
            ("", _("Pilih baris RAB")),
            *((pk, _named(each)) for pk, each in self.lines.items()),
        ]

    @property
    def is_typed(self) -> bool:
        return self.has_changed() and bool(self.cleaned_data.get("line"))

    @property
    def priced(self) -> Priced:
        return self.lines[self.cleaned_data["line"]]

    def item(self) -> Item:
        told, line = self.cleaned_data, self.priced.line
        return Item(
            line.pk, told["words"] or line.words, told["unit"] or line.unit, told["quantity"], told["unit_price"]
        )


class Rows(BaseFormSet):
    def clean(self) -> None:
        if not any(self.errors) and not any(each.is_typed for each in self.forms):
            raise ValidationError(_("Isi sedikitnya satu baris."), code="empty")

    @property
    def typed(self) -> list[ItemForm]:
        return [each for each in self.forms if hasattr(each, "cleaned_data") and not each.errors and each.is_typed]


ItemRows = formset_factory(ItemForm, formset=Rows, extra=0, min_num=1, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class TaxForm(forms.Form):
    """Tax as the rates say; who knows better corrects it and says why. `asks_who`: the juknis does not say who keeps
    it back."""

    by_rt = forms.TypedChoiceField(
        label=_("Siapa memungut pajaknya?"), choices=[("ya", _("RT")), ("tidak", _("Bukan RT"))],
        coerce=lambda told: told == "ya", widget=forms.RadioSelect,
        help_text=_("Juknis tidak menyebutnya. Tanyakan kepada desa atau kecamatan."),
        error_messages={"required": _("Pilih siapa yang memungut pajaknya.")},
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Alasan bila pajaknya Anda ubah"), max_length=240, required=False, widget=forms.TextInput(TEXT)
    )

    def __init__(self, *args: Any, found: rules.Withholding, asks_who: bool, **kw: Any) -> None:
        super().__init__(*args, prefix="pajak", **kw)
        self.found, self.reasons = {each.tax: each for each in found.taxes}, found.reasons
        self.names = list(dict.fromkeys([*self.found, *(each.tax for each in found.reasons)]))
        self.total = found.amount
        if not asks_who:
            del self.fields["by_rt"]
        for name in self.names:
            self.fields[name] = RupiahField(label=_label(name, self.found.get(name)), required=False)
            self.initial[name] = self.found[name].amount if name in self.found else 0
        self.order_fields(["by_rt", *self.names, "reason"])

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        if self.is_corrected and not held.get("reason"):
            self.add_error("reason", _("Pajaknya berbeda dari tarif. Tulis alasannya."))
        return held

    @property
    def is_corrected(self) -> bool:
        return self._is_kept and any(self._amount(name) != self.initial[name] for name in self.names)

    @property
    def _is_kept(self) -> bool:
        return bool(self.cleaned_data.get("by_rt", True))

    def _amount(self, name: str) -> int:
        return self.cleaned_data.get(name) or 0

    def kept(self) -> list[Kept]:
        return [self._kept(name) for name in self.names if self._is_kept and self._amount(name)]

    def _kept(self, name: str) -> Kept:
        held = self.found.get(name)
        rate, base = (f"{held.percent.normalize():f}", held.base) if held else ("", self.total)
        return Kept(Tax(name), rate, base, self._amount(name))


class Paper:
    """The whole form: head, rows and, once both are sound, tax."""

    def __init__(self, data: Any, activity: Activity, *, on: date, more_rows: int = 0, line: str = "") -> None:
        self.activity, self.on = activity, on
        self.lines = receipts.lines(activity)
        told = _with_rows(data, more_rows)
        self.head = ReceiptForm(told, officers=receipts.officers(activity.path, on), initial={"op": uuid4(), "on": on})
        self.rows = ItemRows(told, form_kwargs={"lines": self.lines}, initial=[{"line": line}], prefix="baris")
        self.is_bound = told is not None

    @cached_property
    def is_valid(self) -> bool:
        return all((self.head.is_valid(), self.rows.is_valid()))

    @property
    def mistakes(self) -> list[forms.BoundField]:
        """Answers that need a look, in the order of the page."""
        return [field for form in (self.head, *self.rows) for field in form if field.errors]

    def hush(self) -> None:
        """A form that is still being typed is not told what is missing."""
        for held in (self.head.errors, self.rows.non_form_errors(), *self.rows.errors):
            held.clear()

    @cached_property
    def items(self) -> list[Item]:
        self.rows.is_valid()
        return [each.item() for each in self.rows.typed]

    @property
    def total(self) -> int:
        return sum(each.amount for each in self.items)

    def receipt(self, withheld: Sequence[Kept] = ()) -> Receipt:
        told = self.head.cleaned_data
        return Receipt(
            kind=PaymentKind.FEE if told["what"] == FEE else PaymentKind.GOODS, number=told["number"], on=told["on"],
            words=told["words"], items=tuple(self.items), source=Purse(told["source"]), payee=told["vendor"],
            officer=self._officer(told["officer"]), withheld=tuple(withheld), amount=told["amount"],
        )  # fmt: skip

    def vendor(self) -> Told | None:
        """Whom it was bought from; a person who gets a fee is no vendor."""
        told = self.head.cleaned_data
        if told["what"] == FEE:
            return None
        known = {name: told[name] for name in ("address", "phone", "account", "npwp")}
        return Told(told["vendor"], VendorKind(told["vendor_kind"]), **known)

    def draft(self, picture: Picture | None) -> Draft:
        """As far as it is typed, for the warnings."""
        self.head.is_valid()
        told, typed = self.head.cleaned_data, (self.rows.is_valid(), self.rows.typed)[1]
        items = [(each.priced, each.item().unit_price, each.item().amount) for each in typed]
        return Draft(
            self.activity.book, name_key(told.get("vendor") or ""), told.get("number") or "", told.get("on"), items,
            picture,
        )  # fmt: skip

    def purchase(self) -> rules.Purchase:
        told = self.head.cleaned_data
        has_npwp = receipts.has_npwp(self.activity.rt_id, name_key(told["vendor"])) or bool(told["npwp"]) or None
        return rules.Purchase(told["what"], self.total, has_ppn=told["has_ppn"], has_npwp=has_npwp)

    def _officer(self, pk: int | None) -> Any:
        return receipts.user(pk) if pk else None


def _with_rows(data: Any, more: int) -> Any:
    if data is None or not more:
        return data
    told = data.copy()
    count = told.get("baris-TOTAL_FORMS", "1")
    told["baris-TOTAL_FORMS"] = str(min(MOST_ROWS, (int(count) if count.isdecimal() else 1) + more))
    return told


def _named(each: Priced) -> str:
    return _("%(line)s (sisa %(left)s)") % {"line": each.line.words, "left": rupiah(each.left)}


def _label(name: str, held: rules.Withheld | None) -> str:
    if held is None:
        return Tax(name).label
    percent = f"{held.percent.normalize():f}".replace(".", ",")
    return _("%(tax)s, %(percent)s %% dari %(base)s") % {
        "tax": Tax(name).label, "percent": percent, "base": rupiah(held.base),
    }  # fmt: skip
