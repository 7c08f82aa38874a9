"""The workbook that is taken home, mended and brought back; and the empty one to begin with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _

from rukun.kit.problems import Sentence
from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.people.intake import codes
from rukun.people.intake.layouts import PLAIN
from rukun.people.models import Batch, BatchRow
from rukun.people.problems.spoken import said
from rukun.people.queries import batches as queries
from rukun.people.types import BatchState
from rukun.walls import vault

LISTED = ("relation", "religion", "marital", "education", "schooling", "citizenship", "disability")


def write(batch: Batch, target: BinaryIO) -> None:
    """What to do; the rows to mend in their own columns, with what is wrong; then warnings; then the counts.

    Rows to mend are the refused ones, and in a batch that was stopped every row something is to be said of.
    """
    to_mend = queries.rows_with_findings(batch).filter(original__isnull=False).order_by("number")
    warned = queries.rows_with_findings(batch).filter(is_kept=True)
    told = [Column(_("Masalah"), 50), Column(_("Yang perlu dilakukan"), 50)]
    before = [Column(_("Lembar semula"), 20), Column(_("Baris semula"), 12, "number")]
    titles = _titles(to_mend, {column.title for column in (*told, *before)})
    where = [Column(_("Lembar"), 20), Column(_("Baris"), 10, "number"), Column(_("Kolom"), 20)]
    columns = [*[Column(title, 20) for title in titles], *told, *before]
    write_xlsx(
        [
            Sheet(_("Petunjuk"), [Column(_("Yang perlu dilakukan"), 110)], _steps(batch, titles)),
            Sheet(_("Perbaikan"), columns, _mended(to_mend, titles)),
            Sheet(_("Perlu dilihat"), [*where, *told], _warned(warned)),
            Sheet(_("Ringkasan"), [Column(_("Yang dihitung"), 60), Column(_("Baris"), 12, "number")], _summed(batch)),
        ],
        target,
    )


def template() -> bytes:
    """Our own layout, empty but for one invented row, with what each column wants and the words it knows."""
    target = BytesIO()
    columns = [Column(column.title, 20) for column in PLAIN.columns]
    hints = [Column(_("Kolom"), 20), Column(_("Isi"), 60), Column(_("Pilihan"), 90)]
    write_xlsx(
        [
            Sheet(_("Warga"), columns, [[column.example for column in PLAIN.columns]]),
            Sheet(
                _("Petunjuk"), hints, [[column.title, column.hint, _choices(column.field)] for column in PLAIN.columns]
            ),
        ],
        target,
    )
    return target.getvalue()


def letters(row: BatchRow) -> list[tuple[dict, Sentence]]:
    """Each finding of a row with its letter, what refuses it first."""
    findings = sorted(row.findings, key=lambda finding: finding["severity"] != "error")
    return [(finding, said(finding["code"], finding["details"])) for finding in findings]


def deciding(row: BatchRow) -> list[tuple[dict, Sentence]]:
    """What refused the row; its warnings only when it was kept."""
    told = letters(row)
    return told if row.is_kept else [each for each in told if each[0]["severity"] == "error"]


def _steps(batch: Batch, titles: list[str]) -> Iterator[Sequence[object]]:
    """What to do with this workbook: a stopped batch is mended in the file itself, any other right here."""
    counted = {"refused": batch.rows_refused, "read": batch.rows_read, "file": batch.file_name}
    yield [_("%(refused)d dari %(read)d baris berkas %(file)s ditolak.") % counted]
    if batch.state == BatchState.STOPPED:
        yield [_("Karena terlalu banyak, kiriman dihentikan: tidak satu baris pun disimpan.")]
        yield [_("1. Buka lembar Perbaikan: semua baris yang bermasalah ada di sana, dengan masalahnya.")]
        yield [_("2. Perbaiki di berkas asli Anda, pada lembar dan baris semula yang tertulis di kanan.")]
        yield [_("3. Unggah lagi berkas asli itu seluruhnya. Baris yang sudah benar hanya ada di sana.")]
    else:
        yield [_("1. Buka lembar Perbaikan: hanya baris yang ditolak ada di sana, dengan masalahnya.")]
        yield [_("2. Perbaiki langsung di lembar itu. Empat kolom paling kanan boleh dibiarkan.")]
        yield [_("3. Unggah berkas ini. Baris lain tidak perlu diunggah lagi setelah kirimannya diterima.")]
    if own := [title for title in titles if title not in batch.columns]:
        yield [_("Kolom Anda sendiri ikut dibawa: %(titles)s.") % {"titles": ", ".join(own)}]
    yield [_("Berkas ini memuat data warga. Hapus dari komputer setelah selesai.")]


def _titles(to_mend: object, ours: set[str]) -> list[str]:
    """The columns the source had, those of the user last; without ours, of a workbook that was mended before."""
    first = to_mend.first()
    return [title for title in _cells(first) if title not in ours] if first else []


def _cells(row: BatchRow) -> dict[str, str]:
    return json.loads(vault.unseal(row.original)) if row.original else {}


def _mended(rows: object, titles: list[str]) -> Iterator[Sequence[object]]:
    for row in queries.iterate(rows):
        cells, told = _cells(row), deciding(row)
        what = "\n".join(f"{finding['column']}: {letter.what}".removeprefix(": ") for finding, letter in told)
        now = "\n".join(dict.fromkeys(letter.now for _finding, letter in told))
        yield [*[cells.get(title, "") for title in titles], what, now, row.sheet, row.number]


def _warned(rows: object) -> Iterator[Sequence[object]]:
    for row in queries.iterate(rows):
        for finding, letter in letters(row):
            yield [row.sheet, row.number, finding["column"], letter.what, letter.now]


def _summed(batch: Batch) -> Iterator[Sequence[object]]:
    yield [_("Baris dibaca"), batch.rows_read]
    yield [_("Baris dapat disimpan"), batch.rows_kept]
    yield [_("Baris ditolak"), batch.rows_refused]
    yield [_("Baris disimpan, tetapi perlu dilihat"), batch.rows_warned]
    for code, about in sorted(batch.findings.items(), key=lambda each: (each[1]["severity"], -each[1]["count"])):
        yield [said(code, {}).what, about["count"]]


def _choices(field: str) -> str:
    kinds = ("sex", "status", *LISTED)
    return " · ".join(codes.labels(field).values()) if field in kinds else ""
