"""Rows of receipts, prices, pictures and books as the plain values `rules.watching` looks at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Max, Min, Sum
from django.utils import timezone

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import RT_ROLES
from rukun.accounts.types import Role
from rukun.grants.models import (
    Book,
    BudgetItem,
    Journal,
    Leg,
    Payment,
    PaymentItem,
    Shot,
    TeamMember,
    Tranche,
    Withholding,
)
from rukun.grants.types import Account, BudgetState, Kind, PaymentState, Purse
from rukun.rules.identity import name_key
from rukun.rules.watching import BookFacts, Officer, Picture, Priced, Receipt

STANDING = (PaymentState.APPROVED, PaymentState.PAID)
ABOUT = ("payment", "progress", "activity", "asset", "hand_over", "tax_deposit")


def receipts(path: str, since: int, until: int) -> Iterator[Receipt]:
    """Receipts that stand in the books of these years, and since when money of their book had come."""
    released = _released(path, since, until)
    rows = Payment.objects.filter(path__startswith=path, state__in=STANDING, book__year__range=(since, until))
    told = rows.values_list(
        "id", "book__rt_id", "path", "on", "amount", "vendor__name_key", "number", "recorded_at", "book_id", "kind",
        "source",
    )  # fmt: skip
    for pk, rt, own, on, amount, vendor, number, recorded, book, kind, source in told.iterator(chunk_size=20_000):
        typed, came, lent = timezone.localdate(recorded), released.get(book), source == Purse.TALANGAN
        yield Receipt(pk, rt, above(own), on, amount, vendor or "", number, typed, came, kind, lent)


def _released(path: str, since: int, until: int) -> dict[int, date]:
    rows = Tranche.objects.filter(path__startswith=path, year__range=(since, until), released_on__isnull=False)
    return dict(rows.values("book").annotate(first=Min("released_on")).values_list("book", "first"))


def above(path: str) -> str:
    """The path of the place an RT lies in."""
    return path[: path.rstrip(".").rfind(".") + 1]


def prices(path: str, year: int) -> Iterator[Priced]:
    """What was bought in a year, by its words and unit; compared within a kecamatan."""
    standards = _standards(path, year)
    rows = PaymentItem.objects.filter(path__startswith=path, payment__state__in=STANDING, payment__book__year=year)
    for payment, rt, own, words, unit, price, activity, number in rows.values_list(
        "payment_id", "payment__book__rt_id", "path", "words", "unit", "unit_price", "line__activity_id", "line__number"
    ).iterator(chunk_size=20_000):
        what = f"{' '.join(words.casefold().split())} / {unit.casefold()}"
        yield Priced(payment, rt, what, above(above(own)), price, standards.get((activity, number)))


def _standards(path: str, year: int) -> dict[tuple[int, int], int]:
    rows = BudgetItem.objects.filter(
        path__startswith=path, budget__activity__year=year, budget__state=BudgetState.APPROVED, standard__isnull=False
    )
    return {
        (activity, number): standard
        for activity, number, standard in rows.values_list("budget__activity_id", "number", "standard")
    }


def pictures(path: str) -> list[Picture]:
    """Every use of a picture, of all years: what was shown once may be shown again."""
    rows = Shot.objects.filter(path__startswith=path).order_by("pk")
    fields = ("pk", "picture__rt_id", "path", "picture__digest", "picture__look", *(f"{name}_id" for name in ABOUT))
    return [
        Picture(pk, rt, _about(things), digest, int(look or "0", 16), above(own))
        for pk, rt, own, digest, look, *things in rows.values_list(*fields)
    ]


def _about(things: list[int | None]) -> str:
    return next(f"{name}:{pk}" for name, pk in zip(ABOUT, things, strict=True) if pk is not None)


def officers(path: str, on: date) -> Iterator[Officer]:
    """Who decides over the money of an RT: its officers today, and the members of its teams."""
    for term in accounts.terms_under([path], on=on).filter(role__in=RT_ROLES):
        yield Officer(term.area_id, name_key(term.user.name), str(Role(term.role).label))
    rows = TeamMember.objects.filter(path__startswith=path, until__isnull=True).select_related("book")
    for member in rows:
        yield Officer(member.book.rt_id, name_key(member.name), str(member.get_team_display()))


def books(path: str, year: int, rush_days: int) -> list[BookFacts]:
    """What each book of a year says about cash, tax and haste."""
    held = list(Book.objects.filter(path__startswith=path, year=year))
    moved, taxed = _cash_moved(path, year), _tax_since(path, year)
    late, first = _spent_late(path, year, rush_days), _first_withdrawals(path, year)
    return [
        BookFacts(
            each.rt_id, year, each.cash, moved.get(each.pk), each.tax, taxed.get(each.pk), each.spent,
            late.get(each.pk, 0), each.released, first.get(each.pk, 0),
        )
        for each in held
    ]  # fmt: skip


def _cash_moved(path: str, year: int) -> dict[int, date]:
    """Book → the last day cash went in or out."""
    rows = Leg.objects.filter(path__startswith=path, account=Account.CASH, journal__book__year=year)
    return dict(rows.values("journal__book").annotate(last=Max("journal__on")).values_list("journal__book", "last"))


def _tax_since(path: str, year: int) -> dict[int, date]:
    rows = Withholding.objects.filter(
        path__startswith=path, deposit__isnull=True, payment__state=PaymentState.PAID, payment__book__year=year
    )
    first = rows.values("payment__book").annotate(first=Min("payment__paid_on"))
    return dict(first.values_list("payment__book", "first"))


def _spent_late(path: str, year: int, days: int) -> dict[int, int]:
    since = date(year, 12, 31) - timedelta(days=days - 1)
    rows = Payment.objects.filter(path__startswith=path, book__year=year, state=PaymentState.PAID, paid_on__gte=since)
    return dict(rows.values("book").annotate(sum=Sum("amount")).values_list("book", "sum"))


def _first_withdrawals(path: str, year: int) -> dict[int, int]:
    rows = Journal.objects.filter(path__startswith=path, book__year=year, kind=Kind.WITHDRAWN)
    found = rows.order_by("book", "number").distinct("book")
    return dict(found.values_list("book", "total"))
