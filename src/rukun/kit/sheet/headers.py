"""Which row names the columns, and which column is which, whatever case, spaces or signs the names carry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from rukun.kit.problems import Problem
from rukun.kit.sheet.text import folded, tidy

SEARCHED_ROWS = 20


@dataclass(frozen=True)
class Header:
    """The columns a reader knows: canonical name → other spellings (the name itself always counts), and those it
    cannot do without. Rows come out in the order of `columns`; with `keeps_rest` the columns that nobody knows follow
    under their own titles."""

    columns: Mapping[str, Iterable[str]]
    required: frozenset[str] = frozenset()
    keeps_rest: bool = False
    _spellings: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        spellings: dict[str, str] = {}
        for name, others in self.columns.items():
            for spelling in (name, *others):
                if spellings.setdefault(folded(spelling), name) != name:
                    raise ValueError(f"{spelling!r} names both {spellings[folded(spelling)]!r} and {name!r}")
        if not self.required <= self.columns.keys():
            raise ValueError(f"required but not a column: {self.required - self.columns.keys()}")
        object.__setattr__(self, "_spellings", spellings)

    def name_of(self, cell: str) -> str | None:
        """The canonical name a header cell stands for; a remark in brackets is no part of the name."""
        return self._spellings.get(folded(cell)) or self._spellings.get(folded(cell.partition("(")[0]))

    def nearest(self, missing: str, seen: Iterable[str]) -> str | None:
        """The seen spelling most like a missing column, so that a person finds the slip."""
        by_fold = {folded(cell): cell for cell in seen}
        for spelling in (folded(other) for other in (missing, *self.columns[missing])):
            near = get_close_matches(spelling, by_fold, n=1, cutoff=0.6)
            if near:
                return by_fold[near[0]]
        return None


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A row read as a header: the named cells by position, the rest, and how well it does."""

    number: int
    cells: tuple[str, ...]
    named: tuple[tuple[str, int], ...]
    ignored: tuple[str, ...]
    missing: frozenset[str]

    @property
    def fits(self) -> bool:
        return bool(self.named) and not self.missing

    @property
    def score(self) -> tuple[bool, int]:
        """The better of two header rows has the higher score."""
        return (self.fits, len({name for name, _ in self.named}))

    def places(self, header: Header) -> dict[str, int | None]:
        """Every column that is handed on → its place in this row, None for one the sheet does not have."""
        known = dict(self.named)
        places: dict[str, int | None] = {name: known.get(name) for name in header.columns}
        return places | self._rest() if header.keeps_rest else places

    def _rest(self) -> dict[str, int | None]:
        """Columns nobody knows; a title that comes again gets its number: "Catatan", "Catatan 2"."""
        taken = {position for _, position in self.named}
        rest: dict[str, int | None] = {}
        for position, cell in enumerate(self.cells):
            if cell and position not in taken:
                title, number = cell, 1
                while title in rest:
                    number += 1
                    title = f"{cell} {number}"
                rest[title] = position
        return rest


def best_row(rows: Iterable[Sequence[str]], header: Header) -> HeaderRow | None:
    """The likeliest header among the first rows, the upper one where two are equal; None when all are empty."""
    candidates = [_as_header(number, cells, header) for number, cells in enumerate(rows, start=1) if any(cells)]
    return max(candidates, key=lambda row: row.score, default=None)


def accepted(row: HeaderRow | None, header: Header, sheet: str) -> HeaderRow:
    """The row, if it can serve. Problems `sheet.empty`, `sheet.header_missing`, `sheet.duplicate_header`."""
    if row is None:
        raise Problem("sheet.empty", sheet=sheet)
    if not row.fits:
        raise _nothing_fits(row, header, sheet)
    names = [name for name, _ in row.named]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Problem("sheet.duplicate_header", sheet=sheet, row=row.number, columns=twice)
    return row


def _as_header(number: int, cells: Sequence[str], header: Header) -> HeaderRow:
    cleaned = tuple(tidy(cell) for cell in cells)
    found = [(header.name_of(cell), position) for position, cell in enumerate(cleaned)]
    named = tuple((name, position) for name, position in found if name is not None)
    ignored = tuple(cell for cell, (name, _) in zip(cleaned, found, strict=True) if cell and name is None)
    return HeaderRow(number, cleaned, named, ignored, header.required - {name for name, _ in named})


def _nothing_fits(row: HeaderRow, header: Header, sheet: str) -> Problem:
    missing = sorted(row.missing or header.columns)
    nearest = {name: near for name in missing if (near := header.nearest(name, row.ignored))}
    return Problem(
        "sheet.header_missing",
        sheet=sheet,
        row=row.number,
        missing=missing,
        nearest=[f"{near} → {name}" for name, near in nearest.items()] or ["-"],
        seen=[cell for cell in row.cells if cell][:60],
    )
