"""One house of a round."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.ui.widgets import Digits

MOST = 500
_TOO_MANY = _("Paling banyak %(limit_value)s wadah. Periksa angkanya.")


def _count(label: object, hint: object) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=hint, min_value=0, max_value=MOST, widget=Digits,
        error_messages={"invalid": _("Tulis dengan angka saja."), "min_value": _("Tidak dapat kurang dari nol."),
                        "max_value": _TOO_MANY},
    )  # fmt: skip


class VisitForm(forms.Form):
    containers = _count(
        _("Wadah air yang dilihat"), _("Bak, ember, tempayan, pot, tampungan kulkas, barang bekas berisi air.")
    )
    positive = _count(_("Di antaranya berjentik"), _("Tulis 0 bila tidak ada."))
    words = forms.CharField(label=_("Catatan"), max_length=200, required=False)
