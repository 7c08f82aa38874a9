"""A table of counts before release, and the same table after it, where a hidden cell looks hidden.

>>> Table.column({"RT 01": 12, "RT 02": 3}).counts
((12,), (3,))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Margin = Literal["rows", "columns", "grand"]
EVERY_MARGIN: frozenset[Margin] = frozenset({"rows", "columns", "grand"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A count that may be published."""

    count: int


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A count that is not published. It has no number: it is not zero, and it does not tell why it is hidden."""


Cell = Shown | Suppressed


@dataclass(frozen=True, slots=True)
class Table:
    """Whole, non-negative counts of people or households; `counts[row][column]`.

    Each person belongs to one cell. For a share ("poor of all") give both sides as columns, poor and
    not poor: then an area where all are poor shows up as a zero on the other side.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        if len(self.counts) != len(self.rows) or any(len(line) != len(self.columns) for line in self.counts):
            raise ValueError("counts_do_not_fit")
        if any(count < 0 for line in self.counts for count in line):
            raise ValueError("count_below_zero")

    @classmethod
    def column(cls, counts: Mapping[str, int], name: str = "count") -> "Table":
        """A plain list of counts as a table with one column."""
        return cls(tuple(counts), (name,), tuple((count,) for count in counts.values()))


@dataclass(frozen=True, slots=True)
class Release:
    """The table as it may be published; a margin that was not asked for is None."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    row_totals: tuple[Cell, ...] | None
    column_totals: tuple[Cell, ...] | None
    grand_total: Cell | None
