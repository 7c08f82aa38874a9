"""The walk: stops along a road, with what was seen at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import paragraph
from rukun.mapping.drawings.strokes import WIDTH, line, numbered
from rukun.ui.svg import Picture, drawing
from rukun.ui.tables import Column, Row, Table

ROAD, LEFT, LETTERS = 20, 50, 40


def transect(stops: Sequence[Any], *, title: str, words: str = "") -> Picture:
    parts, y = [], 8.0
    for number, stop in enumerate(stops, start=1):
        drawn, after = _stop(number, stop, y)
        parts += [_road(y, after) if number < len(stops) else "", drawn]
        y = after
    return Picture(title, drawing(title, words, WIDTH, y, *parts, kind="chart"), words, table=table(stops, title))


def _road(y: float, after: float) -> str:
    """Dashed in the middle, as roads are."""
    return line(f"M{ROAD} {y + 12:.0f}V{after + 12:.0f}", stroke_width="3", stroke_dasharray="8 6")


def _stop(number: int, stop: Any, y: float) -> tuple[str, float]:
    ground = " · ".join(filter(None, [stop.land_use, stop.soil_water]))
    problem = _("Masalah: %(what)s") % {"what": stop.problem} if stop.problem else ""
    potential = _("Potensi: %(what)s") % {"what": stop.potential} if stop.potential else ""
    parts, at = [numbered(number, ROAD, y + 12)], y + 18
    for said, look in ((stop.place, "strong"), (ground, "soft"), (problem, ""), (potential, "")):
        drawn, at = paragraph(said, LEFT, at, width=LETTERS, look=look)
        parts.append(drawn)
    return "".join(parts), at + 10


def table(stops: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Tempat"), _("Dipakai"), _("Tanah dan air"), _("Masalah"), _("Potensi"))]
    rows = [Row([f"{n}. {s.place}", s.land_use, s.soil_water, s.problem, s.potential]) for n, s in enumerate(stops, 1)]
    return Table(title, columns, rows, caption_hidden=True)
