"""Strokes that several drawings share. They take the colour of the ink around them."""

from __future__ import annotations

from collections.abc import Sequence

from rukun.mapping.drawings.letters import paragraph
from rukun.ui.svg import short, tag, text

WIDTH = 400
INK = {"stroke": "currentColor", "stroke_width": "1.5"}
HOLLOW = {"fill": "none", **INK}


def line(path: str, **attributes: object) -> str:
    return tag("path", d=path, **{**HOLLOW, **attributes})


def numbered(number: int, x: float, y: float, radius: float = 14) -> str:
    """A number in a ring."""
    ring = tag("circle", cx=short(x), cy=short(y), r=short(radius), class_="hatch-dot", **INK)
    return ring + text(number, x, y + 5, class_="strong", text_anchor="middle")


def key(names: Sequence[str], y: float, *, width: int = 44) -> tuple[str, float]:
    """What the numbers of a drawing mean, one beneath the other."""
    drawn = []
    for number, name in enumerate(names, start=1):
        drawn.append(text(f"{number}.", 24, y, class_="strong", text_anchor="end"))
        words, y = paragraph(name, 32, y, width=width)
        drawn.append(words)
        y += 4
    return "".join(drawn), y
