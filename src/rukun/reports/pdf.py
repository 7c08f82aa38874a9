"""Documents drawn as PDF by typst: one compiler a process, its own fonts, data handed in as JSON.

A compiler made anew for each paper leaks and at last panics, and a process must not fork after its first paper
(the child hangs for ever); so the compiler is made at first use, in the process that serves.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import segno
import typst

from rukun.kit.dates import day_in_words
from rukun.reports.types import Document, Drawing, Grid, Paragraph, Points, Section
from rukun.ui.maps import swatch
from rukun.ui.svg import tag

ROOT = Path(__file__).parent / "templates" / "reports"
TEMPLATE = ROOT / "document.typ"
CODE = 12
_ONE_AT_A_TIME = Lock()

COLOURS = {
    "c1": "#0F6B5C", "c2": "#BC800E", "c3": "#4F8FD0", "c4": "#A93A2A", "c5": "#7A5590", "c6": "#8B918C",
    "k0": "#F8EDD5", "k1": "#EBCD92", "k2": "#D5A14A", "k3": "#9C661C", "k4": "#7C4D12", "k5": "#4B2C08",
    "unknown-ground": "#F4EEE3", "strong": "#1E2522", "soft": "#56605B", "dot": "#0F6B5C",
}  # fmt: skip
STYLE = (
    "text{font-family:'Libertinus Serif';font-size:15px;fill:#1E2522}"
    ".map text{text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:8px;stroke-linejoin:round}"
    ".map .name{font-size:32px;font-weight:600}.map .place{font-size:32px;font-weight:700}.map .named{display:none}"
    ".map .spot{font-size:50px;font-weight:700}"
    ".map .area,.point{stroke:#fff;stroke-width:4}.unknown-line{stroke:#857E6E;stroke-width:5}"
    ".trend{fill:none;stroke:#0F6B5C}.strong{font-weight:700}"
    ".leaf{fill:#fff;stroke:#1E2522;stroke-width:1.5}.leaf.core{stroke-width:4}.leaf.effect{stroke-dasharray:7 4}"
    ".leaf.loose,.leaf.blank{stroke-dasharray:2 4}.tie{fill:none;stroke:#56605B;stroke-width:2}.head{fill:#56605B}"
    ".hatch{stroke:#fff;stroke-width:1.5;fill:none}.hatch-dot{fill:#fff}.axis{stroke:#857E6E}.grid{stroke:#E4DED2}"
    + "".join(f".{name}{{fill:{colour}}}" for name, colour in COLOURS.items())
)


def draw(document: Document) -> bytes:
    """The document as PDF, the same bytes for the same document."""
    told = as_data(document)
    code = check_code(told)
    pointed = f"{document.address}{code}/" if document.address else f"RUKUN {document.number} {code}"
    data = {**told, "code": code, "qr": qr_of(pointed), "is_checked": bool(document.address)}
    with _ONE_AT_A_TIME:
        return _compiler().compile(format="pdf", sys_inputs={"data": json.dumps(data)}, timestamp=0)


def check_code(told: dict[str, Any]) -> str:
    """Twelve letters that change when anything on the paper does."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:CODE].upper()


def qr_of(text: str) -> str:
    drawn = BytesIO()
    segno.make(text, error="m").save(drawn, kind="svg", border=0, svgns=True, xmldecl=False)
    return drawn.getvalue().decode()


def code_of(document: Document) -> str:
    return check_code(as_data(document))


def as_data(document: Document) -> dict[str, Any]:
    """Plain data for the template: everything that is read on the paper."""
    plain = asdict(document) | {"on": day_in_words(document.on)}
    del plain["address"]
    plain["signers"] = [(each, "") if isinstance(each, str) else each for each in document.signers]
    plain["sections"] = [_section(section) for section in document.sections]
    plain["annexes"] = [_section(section) for section in document.annexes]
    return plain


def _section(section: Section) -> dict[str, Any]:
    parts = [_part(part) for part in section.parts]
    return {"title": section.title, "starts_page": section.starts_page, "parts": parts}


def _part(part: Paragraph | Points | Grid | Drawing) -> dict[str, Any]:
    if isinstance(part, Points):
        return {"kind": "points", "points": part.points}
    if isinstance(part, Paragraph):
        return {"kind": "paragraph", "text": part.text, "is_quiet": part.is_quiet}
    if isinstance(part, Drawing):
        legend = [{"svg": dressed(_swatch(look)), "words": words} for look, words in part.legend]
        return {"kind": "drawing", "title": part.title, "svg": dressed(part.svg), "words": part.words, "legend": legend}
    return {
        "kind": "grid",
        "title": part.title,
        "columns": list(part.columns),
        "rows": [list(row) for row in part.rows],
        "numbers": sorted(part.numbers),
        "widths": list(part.widths),
        "note": part.note,
        "tall": part.tall,
    }


def _swatch(look: str) -> str:
    """A legend tells a class of colour, or brings strokes of its own."""
    is_drawn = look.startswith("<")
    return tag("svg", look, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 24 18") if is_drawn else swatch(look)


def dressed(svg: str) -> str:
    """A picture of the pages with the colours it gets there from the style sheet."""
    head, _close, rest = svg.partition(">")
    return f"{head}><style>{STYLE}</style>{rest}"


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(input=str(TEMPLATE), root=str(ROOT), font_paths=fonts)
