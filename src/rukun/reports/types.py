"""A document as a value: what it says, before anyone decides whether it becomes paper, a workbook or a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

PURPOSES = [
    ("meeting", _("Musyawarah RT atau desa")),
    ("field_check", _("Memeriksa ke lapangan")),
    ("aid_proposal", _("Menyusun usulan bantuan")),
    ("office_request", _("Permintaan dinas dengan surat")),
]
"""What a list of names may leave the house for."""


class PaperKind(models.TextChoices):
    """Papers that carry a code anyone may check."""

    MINUTES = "berita-acara", _("Berita acara musyawarah")
    ATTENDANCE = "daftar-hadir", _("Daftar hadir")
    PROPOSALS = "daftar-usulan", _("Daftar usulan")
    INVITATION = "undangan", _("Undangan musyawarah")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered sentences; beneath each, what was said otherwise."""

    points: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first column names the row; `numbers` are the places of columns set to the right.

    `widths` are shares of the line, one a column; () lets the paper choose. `tall` rows leave room to sign.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    note: str = ""
    tall: bool = False


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
    parts: tuple[Paragraph | Points | Grid | Drawing, ...]
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of an area. `watermark` stands across every page that carries names: who took it, and when.

    `address`: where its code may be checked, printed in the QR and no part of what the code is made from. `signers`
    are roles, or (role, name); `closing` is the sentence that stays with them; `annexes` follow them.
    """

    title: str
    area: str
    higher: str
    number: str
    place: str
    on: date
    sections: tuple[Section, ...]
    signers: tuple[str | tuple[str, str], ...] = ()
    watermark: str = ""
    remarks: tuple[str, ...] = field(default=())
    address: str = ""
    annexes: tuple[Section, ...] = ()
    closing: str = ""
    paper: str = "a4"
    is_wide: bool = False
