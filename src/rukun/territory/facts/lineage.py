"""Rows → the values the rules of lineage understand. Area ids become texts."""

from __future__ import annotations

from collections.abc import Iterable

from rukun.rules import lineage
from rukun.territory.models import Edition, Succession


def edition_values(editions: Iterable[Edition]) -> list[lineage.Edition]:
    return [
        lineage.Edition(
            area=str(row.area_id),
            parent=str(row.parent_id) if row.parent_id else None,
            kind=row.kind,
            name=row.name,
            code=row.code or row.number,
            since=row.since,
            until=row.until,
            basis=row.basis,
        )
        for row in editions
    ]


def succession_values(successions: Iterable[Succession]) -> list[lineage.Succession]:
    return [
        lineage.Succession(row.kind, str(row.source_id), str(row.target_id), row.on, row.basis) for row in successions
    ]
