"""The book of an RT's year and what is carried out with it."""

from __future__ import annotations

from rukun.grants.models import Activity, Book


def path_of(activity_id: int) -> str:
    """Where an activity is, "" when there is none: used by guards."""
    return Activity.objects.filter(pk=activity_id).values_list("path", flat=True).first() or ""


def book_of(rt_id: int, year: int) -> Book | None:
    return Book.objects.filter(rt=rt_id, year=year).first()


def years_of(rt_id: int) -> list[int]:
    """Years an RT has a book of, the newest first."""
    return list(Book.objects.filter(rt=rt_id).order_by("-year").values_list("year", flat=True))


def get(activity_id: int) -> Activity:
    return Activity.objects.select_related("book", "plan__proposal").get(pk=activity_id)


def book(book_id: int) -> Book:
    return Book.objects.get(pk=book_id)
