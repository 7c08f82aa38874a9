"""What the books of an RT's year are written from: its entries in the order of days, and what hangs on the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Prefetch, QuerySet

from rukun.grants.models import (
    Asset,
    Book,
    Dossier,
    DossierTurn,
    HandOver,
    Journal,
    Leg,
    Reconciliation,
    TeamMember,
    Tranche,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One leg of an entry, with the names that stand on paper."""

    account: str
    amount: int
    line: int | None
    officer: str
    tax: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its legs; `proof` is the number on its receipt or slip, `reverses` the entry it takes back."""

    number: int
    on: date
    kind: str
    words: str
    total: int
    reverses: int | None
    proof: str
    purpose: str
    legs: tuple[Side, ...]

    def of(self, *accounts: str) -> int:
        """By how much these accounts changed together."""
        return sum(leg.amount for leg in self.legs if leg.account in accounts)


def book(book_id: int) -> Book | None:
    return Book.objects.filter(pk=book_id).first()


def books_of(rt_id: int) -> QuerySet[Book]:
    """All books of an RT, the youngest year first."""
    return Book.objects.filter(rt_id=rt_id).order_by("-year")


def entries(held: Book) -> list[Entry]:
    """Every entry of a book, by its day and then by its number, in two queries."""
    legs = _legs(held)
    rows = Journal.objects.filter(book=held).order_by("on", "number")
    return [
        Entry(*row[1:7], row[7] or row[8] or row[9] or "", row[10] or row[11] or "", tuple(legs[row[0]]))
        for row in rows.values_list(
            "pk", "number", "on", "kind", "words", "total", "reverses__number", "payment__number",
            "reverses__payment__number", "tax_deposit__proof", "payment__words", "reverses__payment__words",
        )
    ]  # fmt: skip


def _legs(held: Book) -> dict[int, list[Side]]:
    found: dict[int, list[Side]] = defaultdict(list)
    rows = Leg.objects.filter(journal__book=held).order_by("pk").values_list(
        "journal_id", "account", "amount", "line_id", "officer__name", "tax"
    )  # fmt: skip
    for journal, account, amount, line, officer, tax in rows:
        found[journal].append(Side(account, amount, line, officer or "", tax))
    return found


def last_day(held: Book) -> date | None:
    """The day of the youngest entry."""
    return Journal.objects.filter(book=held).aggregate(on=Max("on"))["on"]


def tranches(held: Book) -> list[Tranche]:
    return list(Tranche.objects.filter(book=held))


def team(held: Book, on: date) -> list[TeamMember]:
    """Who sits in the three teams on a day."""
    rows = TeamMember.objects.filter(book=held, since__lte=on).exclude(until__lt=on)
    return list(rows.order_by("team", "pk"))


def dossiers(held: Book) -> list[Dossier]:
    turns = Prefetch("turns", DossierTurn.objects.order_by("pk"))
    return list(Dossier.objects.filter(book=held).prefetch_related(turns).order_by("kind", "number"))


def reconciliations(held: Book) -> list[Reconciliation]:
    return list(Reconciliation.objects.filter(book=held))


def assets(held: Book) -> list[Asset]:
    """Everything the RT keeps by the end of the book's year, whichever year it was bought in."""
    return list(Asset.objects.filter(rt_id=held.rt_id, acquired_on__year__lte=held.year))


def hand_overs(held: Book) -> list[HandOver]:
    """Assets of the RT that passed from one keeper to the next in the book's year."""
    rows = HandOver.objects.filter(asset__rt_id=held.rt_id, on__year=held.year)
    return list(rows.select_related("asset").order_by("on", "pk"))
