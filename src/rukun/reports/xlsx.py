"""Documents as workbooks: one sheet a table, text always text, never a formula."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from rukun.kit.dates import day_in_words
from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.reports import pdf
from rukun.reports.types import Document, Grid


def draw(document: Document) -> bytes:
    """The tables of a document; the first sheet says what it is, from whom, and who took it."""
    target = BytesIO()
    write_xlsx([_cover(document), *_sheets(document)], target)
    return target.getvalue()


def _cover(document: Document) -> Sheet:
    lines = [
        (_("Judul"), document.title),
        (_("Wilayah"), f"{document.area}, {document.higher}"),
        (_("Nomor"), document.number),
        (_("Tanggal"), day_in_words(document.on)),
        *((_("Keterangan"), remark) for remark in document.remarks),
        *([(_("Kode periksa"), pdf.code_of(document))] if document.address else []),
        *([(_("Diunduh oleh"), document.watermark)] if document.watermark else []),
    ]
    return Sheet(_("Tentang"), [Column(_("Hal"), 16), Column(_("Isi"), 80)], lines)


def _sheets(document: Document) -> Iterator[Sheet]:
    for section in (*document.sections, *document.annexes):
        for part in section.parts:
            if isinstance(part, Grid):
                yield Sheet(part.title or section.title, [Column(title, 24) for title in part.columns], part.rows)
