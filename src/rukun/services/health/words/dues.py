"""Why somebody is due, in words a monitor says at the door; never a finding about a child."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.services.health.types import Given

REASONS: dict[tuple[str, str], Any] = {
    ("measurement", "weigh"): gettext_lazy("Belum ditimbang bulan ini"),
    ("measurement", "again"): gettext_lazy("Perlu diukur ulang"),
    ("referral", "look_again"): gettext_lazy("Bidan meminta dilihat lagi"),
    ("referral", "waiting"): gettext_lazy("Menunggu dilihat bidan"),
    ("pregnancy", "check"): gettext_lazy("Ibu hamil belum dilihat bulan ini"),
    ("pregnancy", "overdue"): gettext_lazy("Perkiraan lahir sudah lewat"),
    ("elder", "first"): gettext_lazy("Lansia belum pernah diperiksa"),
    ("elder", "check"): gettext_lazy("Lansia sudah setahun tidak diperiksa"),
}
CAPSULES = {
    "vitamin_a-blue": gettext_lazy("Vitamin A kapsul biru"),
    "vitamin_a-red": gettext_lazy("Vitamin A kapsul merah"),
}
ONCE = {Given.HB0, Given.BCG, Given.IPV}


def due_words(due: Any) -> str:
    """A Due (facts.due) as one short sentence."""
    return step_words(due.code) if due.kind == "dose" else str(REASONS[due.kind, due.code])


def step_words(code: str) -> str:
    """A dose by its code: "DPT-HB-Hib dosis 2"."""
    given, _dash, number = code.rpartition("-")
    if given in CAPSULES:
        return str(CAPSULES[given])
    name = str(Given(given).label)
    return name if given in ONCE else _("%(given)s dosis %(number)s") % {"given": name, "number": number}
