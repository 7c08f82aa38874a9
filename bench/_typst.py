"""The bound of every paper: the same tables and receipts as bare typst, without letterhead, titles, signatures or
check code."""

from __future__ import annotations

import json
from collections.abc import Callable

import typst

from bench import _ground
from rukun.reports import plain
from rukun.reports.types import Document, Grid, Receipt

BARE = """
#let d = json(bytes(sys.inputs.data))
#set text(font: "Libertinus Serif", size: 9pt)
#for rows in d { table(columns: rows.first().len(), ..rows.flatten()) }
"""


def bare(told: Document) -> str:
    """What `drawer` is given."""
    return json.dumps(list(_tables(told)))


def drawer() -> Callable[[str], bytes]:
    place = _ground.ROOT / "var" / "bench"
    place.mkdir(parents=True, exist_ok=True)
    page = place / "bare.typ"
    page.write_text(BARE)
    compiler = typst.Compiler(str(page), font_paths=typst.Fonts(include_system_fonts=False))
    return lambda data: compiler.compile(format="pdf", sys_inputs={"data": data})


def _tables(told: Document) -> list[list[list[str]]]:
    """Every table and every receipt as rows of text."""
    found = []
    for section in told.sections:
        for part in section.parts:
            if isinstance(part, Grid):
                found.append([list(part.columns), *(list(map(plain.cell, row)) for row in part.rows)])
            elif isinstance(part, Receipt):
                things = [list(map(plain.cell, item)) for item in part.items]
                found.append([[part.number, part.payee, part.words, part.purpose, plain.cell(part.amount)], *things])
    return found
