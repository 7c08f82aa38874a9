"""The book of an RT's year and what is carried out with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max, Sum

from rukun.grants.models import Activity, Book


@dataclass(frozen=True, slots=True)
class Carried:
    """One activity as a line of the RT's page: what its RAB allows, what was spent of it, how far the work is."""

    activity: Activity
    approved: int
    spent: int
    percent: int | None


def path_of(activity_id: int) -> str:
    """Where an activity is, "" when there is none: used by guards."""
    return Activity.objects.filter(pk=activity_id).values_list("path", flat=True).first() or ""


def book_path(book_id: int) -> str:
    """Where a book is, "" when there is none: used by guards."""
    return Book.objects.filter(pk=book_id).values_list("path", flat=True).first() or ""


def book_of(rt_id: int, year: int) -> Book | None:
    return Book.objects.filter(rt=rt_id, year=year).first()


def years_of(rt_id: int) -> list[int]:
    """Years an RT has a book of, the newest first."""
    return list(Book.objects.filter(rt=rt_id).order_by("-year").values_list("year", flat=True))


def get(activity_id: int) -> Activity:
    return Activity.objects.select_related("book", "plan__proposal").get(pk=activity_id)


def carried(book: Book) -> list[Carried]:
    """All activities of a book, in two questions."""
    held = list(book.activities.order_by("number"))
    found = Activity.objects.filter(book=book).order_by().values("pk")
    money = {each["pk"]: each for each in found.annotate(approved=Sum("lines__approved"), spent=Sum("lines__spent"))}
    done = dict(found.annotate(n=Max("progresses__percent")).values_list("pk", "n"))
    return [
        Carried(each, money[each.pk]["approved"] or 0, money[each.pk]["spent"] or 0, done[each.pk]) for each in held
    ]
