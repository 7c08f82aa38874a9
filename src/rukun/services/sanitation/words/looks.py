"""How looks are spoken of: the acts, the pillars, what would lift a latrine one rung."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from rukun.services.sanitation.types import Rung
from rukun.ui.words import MISSING, ribuan

ACTS: dict[str, str] = {"sanitation.looked": gettext_noop("mencatat sanitasi satu rumah tangga")}
PILLARS = {
    "latrine": gettext_lazy("Stop buang air besar sembarangan"),
    "hands": gettext_lazy("Cuci tangan pakai sabun"),
    "food": gettext_lazy("Air minum dan makanan aman"),
    "rubbish": gettext_lazy("Sampah diurus"),
    "wastewater": gettext_lazy("Air limbah dialirkan"),
}
LIFTS = {
    "use": gettext_lazy("Punya dan pakai jamban sendiri"),
    "seat": gettext_lazy("Ganti dengan kloset leher angsa"),
    "disposal": gettext_lazy("Buat tangki septik"),
    "emptying": gettext_lazy("Sedot tangki septik setiap lima tahun"),
}
ASKED = {
    "use": gettext_lazy("jamban siapa yang dipakai"),
    "seat": gettext_lazy("jenis kloset"),
    "disposal": gettext_lazy("tempat buangan akhir"),
}


def rung_words(rung: str) -> str:
    return str(Rung(rung).label) if rung else _("belum jelas")


def pillar_words(name: str) -> str:
    return str(PILLARS[name])


def lift_words(lift: str) -> str:
    return str(LIFTS[lift]) if lift else ""


def missing_words(names: tuple[str, ...]) -> str:
    return ", ".join(str(ASKED[name]) for name in names)


def counted(count: int | None) -> str:
    """A count in words; what is hidden says so and looks like nothing else."""
    return _("disembunyikan") if count is None else ribuan(count)


def percent(value: object) -> str:
    """Of a hundred, with one place: "80", "3,9"; nothing seen is a dash."""
    if value is None:
        return MISSING
    told = ribuan(value, 1)
    return told.removesuffix(",0")
