"""What was done for children out of school, and for whom it is time to look again."""

from __future__ import annotations

from datetime import date

from rukun.services.education.models import FollowUp
from rukun.services.education.queries import schooling


def of_person(person_id: int) -> list[FollowUp]:
    """The newest first."""
    return list(FollowUp.objects.filter(person=person_id).order_by("-on", "-id"))


def due(path: str, *, on: date) -> list[FollowUp]:
    """The newest of each child still out of school or at risk whose day to look again has come, the longest ago
    first."""
    cared_for = set(schooling.out(path, on=on).values_list("person", flat=True))
    found = [each for each in schooling.newest_followups(path) if each.next_on and each.next_on <= on]
    return sorted((each for each in found if each.person_id in cared_for), key=lambda each: each.next_on or on)
