"""What people give: labour, goods, cash, wages they do not take. Kept once, taken back only by its mirror."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID, uuid4

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.actions import ledger, works
from rukun.grants.models import Activity, Contribution, Workday
from rukun.grants.queries import swadaya
from rukun.grants.types import MOST, Kind, SwadayaKind
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import ledger as money
from rukun.rules import swadaya as rules

HOK = "HOK"
CASH_UNIT = "Rp"
FINEST = Decimal("0.0001")
BEYOND = Decimal(10**10)


@transaction.atomic
def give_labour(
    *, activity: Activity, people: int, days: Decimal, since: date, until: date, unit_value: int, words: str,
    today: date, by: Any, giver: str = "", op: UUID | None = None,
) -> Contribution:  # fmt: skip
    """`days`: of all people together, in HOK. Raises as `give_goods`, and Problem grants.labour_impossible."""
    if since > until:
        raise Problem("grants.labour_days", since=since, until=until)
    works.check_day(activity, since, today)
    halves = days * 2
    if people < 1 or halves % 1 or not rules.is_possible(halves=int(halves), workers=people, first=since, last=until):
        raise Problem("grants.labour_impossible", people=people, days=days, calendar=(until - since).days + 1)
    return _give(
        activity, SwadayaKind.LABOUR, until, today, by, op, quantity=days, unit=HOK, unit_value=unit_value, words=words,
        giver=giver,
    )  # fmt: skip


@transaction.atomic
def give_goods(
    *, activity: Activity, quantity: Decimal, unit: str, unit_value: int, words: str, on: date, today: date, by: Any,
    giver: str = "", op: UUID | None = None,
) -> Contribution:  # fmt: skip
    """Raises Problem grants.not_at_work, grants.work_day_wrong, grants.gift_quantity, grants.gift_value,
    grants.gift_clash."""
    return _give(
        activity, SwadayaKind.GOODS, on, today, by, op, quantity=quantity, unit=unit, unit_value=unit_value,
        words=words, giver=giver,
    )  # fmt: skip


@transaction.atomic
def give_cash(
    *, activity: Activity, amount: int, into: Literal["cash", "bank"], words: str, on: date, today: date, by: Any,
    giver: str = "", op: UUID | None = None,
) -> Contribution:  # fmt: skip
    """Into the book as well, by the one door. Raises as `give_goods` and `ledger.post` do."""
    return _give(
        activity, SwadayaKind.CASH, on, today, by, op, quantity=Decimal(amount), unit=CASH_UNIT, unit_value=1,
        words=words, giver=giver, into=into,
    )  # fmt: skip


def keep_waived(*, activity: Activity, day: Workday, words: str, by: Any) -> Contribution:
    """One day whose wage is given back: a part of a wage list, which writes the log."""
    return _written(
        activity, SwadayaKind.WAIVED, day.on, by, uuid4(), quantity=day.days, unit=HOK, unit_value=day.rate,
        words=words, giver=day.worker.name, worker=day.worker, workday=day,
    )  # fmt: skip


@transaction.atomic
def take_back(*, contribution: Contribution, reason: str, on: date, by: Any) -> Contribution:
    """The mirror of a gift; its cash goes back through the book, and a wage given back is a wage to be paid again.

    Raises Problem grants.gift_taken_back, grants.gift_is_mirror, grants.gift_reason, grants.gift_moved, and those of
    `ledger.reverse`.
    """
    ledger.hold(contribution.activity.book)
    works.hold(contribution.activity)
    held = Contribution.objects.select_related("activity__book", "workday", "journal").get(pk=contribution.pk)
    _check_back(held, reason)
    journal = ledger.reverse(journal=held.journal, on=on, reason=reason, by=by) if held.journal else None
    mirror = _written(
        held.activity, SwadayaKind(held.kind), on, by, uuid4(), quantity=-held.quantity, unit=held.unit,
        unit_value=held.unit_value, words=reason, giver=held.giver, worker=held.worker, journal=journal,
        takes_back=held,
    )  # fmt: skip
    if held.workday is not None:
        held.workday.is_waived = False
        held.workday.save(update_fields=["is_waived"])
    audit.record("swadaya.taken_back", mirror, by=by, **_told(mirror))
    return mirror


def _check_back(held: Contribution, reason: str) -> None:
    if held.takes_back_id is not None:
        raise Problem("grants.gift_is_mirror")
    if Contribution.objects.filter(takes_back=held).exists():
        raise Problem("grants.gift_taken_back", words=held.words)
    if not reason.strip():
        raise Problem("grants.gift_reason")
    if held.kind == SwadayaKind.WAIVED:
        _check_not_moved(held)


def _check_not_moved(held: Contribution) -> None:
    line = held.workday.line_id if held.workday else 0
    left = rules.movable(swadaya.waived(held.activity), swadaya.moved(held.activity)).get(line, 0)
    if held.value > left:
        raise Problem("grants.gift_moved", amount=shown(held.value), left=shown(left))


def _give(
    activity: Activity, kind: SwadayaKind, on: date, today: date, by: Any, op: UUID | None, *, quantity: Decimal,
    unit_value: int, into: Literal["cash", "bank"] | None = None, **told: Any,
) -> Contribution:  # fmt: skip
    ledger.hold(activity.book)
    held, op = works.hold(activity), op or uuid4()
    works.check_day(held, on, today)
    _check(quantity, unit_value)
    if (same := Contribution.objects.filter(op=op).first()) is not None:
        return _same(same, _digest(held, kind, on, quantity, unit_value, told["unit"], told["words"]))
    if into:
        told["journal"] = ledger.post(
            book=held.book, kind=Kind.SWADAYA_CASH, legs=money.swadaya_cash(int(quantity), into=into), on=on, by=by,
            words=told["words"],
        )  # fmt: skip
    made = _written(held, kind, on, by, op, quantity=quantity, unit_value=unit_value, **told)
    audit.record("swadaya.given", made, by=by, **_told(made))
    return made


def _check(quantity: Decimal, unit_value: int) -> None:
    if not quantity.is_finite() or not 0 < quantity < BEYOND or quantity % FINEST:
        raise Problem("grants.gift_quantity", quantity=quantity)
    if not 0 < unit_value <= MOST or not 0 < rules.worth(Fraction(quantity), unit_value) <= MOST:
        raise Problem("grants.gift_value", value=shown(unit_value))


def _written(
    activity: Activity, kind: SwadayaKind, on: date, by: Any, op: UUID, *, quantity: Decimal, unit_value: int,
    unit: str, words: str, **told: Any,
) -> Contribution:  # fmt: skip
    value = rules.worth(Fraction(quantity), unit_value)
    made = Contribution.objects.create(
        activity=activity, path=activity.path, kind=kind, on=on, by=str(by), op=op, quantity=quantity, unit=unit,
        unit_value=unit_value, value=value, words=words[:200],
        digest=_digest(activity, kind, on, quantity, unit_value, unit, words), **told,
    )  # fmt: skip
    ledger.add_to_cluster(activity.book, activity.cluster, swadaya=value)
    return made


def _digest(
    activity: Activity, kind: SwadayaKind, on: date, quantity: Decimal, unit_value: int, unit: str, words: str
) -> str:
    told = [activity.pk, str(kind), on.isoformat(), f"{quantity.normalize():f}", unit_value, unit, words]
    return sha256(json.dumps(told).encode()).hexdigest()


def _same(kept: Contribution, digest: str) -> Contribution:
    if kept.digest != digest:
        raise Problem("grants.gift_clash", words=kept.words)
    return kept


def _told(made: Contribution) -> dict[str, Any]:
    kind = str(SwadayaKind(made.kind))
    return {"path": made.path, "activity": made.activity.title, "kind": kind, "amount": abs(made.value)}
