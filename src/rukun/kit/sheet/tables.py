"""A sheet as the reader hands it on: which columns it has, what was noticed, and its rows, one after another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rukun.kit.problems import Finding

Row = tuple[int, list[str]]
"""The row number as Excel shows it, and the cells in the order of `Table.columns`."""

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may bring: bytes of a workbook as sent and unpacked, bytes of a CSV, rows of data."""

    workbook_bytes: int = 40 * MEGABYTE
    unpacked_bytes: int = 1024 * MEGABYTE
    csv_bytes: int = 1024 * MEGABYTE
    rows: int = 2_000_000


@dataclass(slots=True)
class Table:
    """One sheet, read once. `columns`: canonical name → its place in every row's cells (all columns the header
    knows; one the sheet lacks is always ""). `absent` names those, `ignored` the sheet's own columns nobody knows.
    `findings` is complete only when `rows` is used up. Rows that are empty all over are left out."""

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    absent: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: Iterator[Row]
    findings: list[Finding] = field(default_factory=list)
