"""The pictures of the mapping as sheets of A3 for the wall of the RT."""

from __future__ import annotations

import re
from datetime import date

from rukun.mapping.queries import pictures, sheets
from rukun.mapping.types import Tool
from rukun.mapping.words import FOR_OTHERS, TEACHES, say
from rukun.reports.types import Document, Drawing, Paragraph, Section
from rukun.territory.types import Place
from rukun.ui.pictures import Picture

Part = Paragraph | Drawing
MOST = 3
"""Sentences that still leave the picture its room."""
WIDE = 1.3


def wall(place: Place, tool: Tool, *, year: int, on: date, with_houses: bool) -> Document:
    """The picture of one tool in one year; an empty sheet with its question where nothing was drawn yet."""
    sheet = sheets.sheet(place.id, year, tool)
    picture = sheet and pictures.of_sheet(sheet, sheets.entries(sheet), on=on, with_houses=with_houses)
    noticed = [Paragraph(say(note)) for note in sheets.told(sheet) if note.code in FOR_OTHERS][:MOST]
    parts = [*_drawn(picture, tool), *noticed] if picture else [Paragraph(str(TEACHES[tool]))]
    return Document(
        f"{tool.label} {year}", place.label, ", ".join(step.label for step in reversed(place.way[:-1])),
        f"PETA/{place.id}/{tool}/{year}", place.way[-2].label if len(place.way) > 1 else place.label, on,
        (Section("", tuple(parts)),), paper="a3", is_wide=picture is not None and _is_wide(picture),
    )  # fmt: skip


def _drawn(picture: Picture, tool: Tool) -> list[Part]:
    """The map has numbers, so their names stand beneath it; the other pictures carry their own words."""
    svg = str(picture.drawing).partition("</svg>")[0] + "</svg>"
    drawn = Drawing("", svg, picture.words, tuple(picture.swatches))
    names = [str(row.values[0]) for row in picture.table.rows] if tool == Tool.MAP and picture.table else []
    return [drawn, Paragraph("   ".join(names))] if names else [drawn]


def _is_wide(picture: Picture) -> bool:
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', str(picture.drawing))
    return found is not None and float(found[1]) > WIDE * float(found[2])
