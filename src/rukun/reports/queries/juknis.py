"""A juknis as a paper in plain words: every matter with its article, and what is not known said so."""

from __future__ import annotations

from typing import Any

from rukun.facilitation.queries.rulebook import chapters, known, source_text
from rukun.facilitation.types import Chapter
from rukun.parameters.juknis import Source
from rukun.reports.queries.planning import in_indonesian
from rukun.reports.types import Document, Grid, Paragraph, Section

Programme = Any
"""A row that facilitation hands over: known here by its fields only."""


@in_indonesian
def rulebook(programme: Programme) -> Document:
    """Planning first, then money, then what nobody knows yet."""
    juknis = programme.juknis
    told = chapters(juknis)
    silent = ", ".join(each.title for each in told if not known(each))
    notes = tuple(Paragraph(f"– {note}") for note in juknis.notes)
    sections = [
        Section("", (Paragraph(f"{juknis.programme}, tahun {juknis.year}. Dasar penetapan: {programme.basis}."),)),
        *(Section(each.title, (_grid(each),)) for each in told if known(each)),
        Section("Belum diketahui", (Paragraph(f"Juknis tidak menyebut: {silent}."),)) if silent else None,
        Section("Catatan", notes) if notes else None,
        Section("Sumber", tuple(Paragraph(each, is_quiet=True) for each in juknis.sources)),
    ]
    return Document(
        juknis.title, juknis.regency, "Juknis dalam kata biasa", f"JUK/{programme.pk}", juknis.regency, programme.since,
        tuple(each for each in sections if each and each.parts), is_wide=True,
    )  # fmt: skip


def _grid(chapter: Chapter) -> Grid:
    """The source takes the last column, but where nothing of the chapter names one."""
    has_source = any(each.source != Source() for each in chapter.clauses)
    rows = [(*each.values, *([source_text(each.source)] if has_source else [])) for each in chapter.clauses]
    columns = (*chapter.columns, *(("Sumber",) if has_source else ()))
    return Grid("", columns, tuple(rows), widths=(3,) * len(columns))
