"""CSV, streamed: bytes in blocks, signs cleaned a block at a time, cells picked a row at a time.

Speed matters here (a regency is a million rows), so nothing is done per cell that can be done per block or per row.
"""

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path

from rukun.kit.problems import Finding, Problem
from rukun.kit.sheet.headers import SEARCHED_ROWS, Header, HeaderRow, accepted, best_row
from rukun.kit.sheet.tables import MEGABYTE, Limits, Row, Table
from rukun.kit.sheet.text import CONTROLS, INVISIBLE, ODD_SPACES, QUOTED_VALUE, without_apostrophe

DELIMITERS = ",;\t|"
_CONTROL_BYTES = CONTROLS.encode()
_ODD = dict.fromkeys(INVISIBLE, "") | dict.fromkeys(ODD_SPACES, " ")
_SAMPLE_LINES = 200


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


# Bytes that are no UTF-8 are read as Windows-1252, one by one: files glued together from both kinds exist.
codecs.register_error("rukun.windows", _as_windows)


@dataclass(slots=True)
class _Seen:
    """Whether cells may begin with an apostrophe to take off, and how. Files without any are spared a look at each
    cell: this turns true before the first row of a block with one is handed on."""

    apostrophes: bool
    bare: Callable[[str], str]


def read(source: bytes | Path, name: str, *, header: Header, limits: Limits, guarded: bool) -> Table:
    """The one sheet of a CSV; see `reading.read`."""
    seen = _Seen(guarded, _without_guard if guarded else without_apostrophe)
    lines = _lines(source, seen)
    sample = list(islice(lines, _SAMPLE_LINES))
    row, delimiter = max(_headers(sample, header), key=_score, default=(None, None))
    if delimiter is None:
        raise Problem("sheet.csv_broken", sheet=name, row=1)
    row = accepted(row, header, name)
    records = csv.reader(chain(sample, lines), delimiter=delimiter)
    places = row.places(header)
    columns = {column: place for place, column in enumerate(places)}
    findings: list[Finding] = []
    rows = _rows(records, row, seen, tuple(places.values()), findings, limits, name)
    absent = tuple(column for column, place in places.items() if place is None)
    return Table(name, row.number, columns, absent, row.ignored, rows, findings)


def _headers(sample: list[str], header: Header) -> Iterator[tuple[HeaderRow | None, str]]:
    for delimiter in DELIMITERS:
        try:
            rows = list(islice(csv.reader(sample, delimiter=delimiter), SEARCHED_ROWS))
        except csv.Error:
            continue
        yield best_row(rows, header), delimiter


def _score(candidate: tuple[HeaderRow | None, str]) -> tuple[bool, int, int]:
    row, _ = candidate
    return (*row.score, len(row.cells)) if row else (False, 0, 0)


def _rows(
    records: Iterator[list[str]],
    header_row: HeaderRow,
    seen: _Seen,
    places: tuple[int | None, ...],
    findings: list[Finding],
    limits: Limits,
    sheet: str,
) -> Iterator[Row]:
    width = len(header_row.cells)
    pick = _picker([width if place is None else place for place in places])
    strip = str.strip
    number = header_row.number
    kept = 0
    try:
        for number, record in enumerate(islice(records, header_row.number, None), start=header_row.number + 1):
            if len(record) != width:
                _note_width(record, width, number, findings, sheet)
                record = (record + [""] * width)[:width]
            record.append("")  # what columns read that the sheet does not have
            cells = list(map(strip, pick(record)))
            if not any(cells) and not any(map(strip, record)):
                continue
            kept += 1
            if kept > limits.rows:
                raise Problem("sheet.too_many_rows", sheet=sheet, limit=limits.rows)
            yield number, _unquoted(cells, seen.bare) if seen.apostrophes else cells
    except csv.Error as error:
        raise Problem("sheet.csv_broken", sheet=sheet, row=number + 1) from error


def _picker(places: list[int]) -> Callable[[list[str]], Iterable[str]]:
    """Takes the cells at some places out of a record, as a tuple even for a single place."""
    return itemgetter(*places) if len(places) > 1 else lambda record: [record[place] for place in places]


def _note_width(record: list[str], width: int, number: int, findings: list[Finding], sheet: str) -> None:
    if any(map(str.strip, record[width:])):
        findings.append(Finding("sheet.row_too_wide", "error", {"sheet": sheet, "row": number}))


def _unquoted(cells: list[str], bare: Callable[[str], str]) -> list[str]:
    return [bare(cell) if cell[:1] == "'" else cell for cell in cells]


def _without_guard(text: str) -> str:
    return text[1:]


def _lines(source: bytes | Path, seen: _Seen) -> Iterator[str]:
    """Lines with their ends, cut only at real line ends, so that the csv module sees quoted ones whole."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("rukun.windows")
    rest = ""
    for block in chain(_blocks(source), (None,)):
        text = rest + decoder.decode(block or b"", final=block is None)
        if not text.isascii():
            text = _without_odd_signs(text)
        cut = len(text) if block is None else text.rfind("\n") + 1
        text, rest = text[:cut], text[cut:]
        seen.apostrophes = seen.apostrophes or QUOTED_VALUE.search(text) is not None
        yield from text.splitlines(keepends=True)


def _without_odd_signs(text: str) -> str:
    for sign, plain in _ODD.items():
        if sign in text:
            text = text.replace(sign, plain)
    return text


def _blocks(source: bytes | Path) -> Iterator[bytes]:
    """The file as UTF-8 (or Windows-1252) bytes without control signs, about a megabyte at a time."""
    if isinstance(source, bytes):
        pieces: Iterator[bytes] = (source[at : at + MEGABYTE] for at in range(0, len(source), MEGABYTE))
    else:
        pieces = _from_disk(source)
    first = next(pieces, b"")
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        pieces = _recoded(chain((first,), pieces))
    else:
        pieces = chain((first,), pieces)
    for piece in pieces:
        yield piece.translate(None, _CONTROL_BYTES)


def _from_disk(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(MEGABYTE):
            yield piece


def _recoded(pieces: Iterator[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    for piece in pieces:
        yield decoder.decode(piece).encode()
