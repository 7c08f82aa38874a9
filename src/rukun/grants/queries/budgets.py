"""RABs: which revision, what it adds up to, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rukun.grants.models import Activity, Budget, BudgetItem
from rukun.grants.types import BudgetState, Funding, LineKind
from rukun.rules import budget as rules

OPEN = (BudgetState.DRAFT, BudgetState.SUBMITTED)


def in_force(activity: Activity) -> Budget | None:
    return activity.budgets.filter(state=BudgetState.APPROVED).first()


def open_one(activity: Activity) -> Budget | None:
    """The revision being drawn or judged."""
    return activity.budgets.filter(state__in=OPEN).first()


def revision(activity: Activity, number: int | None) -> Budget | None:
    """The revision asked for; else the one being worked on, the one in force, the newest."""
    found = {each.revision: each for each in activity.budgets.all()}
    if number in found:
        return found[number]
    for states in (OPEN, (BudgetState.APPROVED,)):
        if held := [each for each in found.values() if each.state in states]:
            return held[-1]
    return found[max(found)] if found else None


def before(budget: Budget) -> Budget | None:
    """The revision this one follows: the last that was ever in force before it."""
    held = budget.activity.budgets.filter(
        revision__lt=budget.revision, state__in=(BudgetState.APPROVED, BudgetState.REPLACED)
    )
    return held.last() or budget.activity.budgets.filter(revision__lt=budget.revision).last()


def items(budget: Budget) -> list[BudgetItem]:
    return list(budget.items.order_by("number"))


def totals(found: Iterable[BudgetItem]) -> rules.Totals:
    return rules.totals(map(as_rule, found))


@dataclass(frozen=True, slots=True)
class Change:
    """One number in two revisions, as rows; None where it does not stand."""

    old: BudgetItem | None
    new: BudgetItem | None
    by: int
    is_change: bool


def changes(old: Budget | None, new: Budget) -> list[Change]:
    held = [{each.number: each for each in (items(budget) if budget else [])} for budget in (old, new)]
    found = rules.compare(*(map(as_rule, each.values()) for each in held))
    return [Change(held[0].get(each.number), held[1].get(each.number), each.by, each.is_change) for each in found]


def as_rule(item: BudgetItem) -> rules.Item:
    return rules.Item(
        item.number, LineKind(item.kind).value, Funding(item.funding).value, item.words, item.unit,
        Decimal(item.quantity).normalize(), item.unit_price, item.standard,
    )  # fmt: skip
