"""What the neighbours say of a household, beside the verdict and never part of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rukun.mapping.queries import welfare
from rukun.mapping.types import Ranked
from rukun.poverty.types import Label


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Their ranking, and, where it says other than the criteria, a sentence about that."""

    ranked: Ranked
    clash: str


def of_household(household_id: int, label: str) -> Neighbours | None:
    """None where nobody has ranked it. `label`: the verdict by the fourteen criteria."""
    ranked = welfare.class_of([household_id]).get(household_id)
    return Neighbours(ranked, clash(label, ranked.is_poor)) if ranked else None


def clash(label: str, is_poor: bool | None) -> str:
    """Nothing where either of both is not sure."""
    if label == Label.POOR and is_poor is False:
        return _("Menurut 14 kriteria miskin, menurut warga tidak. Tanyakan sebabnya sebelum mengusulkan.")
    if label == Label.NOT_POOR and is_poor:
        return _("Menurut warga miskin, menurut 14 kriteria tidak. Mungkin ada kesulitan yang tidak ditanyakan.")
    return ""
