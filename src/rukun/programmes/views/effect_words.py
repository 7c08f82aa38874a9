"""How a change is called."""

from __future__ import annotations

from django.utils.translation import gettext as _


def change_words(change: int) -> str:
    return {1: _("Lebih baik"), 0: _("Sama saja"), -1: _("Lebih buruk")}[change]
