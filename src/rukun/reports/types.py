"""A document as a value: what it says, before anyone decides whether it becomes paper, a workbook or a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

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
    REQUEST = "permohonan", _("Permohonan pencairan")
    SPENDING_PLAN = "rencana-dana", _("Rencana penggunaan dana")
    CASH_BOOK = "buku-kas-umum", _("Buku kas umum")
    SUBSIDIARY = "buku-pembantu", _("Buku pembantu")
    TAX_BOOK = "buku-pajak", _("Buku pajak")
    RECEIPT = "kuitansi", _("Kuitansi")
    WAGES = "daftar-upah", _("Daftar upah")
    WORKERS = "daftar-pekerja", _("Daftar hadir pekerja")
    SPENDING_STATEMENT = "sptb", _("Surat pernyataan tanggung jawab belanja")
    STATEMENT = "sptjm", _("Surat pernyataan tanggung jawab mutlak")
    PROGRESS = "kemajuan", _("Laporan kemajuan")
    RAB = "rab", _("Rencana anggaran biaya")
    SPJ = "spj", _("Surat pertanggungjawaban")
    LPJ = "lpj", _("Laporan pertanggungjawaban")
    HAND_OVER = "serah-terima", _("Berita acara serah terima")
    RECONCILIATION = "rekonsiliasi", _("Berita acara rekonsiliasi")
    RULEBOOK = "juknis", _("Juknis dalam kata biasa")


Cell = str | int | Decimal | date | None
"""What stands in a table: text, or a number or a day that a workbook keeps as such; None leaves the place empty."""


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

    `widths` are shares of the line, one a column, 0 for what it needs; () lets the paper choose. `tall` rows leave
    room to sign. `strong` are the places of rows that head or close a group; `total` closes the table.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    note: str = ""
    tall: bool = False
    strong: frozenset[int] = frozenset()
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG with the words that say the same, and its legend as (colour class or strokes, words)."""

    title: str
    svg: str
    words: str = ""
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums the eye shall land on first, with what each is; the last weighs most. Numbers are whole rupiah."""

    figures: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers one beneath the other: what is asked, and what is so."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """A place to sign within a bundle, kept together with the sentence that is signed."""

    place: str
    on: date | None
    signers: tuple[tuple[str, str], ...]
    closing: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A kuitansi: who paid whom how much for what, in figures and words, with three who sign.

    `items` say what was bought; `taxes` what was kept back of it.
    """

    number: str
    payer: str
    payee: str
    amount: int
    words: str
    purpose: str
    about: str
    items: tuple[tuple[str, Decimal, str, int, int], ...]
    taxes: tuple[tuple[str, int], ...]
    place: str
    on: date | None
    signers: tuple[tuple[str, str], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as JPEG, its size, and what it shows."""

    content: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures side by side, each with its words."""

    pictures: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a bundle and on which page."""


Part = Paragraph | Points | Grid | Drawing | Figures | Facts | Signatures | Receipt | Gallery | Contents


@dataclass(frozen=True, slots=True)
class Section:
    """`is_paper`: a paper of its own within a bundle, on a page of its own; `is_wide`: on paper laid across."""

    title: str
    parts: tuple[Part, ...]
    starts_page: bool = False
    is_paper: bool = False
    is_wide: bool = False


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
