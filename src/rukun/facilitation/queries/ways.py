"""Where a step is done. The rooms above may not stand yet: then there is no button, only words."""

from __future__ import annotations

from django.urls import reverse

from rukun.parameters.juknis import Step, StepKind
from rukun.ui.addresses import first_url

NAMES: dict[StepKind, tuple[str, ...]] = {
    StepKind.SOSIALISASI: ("facilitation:gatherings",),
    StepKind.TRAINING: ("facilitation:gatherings",),
    StepKind.READINESS: ("facilitation:quiz",),
    StepKind.MAPPING: ("mapping:index",),
    StepKind.NEEDS: ("needs:index",),
    StepKind.PROPOSALS: ("musrenbang:proposals", "musrenbang:index"),
    StepKind.MEETING: ("musrenbang:meetings", "musrenbang:index"),
    StepKind.CHOICE: ("musrenbang:choices", "musrenbang:meetings", "musrenbang:index"),
    StepKind.DESA: ("musrenbang:answers", "musrenbang:proposals"),
    StepKind.KECAMATAN: ("musrenbang:answers", "musrenbang:proposals"),
    StepKind.PLAN: ("musrenbang:plan", "musrenbang:proposals"),
}


def url_of(step: Step, area_id: int) -> str:
    """The page on which this RT does it; "" when there is none."""
    if step.kind is StepKind.OTHER:
        return reverse("facilitation:step", args=[area_id, step.key]) if step.actor == "rt" else ""
    return first_url(*NAMES[step.kind], area_id=area_id)
