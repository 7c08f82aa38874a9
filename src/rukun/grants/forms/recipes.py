"""What the wizard asks: the measures of a work, then the prices of what it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rukun.grants.actions.budget_lines import Chosen
from rukun.grants.queries.recipes import Proposed
from rukun.grants.types import LineKind
from rukun.ui.fields import QuantityField, RupiahField
from rukun.ui.words import ribuan, rupiah

LARGEST = Decimal(100_000)


class Measures(forms.Form):
    """One answer for each measure of the work."""

    def __init__(self, *args: Any, asks: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in asks.items():
            self.fields[name] = QuantityField(label=gettext(question), has_zero=True)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for name, value in list(told.items()):
            if value is not None and value > LARGEST:
                self.add_error(name, _("Terlalu besar. Periksa satuannya: meter atau cm."))
        if not self.errors and not any(told.values()):
            raise ValidationError(_("Isi sekurangnya satu ukuran lebih dari nol."))
        return told


class Lines(forms.Form):
    """Volume, price and what residents give, for each line the wizard proposes; a volume of nothing leaves it out."""

    def __init__(self, *args: Any, proposed: Sequence[Proposed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = list(proposed)
        for n, each in enumerate(self.proposed):
            self.fields |= self._asked(n, each)

    def _asked(self, n: int, each: Proposed) -> dict[str, forms.Field]:
        unit = {"unit": each.unit}
        given = (
            _("Gotong royong, %(unit)s tanpa upah") if each.kind == LineKind.WAGE else _("Disumbang warga, %(unit)s")
        )
        return {
            f"quantity_{n}": QuantityField(
                label=_("Volume, %(unit)s") % unit, has_zero=True, initial=each.quantity, help_text=each.told
            ),
            f"price_{n}": RupiahField(
                label=_("Harga satu %(unit)s") % unit, least=1, initial=each.price,
                help_text=_("Daftar harga: %(words)s") % {"words": each.price_words}
                if each.price_words
                else _("Belum ada di daftar harga. Tanyakan ke toko."),
                error_messages={"required": _("Isi harga “%(words)s”.") % {"words": each.words}},
            ),
            f"given_{n}": QuantityField(label=given % unit, has_zero=True, required=False),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for n in range(len(self.proposed)):
            quantity, given = told.get(f"quantity_{n}"), told.get(f"given_{n}") or 0
            if quantity == 0:
                self.errors.pop(f"price_{n}", None)
            if quantity is not None and given > quantity:
                self.add_error(f"given_{n}", _("Lebih banyak daripada volumenya."))
        return told

    @property
    def every(self) -> list[tuple[forms.BoundField, Any]]:
        """Each field with its errors, as the summary wants them."""
        return [(field, field.errors) for field in self]

    @property
    def chosen(self) -> list[Chosen]:
        return [self._chosen(n, each) for n, each in enumerate(self.proposed) if self.cleaned_data[f"quantity_{n}"]]

    def _chosen(self, n: int, each: Proposed) -> Chosen:
        told = self.cleaned_data
        return Chosen(
            LineKind(each.kind), each.words, each.unit, told[f"quantity_{n}"], told[f"price_{n}"],
            told[f"given_{n}"] or Decimal(0), each.code, each.price, each.told,
        )  # fmt: skip

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(n, each) for n, each in enumerate(self.proposed)]

    def _row(self, n: int, each: Proposed) -> dict[str, Any]:
        """A price nobody knows is asked at once; the rest folds away until somebody changes it."""
        fields = {name: self[f"{name}_{n}"] for name in ("quantity", "price", "given")}
        price = fields.pop("price") if each.price is None else None
        touched = {*self.errors, *self.changed_data} if self.is_bound else set()
        told = {"words": each.words, "n": ribuan(each.quantity, 2).rstrip("0").rstrip(","), "unit": each.unit}
        title = _("%(words)s: %(n)s %(unit)s") % told
        if price is None:
            title = _("%(title)s × %(price)s") % {"title": title, "price": rupiah(each.price)}
        is_open = any(field.name in touched for field in fields.values())
        return {"title": title, "price": price, "fields": fields.values(), "is_open": is_open}
