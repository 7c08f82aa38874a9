"""Invented files for the tests of the gate: rows in either layout, as CSV or XLSX, whole or broken."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import xlsxwriter

from rukun.people.actions import batches
from rukun.people.intake.layouts import PLAIN

ON = date(2026, 7, 1)
BY = "perintah:uji"
HEAD = {
    "rt": "003",
    "no_kk": "6402901203100004",
    "nik": "6402901708800001",
    "nama": "Budi Rekaan",
    "jenis_kelamin": "L",
    "tanggal_lahir": "17/08/1980",
    "hubungan": "Kepala keluarga",
}
WIFE = HEAD | {"nik": "6402905203850002", "nama": "Sari Rekaan", "jenis_kelamin": "P", "tanggal_lahir": "12-03-1985"}
WIFE |= {"hubungan": "istri"}
CHILD = HEAD | {"nik": "6402900101150003", "nama": "Joko Rekaan", "tanggal_lahir": "2015-01-01", "hubungan": "4"}
FAMILY = [HEAD, WIFE, CHILD]


def numbered(serial: int, **cells: str) -> dict[str, str]:
    """A man born on 17 August 1980 with a number of his own and no card."""
    return HEAD | {"nik": f"640290170880{serial:04d}", "no_kk": "", "nama": f"Orang Rekaan {serial:04d}"} | cells


def csv_of(rows: list[dict[str, str]], titles: list[str] | None = None) -> bytes:
    titles = titles or [column.title for column in PLAIN.columns]
    lines = [titles, *([row.get(title, "") for title in titles] for row in rows)]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def xlsx_of(rows: list[dict[str, object]], *, sheet: str = "Warga", before: object = None) -> bytes:
    """A workbook with the titles of the first row; `before(workbook, worksheet)` may add what it likes."""
    target = io.BytesIO()
    titles = list(dict.fromkeys(title for row in rows for title in row))
    with xlsxwriter.Workbook(target) as workbook:
        worksheet = workbook.add_worksheet(sheet)
        if before:
            before(workbook, worksheet)
        worksheet.write_row(0, 0, titles)
        for number, row in enumerate(rows, start=1):
            worksheet.write_row(number, 0, [row.get(title, "") for title in titles])
    return target.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The same zip with parts added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name))
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def check(area, source, **options):
    """Checks bytes, a list of rows, or a source."""
    if isinstance(source, list):
        source = csv_of(source)
    if isinstance(source, bytes):
        source = batches.Upload("warga.csv", source, **options)
    return batches.check(area_id=area.id, source=source, by=BY, on=ON)


def accept(batch):
    return batches.accept(batch=batch, by=BY, on=ON)


def codes_of(batch) -> dict[str, int]:
    return {code: about["count"] for code, about in batch.findings.items()}
