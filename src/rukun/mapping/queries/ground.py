"""What the social map lies upon: the border of the RT and the houses of its register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rukun.mapping.findings.places import inside
from rukun.mapping.types import Corner
from rukun.people.queries import points
from rukun.territory.queries import gazetteer, maps
from rukun.territory.types import Place
from rukun.ui.maps import Shape

ACROSS = {"w": 1, "e": 5}
DOWN = {"n": 5, "s": 1}
FAR = 0.1
"""Degrees: about eleven kilometres, further than any RT reaches."""

House = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """Shapes of the RT (none where nobody drew them) and houses with a point."""

    shapes: Sequence[Shape]
    houses: Sequence[House]

    @property
    def spots(self) -> list[tuple[float, float]]:
        return [(x, y) for _pk, x, y in self.houses]

    def box(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of all that is known."""
        known = [spot for shape in self.shapes for ring in shape.rings for spot in ring] or self.spots
        if not known:
            return None
        xs, ys = [spot[0] for spot in known], [spot[1] for spot in known]
        return min(xs), min(ys), max(xs), max(ys)

    def middle_of(self, corner: Corner) -> tuple[float, float] | None:
        """The middle of one ninth of the RT."""
        box = self.box()
        if box is None:
            return None
        west, south, east, north = box
        return west + (east - west) * _sixth(corner, ACROSS), south + (north - south) * _sixth(corner, DOWN)

    def is_far(self, at: tuple[float, float]) -> bool:
        box = self.box()
        return box is not None and not (box[0] - FAR <= at[0] <= box[2] + FAR and box[1] - FAR <= at[1] <= box[3] + FAR)

    def is_outside(self, at: tuple[float, float]) -> bool:
        """Beyond the border, where one is known."""
        return bool(self.shapes) and not any(inside(shape.rings, at) for shape in self.shapes)


def of_rt(rt_id: int, path: str, *, on: date) -> Ground:
    place = gazetteer.place(rt_id, on=on)
    return of_place(place, on=on) if place else Ground((), points.of_rt(path))


def of_place(place: Place, *, on: date) -> Ground:
    """The same for a place already read."""
    return Ground(maps.shapes_of([place], on=on), points.of_rt(place.path))


def _sixth(corner: Corner, sides: dict[str, int]) -> float:
    return next((part for side, part in sides.items() if side in corner.value), 3) / 6
