"""The year as a grid: a row for each thing, a disc for each month, the larger the stronger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from rukun.mapping.drawings.letters import cut
from rukun.mapping.drawings.strokes import HOLLOW, INK, WIDTH
from rukun.mapping.findings.places import clashes, peak_months
from rukun.mapping.types import SeasonKind
from rukun.mapping.words import months
from rukun.ui.svg import Picture, drawing, legend, short, tag, text
from rukun.ui.tables import Column, Row, Table

RADII = (2, 5, 9, 14)
CELL, ROW, HEAD = WIDTH / 12, 58, 24


def strengths() -> list[str]:
    return [_("tidak ada"), _("sedikit"), _("sedang"), _("puncak")]


def calendar(items: Sequence[Any], *, title: str, words: str = "") -> Picture:
    height = HEAD + ROW * len(items) + 4
    bands = [_band(month, height) for month, _names in clashes(items)]
    rows = [_row(item, HEAD + ROW * index) for index, item in enumerate(items)]
    image = drawing(title, words, WIDTH, height, *bands, _head(), *rows, kind="chart")
    shown = swatches(has_clash=bool(bands))
    return Picture(title, image, words, legend(shown), table(items, title), shown)


def _band(month: int, height: float) -> str:
    """A month in which several things peak."""
    place = {"x": short(CELL * (month - 1)), "y": 2, "width": short(CELL), "height": short(height - 4)}
    return tag("rect", class_="unknown-ground", **place) + tag("rect", stroke_dasharray="3 3", **HOLLOW, **place)


def _head() -> str:
    return "".join(
        text(str(name)[0].upper(), CELL * (number - 0.5), 18, class_="strong", text_anchor="middle")
        for number, name in MONTHS.items()
    )


def _row(item: Any, y: float) -> str:
    named = text(cut(item.name, 46), 2, y + 16)
    return named + "".join(_disc(int(felt), CELL * (at + 0.5), y + 37) for at, felt in enumerate(item.months))


def _disc(felt: int, x: float, y: float) -> str:
    """Filled from "some" on, ringed at its peak: size and fill say it, not colour."""
    look = {"class_": "c1", **INK} if felt == 3 else {"class_": "c1"} if felt == 2 else HOLLOW
    return tag("circle", cx=short(x), cy=short(y), r=RADII[felt], **look)


def swatches(*, has_clash: bool) -> list[tuple[str, str]]:
    entries = [(tag("g", _disc(felt, 12, 9), transform=_small(felt)), word) for felt, word in enumerate(strengths())]
    band = tag("rect", class_="unknown-ground", width=24, height=18)
    return [*entries, *([(band, _("beberapa puncak sekaligus"))] if has_clash else [])]


def _small(felt: int) -> str:
    return "translate(4.8 3.6) scale(.6)" if felt == 3 else "scale(1)"


def table(items: Sequence[Any], title: str) -> Table:
    columns = [Column(each) for each in (_("Hal"), _("Jenis"), _("Puncak"), _("Terasa juga"))]
    return Table(title, columns, [Row(_told(item)) for item in items], caption_hidden=True)


def _told(item: Any) -> list[str]:
    peaks = peak_months(item)
    felt = [number for number, strength in enumerate(item.months, start=1) if strength in "12"]
    return [item.name, str(SeasonKind(item.kind).label), months(peaks) or "–", months(felt) or "–"]
