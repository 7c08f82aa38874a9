"""The invented desa: its RT, and borders of its own invention on an empty corner of the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from shapely.geometry import Polygon, mapping
from shapely.ops import unary_union

from rukun.kit import known_areas
from rukun.kit.areacodes import parse
from rukun.territory import queries as territory
from rukun.territory.actions import boundaries, changes, codes
from rukun.territory.types import Listed

KABUPATEN, DESA, DESA_NAME = "64.02", "64.02.06.2099", "Sumber Rekaan"
BASIS = "Peragaan: SK Kepala Desa Sumber Rekaan 1/2023"
DRAWN = "Batas rekaan untuk peragaan"
RTS = (("001", "Anggrek"), ("002", "Bougenvil"), ("003", "Melati"), ("004", "Mawar"), ("005", "Kenanga"))
NEW_RT = ("006", "Cempaka")
WEST, SOUTH, STEP = 116.90, -0.52, 0.011
COLUMNS, ROWS = 3, 2

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where things are: area ids, and the corners of each cell of land (RT 003 holds two until it splits)."""

    kabupaten: int
    kecamatan: int
    desa: int
    rts: dict[str, int]
    cells: tuple[tuple[Corner, ...], ...]

    def cell_of(self, number: str) -> tuple[Corner, ...]:
        return self.cells[int(number) - 1]


def lay(*, since: date, by: str) -> Ground:
    """Founds the regency with the invented desa in it, its five RT, and all their borders."""
    installation = codes.found(
        kabupaten_code=KABUPATEN,
        since=since,
        basis=f"Peragaan: {known_areas.DECREE}",
        by=by,
        listed=_listed(),
        is_demo=True,
    )
    [desa] = territory.search(DESA_NAME, on=since)
    rts = {
        number: changes.add(parent_id=desa.id, level="rt", name=name, number=number, since=since, basis=BASIS, by=by).pk
        for number, name in RTS
    }
    made = Ground(installation.kabupaten_id, desa.parent_id, desa.id, rts, _cells())
    _draw(made, since, by)
    return made


def redraw(ground: Ground, *, on: date, by: str) -> None:
    """After RT 003 has split, it and RT 006 each keep one cell."""
    shapes = {ground.rts[number]: _polygon(ground.cell_of(number)) for number in ("003", NEW_RT[0])}
    boundaries.draw(shapes=shapes, since=on, source=DRAWN, by=by)


def point_in(cell: tuple[Corner, ...], rng: Random) -> Corner:
    """A spot inside a four-cornered cell, away from its edge."""
    return spot_in(cell, rng.uniform(0.12, 0.88), rng.uniform(0.12, 0.88))


def spot_in(cell: tuple[Corner, ...], u: float, v: float) -> Corner:
    """The spot at these shares of a cell's width and height."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = cell
    across = lambda a, b, c, d: (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c)  # noqa: E731
    return round(across(ax, bx, cx, dx), 6), round(across(ay, by, cy, dy), 6)


def _listed() -> list[Listed]:
    known = [known_areas.named(parse(KABUPATEN)), *known_areas.beneath(parse(KABUPATEN))]
    listed = [Listed(each.code, each.name, each.level, each.kind) for each in known]
    return [*listed, Listed(DESA, DESA_NAME, "desa", "desa")]


def _cells() -> tuple[tuple[Corner, ...], ...]:
    """A grid whose inner corners are nudged, so that it looks grown rather than ruled."""
    rng = Random(6402)  # noqa: S311 - the same borders every time
    nudge = lambda: rng.uniform(-0.3, 0.3) * STEP  # noqa: E731
    corner = {
        (x, y): (round(WEST + x * STEP * 1.5 + nudge(), 6), round(SOUTH + y * STEP + nudge(), 6))
        for x in range(COLUMNS + 1)
        for y in range(ROWS + 1)
    }
    around = ((0, 0), (1, 0), (1, 1), (0, 1))
    return tuple(tuple(corner[x + dx, y + dy] for dx, dy in around) for y in range(ROWS) for x in range(COLUMNS))


def _draw(ground: Ground, since: date, by: str) -> None:
    shapes: dict[int, Any] = {ground.rts[number]: _polygon(ground.cell_of(number)) for number, _ in RTS}
    shapes[ground.rts["003"]] = _several(ground.cell_of("003"), ground.cell_of(NEW_RT[0]))
    shapes[ground.desa] = _several(*ground.cells)
    boundaries.draw(shapes=shapes, since=since, source=DRAWN, by=by)


def _polygon(cell: tuple[Corner, ...]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in (*cell, cell[0])]]}


def _several(*cells: tuple[Corner, ...]) -> dict[str, Any]:
    """Cells joined into one shape: shapely takes away the borders between them."""
    return mapping(unary_union([Polygon(cell) for cell in cells]))
