"""What people take home: workbooks whose text is always text, and CSV that no spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from rukun.kit.problems import Problem
from rukun.kit.sheet.text import CONTROLS, folded

Value = str | int | Decimal | date | None
LONGEST_CELL = 32_767
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WITHOUT_CONTROLS = str.maketrans(dict.fromkeys(CONTROLS))
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_EXACT = 10**15
WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 - no real day: the same data gives the same bytes


@dataclass(frozen=True, slots=True)
class Column:
    """A column to write: its title, its width in characters, and 'text' where Excel must never see a number
    (NIK, KK, codes, telephones), even in cells a person fills in later."""

    title: str
    width: int = 18
    kind: Literal["text", "number", "date"] = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write; `rows` is used up once, each row as long as `columns`."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def write_xlsx(sheets: Iterable[Sheet], target: Path | BinaryIO) -> int:
    """Writes a workbook in constant memory and tells how many rows of data it holds. Raises `sheet.cell_too_long`."""
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, _OPTIONS) as workbook:
        workbook.set_properties({"created": WRITTEN})
        formats = {
            "title": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "text": workbook.add_format({"num_format": "@"}),
            "number": workbook.add_format({"num_format": "#,##0.###"}),
            "date": workbook.add_format({"num_format": "dd/mm/yyyy"}),
        }
        taken: set[str] = set()
        return sum(
            _write_sheet(workbook.add_worksheet(_free_name(sheet.name, taken)), sheet, formats) for sheet in sheets
        )


def _write_sheet(worksheet: Worksheet, sheet: Sheet, formats: dict[str, Format]) -> int:
    worksheet.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width, formats[column.kind])
        worksheet.write_string(0, place, column.title, formats["title"])
    number = 0
    for number, row in enumerate(sheet.rows, start=1):
        for place, (value, _) in enumerate(zip(row, sheet.columns, strict=True)):
            _write_cell(worksheet, number, place, value, formats)
    return number


def _write_cell(worksheet: Worksheet, row: int, place: int, value: Value, formats: dict[str, Format]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        worksheet.write_datetime(row, place, value, formats["date"])
    elif isinstance(value, int | Decimal) and -_EXACT < value < _EXACT:
        worksheet.write_number(row, place, value, formats["number"])
    else:
        worksheet.write_string(row, place, _fitting(str(value), row), formats["text"])


def _fitting(text: str, row: int) -> str:
    if len(text) > LONGEST_CELL:
        raise Problem("sheet.cell_too_long", row=row + 1, limit=LONGEST_CELL)
    return text.translate(_WITHOUT_CONTROLS)


def _free_name(wished: str, taken: set[str]) -> str:
    """A sheet name Excel accepts: 31 characters, none of []:*?/\\, no apostrophe at an end, none twice."""
    name = wished.translate(_NOT_IN_NAMES).strip(" '")[:31].strip(" '") or "Lembar"
    number = 1
    while (free := name if number == 1 else f"{name[:27]} {number}").casefold() in taken or folded(free) == "history":
        number += 1
    taken.add(free.casefold())
    return free


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]], target: Path | TextIO) -> int:
    """Writes a CSV (UTF-8, comma) and tells how many rows of data it holds. Text that a spreadsheet could take for a
    formula gets an apostrophe in front, which `read(..., guarded=True)` takes off again."""
    if isinstance(target, Path):
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            return write_csv(columns, rows, file)
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in columns])
    written = 0
    for row in rows:
        writer.writerow([guarded(_plain(value)) for value, _ in zip(row, columns, strict=True)])
        written += 1
    return written


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would otherwise compute it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
