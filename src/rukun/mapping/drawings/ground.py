"""The social map: houses and what people drew, upon the borders of the RT."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import clean
from rukun.mapping.types import LandmarkKind
from rukun.ui.labels import free_spot
from rukun.ui.maps import MARKS, SWATCH, Shape, Sheet, outline, sheet_for
from rukun.ui.maps import Point as Spot
from rukun.ui.svg import Picture, drawing, legend, tag, text
from rukun.ui.tables import Column, Row, Table

HOUSE = "m-20 20v-24l20-18 20 18v24z"
LOOKS = {
    LandmarkKind.FACILITY: ("c2", MARKS[2]),
    LandmarkKind.HAZARD: ("c4", MARKS[3]),
    LandmarkKind.WATER: ("c3", MARKS[1]),
    LandmarkKind.LAND: ("c1", MARKS[4]),
}
"""Colour and form of each kind: square, triangle, round, diamond."""

MARGIN = 80
Place = tuple[float, float]


def sheet_of(shapes: Sequence[Shape], houses: Sequence[Place], landmarks: Sequence[Any]) -> Sheet | None:
    """Where the map lies on the paper; None where nothing is known to lie anywhere."""
    spots = [Spot("", at) for at in (*houses, *((each.longitude, each.latitude) for each in landmarks))]
    if not shapes and len({spot.at for spot in spots}) < 2:
        return None
    return sheet_for(shapes, spots)


def ground(
    shapes: Sequence[Shape], houses: Sequence[Place], landmarks: Sequence[Any], *, title: str, words: str = ""
) -> Picture | None:
    """The whole map; None where there is nothing to draw it on."""
    sheet = sheet_of(shapes, houses, landmarks)
    if sheet is None:
        return None
    parts = [_borders(shapes, sheet), _houses(houses, sheet), *_marks(landmarks, sheet)]
    image = _drawn(title, words, sheet, parts)
    shown = swatches(landmarks, bool(houses))
    return Picture(title, image + _key(landmarks), words, legend(shown), table(landmarks, title), shown)


def _drawn(title: str, words: str, sheet: Sheet, parts: Sequence[str]) -> SafeString:
    """With room around it, so that what lies at the edge is not cut."""
    moved = tag("g", *parts, transform=f"translate({MARGIN} {MARGIN})")
    return drawing(title, words, sheet.width + 2 * MARGIN, sheet.height + 2 * MARGIN, moved, kind="map", role="group")


def _borders(shapes: Sequence[Shape], sheet: Sheet) -> str:
    path = "".join(outline([sheet.lay(ring) for ring in shape.rings]) for shape in shapes)
    edge = {"fill": "none", "stroke": "currentColor", "stroke_width": "7", "stroke_dasharray": "34 14 6 14"}
    return tag("path", d=path, fill_rule="evenodd", **edge) if path else ""


def _houses(houses: Sequence[Place], sheet: Sheet) -> str:
    """All in one stroke: 120 houses stay light on the wire."""
    path = "".join(f"M{x} {y}{HOUSE}" for x, y in (sheet.lay([at])[0] for at in houses))
    return tag("path", d=path, fill="none", stroke="currentColor", stroke_width="5") if path else ""


def _marks(landmarks: Sequence[Any], sheet: Sheet) -> list[str]:
    """Forms by kind, each with a number that finds a free place near it."""
    drawn: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for number, each in enumerate(landmarks, start=1):
        x, y = sheet.lay([(each.longitude, each.latitude)])[0]
        at_x, at_y = free_spot(x, y - 56, taken)
        drawn += [
            _mark(each.kind, "0 0", f"translate({x} {y}) scale(1.5)"),
            text(number, at_x, at_y + 12, class_="spot"),
        ]
    return drawn


def _mark(kind: str, at: str, transform: str) -> str:
    colour, form = LOOKS[LandmarkKind(kind)]
    return tag("path", class_=f"point {colour}", d=f"M{at}{form}", transform=transform)


def swatches(landmarks: Sequence[Any], has_houses: bool) -> list[tuple[str, str]]:
    """What each form means: only what is on the map."""
    house = tag("path", d=f"M12 9{HOUSE}", fill="none", stroke="currentColor", stroke_width="5", transform=SWATCH)
    kinds = {each.kind for each in landmarks}
    shown = [(_mark(kind, "12 9", SWATCH), str(kind.label)) for kind in LandmarkKind if kind in kinds]
    return [*([(house, _("Rumah"))] if has_houses else []), *shown]


def _key(landmarks: Sequence[Any]) -> SafeString:
    items = (tag("li", f"{number}. {escape(clean(each.name))}") for number, each in enumerate(landmarks, start=1))
    return mark_safe(tag("ol", *items, class_="keys")) if landmarks else SafeString("")  # noqa: S308  names escaped


def table(landmarks: Sequence[Any], title: str) -> Table:
    rows = [Row([f"{n}. {each.name}", str(LandmarkKind(each.kind).label)]) for n, each in enumerate(landmarks, 1)]
    return Table(title, [Column(_("Yang digambar")), Column(_("Jenis"))], rows, stays=True, caption_hidden=True)
