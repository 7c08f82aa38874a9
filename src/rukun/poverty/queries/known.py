"""What is known of households, for rooms that judge by it: the facts as rules read them, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rukun.people.queries import facts
from rukun.poverty.facts.households import plain_facts
from rukun.poverty.facts.rulebook import BPS14
from rukun.poverty.models import Standing


def plain(household_ids: Sequence[int], *, on: date) -> dict[int, dict[str, Any]]:
    """Living household → fact → value; what was never asked is absent."""
    return {seen.household_id: plain_facts(seen) for seen in facts.among(household_ids, on=on)}


def labels(household_ids: Sequence[int]) -> dict[int, str]:
    """Household → its verdict by the fourteen criteria; who was never judged is absent."""
    found = Standing.objects.filter(rule=BPS14, household__in=list(household_ids))
    return dict(found.values_list("household", "label"))
