"""Many at once, and killed in the middle: races for the last rupiah, killed clients, killed servers.

Everything here is committed, through connections of its own, by the same door the web uses.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db import DatabaseError, InterfaceError, connection, transaction

from rukun.grants.actions import ledger
from rukun.grants.models import Book, Journal, Line
from rukun.grants.queries import checks
from rukun.grants.types import Kind
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules
from rukun.walls import scope
from tests.torture.ground import Desk

ON = date(2026, 5, 5)
WRITERS = 64
PRICE = 1_000


@dataclass
class Told:
    """What was counted: of whatever should never be, nothing."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    never: tuple[str, ...] = ("lost", "doubled", "half_posted", "over", "wrong_count")

    @property
    def is_well(self) -> bool:
        return not any(self.counts[name] for name in self.never)

    def __str__(self) -> str:
        return f"{self.name}: " + ", ".join(f"{name} {n}" for name, n in sorted(self.counts.items()))


def posted(act: Callable[[], Any]) -> Any:
    """One act in a transaction that sees everything."""
    with transaction.atomic(), scope.everything():
        return act()


def fund(desk: Desk, amount: int) -> None:
    for kind, legs in ((Kind.GRANTED, rules.granted(amount)), (Kind.RELEASED, rules.released(amount))):
        posted(lambda k=kind, x=legs: ledger.post(book=desk.book, kind=k, legs=x, on=ON, by="siksa"))


def spend(book: int, line: int, op: UUID, amount: int = PRICE) -> Journal:
    legs = rules.paid([rules.Spent(line, amount)], source="bank", withheld={})
    held = Book.objects.get(pk=book)
    return ledger.post(book=held, kind=Kind.PAID, legs=legs, on=ON, by="siksa", op=op)


def races(desk: Desk, rounds: int, rng: random.Random, writers: int = WRITERS) -> Told:
    """Each round leaves room for so many payments and no more; all writers want one at the same moment."""
    told, barrier, line = Told(f"{writers} penulis berebut"), threading.Barrier(writers + 1), desk.lines[0].pk
    won: list[int] = []

    def write() -> None:
        for _ in range(rounds):
            barrier.wait()
            try:
                posted(lambda: spend(desk.book.pk, line, uuid4()))
                won.append(1)
            except Problem:
                pass
            barrier.wait()
        connection.close()

    threads = [threading.Thread(target=write, daemon=True) for _ in range(writers)]
    for each in threads:
        each.start()
    for _ in range(rounds):
        room = rng.randint(0, 5)
        _leave_room(desk, room)
        won.clear()
        barrier.wait()
        barrier.wait()
        told.counts["rounds"] += 1
        told.counts["won"] += len(won)
        told.counts["wrong_count"] += len(won) != room
        told.counts["over"] += posted(lambda: _over(desk))
    for each in threads:
        each.join()
    return told


def _leave_room(desk: Desk, room: int) -> None:
    """By the line of the RAB: what is left of it is `room` payments; the bank holds plenty."""

    def shape() -> None:
        line = Line.objects.select_for_update().get(pk=desk.lines[0].pk)
        line.approved = line.spent + room * PRICE
        line.save(update_fields=["approved"])

    posted(shape)


def _over(desk: Desk) -> bool:
    line, book = Line.objects.get(pk=desk.lines[0].pk), Book.objects.get(pk=desk.book.pk)
    return line.spent > line.approved or book.spent > book.available


def client_kills(desk: Desk, kills: int, rng: random.Random) -> Told:
    """A child is killed somewhere while it posts; then the same is asked again, as a phone would."""
    told, line = Told("klien dibunuh"), desk.lines[1].pk
    _widen(desk)
    whole = _how_long(desk, line)
    known = _count(desk)
    for _ in range(kills):
        op = uuid4()
        connection.close()
        if (child := os.fork()) == 0:
            _die_posting(desk.book.pk, line, op)
        time.sleep(rng.uniform(0, 1.3 * whole))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told.counts["kills"] += 1
        told.counts["was_in"] += posted(lambda o=op: Journal.objects.filter(op=o).exists())
        posted(lambda o=op: spend(desk.book.pk, line, o))
    after = _count(desk)
    told.counts["lost"] = max(known + kills - after, 0)
    told.counts["doubled"] = max(after - known - kills, 0)
    told.counts["half_posted"] = posted(_half)
    return told


def _how_long(desk: Desk, line: int) -> float:
    """Seconds a child needs on this machine from its birth to its end, so that it is killed anywhere in between."""
    connection.close()
    began = time.monotonic()
    if (child := os.fork()) == 0:
        _die_posting(desk.book.pk, line, uuid4())
    os.waitpid(child, 0)
    return time.monotonic() - began


def _die_posting(book: int, line: int, op: UUID) -> None:
    try:
        posted(lambda: spend(book, line, op))
    finally:
        os._exit(0)


def server_kills(desk: Desk, house: Any, kills: int, rng: random.Random, writers: int = 4) -> Told:
    """The server dies under writers, comes back, and is held against what it had said yes to."""
    told, line = Told("server dibunuh"), desk.lines[1].pk
    _widen(desk)
    asked: list[UUID] = []
    for _ in range(kills):
        yes, sent = _under_fire(desk, line, house, rng, writers)
        told.counts["kills"] += 1
        told.counts["acknowledged"] += len(yes)
        stored = set(posted(lambda s=sent: list(Journal.objects.filter(op__in=s).values_list("op", flat=True))))
        told.counts["lost"] += len(set(yes) - stored)
        for op in sent:
            posted(lambda o=op: spend(desk.book.pk, line, o))
        asked += sent
    rows = posted(lambda: list(Journal.objects.filter(op__in=asked).values_list("op", flat=True)))
    told.counts["sent"] = len(asked)
    told.counts["lost"] += len(set(asked)) - len(set(rows))
    told.counts["doubled"] = len(rows) - len(set(rows))
    told.counts["half_posted"] = posted(_half)
    return told


def _under_fire(desk: Desk, line: int, house: Any, rng: random.Random, writers: int) -> tuple[list[UUID], list[UUID]]:
    yes: list[UUID] = []
    sent: list[UUID] = []

    def write() -> None:
        try:
            while True:
                op = uuid4()
                sent.append(op)
                posted(partial(spend, desk.book.pk, line, op))
                yes.append(op)
        except (DatabaseError, InterfaceError):
            connection.close()

    connection.close()
    threads = [threading.Thread(target=write, daemon=True) for _ in range(writers)]
    for each in threads:
        each.start()
    time.sleep(rng.uniform(0.05, 0.4))
    house.kill()
    for each in threads:
        each.join()
    house.start()
    return yes, sent


def _widen(desk: Desk) -> None:
    """Room for whatever is to come."""
    posted(lambda: Line.objects.filter(pk=desk.lines[1].pk).update(approved=10**12))


def _count(desk: Desk) -> int:
    return posted(lambda: Journal.objects.filter(book=desk.book, kind=Kind.PAID).count())


HALVES = (
    "grants.entry_unbalanced", "grants.book_differs", "grants.line_differs", "grants.cluster_differs",
    "grants.numbers_missing", "grants.limit_passed",
)  # fmt: skip


def _half() -> int:
    """Entries, books, lines and clusters that do not agree with one another."""
    return sum(len(checks.rows_of(code)) for code in HALVES)
