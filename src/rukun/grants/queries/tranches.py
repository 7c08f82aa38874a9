"""The tranches of a book: which is next and what stands before it, who releases the money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from rukun.accounts.permissions import Permission
from rukun.facilitation.queries import programmes
from rukun.grants.models import Book, Tranche
from rukun.grants.types import Flow, Level, TrancheState
from rukun.musrenbang.queries import ceilings, plans
from rukun.musrenbang.queries.ceilings import Money
from rukun.parameters.juknis import MoneyRules, MoneyWay, TrancheRule
from rukun.rules import tranches as rules
from rukun.territory import queries as territory

DESK = {
    Level.DESA: Permission.GRANT_DESA,
    Level.KECAMATAN: Permission.GRANT_KECAMATAN,
    Level.KABUPATEN: Permission.GRANT_KABUPATEN,
}
"""By which permission somebody sits at a desk."""

RELEASERS = {
    "desa_apbdes": Level.DESA,
    "kelurahan_dpa": Level.DESA,
    "kecamatan_dpa": Level.KECAMATAN,
}
"""Who pays out, by the budget the money stands in. Money to an account of the RT or a pokmas, and hibah, leaves the
kas daerah itself: the kabupaten holds its transfer order, so the kabupaten says that it was paid."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next tranche of a book, its rule, and what stands before it. `gate`: in rupiah."""

    tranche: Tranche
    percent: str | None
    gate: rules.Gate
    before: rules.Before


def money(year: int, on: date) -> MoneyRules:
    """What the juknis of a year says about money; where none is adopted, nothing is known."""
    programme = programmes.of_year(year, on)
    return programme.juknis.money if programme else MoneyRules()


def recapped(book: Book, on: date) -> Money | None:
    """What the book's ceiling would be by what was decreed since; None while it stands as decreed."""
    amount = plans.ceiling(book.path, book.year, on)
    if amount is None or amount == book.ceiling:
        return None
    money = ceilings.of_rt(book.path, book.year, on)
    return Money(amount, money.basis if money else "")


def way(path: str, year: int, on: date) -> MoneyWay | None:
    """How money reaches an RT: by whether it lies in a desa or a kelurahan."""
    return money(year, on).way(_kinds([path], on)[path])


def releaser(path: str, year: int, on: date) -> Level:
    """Whose desk releases the money of an RT."""
    return _releaser(way(path, year, on))


def releasers(held: Iterable[Tranche], on: date) -> dict[int, Level]:
    """Tranche → whose desk releases it, for many at once."""
    rows = list(held)
    told, kinds = (
        {year: money(year, on) for year in {each.year for each in rows}},
        _kinds({each.path for each in rows}, on),
    )
    return {each.pk: _releaser(told[each.year].way(kinds[each.path])) for each in rows}


def _releaser(known: MoneyWay | None) -> Level:
    return RELEASERS.get(known.channel or "" if known else "", Level.KABUPATEN)


def _kinds(paths: Iterable[str], on: date) -> dict[str, str]:
    """Path of an RT → whether its place is a desa or a kelurahan."""
    desas = {path: int(territory.desa_path(path).strip(".").rpartition(".")[2]) for path in paths}
    places = territory.places(sorted(set(desas.values())), on=on)
    return {path: places[pk].kind if pk in places else "desa" for path, pk in desas.items()}


def of_book(book: Book) -> list[Tranche]:
    return list(book.tranches.order_by("number"))


def next_of(book: Book, on: date) -> Waiting | None:
    """The first tranche that is still locked, with what stands before it; None when all were opened."""
    return waiting(book, of_book(book), money(book.year, on), on)


def waiting(book: Book, held: list[Tranche], told: MoneyRules, on: date) -> Waiting | None:
    """As `next_of`, for who has read the tranches and the juknis already."""
    locked = next((each for each in held if each.state == TrancheState.LOCKED), None)
    if locked is None:
        return None
    percent = gate_of(locked, told.tranches)
    passed = passed_of(book)
    found = rules.before(
        passed, percent, on=on, opens_on=locked.opens_on,
        is_last_released=book.flow == Flow.REIMBURSEMENT or _is_released(held, locked.number),
    )  # fmt: skip
    return Waiting(locked, percent, rules.gate(passed, percent), found)


def gate_of(tranche: Tranche, told: tuple[TrancheRule, ...]) -> str | None:
    """The per cent that must be accounted for before a tranche; the first has nothing before it."""
    rule = next((each for each in told if each.number == tranche.number), None)
    return rule.gate if rule else None


def passed_of(book: Book) -> rules.Passed:
    """What a book must answer for. Where the money comes after, that is what was opened to be spent: of what was
    released there all is answered for already, and the gate would hold nobody."""
    released = book.released if book.flow == Flow.ADVANCE else book.opened
    return rules.Passed(released, book.accounted, book.returned)


def may_ask(book: Book, tranche: Tranche) -> int:
    """How many rupiah of a tranche may be asked for: all of it, or what was spent, accepted and not replaced yet."""
    if book.flow == Flow.ADVANCE:
        return tranche.amount
    return max(0, min(book.accounted, up_to(tranche)) - book.granted)


def up_to(tranche: Tranche) -> int:
    """Rupiah of a tranche and all before it."""
    held = Tranche.objects.filter(book=tranche.book_id, number__lte=tranche.number)
    return held.aggregate(n=Sum("amount"))["n"] or 0


def _is_released(held: list[Tranche], number: int) -> bool:
    return all(each.state == TrancheState.RELEASED for each in held if each.number < number)


def path_of(tranche_id: int) -> str:
    """Where a tranche is, "" when there is none: used by guards."""
    return Tranche.objects.filter(pk=tranche_id).values_list("path", flat=True).first() or ""


def get(tranche_id: int) -> Tranche:
    return Tranche.objects.select_related("book").get(pk=tranche_id)
