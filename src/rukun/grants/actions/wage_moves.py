"""Wages people gave back carry the work further: one line falls, another rises, the sum stays."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _

from rukun.audit import actions as audit
from rukun.facilitation.queries import programmes
from rukun.grants.actions import budgets
from rukun.grants.models import Activity, Budget, BudgetItem, Line, WageMove
from rukun.grants.types import BudgetState, Funding, LineKind
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import budget as rules


class NewItem(TypedDict):
    """A line the moved wages pay, where the RAB has none yet."""

    kind: LineKind
    words: str
    unit: str
    quantity: Decimal


@transaction.atomic
def move_wages(
    *, activity: Activity, source_line: Line, target: int | NewItem, amount: int, on: date, by: Any
) -> WageMove:
    """A revision in force at once, and the move that tells why. `target`: the number of an item, or a new one.

    Raises Problem grants.wages_may_not_move where the juknis says so, grants.rab_open_revision, grants.wage_line_asked,
    grants.wage_move_amount, and those of `budgets.approve`.
    """
    _allowed(activity, on)
    budget = _revision(activity, amount, on, by)
    source = _source(budget, source_line)
    if not 0 < amount <= source.amount:
        raise Problem("grants.wage_move_amount", amount=shown(amount), line=source.words, left=shown(source.amount))
    _lower(source, amount, by)
    number = _raise(budget, target, source, amount, by)
    budgets.approve(budget=budget, on=on, by=by)
    move = WageMove.objects.create(
        activity=activity, path=activity.path, source=source_line, target=activity.lines.get(number=number),
        budget=budget, amount=amount, on=on, by=str(by),
    )  # fmt: skip
    audit.record(
        "wages.moved", move, by=by, path=move.path, activity=activity.title, amount=amount, source=source.number,
        target=number,
    )  # fmt: skip
    return move


def _allowed(activity: Activity, on: date) -> None:
    programme = programmes.of_year(activity.year, on)
    if programme and programme.juknis.money.wages.may_move_waived is False:
        raise Problem("grants.wages_may_not_move", title=activity.title)


def _revision(activity: Activity, amount: int, on: date, by: Any) -> Budget:
    if activity.budgets.filter(state__in=budgets.OPEN).exists():
        raise Problem("grants.rab_open_revision", title=activity.title)
    if not activity.budgets.filter(state=BudgetState.APPROVED).exists():
        raise Problem("grants.rab_none_in_force", title=activity.title)
    budget = budgets.draw(activity=activity, on=on, by=by)
    reason = _("Upah %(n)s dihibahkan warga dan dialihkan.") % {"n": shown(amount)}
    return budgets.explain(budget=budget, reason=reason, by=by)


def _source(budget: Budget, line: Line) -> BudgetItem:
    found = budget.items.filter(number=line.number, kind=LineKind.WAGE, funding=Funding.GRANT).first()
    if found is None or line.activity_id != budget.activity_id:
        raise Problem("grants.wage_line_asked", line=line.words)
    return found


def _lower(source: BudgetItem, amount: int, by: Any) -> None:
    if amount == source.amount:
        budgets.drop(budget=source.budget, number=source.number, by=by)
    else:
        _set(source, source.amount - amount, _("dikurangi upah yang dihibahkan %(n)s") % {"n": shown(amount)}, by)


def _raise(budget: Budget, target: int | NewItem, source: BudgetItem, amount: int, by: Any) -> int:
    """The number of the item that now has so much more."""
    if not isinstance(target, int):
        quantity, price = _parted(amount, target["quantity"])
        told: dict[str, Any] = dict(target) | {"quantity": quantity, "unit_price": price}
        return budgets.put(budget=budget, number=None, by=by, **told).number
    found = budget.items.filter(number=target, funding=Funding.GRANT).exclude(number=source.number).first()
    if found is None:
        raise Problem("grants.item_unknown", number=target)
    _set(found, found.amount + amount, _("ditambah upah yang dihibahkan %(n)s") % {"n": shown(amount)}, by)
    return found.number


def _parted(amount: int, quantity: Decimal) -> tuple[Decimal, int]:
    """The quantity at the price that makes exactly this amount; one of it all where no whole rupiah does."""
    price = int((amount / quantity).quantize(Decimal(1), ROUND_HALF_UP)) if quantity > 0 else 0
    return (quantity, price) if price and rules.amount(quantity, price) == amount else (Decimal(1), amount)


def _set(item: BudgetItem, amount: int, told: str, by: Any) -> None:
    """The item at another amount: by its volume where that comes out to the rupiah, else as one package."""
    was = f"{item.quantity.normalize():f} {item.unit} × {shown(item.unit_price)}, {told}"
    quantity = (Decimal(amount) / item.unit_price).quantize(budgets.FINEST, ROUND_HALF_UP)
    unit, price = item.unit, item.unit_price
    if rules.amount(quantity, price) != amount:
        quantity, unit, price = Decimal(1), _("paket"), amount
    budgets.put(
        budget=item.budget, number=item.number, kind=LineKind(item.kind), words=item.words, unit=unit,
        quantity=quantity, unit_price=price, by=by, funding=Funding(item.funding), code=item.code,
        standard=item.standard if unit == item.unit else None, takeoff=was,
    )  # fmt: skip
