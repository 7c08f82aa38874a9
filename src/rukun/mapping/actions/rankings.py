"""A group of neighbours places a household in one of their classes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.mapping.actions.sheets import opened, refresh
from rukun.mapping.models import Placement
from rukun.people.queries import households


@transaction.atomic
def place(*, group: Any, household_id: int, rank: Any, on: date, by: Any) -> None:
    """Once more by the same group is a change of mind.

    Raises mapping.household_elsewhere and the Problems of sheets.opened.
    """
    held = group.sheet
    sheet = opened(rt_id=held.rt_id, path=held.path, year=held.year, tool=held.tool, on=on, by=by)
    home = households.visible().filter(pk=household_id, path=held.path, until__isnull=True).first()
    if home is None or rank is None or rank.sheet_id != held.pk:
        raise Problem("mapping.household_elsewhere")
    Placement.objects.update_or_create(group=group, household=home, defaults={"rank": rank, "path": held.path})
    refresh(sheet, on=on)
    audit.record("mapping.household_placed", group, by=by, path=held.path, year=held.year)
