"""One look at a household: its latrine and the other pillars. A mistake is put right by a newer look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.queries import households
from rukun.services.sanitation.facts import looks as facts
from rukun.services.sanitation.models import Look
from rukun.services.sanitation.models.looks import PILLARS
from rukun.services.sanitation.queries import looks

LATRINE = ("seat", "disposal", "was_emptied")
ANSWERS = ("use", *LATRINE, *PILLARS)


@transaction.atomic
def look(*, household_id: int, said: Mapping[str, Any], seen_on: date, on: date, by: Any) -> Look:
    """Raises Problem sanitation.day_in_future, .nobody_lives_there, .nothing_told."""
    told = _sound({name: said.get(name) for name in ANSWERS})
    if seen_on > on:
        raise Problem("sanitation.day_in_future", on=seen_on)
    if all(value in (None, "") for value in told.values()):
        raise Problem("sanitation.nothing_told")
    home = lived_in(household_id)
    step = facts.step(told, is_rural=looks.is_rural(home.path, on=on))
    kept = Look.objects.create(household=home, path=home.path, on=seen_on, rung=step.rung or "", by=str(by), **told)
    record("sanitation.looked", kept, by=by, path=home.path, household=home.pk)
    return kept


def lived_in(household_id: int) -> Any:
    """The household, with somebody in it. Raises Problem sanitation.nobody_lives_there."""
    home = households.inhabited("").filter(pk=household_id).first()
    if home is None:
        raise Problem("sanitation.nobody_lives_there")
    return home


def _sound(told: dict[str, Any]) -> dict[str, Any]:
    """Who uses no latrine has no seat and no end of it to tell of."""
    words = {name: told[name] or "" for name in facts.LATRINE_ANSWERS}
    if words["use"] in facts.WITHOUT:
        return told | words | {"seat": "", "disposal": "", "was_emptied": None}
    return told | words
