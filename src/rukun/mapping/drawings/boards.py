"""Boards: headings with what stands under them, marked full, half or empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import paragraph
from rukun.mapping.drawings.strokes import HOLLOW, INK, WIDTH, line
from rukun.mapping.types import Capital, CustomState, Use
from rukun.ui.svg import Picture, drawing, legend, short, tag
from rukun.ui.tables import Column, Row, Table

FULL, HALF, EMPTY = 1.0, 0.5, 0.0
MARKS = {Use.USED: FULL, Use.PARTLY: HALF, Use.UNUSED: EMPTY}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a board, what is said beneath it, and how full its mark is."""

    name: str
    more: str = ""
    full: float = FULL


def board(groups: Sequence[tuple[str, Sequence[Item]]]) -> tuple[str, float]:
    """The strokes of a board and its height."""
    parts, y = [], 6.0
    for heading, items in groups:
        drawn, at = paragraph(heading, 0, y + 16, width=40, look="strong")
        parts += [drawn, line(f"M0 {short(at - 10)}H{WIDTH}")]
        y = at
        for item in items:
            drawn, y = _item(item, y)
            parts.append(drawn)
        y += 12
    return "".join(parts), y


def _item(item: Item, y: float) -> tuple[str, float]:
    name, at = paragraph(item.name, 28, y + 14, width=42)
    more, at = paragraph(item.more, 28, at, width=46, look="soft", most=3)
    return _mark(item.full, 4, y + 1) + name + more, at - 4


def _mark(full: float, x: float, y: float) -> str:
    inside = tag("rect", class_="c1", x=short(x), y=short(y + 15 * (1 - full)), width=15, height=short(15 * full))
    return (inside if full else "") + tag("rect", x=short(x), y=short(y), width=15, height=15, **HOLLOW)


def customs(entries: Sequence[Any], *, title: str, words: str = "") -> Picture:
    """By how alive they are."""
    fullness = {CustomState.ALIVE: FULL, CustomState.RARE: HALF, CustomState.FADING: EMPTY}
    groups = [
        (str(state.label), [Item(e.name, e.practice, fullness[state]) for e in entries if e.state == state])
        for state in CustomState
    ]
    drawn, height = board([group for group in groups if group[1]])
    columns = [Column(each) for each in (_("Nilai"), _("Keadaan"), _("Dijalankan"), _("Dapat membantu"))]
    rows = [Row([e.name, str(CustomState(e.state).label), e.practice, e.use]) for e in entries]
    table = Table(title, columns, rows, caption_hidden=True)
    return Picture(title, drawing(title, words, WIDTH, height, drawn, kind="chart"), words, table=table)


def resources(entries: Sequence[Any], *, title: str, words: str = "") -> Picture:
    """By capital, the five always in sight; what lies unused has an empty mark."""
    groups = [(_heading(capital), _of(capital, entries)) for capital in Capital]
    drawn, height = board(groups)
    columns = [Column(each) for each in (_("Sumber daya"), _("Modal"), _("Banyaknya"), _("Dipakai"), _("Gagasan"))]
    rows = [
        Row([e.name, str(Capital(e.capital).label), e.amount, str(Use(e.use).label), e.idea])
        for e in sorted(entries, key=lambda each: (each.use != Use.UNUSED, each.capital))
    ]
    table = Table(title, columns, rows, caption_hidden=True)
    image, shown = drawing(title, words, WIDTH, height, drawn, kind="chart"), _swatches()
    return Picture(title, image, words, legend(shown), table, shown)


def _heading(capital: Capital) -> str:
    return _("Modal %(kind)s") % {"kind": str(capital.label).lower()}


def _of(capital: str, entries: Sequence[Any]) -> list[Item]:
    held = [each for each in entries if each.capital == capital]
    return [Item(_sized(e), e.idea if e.use == Use.UNUSED else "", MARKS[e.use]) for e in held]


def _sized(entry: Any) -> str:
    return f"{entry.name} ({entry.amount})" if entry.amount else entry.name


def _swatches() -> list[tuple[str, str]]:
    return [(_mark(full, 4, 1), str(use.label)) for use, full in MARKS.items()]


def classes(entries: Sequence[Any], *, title: str, words: str = "") -> Picture:
    """Classes of welfare as steps, the best-off on top and furthest out. No counts: this picture hangs on the wall."""
    parts, y = [], 4.0
    for index, each in enumerate(entries):
        drawn, y = _step(each, index, len(entries), y)
        parts.append(drawn)
    columns = [Column(_("Kelas")), Column(_("Ciri-ciri")), Column(_("Tergolong miskin"))]
    rows = [Row([each.name, each.criteria, _("ya") if each.is_poor else _("tidak")]) for each in entries]
    table = Table(title, columns, rows, caption_hidden=True)
    return Picture(title, drawing(title, words, WIDTH, y, *parts, kind="chart"), words, table=table)


def _step(each: Any, index: int, count: int, y: float) -> tuple[str, float]:
    indent = 90 * index / max(count, 1)
    name = _("%(name)s (miskin menurut warga)") % {"name": each.name} if each.is_poor else each.name
    head, at = paragraph(name, indent + 12, y + 24, width=34, look="strong")
    more, at = paragraph(
        each.criteria, indent + 12, at + 2, width=int((WIDTH - indent - 24) / 7.6), look="soft", most=5
    )
    edge = {**INK, "stroke_width": "3"} if each.is_poor else INK
    box = tag(
        "rect",
        fill="none",
        x=short(indent + 1),
        y=short(y),
        width=short(WIDTH - indent - 3),
        height=short(at - y),
        **edge,
    )
    return box + head + more, at + 8
