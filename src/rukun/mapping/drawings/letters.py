"""Words upon a drawing: cleaned of what an SVG cannot hold, cut or wrapped to the room there is."""

from __future__ import annotations

import unicodedata
from textwrap import wrap

from rukun.ui.svg import text

STEP = 20
ELLIPSIS = "…"


def clean(words: object) -> str:
    """One line without control signs or lone surrogates."""
    kept = (sign if unicodedata.category(sign) not in ("Cc", "Cs", "Cn") else " " for sign in str(words))
    return " ".join("".join(kept).split())


def cut(words: object, most: int) -> str:
    told = clean(words)
    return told if len(told) <= most else told[: most - 1].rstrip() + ELLIPSIS


def lines(words: object, width: int, most: int) -> list[str]:
    """At most so many lines; what does not fit ends in dots."""
    found = wrap(clean(words), width) or []
    return found if len(found) <= most else [*found[: most - 1], cut(" ".join(found[most - 1 :]), width)]


def paragraph(words: object, x: float, y: float, *, width: int, most: int = 2, look: str = "") -> tuple[str, float]:
    """Lines beneath one another from y on, and where the next thing may begin."""
    found = lines(words, width, most)
    drawn = (text(line, x, y + STEP * row, **({"class_": look} if look else {})) for row, line in enumerate(found))
    return "".join(drawn), y + STEP * len(found)
