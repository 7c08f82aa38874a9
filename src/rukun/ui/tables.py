"""A table as a value: columns, rows and the words for an empty one. Drawn as a table on a desk, as cards on a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column. The first column of a table names the row; a state needs no label on a phone."""

    label: str
    is_number: bool = False
    is_state: bool = False

    @property
    def look(self) -> str:
        return "number" if self.is_number else "is-state" if self.is_state else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a value per column (text, a number already in words, or safe HTML) and where its name leads."""

    values: Sequence[Any]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """What an empty place teaches: one sentence, at most one button."""

    sentence: str
    label: str = ""
    url: str = ""
    icon: str = "list"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value together with its column, as the template needs it."""

    column: Column
    value: Any


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table. `stays` keeps a narrow table of figures a table on a phone too.

    Raises ValueError when a row does not have one value per column.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row] = ()
    total: Row | None = None
    note: str = ""
    empty: Empty | None = None
    stays: bool = False
    caption_hidden: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        for row in (*self.rows, *([self.total] if self.total else [])):
            if len(row.values) != len(self.columns):
                raise ValueError(f"{self.caption}: {len(row.values)} values for {len(self.columns)} columns")

    @property
    def body(self) -> Iterator[tuple[Row, list[Cell]]]:
        """Each row with its cells."""
        return ((row, self.cells(row)) for row in self.rows)

    @property
    def foot(self) -> list[Cell]:
        return self.cells(self.total) if self.total else []

    def cells(self, row: Row) -> list[Cell]:
        return [Cell(column, value) for column, value in zip(self.columns, row.values, strict=True)]
