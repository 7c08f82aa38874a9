"""What a machine can notice on the sheets, in plain values: pure, one module a family of tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rukun.mapping.findings import places, powers, trends
from rukun.mapping.types import Note, Tool

NOTICED: dict[str, Callable[[Sequence[Any]], list[Note]]] = {
    Tool.MAP: places.landmarks,
    Tool.TRANSECT: places.stops,
    Tool.HISTORY: places.events,
    Tool.SEASONS: places.seasons,
    Tool.INSTITUTIONS: powers.institutions,
    Tool.ACTORS: powers.actors,
    Tool.CUSTOMS: powers.customs,
    Tool.RESOURCES: powers.resources,
    Tool.TRENDS: trends.trends,
}
"""Welfare and the houses of the map ask the register too: queries.notes."""


def noticed(tool: str, entries: Sequence[Any]) -> list[Note]:
    """What the entries alone tell, what is missing first."""
    found = NOTICED[tool](entries) if tool in NOTICED else []
    return sorted(found, key=lambda note: not note.is_missing)
