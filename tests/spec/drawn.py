"""Reads a drawn table and prints it as a page: one text that is a test for us and a page for a kader.

A file opens with its title, then paragraphs and tables. A table starts with a line "[word] caption",
then a heading and rows with cells parted by "|". Tables without a meaning are givens for the others.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
PAGES = FOLDER.parents[1] / "docs" / "rules"

Row = dict[str, str]


@dataclass(frozen=True)
class Drawn:
    """One table: its word, its caption, its heading and its rows."""

    word: str
    caption: str
    heading: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Spec:
    """One file: title, and its paragraphs and tables in order."""

    name: str
    title: str
    blocks: tuple["str | Drawn", ...]

    def table(self, word):
        return next(block for block in self.blocks if isinstance(block, Drawn) and block.word == word)

    @property
    def tables(self):
        return tuple(block for block in self.blocks if isinstance(block, Drawn))

    @property
    def page(self):
        return PAGES / f"tabel-{self.name}.md"


def read(path):
    title, *blocks = [block.strip("\n") for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    return Spec(
        path.stem, title, tuple(_table(block) if block.startswith("[") else " ".join(block.split()) for block in blocks)
    )


def every_spec():
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _table(block):
    opening, heading, *rows = block.splitlines()
    word, caption = opening[1:].split("]", 1)
    names = _cells(heading)
    found = []
    for line in rows:
        cells = _cells(line)
        if len(cells) != len(names):
            raise ValueError(f"{line!r} has {len(cells)} cells, its heading {len(names)}")
        found.append(dict(zip(names, cells, strict=True)))
    return Drawn(word, caption.strip(), names, tuple(found))


def _cells(line):
    return tuple(cell.strip() for cell in line.split("|"))


def printed(spec):
    parts = [f"# {spec.title}"]
    for block in spec.blocks:
        parts.extend([block] if isinstance(block, str) else [f"**{block.caption}**", _drawn_again(block)])
    parts.append(
        f"*Halaman ini dicetak dari `tests/spec/{spec.name}.txt`; setiap barisnya diuji. Ubahlah tabel itu, lalu cetak dengan"
        " `python -m tests.spec.pages`.*"
    )
    return "\n\n".join(parts) + "\n"


def _drawn_again(table):
    lines = [table.heading, ("---",) * len(table.heading), *(tuple(row.values()) for row in table.rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
