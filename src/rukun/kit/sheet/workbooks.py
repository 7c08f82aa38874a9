"""XLSX and XLSM through calamine: the sheet that fits best, its cells as text, and what a person should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from rukun.kit.problems import Finding, Problem
from rukun.kit.sheet import packages
from rukun.kit.sheet.headers import SEARCHED_ROWS, Header, HeaderRow, accepted, best_row
from rukun.kit.sheet.tables import Limits, Row, Table
from rukun.kit.sheet.text import tidy, without_apostrophe

Cell = int | float | str | bool | time | date | datetime | timedelta
EXACT = 2**53
_FULL_PRECISION = 10**15  # spreadsheets keep fifteen digits and write 0 for the sixteenth


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The sheet that is read, its place in the workbook, and the row that names its columns."""

    sheet: CalamineSheet
    place: int
    row: HeaderRow

    @property
    def first_column(self) -> int:
        return self.sheet.start[1] if self.sheet.start else 0

    def address(self, row: int, position: int) -> str:
        return f"{column_letters(self.first_column + position)}{row}"


def read(source: bytes | Path, name: str, *, header: Header, limits: Limits) -> Table:
    """The best sheet of a workbook; see `reading.read`."""
    package = packages.opened(source, name, limits.unpacked_bytes)
    chosen = _choose(_workbook(source, name), header, name)
    places = chosen.row.places(header)
    columns = {column: place for place, column in enumerate(places)}
    findings = [*_macro(package, name), *_formulas(package, chosen), *_merges(chosen)]
    rows = _rows(chosen, tuple(places.values()), findings, limits)
    absent = tuple(column for column, place in places.items() if place is None)
    return Table(chosen.sheet.name, chosen.row.number, columns, absent, chosen.row.ignored, rows, findings)


def _workbook(source: bytes | Path, name: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_object(BytesIO(source) if isinstance(source, bytes) else source)
    except CalamineError as error:
        raise Problem("sheet.damaged", file=name) from error


def _choose(workbook: CalamineWorkbook, header: Header, name: str) -> _Chosen:
    best: tuple[tuple[bool, int, bool], CalamineSheet, int, HeaderRow] | None = None
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = _sheet(workbook, place, name)
        row = best_row(([_text(cell) for cell in cells] for cells in _first_rows(sheet)), header)
        if row is None:
            continue
        score = (*row.score, about.visible == SheetVisibleEnum.Visible)
        if best is None or score > best[0]:
            best = (score, sheet, place, row)
    if best is None:
        raise Problem("sheet.empty", sheet=name)
    _, sheet, place, row = best
    return _Chosen(sheet, place, accepted(row, header, sheet.name))


def _sheet(workbook: CalamineWorkbook, place: int, name: str) -> CalamineSheet:
    try:
        return workbook.get_sheet_by_index(place)
    except CalamineError as error:
        raise Problem("sheet.damaged", file=name) from error


def _first_rows(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    for _, cells in zip(range(SEARCHED_ROWS), sheet.iter_rows(), strict=False):
        yield cells


def _rows(chosen: _Chosen, places: tuple[int | None, ...], findings: list[Finding], limits: Limits) -> Iterator[Row]:
    kept = 0
    for number, record in enumerate(chosen.sheet.iter_rows(), start=1):
        if number <= chosen.row.number:
            continue
        cells = ["" if position is None else _text(record[position]) for position in places]
        if not any(cells) and not any(map(_text, record)):
            continue
        kept += 1
        if kept > limits.rows:
            raise Problem("sheet.too_many_rows", sheet=chosen.sheet.name, limit=limits.rows)
        findings.extend(_broken(chosen, number, record))
        yield number, cells


def _text(cell: Cell) -> str:
    """A cell as clean text: whole numbers as digits, days as 2001-05-17."""
    if isinstance(cell, str):
        text = tidy(cell)
        return without_apostrophe(text) if text[:1] == "'" else text
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < EXACT else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return str(cell)


def _broken(chosen: _Chosen, number: int, record: list[Cell]) -> Iterator[Finding]:
    """Long numbers kept as numbers: beyond exactness they are lost, at sixteen digits a last 0 may be a lost digit."""
    for column, position in chosen.row.named:
        cell = record[position]
        if type(cell) is not float or abs(cell) < _FULL_PRECISION:
            continue
        where = {"sheet": chosen.sheet.name, "row": number, "column": column, "cell": chosen.address(number, position)}
        if abs(cell) >= EXACT:
            yield Finding("sheet.number_broken", "error", where)
        elif cell % 10 == 0:
            yield Finding("sheet.last_digit_doubtful", "warning", where)


def _macro(package: packages.Package, name: str) -> Iterator[Finding]:
    if package.has_macros:
        yield Finding("sheet.macro_ignored", "warning", {"file": name})


def _formulas(package: packages.Package, chosen: _Chosen) -> Iterator[Finding]:
    formulas = package.formulas(chosen.place)
    if formulas.count:
        about = {"count": formulas.count, "first": formulas.first, "without_value": formulas.without_value}
        yield Finding("sheet.formula_cells", "warning", {"sheet": chosen.sheet.name} | about)


def _merges(chosen: _Chosen) -> Iterator[Finding]:
    """Merged cells beneath the header: only the upper left one holds a value, the rest of the block reads as empty."""
    ranges = [pair for pair in chosen.sheet.merged_cell_ranges or () if pair[1][0] >= chosen.row.number]
    if ranges:
        (row, column), _ = min(ranges)
        first = f"{column_letters(column)}{row + 1}"
        yield Finding(
            "sheet.merged_cells", "warning", {"sheet": chosen.sheet.name, "count": len(ranges), "first": first}
        )


def column_letters(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
