"""The one door by which money moves: an entry is posted whole, once, inside the limits, or not at all.

Everything else in this room that moves money calls `post` or `reverse` in its own transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from rukun.audit import actions as audit
from rukun.grants.models import Advance, Book, ClusterSum, Journal, Leg, Line
from rukun.grants.types import MOST, Account, Flow, Kind
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules


@transaction.atomic
def post(
    *, book: Book, kind: Kind, legs: Sequence[rules.Leg], on: date, by: Any, op: UUID | None = None, words: str = "",
    reverses: Journal | None = None,
) -> Journal:  # fmt: skip
    """Writes one entry and moves the sums of its book, lines, clusters and officers with it.

    The same `op` again is the same entry; with another content it is refused. Raises Problem grants.op_clash,
    grants.amount_out_of_range, grants.period_closed, grants.book_carried, and those of `_move` where money would fall
    below zero or pass its limit.
    """
    op, digest = op or uuid4(), _digest(book, kind, legs, on, reverses)
    held = hold(book)
    if (same := Journal.objects.filter(op=op).first()) is not None:
        return _same(same, digest)
    _check(held, kind, legs, on)
    _move(held, legs)
    held.last_number += 1
    entry = Journal.objects.create(
        book=held, path=held.path, number=held.last_number, on=on, kind=kind, op=op, digest=digest,
        total=rules.total(legs), words=words[:240], reverses=reverses, by=str(by),
    )  # fmt: skip
    Leg.objects.bulk_create([_leg(entry, each) for each in legs])
    held.save()
    _follow(book, held)
    audit.record(
        "journal.posted", entry, by=by, path=held.path, kind=str(kind), number=entry.number, amount=entry.total
    )
    return entry


@transaction.atomic
def reverse(*, journal: Journal, on: date, reason: str, by: Any, op: UUID | None = None) -> Journal:
    """Takes an entry back by one that mirrors it. Raises Problem grants.already_reversed, grants.not_to_be_reversed."""
    hold(journal.book)
    if journal.kind == Kind.REVERSAL:
        raise Problem("grants.not_to_be_reversed", number=journal.number)
    if (before := Journal.objects.filter(reverses=journal).first()) is not None and before.op != op:
        raise Problem("grants.already_reversed", number=journal.number, by=before.number)
    return post(
        book=journal.book, kind=Kind.REVERSAL, legs=rules.reversal(legs_of(journal)), on=on, by=by, op=op, words=reason,
        reverses=journal,
    )  # fmt: skip


def hold(book: Book) -> Book:
    """The book as it stands now, locked until the end of the transaction: who moves money follows one another."""
    return Book.objects.select_for_update().get(pk=book.pk)


def legs_of(journal: Journal) -> list[rules.Leg]:
    rows = journal.legs.order_by("pk").values_list("account", "amount", "line_id", "officer_id", "tax")
    return [rules.Leg(*row) for row in rows]


def _digest(book: Book, kind: Kind, legs: Sequence[rules.Leg], on: date, reverses: Journal | None) -> str:
    told = [
        book.pk, str(kind), on.isoformat(), reverses.pk if reverses else None,
        [[each.account, each.amount, each.line, each.officer, each.tax] for each in legs],
    ]  # fmt: skip
    return sha256(json.dumps(told).encode()).hexdigest()


def _same(entry: Journal, digest: str) -> Journal:
    if entry.digest != digest:
        raise Problem("grants.op_clash", number=entry.number)
    return entry


def _check(book: Book, kind: Kind, legs: Sequence[rules.Leg], on: date) -> None:
    """Whatever is no reversal begins with a debit: less than nothing is never moved."""
    amount = max((abs(each.amount) for each in legs), default=0)
    is_backward = kind != Kind.REVERSAL and amount > 0 and legs[0].amount < 0
    if not 0 < amount <= MOST or any(each.amount == 0 for each in legs) or is_backward:
        raise Problem("grants.amount_out_of_range", amount=-amount if is_backward else amount)
    if book.closed_until is not None and on <= book.closed_until:
        raise Problem("grants.period_closed", on=on, until=book.closed_until)
    if book.carried_out:
        raise Problem("grants.book_carried", year=book.year, amount=shown(book.carried_out))


def _move(book: Book, legs: Sequence[rules.Leg]) -> None:
    """The sums of the book, in memory; then of lines, clusters and officers, each under its own lock."""
    changes = rules.effects(legs)
    for name, change in changes.items():
        setattr(book, name, getattr(book, name) + change)
    book.available += available_by(book.flow, changes)
    _inside(book)
    spent = _by(legs, Account.SPENDING, "line")
    if spent:
        _spend(book, spent)
    _advance(book, _by(legs, Account.PANJAR, "officer"), "held", 1)
    _advance(book, _by(legs, Account.TALANGAN, "officer"), "owed", -1)


def available_by(flow: str, changes: Mapping[str, int]) -> int:
    """By how much more (or less) may be spent after an entry."""
    own = changes["swadaya_cash"] + changes["interest"] + changes["carried_in"]
    own -= changes["returned"] + changes["carried_out"]
    return own + (changes["released"] if flow == Flow.ADVANCE else 0)


NAMES = ("cash", "bank", "receivable", "panjar", "talangan", "tax")


def _inside(book: Book) -> None:
    """The letter a person reads before the database would refuse."""
    if short := next((name for name in NAMES if getattr(book, name) < 0), ""):
        raise Problem("grants.account_short", account=Account(short).label, short=shown(-getattr(book, short)))
    if book.granted > book.opened:
        raise Problem("grants.opened_passed", opened=shown(book.opened), over=shown(book.granted - book.opened))
    if (over := book.committed + book.spent - book.available) > 0:
        raise Problem("grants.not_available", over=shown(over), available=shown(book.available))


def _by(legs: Sequence[rules.Leg], account: Account, name: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for each in legs:
        if each.account == account:
            found[getattr(each, name)] = found.get(getattr(each, name), 0) + each.amount
    return found


def _spend(book: Book, spent: Mapping[int, int]) -> None:
    lines = Line.objects.select_for_update().filter(pk__in=spent, path=book.path).select_related("activity")
    lines = {each.pk: each for each in lines.order_by("pk")}
    if set(lines) != set(spent):
        raise Problem("grants.line_unknown")
    for pk, amount in spent.items():
        line = lines[pk]
        line.spent += amount
        if line.committed + line.spent > line.approved:
            raise Problem(
                "grants.line_passed", line=line.words, approved=shown(line.approved),
                over=shown(line.committed + line.spent - line.approved),
            )  # fmt: skip
        line.save(update_fields=["spent"])
        add_to_cluster(book, line.activity.cluster, spent=amount)


def add_to_cluster(book: Book, cluster: str, **changes: int) -> None:
    """Moves the sums of one cluster of a book: planned, approved, spent, accounted, swadaya."""
    ClusterSum.objects.get_or_create(book=book, cluster=cluster, defaults={"path": book.path, "year": book.year})
    moved = {name: F(name) + change for name, change in changes.items()}
    ClusterSum.objects.filter(book=book, cluster=cluster).update(**moved)


def _advance(book: Book, moved: Mapping[int, int], name: str, sign: int) -> None:
    for officer, change in moved.items():
        Advance.objects.get_or_create(book=book, officer_id=officer, defaults={"path": book.path})
        row = Advance.objects.select_for_update().get(book=book, officer_id=officer)
        setattr(row, name, getattr(row, name) + sign * change)
        _refuse_short(row)
        row.save(update_fields=[name])


def _refuse_short(row: Advance) -> None:
    if row.held < 0:
        raise Problem("grants.panjar_short", short=shown(-row.held))
    if row.owed < 0:
        raise Problem("grants.talangan_short", short=shown(-row.owed))


def _leg(entry: Journal, each: rules.Leg) -> Leg:
    return Leg(
        journal=entry, path=entry.path, account=each.account, amount=each.amount, line_id=each.line,
        officer_id=each.officer, tax=each.tax,
    )  # fmt: skip


def _follow(book: Book, held: Book) -> None:
    """The caller's own copy stands as the database does."""
    for field in Book._meta.concrete_fields:
        setattr(book, field.attname, getattr(held, field.attname))
