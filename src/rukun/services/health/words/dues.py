"""Why somebody is due, in words a monitor says at the door; never a finding about a child."""

from __future__ import annotations

from collections.abc import Iterable
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
FEW = 3
ONCE = {Given.HB0, Given.BCG, Given.IPV, Given.VITAMIN_A, Given.DEWORMING, Given.TTD}
"""What is told without its number while it is the first."""


def reasons(dues: Iterable[Any]) -> list[str]:
    """All that is due to one person; several vaccines are one number, their names stand on the visit itself."""
    held = list(dues)
    vaccines = [each for each in held if each.kind == "dose" and each.code.rpartition("-")[0] not in CAPSULES]
    if len(vaccines) < FEW:
        return [due_words(each) for each in held]
    told = _("%(n)s imunisasi sudah waktunya") % {"n": len(vaccines)}
    return [*(due_words(each) for each in held if each not in vaccines), told]


def due_words(due: Any) -> str:
    """A Due (facts.due) as one short sentence."""
    return step_words(due.code) if due.kind == "dose" else str(REASONS[due.kind, due.code])


def step_words(code: str) -> str:
    """A dose by its code: "DPT-HB-Hib dosis 2"."""
    given, _dash, number = code.rpartition("-")
    if given in CAPSULES:
        return str(CAPSULES[given])
    name = str(Given(given).label)
    return (
        name if given in ONCE and number == "1" else _("%(given)s dosis %(number)s") % {"given": name, "number": number}
    )
