"""What a book says: where its money stands, what is open, its pages by month, who holds or lent how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from rukun.accounts import queries as accounts
from rukun.facilitation.queries import programmes
from rukun.grants.models import Advance, Book, Journal, Leg, Payment, TaxDeposit, Withholding
from rukun.grants.types import Account, PaymentState, Tax

MONEY = (Account.CASH, Account.BANK)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the cash book: what came into cash and bank, what left them, and what they held then."""

    journal: Journal
    came: int
    left: int
    balance: int


@dataclass(frozen=True, slots=True)
class Month:
    """A page of the cash book; `opening` is what cash and bank held before its first day."""

    first: date
    opening: int
    rows: list[Row]

    @property
    def closing(self) -> int:
        return self.rows[-1].balance if self.rows else self.opening


@dataclass(frozen=True, slots=True)
class Held:
    """One officer's panjar or talangan: how much, and since which day it has not been nil."""

    officer: Any
    account: Account
    amount: int
    since: date

    def days(self, on: date) -> int:
        return max((on - self.since).days, 0)


@dataclass(frozen=True, slots=True)
class TaxLine:
    """One kind of tax of a book: kept back, deposited, and what the state is still owed."""

    tax: Tax
    kept: int
    deposited: int

    @property
    def owed(self) -> int:
        return self.kept - self.deposited


def get(book_id: int) -> Book:
    return Book.objects.get(pk=book_id)


def path_of(book_id: int) -> str:
    """Where a book is, "" when there is none: used by guards."""
    return Book.objects.filter(pk=book_id).values_list("path", flat=True).first() or ""


def journal_path(journal_id: int) -> str:
    return Journal.objects.filter(pk=journal_id).values_list("path", flat=True).first() or ""


def journal(journal_id: int) -> Journal:
    return Journal.objects.select_related("book", "reverses", "reversal", "payment").get(pk=journal_id)


def officers(book: Book, *, on: date) -> list[Any]:
    """Who holds an office in this RT on a day: panjar is given to nobody else."""
    terms = accounts.in_force(on=on).filter(path=book.path).select_related("user").order_by("user__name")
    return list({term.user_id: term.user for term in terms}.values())


def has_banked(book: Book, until: date) -> bool:
    return _legs(book).filter(account=Account.BANK, journal__on__lte=until).exists()


def banked_on(book: Book, on: date) -> int:
    """What the account should hold at the end of a day."""
    return _sum(_legs(book).filter(account=Account.BANK, journal__on__lte=on))


def undeposited(book: Book, *, on: date) -> QuerySet[Withholding]:
    """Tax of paid receipts that has not gone to the state, as far as it was kept back by a day."""
    paid = {"payment__book": book, "payment__state": PaymentState.PAID, "payment__paid_on__lte": on}
    return Withholding.objects.filter(**paid, deposit=None).order_by("payment__paid_on", "pk")


def taxes(book: Book) -> list[TaxLine]:
    """Every kind of tax the book has met."""
    rows = _legs(book).filter(account=Account.TAX).values("tax").order_by("tax").annotate(left=Sum("amount"))
    gone = dict(_deposited(book).values_list("tax").annotate(n=Sum("amount")))
    return [TaxLine(Tax(row["tax"]), gone.get(row["tax"], 0) - row["left"], gone.get(row["tax"], 0)) for row in rows]


def deposits(book: Book) -> list[TaxDeposit]:
    return list(TaxDeposit.objects.filter(book=book).select_related("journal__reversal").order_by("on", "pk"))


def _deposited(book: Book) -> QuerySet[TaxDeposit]:
    return TaxDeposit.objects.filter(book=book, journal__reversal=None).order_by()


def unsettled(book: Book) -> list[tuple[str, int]]:
    """What must come to rest before the year's leftover moves: its name and its rupiah."""
    proposed = _sum(Payment.objects.filter(book=book, state=PaymentState.PROPOSED))
    held = (
        (_("kuitansi yang belum disetujui"), proposed),
        (_("kuitansi disetujui yang belum dibayar"), book.committed),
        (_("tahap disetujui yang belum cair"), book.receivable),
        (_("panjar di tangan pengurus"), book.panjar),
        (_("dana talangan pengurus yang belum diganti"), book.talangan),
        (_("pajak dipungut yang belum disetor"), book.tax),
    )
    return [(label, amount) for label, amount in held if amount]


def unopened(book: Book, on: date) -> int | None:
    """The year whose book must be opened before a leftover can be carried into it."""
    programme = programmes.of_year(book.year, on)
    is_carried = programme is not None and programme.juknis.money.leftover == "carry"
    is_there = Book.objects.filter(rt=book.rt_id, year=book.year + 1).exists()
    return book.year + 1 if is_carried and not is_there else None


def month(book: Book, first: date) -> Month:
    """The cash book of one month, in the order of days, each line with the balance after it."""
    moved = _legs(book).filter(account__in=MONEY)
    opening = _sum(moved.filter(journal__on__lt=first))
    inside = {"on__gte": first, "on__lt": _following(first)}
    found = Journal.objects.filter(book=book, **inside).order_by("on", "number")
    came, left = Sum("legs__amount", filter=_moving(gt=True)), Sum("legs__amount", filter=_moving(gt=False))
    rows, balance = [], opening
    for each in found.select_related("reversal").annotate(came=came, gone=left):
        balance += (each.came or 0) + (each.gone or 0)
        rows.append(Row(each, each.came or 0, -(each.gone or 0), balance))
    return Month(first, opening, rows)


def months(book: Book) -> list[date]:
    """Months in which something was entered, the first one first."""
    return list(Journal.objects.filter(book=book).order_by().dates("on", "month"))


def advances(book: Book) -> list[Held]:
    """Panjar and talangan that are not nil, the oldest first: money that waits on a person, or a person on money."""
    rows = Advance.objects.filter(book=book).filter(Q(held__gt=0) | Q(owed__gt=0)).select_related("officer")
    moved = (
        _legs(book).filter(account__in=(Account.PANJAR, Account.TALANGAN)).order_by("journal__on", "journal__number")
    )
    legs = list(moved.values_list("officer_id", "account", "amount", "journal__on"))
    found = []
    for row in rows:
        for account, amount in ((Account.PANJAR, row.held), (Account.TALANGAN, row.owed)):
            if amount:
                mine = [(n, on) for officer, kind, n, on in legs if (officer, kind) == (row.officer_id, account)]
                found.append(Held(row.officer, account, amount, _since(mine)))
    return sorted(found, key=lambda each: each.since)


def overdue_panjar(book: Book, *, on: date, days: int) -> list[Held]:
    """Panjar that has been out longer than so many days."""
    return [each for each in advances(book) if each.account == Account.PANJAR and each.days(on) > days]


def _since(moved: Iterable[tuple[int, date]]) -> date:
    """The day on which a balance last left nil."""
    balance, since = 0, date.min
    for amount, on in moved:
        since = on if balance == 0 else since
        balance += amount
    return since


def _moving(*, gt: bool) -> Q:
    return Q(legs__account__in=MONEY, **({"legs__amount__gt": 0} if gt else {"legs__amount__lt": 0}))


def _following(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _legs(book: Book) -> QuerySet[Leg]:
    return Leg.objects.filter(journal__book=book)


def _sum(found: QuerySet[Any]) -> int:
    return found.aggregate(n=Sum("amount"))["n"] or 0
