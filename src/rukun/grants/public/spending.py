"""What anyone may know of an RT's money: what was granted, for what it was spent, what was done. No person is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from rukun.grants.facts import exports as facts
from rukun.grants.models import Activity, Book, Contribution, Line, Payment, Progress, Tranche
from rukun.grants.types import PaymentState, SwadayaKind
from rukun.musrenbang.public.covering import covered
from rukun.territory import queries as territory
from rukun.walls import scope


@dataclass(frozen=True, slots=True)
class Brief:
    """One work in a list: what was planned for it and what was paid, in whole rupiah."""

    id: int
    title: str
    state: str
    planned: int
    spent: int


@dataclass(frozen=True, slots=True)
class Year:
    """The money of one RT in one year, in whole rupiah. `tranches`: number, amount, the day it came (or None)."""

    year: int
    ceiling: int
    released: int
    spent: int
    accounted: int
    swadaya: int
    tranches: tuple[tuple[int, int, date | None], ...]
    works: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """One line of a RAB: what may be spent on it and what was."""

    kind: str
    words: str
    approved: int
    spent: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """One payment: a shop by name, people as what they are; `accepted`: the day its SPJ was accepted."""

    on: date
    words: str
    seller: str
    amount: int
    accepted: date | None


@dataclass(frozen=True, slots=True)
class Given:
    """What people gave, in its own unit and as what it is worth."""

    kind: str
    quantity: Decimal
    unit: str
    value: int


@dataclass(frozen=True, slots=True)
class Work:
    """One line of the plan being carried out. `revision`: which RAB is in force (None: none yet), `percent` how far the
    work was on `seen`."""

    id: int
    rt_id: int
    year: int
    title: str
    state: str
    planned: int
    revision: int | None
    percent: int | None
    seen: date | None
    lines: tuple[Spent, ...]
    receipts: tuple[Receipt, ...]
    given: tuple[Given, ...]

    @property
    def approved(self) -> int:
        return sum(each.approved for each in self.lines)

    @property
    def spent(self) -> int:
        return sum(each.amount for each in self.receipts)

    @property
    def accounted(self) -> int:
        return sum(each.amount for each in self.receipts if each.accepted)


def rts(prefix: str) -> set[str]:
    """Path of every RT under a place that has a book."""
    with scope.within([prefix]):
        return set(Book.objects.filter(path__startswith=prefix).order_by().values_list("path", flat=True).distinct())


def of_rt(path: str, year: int | None, others: Iterable[int] = ()) -> tuple[list[int], Year | None]:
    """The years of which an RT has a book, or that are among the `others`, the newest first; and the book of the year
    asked for, else of the newest of them. None when that was not opened."""
    with scope.within([path]):
        gifts = Contribution.objects.filter(activity__book=OuterRef("pk")).values("activity__book")
        given = Coalesce(Subquery(gifts.annotate(n=Sum("value")).values("n")), 0)
        books = {each.year: each for each in Book.objects.filter(path=path).annotate(given=given)}
        years = sorted({*books, *others}, reverse=True)
        book = books.get(year if year in years else years[0]) if years else None
        return years, _year(book) if book else None


def _year(book: Book) -> Year:
    tranches = Tranche.objects.filter(book=book).order_by("number")
    return Year(
        book.year, book.ceiling, book.released, book.spent, book.accounted, book.given,
        tuple(tranches.values_list("number", "amount", "released_on")), _briefs(book),
    )  # fmt: skip


def _briefs(book: Book) -> tuple[Brief, ...]:
    rows = Activity.objects.filter(book=book).annotate(paid=Coalesce(Sum("lines__spent"), 0)).order_by("number")
    told = rows.values_list("pk", "title", "state", "plan__amount", "paid")
    return tuple(Brief(pk, covered(title), state, planned, paid) for pk, title, state, planned, paid in told)


def of_proposal(proposal_id: int, path: str) -> Work | None:
    """The work a planned proposal became."""
    with scope.within([path]):
        held = Activity.objects.filter(plan__proposal=proposal_id).select_related("plan").first()
        return _told(held) if held else None


def work(activity_id: int) -> Work | None:
    """One work by its number; where it lies is the one thing looked up beyond an RT."""
    house = territory.installation()
    if house is None:
        return None
    with scope.within([house.kabupaten.path]):
        path = Activity.objects.filter(pk=activity_id).values_list("path", flat=True).first()
    if path is None:
        return None
    with scope.within([path]):
        return _told(Activity.objects.select_related("plan").get(pk=activity_id))


def _told(held: Activity) -> Work:
    last = Progress.objects.filter(activity=held).order_by("on", "pk").last()
    revision = held.budgets.filter(state="approved").values_list("revision", flat=True).first()
    return Work(
        held.pk, held.rt_id, held.year, covered(held.title), held.state, held.plan.amount, revision,
        last.percent if last else None, last.on if last else None, _lines(held), _receipts(held), _given(held),
    )  # fmt: skip


def _lines(held: Activity) -> tuple[Spent, ...]:
    rows = Line.objects.filter(activity=held, approved__gt=0).order_by("number")
    return tuple(Spent(each.kind, covered(each.words), each.approved, each.spent) for each in rows)


def _receipts(held: Activity) -> tuple[Receipt, ...]:
    rows = Payment.objects.filter(activity=held, state=PaymentState.PAID).select_related("vendor")
    return tuple(
        Receipt(each.on, covered(each.words), facts.seller(each).name, each.amount, each.accepted_on)
        for each in rows.order_by("on", "pk")
    )


def _given(held: Activity) -> tuple[Given, ...]:
    """Labour and waived wages by days, cash as rupiah, goods only as their worth: their units differ."""
    rows = Contribution.objects.filter(activity=held).values("kind").annotate(n=Sum("quantity"), sum=Sum("value"))
    units = {SwadayaKind.LABOUR: "HOK", SwadayaKind.WAIVED: "HOK"}
    order = {kind: n for n, kind in enumerate(SwadayaKind.values)}
    return tuple(
        Given(each["kind"], each["n"], units.get(each["kind"], ""), each["sum"])
        for each in sorted(rows, key=lambda row: order[row["kind"]])
        if each["sum"]
    )
