"""A cadre asks, a health worker sees, decides and closes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.services.health.models import Measurement, Referral
from rukun.services.health.types import Why


@transaction.atomic
def ask(
    *, person_id: int, path: str, why: Why, on: date, by: Any, words: str = "", measurement: Measurement | None = None
) -> Referral:
    """Asks a health worker to look at somebody; while the same is still open, nothing is asked twice."""
    told = {"path": path, "on": on, "by": str(by), "words": words.strip()[:400], "measurement": measurement}
    referral, is_new = Referral.objects.get_or_create(person_id=person_id, why=why, closed_on=None, defaults=told)
    if is_new:
        audit.record("referral.asked", referral, by=by, path=path)
    return referral
