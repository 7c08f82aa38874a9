"""Where a proposal stands on its RT: the map to tap on, and whether a point lies inside the border."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from shapely.geometry import Point as Spot
from shapely.geometry import shape

from rukun.people.queries import points
from rukun.territory import queries as territory
from rukun.ui.maps import Point, Shape, Sheet, outline, sheet_for
from rukun.ui.svg import Picture, drawing, tag

Rings = list[list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The map of one RT and how its grid lies on the earth, so that a tap becomes a place."""

    picture: Picture
    sheet: Sheet


def ground(
    rt_id: int, path: str, *, on: date, at: tuple[float, float] | None = None, homes: bool = True
) -> Ground | None:
    """The RT's border, its houses as small dots, and the place chosen so far; None where neither is known."""
    border = territory.border(rt_id, on=on)
    shapes = [Shape("rt", _("batas RT"), _rings(border))] if border else []
    houses = [Point("", (x, y), 1) for _home, x, y in points.of_rt(path)] if homes else []
    spots = [*houses, *([Point(_("tempat usulan"), at, 4)] if at else [])]
    if not shapes and len({spot.at for spot in houses}) < 3:
        return None
    return _drawn(sheet_for(shapes, spots), shapes, houses, at)


def is_outside(rt_id: int, longitude: float, latitude: float, *, on: date) -> bool:
    """Whether a point lies outside the RT's border; nothing is outside a border nobody has drawn."""
    border = territory.border(rt_id, on=on)
    return border is not None and not shape(border.geometry).covers(Spot(longitude, latitude))


def _rings(border: Any) -> Rings:
    drawn = shape(border.geometry)
    parts = getattr(drawn, "geoms", [drawn])
    return [list(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]


def _drawn(sheet: Sheet, shapes: list[Shape], houses: list[Point], at: tuple[float, float] | None) -> Ground:
    areas = [tag("path", class_="area k0", d=outline([sheet.lay(ring) for ring in each.rings])) for each in shapes]
    chosen = [_mark(sheet.lay([at])[0])] if at else []
    small = [tag("circle", class_="house", cx=x, cy=y, r=16) for x, y in (sheet.lay([each.at])[0] for each in houses)]
    words = _("Titik kecil adalah rumah warga. Belah ketupat adalah tempat usulan.")
    image = drawing(_("Peta RT"), words, sheet.width, sheet.height, *areas, *small, *chosen, kind="map")
    return Ground(Picture(_("Peta RT"), image, words), sheet)


def _mark(at: tuple[int, int]) -> str:
    """A diamond that a thumb-sized map still shows; the script that follows a tap draws the same."""
    title = tag("title", _("tempat usulan"))
    return tag("path", title, class_="point c4", d="M0-64 64 0 0 64-64 0z", transform=f"translate({at[0]} {at[1]})")
