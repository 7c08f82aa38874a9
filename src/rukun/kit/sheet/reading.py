"""Which kind of file this is, told by its content and never by its name, and who reads it."""

import codecs
from pathlib import Path

from rukun.kit.problems import Problem
from rukun.kit.sheet import csvs, workbooks
from rukun.kit.sheet.headers import Header
from rukun.kit.sheet.tables import MEGABYTE, Limits, Table

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK = b' \t\r\n,;|"'
_ZIP = b"PK\x03\x04"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FOREIGN = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}
_PAGES = (b"<html", b"<!doctype", b"<?xml", b"<table")


def read(
    source: bytes | Path, name: str, *, header: Header, limits: Limits | None = None, guarded: bool = False
) -> Table:
    """The sheet in a file that best fits `header`: CSV (comma, semicolon, tab or bar; UTF-8, UTF-16, Windows-1252) or
    XLSX, XLSM. `guarded` is for files of `write_csv`: takes its apostrophes off again.

    Problems: `sheet.empty`, `sheet.wrong_kind`, `sheet.old_xls`, `sheet.password`, `sheet.too_big`,
    `sheet.too_big_unpacked`, `sheet.damaged`, `sheet.header_missing`, `sheet.duplicate_header`; while the rows are
    read also `sheet.too_many_rows` and `sheet.csv_broken`.
    """
    limits = limits or Limits()
    start = _start(source)
    if not start.lstrip(codecs.BOM_UTF8).strip(_BLANK):
        raise Problem("sheet.empty", sheet=name)
    if start.startswith(_OLE):
        raise Problem("sheet.password" if _is_locked(source) else "sheet.old_xls", file=name)
    if start.startswith(_ZIP):
        _check_size(source, name, limits.workbook_bytes)
        return workbooks.read(source, name, header=header, limits=limits)
    _refuse_foreign(start, name)
    _check_size(source, name, limits.csv_bytes)
    return csvs.read(source, name, header=header, limits=limits, guarded=guarded)


def _start(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source[:4096]
    with source.open("rb") as file:
        return file.read(4096)


def _is_locked(source: bytes | Path) -> bool:
    data = source if isinstance(source, bytes) else source.read_bytes()
    return "EncryptedPackage".encode("utf-16-le") in data


def _refuse_foreign(start: bytes, name: str) -> None:
    kind = next((kind for mark, kind in _FOREIGN.items() if start.startswith(mark)), None)
    if kind is None and start.lstrip(codecs.BOM_UTF8).lstrip().lower().startswith(_PAGES):
        kind = "HTML/XML"
    if kind is None and b"\0" in start and not start.startswith(_UTF16):
        kind = "?"
    if kind is not None:
        raise Problem("sheet.wrong_kind", file=name, kind=kind)


def _check_size(source: bytes | Path, name: str, limit: int) -> None:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limit:
        raise Problem("sheet.too_big", file=name, megabytes=-(-size // MEGABYTE), limit=limit // MEGABYTE)
