"""What a form for a receipt needs to know: lines with what is left of them, vendors, officers, taxes by their rates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model

from rukun.accounts import queries as accounts
from rukun.accounts.types import Role
from rukun.facilitation.queries import programmes
from rukun.grants.models import Activity, Book, BudgetItem, Line, Vendor
from rukun.grants.types import BudgetState
from rukun.parameters import tax as parameters
from rukun.parameters.juknis.types import MoneyRules
from rukun.rules import tax as rules

MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class Priced:
    """A line of the RAB one may spend from: what is left, and what a unit should cost."""

    line: Line
    price: int | None
    standard: int | None

    @property
    def left(self) -> int:
        return self.line.approved - self.line.committed - self.line.spent


def lines(activity: Activity) -> list[Priced]:
    items = BudgetItem.objects.filter(budget__activity=activity, budget__state=BudgetState.APPROVED)
    priced = {each.number: each for each in items}
    return [_priced(each, priced.get(each.number)) for each in activity.lines.all()]


def _priced(line: Line, item: BudgetItem | None) -> Priced:
    return Priced(line, item and item.unit_price, item and item.standard)


def vendor_names(rt: int) -> list[str]:
    return list(Vendor.objects.filter(rt=rt).order_by("name").values_list("name", flat=True)[:MOST_NAMES])


def officers(path: str, on: date) -> list[tuple[int, str]]:
    """Who may lay out money for an RT: those who hold an office in it."""
    terms = accounts.in_force(on=on).filter(path=path).select_related("user").order_by("role")
    return list({each.user_id: f"{Role(each.role).label} · {each.user.name}" for each in terms}.items())


def money_rules(book: Book, on: date) -> MoneyRules:
    """What the juknis of the book's year says about money; empty where there is none."""
    held = programmes.of_year(book.year, on)
    return held.juknis.money if held is not None else MoneyRules()


def taxes(purchase: rules.Purchase, on: date) -> rules.Withholding:
    """What is kept back by the rates of a day. A rate with an open note is not sure."""
    found = [
        rules.Rate(each.tax, each.percent, each.above, each.of, each.without_npwp, is_sure=not each.notes)
        for each in parameters.rates(on)
    ]
    return rules.withheld(purchase, found)


def tax_sources(on: date) -> dict[str, tuple[str, ...]]:
    return {each.tax: each.sources for each in parameters.rates(on)}


def stamp(amount: int, on: date) -> int | None:
    """The stamp a receipt of this amount bears, if any."""
    held = parameters.stamp(on)
    return held.amount if held is not None and amount > held.above else None


def has_npwp(rt: int, name_key: str) -> bool:
    """Whether an RT knows the tax number of a vendor."""
    return Vendor.objects.filter(rt=rt, name_key=name_key).exclude(npwp="").exists()


def user(pk: int) -> Any:
    return get_user_model().objects.filter(pk=pk).first()
