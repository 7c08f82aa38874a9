"""Who lives in many households at once: for rooms that go from door to door."""

from __future__ import annotations

from collections.abc import Iterable

from rukun.people.models import Stay


def of_households(ids: Iterable[int]) -> list[Stay]:
    """Open stays with their persons, household by household, the oldest first. One query."""
    held = Stay.objects.filter(household__in=list(ids), until__isnull=True).select_related("person")
    return list(held.order_by("household", "person__birth_date", "pk"))


def home_of(person_id: int) -> int | None:
    """The household in which somebody lives now."""
    held = Stay.objects.filter(person=person_id, until__isnull=True)
    return held.values_list("household", flat=True).first()
