"""RABs: a revision is drawn, filled line by line, handed in, and then in force or refused; never overwritten."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.grants.actions.ledger import add_to_cluster, hold
from rukun.grants.models import Activity, Budget, BudgetItem, Line
from rukun.grants.types import MOST, ActivityState, BudgetState, Funding, LineKind
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import budget as rules

OPEN = (BudgetState.DRAFT, BudgetState.SUBMITTED)
FINEST, LARGEST = Decimal("0.0001"), Decimal(10**10)


@transaction.atomic
def draw(*, activity: Activity, on: date, by: Any) -> Budget:
    """The revision to work on: the draft there is, or the next one with the items of the newest before it.

    Raises Problem grants.rab_submitted while one lies on a desk, grants.activity_over when the work is done.
    """
    _hold(activity)
    if (found := activity.budgets.filter(state__in=OPEN).first()) is not None:
        return _draft(found)
    if activity.state in (ActivityState.FINISHED, ActivityState.CLOSED):
        raise Problem("grants.activity_over", title=activity.title)
    return _copy(activity, on, by)


@transaction.atomic
def put(
    *, budget: Budget, number: int | None, kind: LineKind, words: str, unit: str, quantity: Decimal, unit_price: int,
    by: Any, funding: Funding = Funding.GRANT, code: str = "", standard: int | None = None, takeoff: str = "",
) -> BudgetItem:  # fmt: skip
    """Writes one item of a draft; without a number it is a new one, with the next number.

    Raises Problem grants.rab_not_draft, grants.item_unknown, grants.item_out_of_range.
    """
    _hold(budget.activity)
    _draft(Budget.objects.get(pk=budget.pk))
    told = {
        "kind": kind, "funding": funding, "words": words.strip()[:160], "code": code[:60], "unit": unit.strip()[:20],
        "quantity": quantity, "unit_price": unit_price, "amount": _amount(words, quantity, unit_price),
        "standard": standard, "takeoff": takeoff[:240],
    }  # fmt: skip
    item = _write(budget, number, told)
    audit.record(
        "budget.item_put", item, by=by, path=budget.path, revision=budget.revision, number=item.number,
        amount=item.amount,
    )  # fmt: skip
    return item


@transaction.atomic
def drop(*, budget: Budget, number: int, by: Any) -> None:
    """Takes one item out of a draft. Raises Problem grants.rab_not_draft, grants.item_unknown."""
    _hold(budget.activity)
    _draft(Budget.objects.get(pk=budget.pk))
    item = _item(budget, number)
    audit.record("budget.item_dropped", item, by=by, path=budget.path, revision=budget.revision, number=number)
    item.delete()


@transaction.atomic
def explain(*, budget: Budget, reason: str, by: Any) -> Budget:
    """Why this revision is made. Raises Problem grants.rab_not_draft."""
    _hold(budget.activity)
    found = _draft(Budget.objects.get(pk=budget.pk))
    found.reason = reason.strip()[:400]
    found.save(update_fields=["reason"])
    audit.record("budget.explained", found, by=by, path=found.path, revision=found.revision)
    return found


@transaction.atomic
def submit(*, budget: Budget, on: date, by: Any) -> Budget:
    """Hands a draft in; nobody changes it until it is judged or given back.

    Raises Problem grants.rab_not_draft, grants.rab_empty, grants.rab_reason_missing, grants.rab_over_plan,
    grants.line_below_used.
    """
    hold(budget.activity.book)
    _hold(budget.activity)
    found = _draft(Budget.objects.get(pk=budget.pk))
    _complete(found)
    return _turn(found, BudgetState.SUBMITTED, "budget.submitted", by)


@transaction.atomic
def give_back(*, budget: Budget, by: Any) -> Budget:
    """A desk sent it back: it is a draft again. Raises Problem grants.rab_not_open."""
    _hold(budget.activity)
    return _turn(_open(budget), BudgetState.DRAFT, "budget.given_back", by)


@transaction.atomic
def refuse(*, budget: Budget, on: date, by: Any) -> Budget:
    """The end of a revision; what was in force stays so. Raises Problem grants.rab_not_open."""
    _hold(budget.activity)
    return _turn(_open(budget), BudgetState.REFUSED, "budget.refused", by)


@transaction.atomic
def approve(*, budget: Budget, on: date, by: Any) -> Budget:
    """In force: the lines money is spent by follow it, and what was in force before is replaced.

    Raises Problem grants.rab_not_open and those of `submit`.
    """
    book = hold(budget.activity.book)
    activity = _hold(budget.activity)
    found = _open(budget)
    lines = _complete(found)
    activity.budgets.filter(state=BudgetState.APPROVED).update(state=BudgetState.REPLACED)
    found.approved_on, found.approved_by = on, str(by)
    found.save(update_fields=["approved_on", "approved_by"])
    moved = _follow(activity, found, lines)
    add_to_cluster(book, activity.cluster, approved=moved)
    Activity.objects.filter(pk=activity.pk, state=ActivityState.DRAWN).update(state=ActivityState.APPROVED)
    budget.activity.refresh_from_db()
    return _turn(found, BudgetState.APPROVED, "budget.approved", by)


def number_after(activity: Activity) -> int:
    """The number of the next item: none is ever used twice in one activity."""
    items = BudgetItem.objects.filter(budget__activity=activity).aggregate(n=Max("number"))["n"] or 0
    return max(items, activity.lines.aggregate(n=Max("number"))["n"] or 0) + 1


def _hold(activity: Activity) -> Activity:
    """Who changes the RABs of one activity follow one another."""
    return Activity.objects.select_for_update().get(pk=activity.pk)


def _draft(budget: Budget) -> Budget:
    if budget.state == BudgetState.SUBMITTED:
        raise Problem("grants.rab_submitted", revision=budget.revision)
    if budget.state != BudgetState.DRAFT:
        raise Problem("grants.rab_not_draft", revision=budget.revision, state=BudgetState(budget.state).label)
    return budget


def _open(budget: Budget) -> Budget:
    found = Budget.objects.get(pk=budget.pk)
    if found.state not in OPEN:
        raise Problem("grants.rab_not_open", revision=found.revision, state=BudgetState(found.state).label)
    return found


def _copy(activity: Activity, on: date, by: Any) -> Budget:
    before = activity.budgets.filter(state__in=(BudgetState.APPROVED, BudgetState.REFUSED)).last()
    revision = (activity.budgets.aggregate(n=Max("revision"))["n"] or 0) + 1
    made = Budget.objects.create(
        activity=activity, path=activity.path, revision=revision, drawn_on=on, drawn_by=str(by)
    )
    BudgetItem.objects.bulk_create(_copied(each, made) for each in (before.items.all() if before else ()))
    audit.record("budget.drawn", made, by=by, path=made.path, activity=activity.title, revision=revision)
    return made


def _copied(item: BudgetItem, budget: Budget) -> BudgetItem:
    item.pk, item._state.adding, item.budget = None, True, budget
    return item


def _amount(words: str, quantity: Decimal, unit_price: int) -> int:
    fits = quantity.is_finite() and 0 < unit_price <= MOST and 0 < quantity < LARGEST
    fits = fits and quantity == quantity.quantize(FINEST)
    amount = rules.amount(quantity, unit_price) if fits else 0
    if not 0 < amount <= MOST:
        raise Problem("grants.item_out_of_range", words=words, quantity=quantity, price=unit_price)
    return amount


def _write(budget: Budget, number: int | None, told: dict[str, Any]) -> BudgetItem:
    if number is None:
        number = number_after(budget.activity)
        return BudgetItem.objects.create(budget=budget, path=budget.path, number=number, **told)
    item = _item(budget, number)
    for name, value in told.items():
        setattr(item, name, value)
    item.save(update_fields=list(told))
    return item


def _item(budget: Budget, number: int) -> BudgetItem:
    if (item := budget.items.filter(number=number).first()) is None:
        raise Problem("grants.item_unknown", number=number)
    return item


def _complete(budget: Budget) -> dict[int, Line]:
    """The lines of the activity by number, locked, once the revision may go on."""
    items = list(budget.items.filter(funding=Funding.GRANT))
    if not items:
        raise Problem("grants.rab_empty", title=budget.activity.title)
    if budget.revision > 1 and not budget.reason:
        raise Problem("grants.rab_reason_missing", revision=budget.revision)
    total, planned = sum(each.amount for each in items), budget.activity.plan.amount
    if total > planned:
        raise Problem("grants.rab_over_plan", total=shown(total), planned=shown(planned), over=shown(total - planned))
    lines = {each.number: each for each in budget.activity.lines.select_for_update().order_by("pk")}
    given = {each.number: each.amount for each in items}
    for line in lines.values():
        _refuse_below(line, given.get(line.number, 0))
    return lines


def _refuse_below(line: Line, approved: int) -> None:
    used = line.committed + line.spent
    if approved < used:
        raise Problem("grants.line_below_used", line=line.words, approved=shown(approved), used=shown(used))


def _follow(activity: Activity, budget: Budget, lines: dict[int, Line]) -> int:
    """Every grant item has its line; a line without an item may spend nothing more. How much more is approved."""
    before = sum(each.approved for each in lines.values())
    items = {each.number: each for each in budget.items.filter(funding=Funding.GRANT)}
    for number in lines.keys() - items.keys():
        lines[number].approved = lines[number].committed + lines[number].spent
        lines[number].save(update_fields=["approved"])
    for number, item in items.items():
        line = lines.get(number) or Line(activity=activity, path=activity.path, number=number)
        line.kind, line.words, line.unit, line.approved = item.kind, item.words, item.unit, item.amount
        line.save()
    return sum(each.amount for each in items.values()) - before


def _turn(budget: Budget, state: BudgetState, verb: str, by: Any) -> Budget:
    budget.state = state
    budget.save(update_fields=["state"])
    audit.record(verb, budget, by=by, path=budget.path, activity=budget.activity.title, revision=budget.revision)
    return budget
