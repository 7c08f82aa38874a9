"""Who came, in counts and kinds of voice: never by name."""

from __future__ import annotations

from rukun.musrenbang.facts.presence import Kinds, kinds
from rukun.musrenbang.models import Attendance, Meeting
from rukun.needs.types import Age

__all__ = ["Kinds", "kinds", "present_adults", "present_households", "present_people"]


def present_households(meeting: Meeting) -> int:
    """Households of which somebody came."""
    return Attendance.objects.filter(meeting=meeting).values("household").distinct().count()


def present_people(meeting: Meeting) -> int:
    """Residents who came for a household; invited guests are not among them."""
    return Attendance.objects.filter(meeting=meeting).count()


def present_adults(meeting: Meeting) -> int:
    """Residents who came and are not known to be children."""
    return Attendance.objects.filter(meeting=meeting).exclude(age_group=Age.CHILD).count()
