"""Institutions around the RT: the larger the circle the more important, the nearer the closer."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.strokes import HOLLOW, INK, WIDTH, key, line
from rukun.mapping.findings.powers import is_important_far
from rukun.mapping.types import Closeness, Degree
from rukun.ui.svg import Picture, drawing, legend, short, tag, text
from rukun.ui.tables import Column, Row, Table

MIDDLE = WIDTH / 2
RADII = {Degree.SMALL: 15, Degree.MIDDLING: 23, Degree.LARGE: 33}
DISTANCES = {Closeness.CLOSE: 58, Closeness.MIDDLING: 112, Closeness.FAR: 164}
CORE = 36


def venn(bodies: Sequence[Any], *, title: str, words: str = "") -> Picture:
    rings = [tag("circle", cx=MIDDLE, cy=MIDDLE, r=DISTANCES[near], class_="ring", **FAINT) for near in DISTANCES]
    spots = [_circle(number, body, *_spot(body, bodies)) for number, body in enumerate(bodies, start=1)]
    names, height = key([told(body) for body in bodies], WIDTH + 24)
    image = drawing(title, words, WIDTH, height, *rings, _core(), *spots, names, kind="chart")
    return Picture(title, image, words, legend(swatches()), table(bodies, title), swatches())


FAINT = {"fill": "none", "stroke": "currentColor", "stroke_width": "0.5", "stroke_dasharray": "2 4"}


def _core() -> str:
    ring = tag("circle", cx=MIDDLE, cy=MIDDLE, r=CORE, class_="unknown-ground", **INK)
    return ring + text(_("warga"), MIDDLE, MIDDLE + 5, class_="strong", text_anchor="middle")


def _spot(body: Any, bodies: Sequence[Any]) -> tuple[float, float]:
    """Those of one distance share their ring evenly; each ring begins a little further round."""
    ring = [each for each in bodies if each.closeness == body.closeness]
    turn = 2 * pi * (next(i for i, each in enumerate(ring) if each is body) / len(ring)) + 0.9 * body.closeness
    far = DISTANCES[body.closeness]
    return MIDDLE + far * cos(turn), MIDDLE + far * sin(turn)


def _circle(number: int, body: Any, x: float, y: float) -> str:
    """An important one that is far has a thick broken edge and an exclamation mark."""
    is_far = is_important_far(body)
    edge = {**INK, "stroke_width": "4", "stroke_dasharray": "9 5"} if is_far else INK
    circle = tag("circle", cx=short(x), cy=short(y), r=RADII[body.importance], class_="hatch-dot", **edge)
    return circle + text(f"{number}!" if is_far else number, x, y + 5, class_="strong", text_anchor="middle")


def told(body: Any) -> str:
    """ "Posyandu (penting, dekat)"."""
    return f"{body.name} ({importance(body)}, {str(Closeness(body.closeness).label).lower()})"


def importance(body: Any) -> str:
    words = {Degree.SMALL: _("kurang penting"), Degree.MIDDLING: _("cukup penting"), Degree.LARGE: _("penting")}
    return words[body.importance]


def swatches() -> list[tuple[str, str]]:
    broken = line("M3 9a9 8 0 1 0 18 0a9 8 0 1 0-18 0", stroke_width="3", stroke_dasharray="5 3")
    small, large = (tag("circle", cx=12, cy=9, r=radius, **HOLLOW) for radius in (3.5, 8))
    said = (_("besar: penting"), _("kecil: kurang penting"), _("garis putus, tanda seru: penting tetapi jauh"))
    return list(zip((large, small, broken), said, strict=True))


def table(bodies: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Lembaga"), _("Pentingnya"), _("Kedekatan"), _("Alasan"))]
    rows = [
        Row([f"{n}. {b.name}", importance(b), str(Closeness(b.closeness).label), b.reason])
        for n, b in enumerate(bodies, start=1)
    ]
    return Table(title, columns, rows, caption_hidden=True)
