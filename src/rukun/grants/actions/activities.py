"""The book of an RT's year is opened, and every line of its plan becomes an activity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.facilitation.queries import programmes
from rukun.grants.actions import ledger, tranches
from rukun.grants.models import Activity, Book
from rukun.grants.queries import tranches as queries
from rukun.kit.problems import Problem
from rukun.musrenbang.queries import plans


@transaction.atomic
def open_book(*, rt_id: int, path: str, year: int, on: date, by: Any) -> Book:
    """The book of a year with its tranches and an activity for every line of the plan; what is there already stays.

    Raises Problem grants.no_juknis, grants.ceiling_unknown, grants.flow_unknown and those of `tranches.share_out`.
    """
    book = Book.objects.filter(rt=rt_id, year=year).first() or _opened(rt_id, path, year, on, by)
    book = ledger.hold(book)
    taken = set(book.activities.values_list("plan", flat=True))
    for line in plans.lines(path, year):
        if line.pk not in taken:
            take_up(book=book, plan=line, on=on, by=by)
    tranches.open_next(book=book, on=on, by=by)
    return book


@transaction.atomic
def take_up(*, book: Book, plan: Any, on: date, by: Any) -> Activity:
    """One line of the plan becomes an activity: its RAB is drawn next. Raises Problem grants.plan_elsewhere."""
    if (plan.rt_id, plan.year) != (book.rt_id, book.year):
        raise Problem("grants.plan_elsewhere", year=book.year)
    ledger.hold(book)
    if (known := book.activities.filter(plan=plan).first()) is not None:
        return known
    wish = plan.proposal
    made = Activity.objects.create(
        book=book, rt_id=book.rt_id, path=book.path, year=book.year, number=_next_number(book), plan=plan,
        title=wish.title[:120], cluster=plan.cluster, menu=wish.menu, place_words=wish.place_words[:200],
    )  # fmt: skip
    ledger.add_to_cluster(book, plan.cluster, planned=plan.amount)
    audit.record("activity.taken_up", made, by=by, path=book.path, number=made.number, amount=plan.amount)
    return made


def _opened(rt_id: int, path: str, year: int, on: date, by: Any) -> Book:
    programme = programmes.of_year(year, on)
    if programme is None:
        raise Problem("grants.no_juknis", year=year)
    way, ceiling = queries.way(path, year, on), plans.ceiling(path, year, on)
    if ceiling is None:
        raise Problem("grants.ceiling_unknown", year=year)
    if way is None or way.flow is None:
        raise Problem("grants.flow_unknown", year=year)
    book = Book.objects.create(rt_id=rt_id, path=path, year=year, flow=way.flow, ceiling=ceiling)
    made = tranches.share_out(book=book, told=programme.juknis.money.tranches)
    audit.record("book.opened", book, by=by, path=path, year=year, amount=ceiling, count=len(made))
    return book


def _next_number(book: Book) -> int:
    numbers: Iterable[int | None] = book.activities.aggregate(n=Max("number")).values()
    return (max(numbers, default=0) or 0) + 1
