"""Small charts beneath one another, one for each thing that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import cut, paragraph
from rukun.mapping.drawings.strokes import WIDTH, line
from rukun.mapping.findings.trends import series_of
from rukun.mapping.types import Direction
from rukun.ui.pictures import broken_line
from rukun.ui.svg import Picture, drawing, short, tag, text
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan

ARROWS = {Direction.UP: "↗", Direction.LEVEL: "→", Direction.DOWN: "↘"}
HIGH, SIDE = 70, 34


def charts(trends: Sequence[Any], *, title: str, words: str = "") -> Picture:
    parts, y = [], 4.0
    for trend in trends:
        drawn, y = _chart(trend, series_of(trend), y)
        parts.append(drawn)
    return Picture(title, drawing(title, words, WIDTH, y, *parts, kind="chart"), words, table=table(trends, title))


def _chart(trend: Any, series: Sequence[tuple[int, float]], y: float) -> tuple[str, float]:
    named = f"{cut(trend.name, 34)} {ARROWS[Direction(trend.direction)]}"
    head = text(named, 0, y + 16, class_="strong")
    why, at = paragraph(trend.reason, 0, y + 36, width=50, look="soft")
    return head + why + _curve(series, at + 6), at + HIGH + 52


def _curve(series: Sequence[tuple[int, float]], y: float) -> str:
    """From zero up, so that a small change looks small; years stand where they belong."""
    if not series:
        return text(_("belum ada angka"), 0, y + 20, class_="soft")
    ground = y + HIGH + 12
    spots = [(x, ground - high, value) for x, high, value in _laid(series)]
    dots = [tag("circle", class_="dot", cx=short(x), cy=short(at), r=4.5) for x, at, _value in spots]
    axis = line(f"M0 {short(ground)}H{WIDTH}", stroke_width="1")
    curve = line(broken_line(spots), stroke_width="2.5", class_="trend")
    return axis + curve + "".join(dots) + _said(series, spots, ground)


def _laid(series: Sequence[tuple[int, float]]) -> list[tuple[float, float, float]]:
    first, last = series[0][0], series[-1][0]
    top = max(abs(value) for _year, value in series) or 1
    step = (WIDTH - 2 * SIDE) / max(last - first, 1)
    return [(SIDE + (year - first) * step, max(HIGH * value / top, 0), value) for year, value in series]


def _said(series: Sequence[tuple[int, float]], spots: Sequence[tuple[float, float, float]], ground: float) -> str:
    """The first and the last in numbers and years."""
    told = ""
    for at in sorted({0, len(series) - 1}):
        x, y, value = spots[at]
        told += text(amount(value), x, y - 9, class_="strong", text_anchor="middle")
        told += text(series[at][0], x, ground + 18, class_="soft", text_anchor="middle")
    return told


def amount(value: float) -> str:
    return ribuan(value, 0 if float(value).is_integer() else 1)


def table(trends: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Yang diamati"), _("Angka tiap tahun"), _("Arah"), _("Alasan"))]
    rows = [Row([_named(t), _numbers(t), str(Direction(t.direction).label), t.reason]) for t in trends]
    return Table(title, columns, rows, caption_hidden=True)


def _named(trend: Any) -> str:
    return f"{trend.name} ({trend.unit})" if trend.unit else trend.name


def _numbers(trend: Any) -> str:
    return "; ".join(f"{year}: {amount(value)}" for year, value in series_of(trend))
