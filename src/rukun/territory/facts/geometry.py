"""GeoJSON: read, checked, made valid, and made light enough for a small map."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape

from rukun.kit.problems import Finding, Problem
from rukun.territory.types import Remark

FINENESS = 1500  # a map is drawn on a grid of 2,000 steps: finer detail would not be seen
DIGITS = 7  # about a centimetre


def features(source: bytes, file: str) -> list[Mapping[str, Any]]:
    """The features of a FeatureCollection. Problems `territory.not_geojson`, `territory.not_wgs84`."""
    try:
        found = json.loads(source)
        held = found["features"] if found["type"] == "FeatureCollection" else None
    except (ValueError, KeyError, TypeError, RecursionError):
        held = None
    if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
        raise Problem("territory.not_geojson", file=file)
    if not held:
        raise Problem("territory.geojson_empty", file=file)
    return held


def properties(held: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of the properties, in the order met: what the user may choose from."""
    return list(dict.fromkeys(name for each in held for name in (each.get("properties") or {})))


def polygon(feature: Mapping[str, Any]) -> MultiPolygon:
    """The valid shape of a feature, in degrees. Problems `territory.shape_missing`, `territory.not_wgs84`."""
    try:
        drawn = shape(feature["geometry"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, shapely.errors.ShapelyError):
        raise Problem("territory.shape_missing") from None
    if not isinstance(drawn, Polygon | MultiPolygon) or drawn.is_empty:
        raise Problem("territory.shape_missing")
    west, south, east, north = drawn.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise Problem("territory.not_wgs84", x=round(west, 1), y=round(south, 1))
    return _whole(drawn)


def _whole(drawn: Polygon | MultiPolygon) -> MultiPolygon:
    """Made valid; only what has a surface is kept."""
    made = shapely.make_valid(shapely.force_2d(drawn))
    parts = [part for part in shapely.get_parts(made, return_index=False) if isinstance(part, Polygon | MultiPolygon)]
    pieces = [piece for part in parts for piece in shapely.get_parts(part) if piece.area > 0]
    if not pieces:
        raise Problem("territory.shape_missing")
    return MultiPolygon(pieces)


def written(drawn: MultiPolygon) -> dict[str, Any]:
    """As it is kept: GeoJSON with seven decimals."""
    return json.loads(json.dumps(mapping(shapely.set_precision(drawn, 10**-DIGITS, mode="pointwise"))))


def lightened(geometries: Sequence[Mapping[str, Any]]) -> list[list[list[tuple[float, float]]]]:
    """Rings for a map of them all. Neighbours keep one common border: it is simplified once for both."""
    drawn = [shape(each) for each in geometries]
    if not drawn:
        return []
    west, south, east, north = shapely.total_bounds(drawn)
    light = shapely.coverage_simplify(drawn, max(east - west, north - south) / FINENESS)
    return [list(_rings(after if not after.is_empty else before)) for before, after in zip(drawn, light, strict=True)]


def _rings(drawn: Any) -> Iterator[list[tuple[float, float]]]:
    for piece in shapely.get_parts(drawn):
        yield [(x, y) for x, y in piece.exterior.coords]
        for hole in piece.interiors:
            yield [(x, y) for x, y in hole.coords]


def remark(number: int, column: str, value: object, problem: Problem, severity: str = "error") -> Remark:
    return Remark(number, column, str(value), Finding(problem.code, severity, problem.details))
