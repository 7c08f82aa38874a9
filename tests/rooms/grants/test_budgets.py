"""RABs: revisions, the lines that follow them, and what they may never pass."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, YEAR, make_activity

from rukun.grants.actions import budgets
from rukun.grants.actions.wage_moves import move_wages
from rukun.grants.models import Activity, Book, Budget, ClusterSum, Line, WageMove
from rukun.grants.queries import budget_checks
from rukun.grants.queries import budgets as queries
from rukun.grants.types import ActivityState, BudgetState, Funding, LineKind
from rukun.kit.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(places: Places) -> Activity:
    book = Book.objects.create(
        rt=places.melati, path=places.melati.path, year=YEAR, ceiling=150_000_000, opened=150_000_000
    )
    made = make_activity(book)
    made.state = ActivityState.DRAWN
    made.save()
    return made


def drawn(activity: Activity) -> Budget:
    return budgets.draw(activity=activity, on=ON, by="uji")


def put(budget: Budget, number: int | None = None, **more: object):
    told = {
        "kind": LineKind.MATERIAL, "words": "Semen", "unit": "zak", "quantity": Decimal(100), "unit_price": 70_000,
    }  # fmt: skip
    return budgets.put(budget=budget, number=number, by="uji", **(told | more))


def wages(budget: Budget, quantity: str = "60", price: int = 100_000):
    return put(budget, kind=LineKind.WAGE, words="Pekerja", unit="HOK", quantity=Decimal(quantity), unit_price=price)


def in_force(activity: Activity) -> Budget:
    budget = drawn(activity)
    put(budget)
    wages(budget)
    return budgets.approve(budget=budget, on=ON, by="camat")


def lines(activity: Activity) -> dict[int, int]:
    return dict(activity.lines.values_list("number", "approved"))


def test_a_draft_is_drawn_once_and_the_next_copies_what_is_in_force(activity):
    first = drawn(activity)
    assert drawn(activity) == first
    put(first)
    budgets.approve(budget=first, on=ON, by="camat")
    second = drawn(activity)
    assert (second.revision, [each.amount for each in second.items.all()]) == (2, [7_000_000])


def test_approval_writes_lines_cluster_and_state(activity):
    put(drawn(activity), funding=Funding.GOODS, words="Pasir warga")
    in_force(activity)
    activity.refresh_from_db()
    assert activity.state == ActivityState.APPROVED
    assert lines(activity) == {2: 7_000_000, 3: 6_000_000}
    assert ClusterSum.objects.get(book=activity.book).approved == 13_000_000


def test_a_revision_replaces_and_keeps_numbers(activity):
    first = in_force(activity)
    second = drawn(activity)
    budgets.drop(budget=second, number=1, by="uji")
    added = put(second, words="Batu", quantity=Decimal(1), unit_price=1_000_000)
    budgets.explain(budget=second, reason="Semen diberi toko", by="uji")
    budgets.approve(budget=second, on=ON, by="camat")
    first.refresh_from_db()
    assert (first.state, added.number) == (BudgetState.REPLACED, 3)
    assert lines(activity) == {1: 0, 2: 6_000_000, 3: 1_000_000}
    assert ClusterSum.objects.get(book=activity.book).approved == 7_000_000


def test_a_line_never_falls_below_what_was_used(activity):
    in_force(activity)
    Line.objects.filter(activity=activity, number=1).update(spent=3_000_000, committed=1_000_000)
    second = drawn(activity)
    put(second, 1, quantity=Decimal("57.1"))
    budgets.explain(budget=second, reason="Kurang", by="uji")
    with pytest.raises(Problem, match="grants.line_below_used"), transaction.atomic():
        budgets.approve(budget=second, on=ON, by="camat")
    put(second, 1, quantity=Decimal("57.1429"))
    budgets.approve(budget=second, on=ON, by="camat")
    assert lines(activity)[1] == 4_000_003


def test_a_rab_never_passes_the_plan_but_swadaya_may(activity):
    budget = drawn(activity)
    put(budget, quantity=Decimal(1), unit_price=activity.plan.amount)
    put(budget, funding=Funding.LABOUR, kind=LineKind.WAGE, unit_price=90_000)
    over = put(budget, quantity=Decimal(1), unit_price=1)
    with pytest.raises(Problem, match="grants.rab_over_plan"), transaction.atomic():
        budgets.submit(budget=budget, on=ON, by="uji")
    budgets.drop(budget=budget, number=over.number, by="uji")
    assert budgets.submit(budget=budget, on=ON, by="uji").state == BudgetState.SUBMITTED


def test_what_lies_on_a_desk_is_not_changed_until_it_comes_back(activity):
    budget = drawn(activity)
    put(budget)
    budgets.submit(budget=budget, on=ON, by="uji")
    for act in (lambda: drawn(activity), lambda: put(budget), lambda: budgets.drop(budget=budget, number=1, by="u")):
        with pytest.raises(Problem, match="grants.rab_submitted"), transaction.atomic():
            act()
    budgets.give_back(budget=budget, by="desa")
    assert put(drawn(activity), 1, unit_price=71_000).amount == 7_100_000


def test_a_refused_one_is_mended_in_the_next(activity):
    budget = drawn(activity)
    put(budget)
    budgets.refuse(budget=budget, on=ON, by="camat")
    with pytest.raises(Problem, match="grants.rab_not_open"), transaction.atomic():
        budgets.approve(budget=budget, on=ON, by="camat")
    second = drawn(activity)
    assert second.items.count() == 1
    with pytest.raises(Problem, match="grants.rab_reason_missing"), transaction.atomic():
        budgets.submit(budget=second, on=ON, by="uji")


def test_an_empty_one_is_not_handed_in(activity):
    budget = drawn(activity)
    put(budget, funding=Funding.GOODS)
    with pytest.raises(Problem, match="grants.rab_empty"):
        budgets.submit(budget=budget, on=ON, by="uji")


@pytest.mark.parametrize(
    ("quantity", "price"),
    [("0", 5), ("-1", 5), ("1", 0), ("1", -5), ("1", 10**15), ("10000000000", 5), ("0.00001", 10**6), ("0.0001", 1),
     ("99999", 10**13), ("NaN", 5), ("Infinity", 5)],
)  # fmt: skip
def test_what_cannot_be_counted_gets_a_letter(activity, quantity, price):
    with pytest.raises(Problem, match="grants.item_out_of_range"):
        put(drawn(activity), quantity=Decimal(quantity), unit_price=price)


@pytest.mark.parametrize(("amount", "left"), [(1_500_000, "45.0000"), (6_000_000, None), (333_333, "1.0000")])
def test_wages_given_back_carry_the_work_further(activity, amount, left):
    in_force(activity)
    line = activity.lines.get(number=2)
    move = move_wages(activity=activity, source_line=line, target=1, amount=amount, on=ON, by="ketua")
    now = activity.budgets.get(state=BudgetState.APPROVED)
    found = now.items.filter(number=2).first()
    assert (str(found.quantity) if found else None) == left
    assert lines(activity) == {1: 7_000_000 + amount, 2: 6_000_000 - amount}
    assert (move.amount, now.revision) == (amount, 2)
    assert now.reason


def test_wages_that_moved_are_told_and_no_longer_called_too_little(activity):
    in_force(activity)
    before = {each.code for each in budget_checks.reasons(activity, of_the_one(activity), ON)}
    move_wages(activity=activity, source_line=activity.lines.get(number=2), target=1, amount=900_000, on=ON, by="ketua")
    after = {each.code: each for each in budget_checks.reasons(activity, of_the_one(activity), ON)}
    assert "wages_moved_unknown" in after.keys() - before, "no juknis here says whether they still are wages"
    assert dict(after["wages_moved_unknown"].details) == {"moved": 900_000}


def of_the_one(activity):
    return queries.items(queries.in_force(activity))


def test_wages_may_pay_a_new_line(activity):
    in_force(activity)
    new = {"kind": LineKind.MATERIAL, "words": "Batu belah", "unit": "m³", "quantity": Decimal(3)}
    line = activity.lines.get(number=2)
    move = move_wages(activity=activity, source_line=line, target=new, amount=900_000, on=ON, by="ketua")
    assert (move.target.words, move.target.approved, sum(lines(activity).values())) == (
        "Batu belah",
        900_000,
        13_000_000,
    )


@pytest.mark.parametrize(
    ("source", "amount", "code"),
    [(1, 100, "wage_line_asked"), (2, 0, "wage_move_amount"), (2, 6_000_001, "wage_move_amount"),
     (2, 5_500_000, "line_below_used")],
)  # fmt: skip
def test_moves_that_are_refused_leave_nothing(activity, source, amount, code):
    in_force(activity)
    Line.objects.filter(activity=activity, number=2).update(spent=1_000_000)
    line = activity.lines.get(number=source)
    with pytest.raises(Problem, match=code), transaction.atomic():
        move_wages(activity=activity, source_line=line, target=1, amount=amount, on=ON, by="ketua")
    assert (WageMove.objects.count(), activity.budgets.count()) == (0, 1)


def test_a_move_waits_for_an_open_revision(activity):
    in_force(activity)
    drawn(activity)
    with pytest.raises(Problem, match="grants.rab_open_revision"):
        move_wages(activity=activity, source_line=activity.lines.get(number=2), target=1, amount=100, on=ON, by="k")
