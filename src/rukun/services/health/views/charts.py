"""A growth chart as plain SVG: seven lines told apart by colour, dashes and their number, and the child's points."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, pairwise
from typing import Any

from django.utils.translation import gettext as _

from rukun.services.health.words import growth as words
from rukun.ui.svg import Picture, drawing, short, tag, text
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import hari_pendek, written

WIDTH, HEIGHT = 400, 440
LEFT, RIGHT, TOP, BOTTOM = 34, 370, 30, 392
STEPS = (0.5, 1, 2, 5, 10, 20, 50)
MOST_LINES = 9


class Grid:
    """Where a measure stands on the paper."""

    def __init__(self, chart: Any) -> None:
        ys = [y for _x, y in chain(*chart.curves.values())] + [spot.y for spot in chart.spots]
        self.step = next((each for each in STEPS if (max(ys) - min(ys)) / each <= MOST_LINES), STEPS[-1])
        self.low = int(min(ys) / self.step) * self.step
        self.high = (int(max(ys) / self.step) + 1) * self.step
        self.window = chart.window

    def x(self, value: float) -> float:
        window = self.window
        return LEFT + (RIGHT - LEFT) * (value - window.first) / (window.last - window.first)

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - self.low) / (self.high - self.low)

    def path(self, points: list[tuple[float, float]]) -> str:
        return "M" + "L".join(f"{short(self.x(x))} {short(self.y(y))}" for x, y in points)


def picture(chart: Any) -> Picture:
    """A growth chart with its reading and its table."""
    title, said = words.title(chart), words.reading(chart)
    grid = Grid(chart)
    drawn = [*_ruled(grid), *_curves(grid, chart), *_child(grid, chart), *_named(grid, chart)]
    image = drawing(title, said, WIDTH, HEIGHT, *drawn, kind="chart growth")
    return Picture(title, image, said, table=_table(chart, title))


def _ruled(grid: Grid) -> list[str]:
    ticks = [grid.window.first + i * grid.window.tick for i in range(1 + int(_span(grid) / grid.window.tick))]
    lines = [grid.low + i * grid.step for i in range(1 + round((grid.high - grid.low) / grid.step))]
    across = [tag("path", class_="rule", d=f"M{LEFT} {short(grid.y(each))}H{RIGHT}") for each in lines]
    down = [tag("path", class_="rule", d=f"M{short(grid.x(each))} {TOP}V{BOTTOM}") for each in ticks]
    named = [text(_plain(each), LEFT - 5, grid.y(each) + 4, class_="soft", text_anchor="end") for each in lines]
    below = [text(_plain(each), grid.x(each), BOTTOM + 18, class_="soft", text_anchor="middle") for each in ticks]
    return [*across, *down, *named, *below]


def _span(grid: Grid) -> float:
    return grid.window.last - grid.window.first


def _curves(grid: Grid, chart: Any) -> list[str]:
    """Each line with its number at the right end."""
    found = []
    for level, points in chart.curves.items():
        x, y = points[-1]
        found.append(tag("path", class_=f"curve at{abs(level)}", d=grid.path(points)))
        found.append(text(words.level(level), grid.x(x) + 4, grid.y(y) + 4, class_=f"strong level at{abs(level)}"))
    return found


def _child(grid: Grid, chart: Any) -> list[str]:
    """The points in order; a doubted one is a cross and no line leads to it."""
    sound = [spot for spot in chart.spots if not spot.is_doubted]
    lines = [tag("path", class_="own", d=grid.path([(one.x, one.y), (two.x, two.y)])) for one, two in pairwise(sound)]
    return lines + [_mark(grid, spot) for spot in chart.spots]


def _mark(grid: Grid, spot: Any) -> str:
    x, y = grid.x(spot.x), grid.y(spot.y)
    if spot.is_doubted:
        return tag("path", class_="own", d=f"M{short(x - 5)} {short(y - 5)}l10 10m0 -10l-10 10")
    return tag("circle", class_="own-dot", cx=short(x), cy=short(y), r=4)


def _named(grid: Grid, chart: Any) -> list[str]:
    axis = text(words.AXES[grid.window.axis], (LEFT + RIGHT) / 2, BOTTOM + 38, class_="soft", text_anchor="middle")
    return [text(words.unit(chart), 0, 13, class_="strong"), axis]


def _plain(value: float) -> str:
    return written(Decimal(str(value)))


def _table(chart: Any, title: str) -> Table:
    unit = words.unit(chart)
    columns = [
        Column(_("Hari")), Column(str(words.AXES[chart.window.axis]).capitalize(), is_number=True),
        Column(unit, is_number=True), Column(_("Letak titik")),
    ]  # fmt: skip
    rows = [
        Row([hari_pendek(each.measurement.on), _plain(round(each.x, 1)), _plain(round(each.y, 1)), words.between(each)])
        for each in reversed(chart.spots)
    ]
    return Table(title, columns, rows, caption_hidden=True, stays=True)
