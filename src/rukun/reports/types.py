"""A document as a value: what it says, before anyone decides whether it becomes paper, a workbook or a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

PURPOSES = [
    ("meeting", _("Musyawarah RT atau desa")),
    ("field_check", _("Memeriksa ke lapangan")),
    ("aid_proposal", _("Menyusun usulan bantuan")),
    ("office_request", _("Permintaan dinas dengan surat")),
]
"""What a list of names may leave the house for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first column names the row; `numbers` are the places of columns set to the right.

    `widths` are shares of the line, one a column; () lets the paper choose.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG with the words that say the same, and its legend as (colour class or strokes, words)."""

    title: str
    svg: str
    words: str = ""
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    parts: tuple[Paragraph | Grid | Drawing, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of an area. `watermark` stands across every page that carries names: who took it, and when."""

    title: str
    area: str
    higher: str
    number: str
    place: str
    on: date
    sections: tuple[Section, ...]
    signers: tuple[str, ...] = ()
    watermark: str = ""
    remarks: tuple[str, ...] = field(default=())
    paper: str = "a4"
    is_wide: bool = False
