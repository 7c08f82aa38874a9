"""The zip that a workbook is: whether it is whole, honest about its size, and what lies in it besides the cells."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from rukun.kit.problems import Problem
from rukun.kit.sheet.tables import MEGABYTE

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHEET_LINK = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\s\w+:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)=[\"']([^\"']+)[\"']")
_FORMULA = re.compile(
    rb"\br=[\"']([A-Z]+[0-9]+)[\"'][^<]*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v>[^<])?"
)
_ROW_END = re.compile(rb"</(?:\w+:)?row>")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Formulas:
    """How many cells of a sheet are formulas, which is the first, and how many carry no computed value."""

    count: int = 0
    first: str = ""
    without_value: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook's zip that has been checked; make it with `opened`."""

    source: bytes | Path
    names: frozenset[str]

    @property
    def has_macros(self) -> bool:
        return "xl/vbaProject.bin" in self.names

    def formulas(self, place: int) -> Formulas:
        """The formulas of the sheet at a place (0 is the first)."""
        with _zip(self.source) as archive:
            part = _sheet_part(archive, place)
            return _count(_row_blocks(archive, part)) if part in self.names else Formulas()


def opened(source: bytes | Path, name: str, unpacked_limit: int) -> Package:
    """The package, every part of it unpacked once and counted. Problems `sheet.damaged`, `sheet.wrong_kind`,
    `sheet.too_big_unpacked`."""
    try:
        with _zip(source) as archive:
            names = frozenset(archive.namelist())
            _check_kind(names, name)
            _check_unpacked(archive, name, unpacked_limit)
    except _BROKEN as error:
        raise Problem("sheet.damaged", file=name) from error
    return Package(source, names)


def _zip(source: bytes | Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source)


def _check_kind(names: frozenset[str], name: str) -> None:
    if _WORKBOOK not in names:
        kind = "XLSB" if "xl/workbook.bin" in names else "DOCX" if "word/document.xml" in names else "ZIP/ODS"
        raise Problem("sheet.wrong_kind", file=name, kind=kind)


def _check_unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> None:
    total = 0
    for part in archive.infolist():
        for block in _unpacked(archive, part, limit):
            total += len(block)
            if total > limit:
                raise Problem("sheet.too_big_unpacked", file=name, limit=limit // MEGABYTE)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
    part.file_size = (
        limit + 4 * MEGABYTE
    )  # the size a file claims for itself is not to be believed: read on to the real end
    with archive.open(part) as file:
        while block := file.read(MEGABYTE):
            yield block


def _sheet_part(archive: zipfile.ZipFile, place: int) -> str:
    links = _SHEET_LINK.findall(archive.read(_WORKBOOK))
    relations = (dict(_ATTRIBUTE.findall(tag)) for tag in _RELATION.findall(archive.read(_RELATIONS)))
    targets = {relation.get(b"Id"): relation.get(b"Target", b"").decode() for relation in relations}
    target = targets.get(links[place], "") if place < len(links) else ""
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))


def _row_blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in blocks that never cut a row in two."""
    rest = b""
    with archive.open(part) as file:
        while block := file.read(4 * MEGABYTE):
            rest += block
            ends = [match.end() for match in _ROW_END.finditer(rest)][-1:]
            if ends:
                yield rest[: ends[0]]
                rest = rest[ends[0] :]
    yield rest


def _count(blocks: Iterator[bytes]) -> Formulas:
    count, first, without_value = 0, "", 0
    for block in blocks:
        if b"<f" not in block and b":f" not in block:
            continue
        for address, value in _FORMULA.findall(block):
            count += 1
            first = first or address.decode()
            without_value += not value
    return Formulas(count, first, without_value)
