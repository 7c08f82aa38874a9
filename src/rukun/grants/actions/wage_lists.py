"""A wage list takes up the days no list has taken up: wages taken become one payment, wages given back swadaya."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rukun.audit import actions as audit
from rukun.grants.actions import ledger, payments, swadaya, wage_moves, works
from rukun.grants.models import Activity, Line, Payment, WageMove, Workday
from rukun.grants.queries import rulings, workdays
from rukun.grants.queries import swadaya as given
from rukun.grants.types import PaymentKind, Purse
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import swadaya as rules
from rukun.ui.words import tanggal


@dataclass(frozen=True, slots=True)
class Listed:
    """`payment` is None where everybody gave the wage back."""

    payment: Payment | None
    waived: int


@transaction.atomic
def draw_up(*, activity: Activity, until: date, source: Purse, on: date, by: Any, officer: Any = None) -> Listed:
    """All open days of an activity up to a day. Raises Problem grants.no_open_days, grants.not_at_work,
    grants.work_day_wrong, and those of `payments.propose`."""
    ledger.hold(activity.book)
    held = works.hold(activity)
    works.check_day(held, until, on)
    days = _open_days(held, until)
    if not days:
        raise Problem("grants.no_open_days", until=until)
    paid, waived = [[each for each in days if each.is_waived is kind] for kind in (False, True)]
    for each in waived:
        swadaya.keep_waived(activity=held, day=each, words=_("Upah dihibahkan: %(line)s") % {"line": each.line}, by=by)
    payment = _paid(held, paid, until, source, officer, on, by) if paid else None
    audit.record(
        "wages.listed", held, by=by, path=held.path, activity=held.title, amount=payment.amount if payment else 0,
        count=len(days), waived=len(waived),
    )  # fmt: skip
    return Listed(payment, len(waived))


@transaction.atomic
def move(*, activity: Activity, source: Line, target: int, days: Decimal, on: date, by: Any) -> WageMove:
    """Wages given back and not yet moved carry another line, where the juknis says they may.

    Raises Problem grants.wages_move_unknown, grants.wage_move_days, and those of `wage_moves.move_wages`.
    """
    ledger.hold(activity.book)
    held = works.hold(activity)
    if rulings.may_move_waived(held.year, on) is None:
        raise Problem("grants.wages_move_unknown", year=held.year)
    left = {each.line.pk: each for each in given.movable(held, workdays.rates(held))}.get(source.pk)
    most = left.days if left else Decimal(0)
    if left is None or not 0 < days <= most or days * 2 % 1:
        raise Problem("grants.wage_move_days", days=days, most=most, amount=shown(left.amount if left else 0))
    return wage_moves.move_wages(
        activity=held, source_line=source, target=target, amount=int(days * left.rate), on=on, by=by
    )


def _open_days(activity: Activity, until: date) -> list[Workday]:
    found = workdays.with_settled(activity.workdays.filter(on__lte=until)).filter(is_settled=False)
    return list(found.select_related("worker", "line").order_by("on", "worker"))


def _paid(
    activity: Activity, days: Sequence[Workday], until: date, source: Purse, officer: Any, on: date, by: Any
) -> Payment:
    people = len({each.worker_id for each in days})
    receipt = payments.Receipt(
        kind=PaymentKind.WAGE, number=_number(activity), on=until,
        words=_("Upah %(n)s orang sampai %(day)s") % {"n": people, "day": tanggal(until)},
        items=_items(days), source=source, officer=officer, payee=_("Daftar upah %(n)s orang") % {"n": people},
    )  # fmt: skip
    payment = payments.propose(activity=activity, receipt=receipt, on=on, by=by)
    for each in days:
        each.payment = payment
        each.save(update_fields=["payment"])
    return payment


def _items(days: Sequence[Workday]) -> list[payments.Item]:
    """One for each line and rate. The paper that anybody may read counts people and names none."""
    lines, people = {each.line_id: each.line for each in days}, defaultdict(set)
    halves: dict[tuple[int, int], int] = defaultdict(int)
    for each in rules.wages(workdays.as_rule(days)):
        halves[each.line, each.rate] += each.paid_halves
        people[each.line, each.rate].add(each.worker)
    return [
        payments.Item(
            line, f"{lines[line].words}: {_('%(n)s orang') % {'n': len(people[line, rate])}}", swadaya.HOK,
            Decimal(count) / 2, rate,
        )
        for (line, rate), count in halves.items()
    ]  # fmt: skip


def _number(activity: Activity) -> str:
    before = activity.payments.filter(Q(kind=PaymentKind.WAGE)).count()
    return f"UPAH/{activity.number}/{before + 1}"
