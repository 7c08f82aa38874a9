"""Documents as workbooks: one sheet a table, numbers and days as such, text always text, never a formula."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from rukun.kit.dates import day_in_words
from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.reports import pdf
from rukun.reports.types import Cell, Document, Figures, Grid, Part, Receipt, Section

WIDE = {"Uraian", "Kegiatan", "Nama", "Terbilang", "Keterangan"}


def draw(document: Document) -> bytes:
    """The tables of a document; the first sheet says what it is, from whom, and who took it."""
    target = BytesIO()
    write_xlsx([_cover(document), *_sheets(document)], target)
    return target.getvalue()


def _cover(document: Document) -> Sheet:
    lines: list[tuple[str, Cell]] = [
        (_("Judul"), document.title),
        (_("Wilayah"), f"{document.area}, {document.higher}"),
        (_("Nomor"), document.number),
        (_("Tanggal"), day_in_words(document.on)),
        *((_("Keterangan"), remark) for remark in document.remarks),
        *([(_("Kode periksa"), pdf.code_of(document))] if document.address else []),
        *([(_("Diunduh oleh"), document.watermark)] if document.watermark else []),
    ]
    return Sheet(_("Tentang"), [Column(_("Hal"), 24), Column(_("Isi"), 80)], [*lines, *_figures(document)])


def _parts(document: Document) -> Iterator[tuple[Section, Part]]:
    for section in (*document.sections, *document.annexes):
        for part in section.parts:
            yield section, part


def _figures(document: Document) -> Iterator[tuple[str, Cell]]:
    for section, part in _parts(document):
        if isinstance(part, Figures):
            yield from (
                (f"{section.title}: {words}" if section.title else words, value) for words, value in part.figures
            )


def _sheets(document: Document) -> Iterator[Sheet]:
    for section, part in _parts(document):
        if isinstance(part, Grid):
            rows = [*part.rows, part.total] if part.total else part.rows
            yield Sheet(_name(section, part), [Column(title, _width(title)) for title in part.columns], rows)
    if receipts := [part for _section, part in _parts(document) if isinstance(part, Receipt)]:
        yield _receipts(receipts)


def _name(section: Section, part: Grid) -> str:
    return " ".join(dict.fromkeys(each for each in (section.title, part.title) if each))


def _width(title: str) -> int:
    return 40 if title in WIDE else 18


def _receipts(found: list[Receipt]) -> Sheet:
    columns = [
        Column(title, _width(title))
        for title in ("No. bukti", "Tanggal", "Penerima", "Uraian", "Jumlah (Rp)", "Pajak (Rp)", "Terbilang")
    ]
    rows = [
        (
            each.number,
            each.on,
            each.payee,
            each.purpose,
            each.amount,
            sum(tax for _words, tax in each.taxes),
            each.words,
        )
        for each in found
    ]
    return Sheet("Kuitansi", columns, rows)
