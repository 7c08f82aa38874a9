"""The history line: years to the left, what happened to the right; what lasted is a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import paragraph
from rukun.mapping.drawings.strokes import INK, WIDTH, line
from rukun.ui.svg import Picture, drawing, short, tag, text
from rukun.ui.tables import Column, Row, Table

AXIS, LEFT, LETTERS = 100, 122, 29


def timeline(events: Sequence[Any], *, title: str, words: str = "") -> Picture:
    parts, y = [], 8.0
    for event in events:
        drawn, y = _event(event, y)
        parts.append(drawn)
    axis = line(f"M{AXIS} 0V{short(y)}")
    return Picture(
        title, drawing(title, words, WIDTH, y, axis, *parts, kind="chart"), words, table=table(events, title)
    )


def _event(event: Any, y: float) -> tuple[str, float]:
    what, at = paragraph(event.what, LEFT, y + 15, width=LETTERS, look="strong", most=3)
    effect, at = paragraph(event.effect, LEFT, at, width=LETTERS + 5, look="soft", most=3)
    when = text(years(event), AXIS - 16, y + 15, class_="strong", text_anchor="end")
    return when + _mark(event, y, at - 15) + what + effect, at + 12


def _mark(event: Any, y: float, end: float) -> str:
    """A dot for a year, a bar for years."""
    if event.until and event.until > event.since:
        return tag("rect", class_="c1", x=AXIS - 6, y=short(y), width=12, height=short(max(end - y, 24)), **INK)
    return tag("circle", class_="hatch-dot", cx=AXIS, cy=short(y + 10), r=7, **{**INK, "stroke_width": "3"})


def years(event: Any) -> str:
    """ "1998" or "1998–2003"."""
    return f"{event.since}–{event.until}" if event.until and event.until > event.since else str(event.since)


def table(events: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Peristiwa"), _("Tahun"), _("Akibat"), _("Sumber cerita"))]
    rows = [Row([each.what, years(each), each.effect, each.source]) for each in events]
    return Table(title, columns, rows, caption_hidden=True)
