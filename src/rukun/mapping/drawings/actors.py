"""Actors in a grid of nine: how strong, and on which side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import lines
from rukun.mapping.drawings.strokes import HOLLOW, WIDTH
from rukun.mapping.types import Degree, Stance
from rukun.ui.svg import Picture, drawing, short, tag, text
from rukun.ui.tables import Column, Row, Table

SIDES = (Stance.AGAINST, Stance.NEUTRAL, Stance.FOR)
ROWS = (Degree.LARGE, Degree.MIDDLING, Degree.SMALL)
CELL, LETTERS, STEP, HEAD = WIDTH / 3, 13, 18, 26


def grid(actors: Sequence[Any], *, title: str, words: str = "") -> Picture:
    parts, y = [_head()], float(HEAD)
    for influence in ROWS:
        drawn, y = _row(influence, [each for each in actors if each.influence == influence], y)
        parts.append(drawn)
    return Picture(title, drawing(title, words, WIDTH, y + 2, *parts, kind="chart"), words, table=table(actors, title))


def _head() -> str:
    sides = ((str(side.label), CELL * (at + 0.5)) for at, side in enumerate(SIDES))
    return "".join(text(words, x, 18, class_="strong", text_anchor="middle") for words, x in sides)


def _row(influence: Degree, actors: Sequence[Any], y: float) -> tuple[str, float]:
    """As high as its fullest cell; the strength stands above it."""
    named = text(_("Pengaruh %(degree)s") % {"degree": str(influence.label).lower()}, 0, y + 16, class_="soft")
    cells = [_words([each for each in actors if each.stance == side]) for side in SIDES]
    height = max(STEP * max(map(len, cells)) + 14, 44)
    drawn = [_cell(words, CELL * at, y + 24, height) for at, words in enumerate(cells)]
    return named + "".join(drawn), y + 24 + height + 6


def _words(actors: Sequence[Any]) -> list[str]:
    return [said for actor in actors for said in _item(lines(actor.role, LETTERS, 3))]


def _item(found: Sequence[str]) -> list[str]:
    return [f"• {found[0]}", *(f"\u00a0\u00a0 {more}" for more in found[1:])] if found else []


def _cell(words: Sequence[str], x: float, y: float, height: float) -> str:
    box = tag("rect", x=short(x + 1), y=short(y), width=short(CELL - 2), height=short(height), **HOLLOW)
    said = (text(line, x + 6, y + 20 + STEP * row, class_="soft") for row, line in enumerate(words))
    return box + "".join(said)


def table(actors: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Peran"), _("Pengaruh"), _("Sikap"), _("Alasan"))]
    rows = [
        Row([a.role, str(Degree(a.influence).label), str(Stance(a.stance).label), a.reason])
        for a in sorted(actors, key=lambda each: -each.influence)
    ]
    return Table(title, columns, rows, caption_hidden=True)
