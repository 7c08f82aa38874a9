"""Documents drawn as PDF by typst: one compiler a process, its own fonts, data handed in as JSON.

A compiler made anew for each paper leaks and at last panics, and a process must not fork after its first paper
(the child hangs for ever); so the compiler is made at first use, in the process that serves.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import segno
import typst

from rukun.kit.dates import day_in_words
from rukun.reports import plain
from rukun.reports.types import Document

ROOT = Path(__file__).parent / "templates" / "reports"
TEMPLATE = ROOT / "document.typ"
CODE = 12
_ONE_AT_A_TIME = Lock()


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
    return {
        "title": document.title,
        "area": document.area,
        "higher": document.higher,
        "number": document.number,
        "place": document.place,
        "on": day_in_words(document.on),
        "watermark": document.watermark,
        "remarks": list(document.remarks),
        "closing": document.closing,
        "paper": document.paper,
        "is_wide": document.is_wide,
        "signers": plain.signers(document.signers),
        "sections": [plain.section(each) for each in document.sections],
        "annexes": [plain.section(each) for each in document.annexes],
    }


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(input=str(TEMPLATE), root=str(ROOT), font_paths=fonts)
