"""Journals of plain text for many books, one text a book: their accounts have the same names."""

from __future__ import annotations

from collections.abc import Iterator

from rukun.grants.models import Book
from rukun.grants.queries import journal_text


def count(path: str, year: int | None) -> int:
    return len(_ids(path, year))


def texts(path: str, year: int | None) -> Iterator[tuple[str, str]]:
    """Name of the file and its Beancount text, for every book beneath a path."""
    for pk in _ids(path, year):
        book = Book.objects.get(pk=pk)
        yield f"rt-{book.rt_id}-{book.year}.beancount", journal_text.beancount(book)


def _ids(path: str, year: int | None) -> list[int]:
    rows = Book.objects.filter(path__startswith=path).order_by("path", "year")
    return list((rows.filter(year=year) if year else rows).values_list("pk", flat=True))
