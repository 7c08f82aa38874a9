"""Answers and register of a household → the facts that rules and needs ask for.

What was not asked, and what nobody knows, stays absent: missing is never zero.
"""

from __future__ import annotations

from math import floor
from typing import Any

from rukun.people.queries.facts import Known

NUMBERS = (int, float)  # of JSON; a truth value is none


def plain_facts(seen: Known) -> dict[str, Any]:
    """Every fact we have of a household; the register says how many live there and how old they are."""
    facts = dict(seen.answers)
    if seen.size:
        facts["members"] = seen.size
    if None not in seen.ages:
        facts["youngest_age"], facts["oldest_age"] = seen.ages
    area, members = facts.get("floor_area_m2"), facts.get("members")
    if _is_number(area) and _is_number(members) and members:
        facts["floor_area_per_person"] = per_person(area, members)
    elif area is not None and not _is_number(area):
        facts["floor_area_per_person"] = area
    return facts


def per_person(area: float, members: int) -> float:
    """Square metres a head, cut (never rounded up) after two decimals, so that 7.999 stays below 8."""
    return floor(area * 100 / members) / 100


def _is_number(value: object) -> bool:
    return value.__class__ in NUMBERS
