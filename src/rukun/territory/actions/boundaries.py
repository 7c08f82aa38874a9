"""Shapes of places come in from the user's GeoJSON; older shapes end on the day the new ones begin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.territory.actions import areas
from rukun.territory.facts import geometry
from rukun.territory.models import Boundary
from rukun.territory.queries import readings
from rukun.territory.types import Atlas


@transaction.atomic
def bring(
    *,
    content: bytes,
    file: str,
    level: str,
    within: str,
    since: date,
    source: str,
    by: Any,
    code: str = "kode",
    name: str = "nama",
) -> Atlas:
    """A GeoJSON FeatureCollection for the places of a level beneath (or at) a path. Features of places elsewhere are
    passed over; a place without a feature is told in `Atlas.without`.

    Problems: `territory.not_geojson`, `territory.geojson_empty`, `territory.property_missing`,
    `territory.shapes_have_errors`.
    """
    atlas = readings.read_boundaries(content, file, level=level, within=within, since=since, code=code, name=name)
    if atlas.errors or not atlas.drawn:
        raise Problem("territory.shapes_have_errors", count=atlas.errors, read=atlas.read, fit=len(atlas.drawn))
    _keep(atlas.drawn, since, source)
    audit.record(
        "territory.boundaries_brought", by=by, path=within, level=level, source=source, read=atlas.read,
        kept=len(atlas.drawn), without=len(atlas.without),
    )  # fmt: skip
    return atlas


@transaction.atomic
def draw(*, shapes: Mapping[int, Mapping[str, Any]], since: date, source: str, by: Any) -> list[Boundary]:
    """Shapes we have at hand (area id → GeoJSON geometry): the demo, or one drawn on a screen.

    Raises Problem `territory.shape_missing`, `territory.not_wgs84`.
    """
    drawn = {pk: geometry.written(geometry.polygon({"geometry": held})) for pk, held in shapes.items()}
    kept = _keep(drawn, since, source)
    for boundary in kept:
        audit.record("territory.boundary_drawn", boundary, by=by, path=boundary.path, source=source)
    return kept


def _keep(drawn: Mapping[int, Mapping[str, Any]], since: date, source: str) -> list[Boundary]:
    held = areas.locked(drawn)
    areas.end_border(drawn, on=since)
    return Boundary.objects.bulk_create(
        [
            Boundary(area=held[pk], geometry=shape, since=since, source=source, path=held[pk].path)
            for pk, shape in drawn.items()
        ],
        batch_size=200,
    )
