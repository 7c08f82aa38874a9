"""A house is measured and looked at. A mistake is put right by a newer check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.services.sanitation.actions.looks import lived_in
from rukun.services.sanitation.models import HouseCheck
from rukun.services.sanitation.models.houses import PARTS

MEASURES = ("floor_dm2", "openings_dm2", "height_cm", "people")


@transaction.atomic
def check(*, household_id: int, said: Mapping[str, Any], seen_on: date, on: date, by: Any) -> HouseCheck:
    """Raises Problem sanitation.day_in_future, .nobody_lives_there, .nothing_measured, .openings_too_large."""
    told = {name: said.get(name) for name in (*MEASURES, *PARTS)}
    if seen_on > on:
        raise Problem("sanitation.day_in_future", on=seen_on)
    if all(told[name] is None for name in told if name != "people"):
        raise Problem("sanitation.nothing_measured")
    if (told["openings_dm2"] or 0) > (told["floor_dm2"] or 10**9):
        raise Problem("sanitation.openings_too_large")
    home = lived_in(household_id)
    kept = HouseCheck.objects.create(household=home, path=home.path, on=seen_on, by=str(by), **told)
    record("sanitation.house_checked", kept, by=by, path=home.path, household=home.pk)
    return kept
