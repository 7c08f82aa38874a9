"""What comes to the gate: a file or a form. Both become the same rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

from rukun.kit import sheet
from rukun.kit.problems import Finding, Problem
from rukun.kit.sheet import Header, Row, Table
from rukun.people.intake.layouts import FIELDS, LAYOUTS, OPENSID, PLAIN, Layout

FILE_NOTES = frozenset({"sheet.macro_ignored", "sheet.formula_cells", "sheet.merged_cells"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was brought: its name and its bytes, or the path where it lies. `layout` names one of LAYOUTS;
    None lets the columns tell. `row_limit` is set where files must stay small (the web)."""

    name: str
    data: bytes | Path
    layout: str | None = None
    row_limit: int | None = None

    @property
    def sha256(self) -> str:
        if isinstance(self.data, bytes):
            return hashlib.sha256(self.data).hexdigest()
        with self.data.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @property
    def is_large_csv(self) -> bool:
        """Worth a second process: more than some tens of thousands of rows of plain text."""
        if isinstance(self.data, bytes) or self.data.stat().st_size < 24 * sheet.tables.MEGABYTE:
            return False
        with self.data.open("rb") as file:
            return file.read(4) != b"PK\x03\x04"

    def opened(self) -> tuple[Layout, Table]:
        """The layout whose columns the file carries, and its rows. Problems `sheet.*` when it carries none."""
        if self.layout:
            return LAYOUTS[self.layout], self.judged(LAYOUTS[self.layout])
        try:
            return OPENSID, self.judged(OPENSID)
        except Problem as problem:
            if problem.code != "sheet.header_missing":
                raise
            return PLAIN, self._second_best(problem)

    def notes(self) -> list[Finding]:
        """What is to be said of the file as a whole: macros left aside, formulas, merged cells."""
        return [finding for finding in self.opened()[1].findings if finding.code in FILE_NOTES]

    def judged(self, layout: Layout) -> Table:
        """The rows with the cells the judge wants, in the order of FIELDS."""
        return self._table(layout.judged)

    def originals(self, layout: Layout) -> Table:
        """The rows with every column of the layout, in its order, then the columns that only the user knows."""
        return self._table(layout.header)

    def _second_best(self, first: Problem) -> Table:
        try:
            return self.judged(PLAIN)
        except Problem as second:
            nearer = min((first, second), key=lambda problem: len(problem.details.get("missing", ())))
            raise nearer from None

    def _table(self, header: Header) -> Table:
        return sheet.read(self.data, self.name, header=header)


@dataclass(frozen=True, slots=True)
class Form:
    """Rows typed in a form: column title of our own layout → text. The first row is number 1."""

    rows: Sequence[Mapping[str, str]]
    name: str = "Formulir"
    row_limit: int | None = None

    is_large_csv = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(repr([sorted(row.items()) for row in self.rows]).encode()).hexdigest()

    def opened(self) -> tuple[Layout, Table]:
        return PLAIN, self.judged(PLAIN)

    def judged(self, layout: Layout) -> Table:
        return self._table([layout.titles[field] for field in FIELDS])

    def originals(self, layout: Layout) -> Table:
        return self._table([column.title for column in layout.columns])

    def _table(self, titles: list[str]) -> Table:
        absent = tuple(title for title in titles if not any(row.get(title) for row in self.rows))
        rows = ((number, [str(row.get(title, "")).strip() for title in titles]) for number, row in self._numbered())
        return Table(self.name, 0, {title: place for place, title in enumerate(titles)}, absent, (), rows)

    def _numbered(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        return enumerate(self.rows, start=1)


Source = Upload | Form


def limited(table: Table, source: Source) -> Iterator[Row]:
    """The rows of a table, refused as a whole beyond the source's limit: Problem people.batch_too_large."""
    for count, row in enumerate(table.rows, start=1):
        if source.row_limit is not None and count > source.row_limit:
            raise Problem("people.batch_too_large", limit=source.row_limit, file=source.name)
        yield row


def original_cells(source: Source, layout: Layout, numbers: set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and cells (title → text, only the columns the source has) of some rows, read a second time."""
    table = source.originals(layout)
    is_there = [title not in table.absent for title in table.columns]
    titles = list(compress(table.columns, is_there))
    for number, cells in table.rows:
        if number in numbers:
            yield number, dict(zip(titles, compress(cells, is_there), strict=True))
