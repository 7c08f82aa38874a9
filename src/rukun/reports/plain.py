"""The parts of a document as plain data for the template: everything that is read on the paper, in words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import Any

from rukun.kit.dates import day_in_words
from rukun.reports.types import (
    Cell,
    Contents,
    Drawing,
    Facts,
    Figures,
    Gallery,
    Grid,
    Paragraph,
    Photo,
    Points,
    Receipt,
    Section,
    Signatures,
)
from rukun.ui.maps import swatch
from rukun.ui.svg import tag

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


def section(each: Section) -> dict[str, Any]:
    return {
        "title": each.title,
        "starts_page": each.starts_page,
        "is_paper": each.is_paper,
        "is_wide": each.is_wide,
        "parts": [part(one) for one in each.parts],
    }


def signers(given: Sequence[str | tuple[str, str]]) -> list[tuple[str, str]]:
    return [(each, "") if isinstance(each, str) else each for each in given]


def cell(value: Cell) -> str:
    """A cell as it is read: 1500000 as "1.500.000", half a day as "0,5", a day as "02-03-2026"."""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, int | Decimal):
        return number(value)
    return value or ""


def number(value: int | Decimal) -> str:
    whole, _dot, sen = f"{abs(value):,f}".partition(".")
    tail = f",{sen}" if (sen := sen.rstrip("0")) else ""
    return f"{'−' if value < 0 else ''}{whole.replace(',', '.')}{tail}"


@singledispatch
def part(each: Any) -> dict[str, Any]:
    raise TypeError(each)


@part.register
def _paragraph(each: Paragraph) -> dict[str, Any]:
    return {"kind": "paragraph", "text": each.text, "is_quiet": each.is_quiet}


@part.register
def _points(each: Points) -> dict[str, Any]:
    return {"kind": "points", "points": each.points}


@part.register
def _drawing(each: Drawing) -> dict[str, Any]:
    legend = [{"svg": dressed(_swatch(look)), "words": words} for look, words in each.legend]
    return {"kind": "drawing", "title": each.title, "svg": dressed(each.svg), "words": each.words, "legend": legend}


@part.register
def _grid(each: Grid) -> dict[str, Any]:
    return {
        "kind": "grid",
        "title": each.title,
        "columns": list(each.columns),
        "rows": [list(map(cell, row)) for row in each.rows],
        "numbers": sorted(each.numbers),
        "widths": list(each.widths),
        "note": each.note,
        "tall": each.tall,
        "strong": sorted(each.strong),
        "total": list(map(cell, each.total)),
    }


@part.register
def _figures(each: Figures) -> dict[str, Any]:
    return {"kind": "figures", "figures": [(words, _rupiah(value)) for words, value in each.figures]}


@part.register
def _facts(each: Facts) -> dict[str, Any]:
    return {"kind": "facts", "facts": each.facts}


@part.register
def _signatures(each: Signatures) -> dict[str, Any]:
    return {
        "kind": "signatures",
        "place": each.place,
        "on": _day(each.on),
        "signers": each.signers,
        "closing": each.closing,
        "stamp": each.stamp,
    }


@part.register
def _receipt(each: Receipt) -> dict[str, Any]:
    return {
        "kind": "receipt",
        "number": each.number,
        "payer": each.payer,
        "payee": each.payee,
        "amount": _rupiah(each.amount),
        "words": each.words,
        "purpose": each.purpose,
        "about": each.about,
        "items": [[words, cell(n), unit, cell(price), cell(sum)] for words, n, unit, price, sum in each.items],
        "taxes": [(words, _rupiah(value)) for words, value in each.taxes],
        "net": _rupiah(each.amount - sum(value for _words, value in each.taxes)),
        "place": each.place,
        "on": _day(each.on),
        "signers": each.signers,
        "title": each.title,
    }


@part.register
def _gallery(each: Gallery) -> dict[str, Any]:
    return {"kind": "gallery", "pictures": [(_as_svg(photo), photo.words) for photo in each.pictures]}


@part.register
def _contents(_each: Contents) -> dict[str, Any]:
    return {"kind": "contents"}


def _as_svg(photo: Photo) -> str:
    """The template reads pictures from its data only, so a JPEG travels in the one text form that may hold it."""
    inside = f"data:image/jpeg;base64,{b64encode(photo.content).decode()}"
    drawn = tag("image", "", width=photo.width, height=photo.height, href=inside)
    return tag("svg", drawn, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {photo.width} {photo.height}")


def _rupiah(value: Cell) -> str:
    return f"{'−' if value < 0 else ''}Rp{number(abs(value))}" if isinstance(value, int | Decimal) else cell(value)


def _day(on: date | None) -> str:
    return day_in_words(on) if on else ""


def _swatch(look: str) -> str:
    """A legend tells a class of colour, or brings strokes of its own."""
    is_drawn = look.startswith("<")
    return tag("svg", look, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 24 18") if is_drawn else swatch(look)


def dressed(svg: str) -> str:
    """A picture of the pages with the colours it gets there from the style sheet."""
    head, _close, rest = svg.partition(">")
    return f"{head}><style>{STYLE}</style>{rest}"
