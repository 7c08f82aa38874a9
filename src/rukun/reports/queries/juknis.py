"""A juknis as a paper in plain words: every matter with its article, and what is not known said so."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from rukun.facilitation.queries.rulebook import chapters, known
from rukun.facilitation.types import Chapter
from rukun.parameters.juknis import Source
from rukun.reports.queries.tongue import in_indonesian
from rukun.reports.types import Document, Grid, Paragraph, Section

Programme = Any
"""A row that facilitation hands over: known here by its fields only."""


@in_indonesian
def rulebook(programme: Programme) -> Document:
    """Planning first, then money, then what nobody knows yet. Long addresses are numbered and stand at the end."""
    juknis, told = programme.juknis, chapters(programme.juknis)
    silent = ", ".join(each.title for each in told if not known(each))
    pages = _pages(told, juknis.sources)
    sections = [
        Section("", (Paragraph(f"{juknis.programme}, tahun {juknis.year}. Dasar penetapan: {programme.basis}."),)),
        *(Section(each.title, (_grid(each, pages),)) for each in told if known(each)),
        Section("Belum diketahui", (Paragraph(f"Juknis tidak menyebut: {silent}."),) if silent else ()),
        Section("Catatan", tuple(Paragraph(f"– {note}") for note in juknis.notes)),
        Section("Sumber", tuple(Paragraph(f"[{n}] {page}", is_quiet=True) for page, n in pages.items())),
    ]
    return Document(
        juknis.title, juknis.regency, "Juknis dalam kata biasa", f"JUK/{programme.pk}", juknis.regency, programme.since,
        tuple(each for each in sections if each.parts), is_wide=True,
    )  # fmt: skip


def _pages(told: tuple[Chapter, ...], sources: tuple[str, ...]) -> dict[str, int]:
    """Every page that is named anywhere, numbered in order."""
    named = [clause.source.text for chapter in told if known(chapter) for clause in chapter.clauses]
    pages = [each for each in dict.fromkeys([*sources, *named]) if each in sources or _site(each)]
    return {each: n for n, each in enumerate(pages, start=1)}


def _site(text: str) -> str:
    return (urlsplit(text).hostname or "") if text.startswith("https://") else ""


def _grid(chapter: Chapter, pages: dict[str, int]) -> Grid:
    """The source takes the last column, but where nothing of the chapter names one."""
    has_source = any(each.source != Source() for each in chapter.clauses)
    rows = [(*each.values, *([_source(each.source, pages)] if has_source else [])) for each in chapter.clauses]
    columns = (*chapter.columns, *(("Sumber",) if has_source else ()))
    return Grid("", columns, tuple(rows), widths=(3,) * len(columns))


def _source(source: Source, pages: dict[str, int]) -> str:
    page = f"{_site(source.text)} [{pages[source.text]}]" if _site(source.text) else source.text
    return " · ".join(each for each in (source.article, page) if each) or "–"
