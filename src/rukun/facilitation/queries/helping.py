"""Which RTs want help first, and why: steps past their deadline, nobody who helps, nobody counted yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rukun.accounts import queries as accounts
from rukun.accounts.types import Role
from rukun.facilitation.facts import calendar
from rukun.facilitation.models import Programme
from rukun.facilitation.types import Need, Walk


def standing(walks: Iterable[Walk], programme: Programme | None, *, on: date) -> list[Need]:
    """Every one of these RTs, the most needy first, then in the order of their places."""
    late = calendar.late_steps(programme.juknis.steps, on) if programme else {}
    helped = _helped(on)
    found = [_need(walk, late, has_helper=not helped.isdisjoint(_above(walk.path))) for walk in walks]
    return sorted(found, key=lambda need: (-need.weight, need.path))


def needing(walks: Iterable[Walk], programme: Programme | None, *, on: date) -> list[Need]:
    """Those of them that want help."""
    return [need for need in standing(walks, programme, on=on) if need.weight]


def _need(walk: Walk, late: dict[str, str], *, has_helper: bool) -> Need:
    lacking = tuple(label for mark, label in late.items() if mark not in walk.done)
    return Need(walk.rt_id, walk.path, late=lacking, has_helper=has_helper, is_counted=walk.is_counted)


def _helped(on: date) -> set[str]:
    return set(accounts.in_force(on=on).filter(role=Role.PENDAMPING).values_list("path", flat=True))


def _above(path: str) -> set[str]:
    """The path itself and every path it lies beneath."""
    steps = path.split(".")[:-1]
    return {"".join(f"{step}." for step in steps[: place + 1]) for place in range(len(steps))}
