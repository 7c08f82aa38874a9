"""Claims of an area to be free of open defecation, and how each stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rukun.rules import sanitation
from rukun.services.sanitation.facts.looks import OPEN
from rukun.services.sanitation.models import Claim, Look
from rukun.services.sanitation.queries import figures
from rukun.services.sanitation.types import ClaimState, SanitationFigures


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and its state; `reopened_on`: the first day on which open defecation was seen after it."""

    claim: Claim
    state: ClaimState
    reopened_on: date | None = None


def path_of(claim_id: int) -> str:
    """The path of a claim one may see, "" when there is none: used by guards."""
    return Claim.objects.filter(pk=claim_id).values_list("path", flat=True).first() or ""


def of_area(area_id: int) -> list[Told]:
    """The newest first."""
    return [tell(claim) for claim in Claim.objects.filter(area=area_id).order_by("-on", "-id")]


def waiting(path: str) -> list[Claim]:
    """Those of a place and the places in it that nobody has checked yet, the oldest first."""
    return list(Claim.objects.filter(path__startswith=path, checked_on__isnull=True).order_by("on", "id"))


def tell(claim: Claim) -> Told:
    if claim.holds is False:
        return Told(claim, ClaimState.REFUSED)
    if opened := reopened_on(claim):
        return Told(claim, ClaimState.REOPENED, opened)
    return Told(claim, ClaimState.HOLDS if claim.holds else ClaimState.WAITING)


def reopened_on(claim: Claim) -> date | None:
    """The last look of a day counts for that day: what was mended on the spot reopens nothing."""
    since = Look.objects.filter(path__startswith=claim.path, on__gte=claim.on)
    of_each_day = since.order_by("household", "on", "-id").distinct("household", "on")
    seen = Look.objects.filter(pk__in=of_each_day.values("pk"), rung__in=OPEN).order_by("on")
    return seen.values_list("on", flat=True).first()


def ready(found: SanitationFigures) -> sanitation.OpenDefecationFree:
    """Whether these figures allow a claim, and what stands against it."""
    return sanitation.free_of_open_defecation(houses=found.households, open_=found.open_, unknown=found.unknown)


def ready_now(path: str, *, on: date) -> sanitation.OpenDefecationFree:
    return ready(figures.whole(path, on=on))
