"""An area says it is free of open defecation; somebody else checks it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.services.sanitation.models import Claim
from rukun.services.sanitation.queries import claims, figures
from rukun.services.sanitation.types import ClaimState
from rukun.territory.types import Place

STANDING = (ClaimState.WAITING, ClaimState.HOLDS)


@transaction.atomic
def declare(*, place: Place, on: date, by: Any) -> Claim:
    """Raises Problem sanitation.no_household, .some_open, .some_unknown, .claim_stands."""
    found = figures.whole(place.path, on=on)
    verdict = claims.ready(found)
    if not verdict.holds:
        raise Problem(f"sanitation.{verdict.reason}", count=verdict.count)
    if any(told.state in STANDING for told in claims.of_area(place.id)):
        raise Problem("sanitation.claim_stands")
    kept = Claim.objects.create(
        area_id=place.id, path=place.path, on=on, by=str(by), households=found.households, counts=found.rungs
    )
    record("sanitation.claimed", kept, by=by, path=place.path)
    return kept


@transaction.atomic
def check(*, claim: Claim, holds: bool, words: str, on: date, by: Any) -> None:
    """Raises Problem sanitation.already_checked, .own_claim, and what `declare` raises when it no longer holds."""
    held = Claim.objects.select_for_update().get(pk=claim.pk)
    if held.checked_on:
        raise Problem("sanitation.already_checked")
    if held.by == str(by):
        raise Problem("sanitation.own_claim")
    if holds and not (now := claims.ready_now(held.path, on=on)).holds:
        raise Problem(f"sanitation.{now.reason}", count=now.count)
    held.holds, held.words, held.checked_on, held.checked_by = holds, words, on, str(by)
    held.save(update_fields=["holds", "words", "checked_on", "checked_by"])
    record("sanitation.claim_checked", held, by=by, path=held.path, holds=holds)
