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
from rukun.walls import vault

LISTED = ("relation", "religion", "marital", "education", "schooling", "citizenship", "disability")


def write(batch: Batch, target: BinaryIO) -> None:
    """Refused rows in their own columns with what is wrong and what to do; then warnings; then the counts."""
    refused = queries.rows_with_findings(batch).filter(is_kept=False)
    warned = queries.rows_with_findings(batch).filter(is_kept=True)
    titles = _titles(batch, refused)
    told = [Column(_("Masalah"), 50), Column(_("Yang perlu dilakukan"), 50), Column(_("Baris semula"), 12, "number")]
    where = [Column(_("Lembar"), 20), Column(_("Baris"), 10, "number"), Column(_("Kolom"), 20)]
    write_xlsx(
        [
            Sheet(_("Perbaikan"), [*[Column(title, 20) for title in titles], *told], _refused(refused, titles)),
            Sheet(_("Perlu dilihat"), [*where, *told[:2]], _warned(warned)),
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


def _titles(batch: Batch, refused: object) -> list[str]:
    """The columns the source had: those of its first refused row, in the order of the layout."""
    first = refused.filter(original__isnull=False).first()
    held = _cells(first) if first else {}
    return [title for title in batch.columns if title in held]


def _cells(row: BatchRow) -> dict[str, str]:
    return json.loads(vault.unseal(row.original)) if row.original else {}


def _refused(rows: object, titles: list[str]) -> Iterator[Sequence[object]]:
    for row in queries.iterate(rows):
        cells, told = _cells(row), [each for each in letters(row) if each[0]["severity"] == "error"]
        what = "\n".join(f"{finding['column']}: {letter.what}".removeprefix(": ") for finding, letter in told)
        now = "\n".join(dict.fromkeys(letter.now for _finding, letter in told))
        yield [*[cells.get(title, "") for title in titles], what, now, row.number]


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
