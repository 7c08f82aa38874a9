"""All acts on the money of three RTs in two years, in any order, through the real database.

After every step every promise about money is asked of the database, and every book is held against a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import hypothesis
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from rukun.grants.actions import books, ledger, leftovers, payments
from rukun.grants.models import Advance, Book, Journal, Leg, Line, Payment, TaxDeposit
from rukun.grants.queries import books as queries
from rukun.grants.queries import checks
from rukun.grants.types import Account, Kind, PaymentKind, PaymentState, Purse, Tax
from rukun.kit.problems import Problem
from rukun.rules import ledger as rules
from tests.rooms.grants.money_ground import shoot
from tests.torture.ground import Desk
from tests.torture.plain_book import PlainBook

AMOUNTS = st.integers(1, 3_000_000) | st.sampled_from([0, -5, 1, 15_000_000, 30_000_000, 10**13, 10**13 + 1])
DAYS, WHO, PURSE = st.integers(0, 364), st.integers(0, 2), st.sampled_from([Account.CASH, Account.BANK])
SOURCES = st.sampled_from(list(Purse))
DESKS = st.integers(0, 5)
NTH = st.integers(0, 50)
ALL = " union all ".join(
    f"select '{code}', held.* from ({checks.statement(code)}) held (path, number, amount)"  # noqa: S608
    for code in checks.QUESTIONS
)
SEEN = ", ".join(
    f"{name} as materialized (select * from {name})"  # noqa: S608
    for name in sorted(set(re.findall(r"\bgrants_[a-z]+\b", ALL)))
)
"""Each table is read through its wall once, then every question is asked of what was seen."""


class Books(RuleBasedStateMachine):
    """`desks` is set by whoever runs the machine; each run is taken back at its end."""

    desks: list[Desk] = []
    steps = 0
    refused = 0

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        for each in self.desks:
            each.book.refresh_from_db()
        self.plain = {each.book.pk: PlainBook(each.book.flow, each.book.opened) for each in self.desks}
        self.asked: tuple[UUID, Callable[..., Any], dict[str, Any]] | None = None
        self.marks: dict[int, dict[int, int]] = {each.book.pk: {} for each in self.desks}

    def teardown(self) -> None:
        connection.check_constraints()
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        super().teardown()

    def do(self, desk: Desk, act: Callable[..., Any], event: str = "", told: dict[str, Any] | None = None, **how: Any):
        """One act: it happens whole, and the plain book hears of it; or it is refused, and nothing has moved."""
        type(self).steps += 1
        try:
            with transaction.atomic():
                made = act(**how)
        except Problem:
            type(self).refused += 1
            return None
        if event:
            self.plain[desk.book.pk].happened(event, **told or {})
        if "op" in how:
            self.asked = (how["op"], act, how)
        return made

    def verb(self, n: int, act: Callable[..., Any], event: str, day: int, who: int = 2, **how: Any) -> Any:
        """A verb of `actions.books` on a desk: what it is told the plain book is told as well."""
        desk = self.desks[n]
        told = {name: str(value) if isinstance(value, Account) else value for name, value in how.items()}
        if "officer" in how:
            told["officer"] = how["officer"].pk
        how |= {"book": desk.book, "on": desk.day(day), "by": desk.officers[who], "op": uuid4()}
        return self.do(desk, act, event, told, **how)

    def post(self, n: int, kind: Kind, legs: Any, event: str, day: int, **told: Any) -> Any:
        desk = self.desks[n]
        how = {"book": desk.book, "kind": kind, "legs": legs, "on": desk.day(day), "by": "uji", "op": uuid4()}
        return self.do(desk, ledger.post, event, told, **how)

    @initialize(n=DESKS, amount=st.integers(1_000_000, 15_000_000))
    def begin(self, n: int, amount: int) -> None:
        """So that most runs have money to move."""
        self.post(n, Kind.GRANTED, rules.granted(amount), "granted", 0, amount=amount)
        self.post(n, Kind.RELEASED, rules.released(amount), "released", 0, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def grant(self, n: int, amount: int, day: int) -> None:
        self.post(n, Kind.GRANTED, rules.granted(amount), "granted", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def release(self, n: int, amount: int, day: int) -> None:
        self.post(n, Kind.RELEASED, rules.released(amount), "released", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def swadaya(self, n: int, amount: int, day: int) -> None:
        self.post(n, Kind.SWADAYA_CASH, rules.swadaya_cash(amount), "swadaya_cash", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def withdraw(self, n: int, amount: int, day: int) -> None:
        self.verb(n, books.withdraw, "withdrawn", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def bank(self, n: int, amount: int, day: int) -> None:
        self.verb(n, books.bank, "banked", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS, source=PURSE, who=WHO)
    def give_panjar(self, n: int, amount: int, day: int, source: Account, who: int) -> None:
        officer = self.desks[n].officers[who]
        self.verb(n, books.give_panjar, "panjar_given", day, amount=amount, officer=officer, source=source)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS, into=PURSE, who=WHO)
    def panjar_back(self, n: int, amount: int, day: int, into: Account, who: int) -> None:
        officer = self.desks[n].officers[who]
        self.verb(n, books.take_back_panjar, "panjar_back", day, amount=amount, officer=officer, into=into)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS, source=PURSE, who=WHO)
    def repay(self, n: int, amount: int, day: int, source: Account, who: int) -> None:
        officer = self.desks[n].officers[who]
        self.verb(n, books.repay_talangan, "talangan_repaid", day, amount=amount, officer=officer, source=source)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def interest(self, n: int, amount: int, day: int) -> None:
        self.verb(n, books.receive_interest, "interest", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS)
    def fee(self, n: int, amount: int, day: int) -> None:
        self.verb(n, books.charge_fee, "bank_fee", day, amount=amount)

    @rule(n=DESKS, amount=AMOUNTS, day=DAYS, source=PURSE)
    def give_back(self, n: int, amount: int, day: int, source: Account) -> None:
        self.verb(n, books.return_unspent, "returned", day, amount=amount, source=source)

    @rule(n=DESKS)
    def open_rest(self, n: int) -> None:
        """The next tranche may be asked for."""
        book = ledger.hold(self.desks[n].book)
        rest = book.ceiling - book.opened
        book.opened += rest
        book.available += rest if book.flow == "reimbursement" else 0
        book.save(update_fields=["opened", "available"])
        self.plain[book.pk].opened += rest

    @rule(
        n=DESKS, price=st.integers(1, 2_000_000), second=st.integers(0, 500_000), tax=st.integers(0, 90_000), day=DAYS,
        source=SOURCES, who=WHO,
    )  # fmt: skip
    def propose(self, n: int, price: int, second: int, tax: int, day: int, source: Purse, who: int) -> None:
        desk = self.desks[n]
        prices = [price, *([second] if second else [])]
        items = [
            payments.Item(line.pk, "Rekaan", "zak", Decimal(1), each)
            for line, each in zip(desk.lines, prices, strict=False)
        ]
        kept = [payments.Kept(Tax.PPH22, "1.5", price, tax)] if 0 < tax < price else []
        officer = desk.officers[0] if source in (Purse.PANJAR, Purse.TALANGAN) else None
        told = {"kind": PaymentKind.GOODS, "number": f"K{day}", "on": desk.day(day), "words": "Rekaan"}
        receipt = payments.Receipt(**told, payee="Toko", items=items, source=source, officer=officer, withheld=kept)
        how = {"activity": desk.activity, "receipt": receipt, "on": desk.day(day), "by": desk.officers[who]}
        if (made := self.do(desk, payments.propose, **how)) is not None:
            shoot(made)

    @rule(n=DESKS, nth=NTH, who=WHO)
    def approve(self, n: int, nth: int, who: int) -> None:
        if (held := self._payment(n, nth, PaymentState.PROPOSED)) is not None:
            desk = self.desks[n]
            made = self.do(desk, payments.approve, payment=held, on=held.on, by=desk.officers[who])
            assert made is None or held.proposed_by_id != desk.officers[who].pk

    @rule(n=DESKS, nth=NTH, who=WHO)
    def pay(self, n: int, nth: int, who: int) -> None:
        if (held := self._payment(n, nth, PaymentState.APPROVED)) is not None:
            desk, spent = self.desks[n], payments.spent_by_line(held)
            withheld = dict(held.withholdings.values_list("tax", "amount"))
            told = {"spent": spent, "source": held.source, "withheld": withheld, "officer": held.officer_id}
            made = self.do(desk, payments.pay, "paid", told, payment=held, on=held.on, by=desk.officers[who])
            assert made is None or desk.officers[who].pk not in (held.proposed_by_id, held.approved_by_id)

    @rule(n=DESKS, nth=NTH)
    def refuse(self, n: int, nth: int) -> None:
        if (held := self._payment(n, nth, PaymentState.PROPOSED, PaymentState.APPROVED)) is not None:
            desk = self.desks[n]
            self.do(desk, payments.refuse, payment=held, reason="Rekaan", on=held.on, by=desk.officers[0])

    @rule(n=DESKS, nth=NTH, day=DAYS)
    def take_back(self, n: int, nth: int, day: int) -> None:
        if (held := self._payment(n, nth, PaymentState.PAID)) is not None:
            desk = self.desks[n]
            how = {"payment": held, "reason": "Rekaan", "on": desk.day(day), "by": desk.officers[0]}
            if self.do(desk, payments.take_back, **how) is not None:
                self.plain[desk.book.pk].reverse(held.journal.number)

    def _payment(self, n: int, nth: int, *states: PaymentState) -> Payment | None:
        found = list(Payment.objects.filter(book=self.desks[n].book, state__in=states).order_by("pk"))
        return found[nth % len(found)] if found else None

    @rule(n=DESKS, day=DAYS, source=PURSE)
    def deposit(self, n: int, day: int, source: Account) -> None:
        desk = self.desks[n]
        how = {"tax": Tax.PPH22, "proof": "REKAAN", "source": source, "on": desk.day(day), "by": desk.officers[2]}
        made: TaxDeposit | None = self.do(desk, books.deposit_tax, book=desk.book, **how)
        if made is not None:
            told = {"amount": made.amount, "tax": "pph22", "source": str(source)}
            self.plain[desk.book.pk].happened("tax_deposited", **told)

    @rule(n=DESKS, nth=NTH, day=DAYS)
    def reverse(self, n: int, nth: int, day: int) -> None:
        desk = self.desks[n]
        found = list(Journal.objects.filter(book=desk.book, kind__in=books.REVERSIBLE).order_by("number"))
        if found:
            held = found[nth % len(found)]
            how = {"journal": held, "reason": "Rekaan", "on": desk.day(day), "by": desk.officers[0]}
            if self.do(desk, books.reverse, **how) is not None:
                self.plain[desk.book.pk].reverse(held.number)

    @rule(n=DESKS, day=DAYS, gap=st.sampled_from([0, 0, 0, 700]), words=st.sampled_from(["", "Biaya kartu"]))
    def reconcile(self, n: int, day: int, gap: int, words: str) -> None:
        desk = self.desks[n]
        stated = max(queries.banked_on(desk.book, desk.day(day)), 0) + gap
        self.do(desk, books.reconcile, book=desk.book, stated=stated, words=words, on=desk.day(day), by="uji")

    @rule(n=DESKS, day=st.integers(0, 90), is_read=st.booleans())
    def close(self, n: int, day: int, is_read: bool) -> None:
        desk, until = self.desks[n], self.desks[n].day(day)
        if is_read and (booked := queries.banked_on(desk.book, until)) >= 0:
            books.reconcile(book=desk.book, stated=booked, words="", on=until, by="uji")
        self.do(desk, books.close, book=desk.book, until=until, on=until, by=desk.officers[0])

    @rule(n=st.sampled_from([0, 2, 4]))
    def carry(self, n: int) -> None:
        desk, following = self.desks[n], self.desks[n + 1]
        before = Book.objects.get(pk=desk.book.pk)
        made = self.do(desk, leftovers.carry, book=desk.book, on=desk.day(364), by=desk.officers[0])
        if made is not None and not before.carried_out:
            told = {"cash": before.cash, "bank": before.bank}
            self.plain[desk.book.pk].happened("carried_out", **told)
            self.plain[following.book.pk].happened("carried_in", **told)

    @rule()
    def ask_again(self) -> None:
        """The same op once more: one effect. With another body: refused."""
        if self.asked is None:
            return
        op, act, how = self.asked
        known = Journal.objects.count()
        assert self.do(self.desks[0], act, **how).op == op
        assert Journal.objects.count() == known
        if "amount" in how:
            self._refused("grants.op_clash", act, **how | {"amount": how["amount"] + 1})

    @rule(n=DESKS)
    def knock_at_closed(self, n: int) -> None:
        """Neither the ledger nor the database itself lets anything into a closed period."""
        book = Book.objects.get(pk=self.desks[n].book.pk)
        if book.closed_until is None or book.carried_out:
            return
        how = {"book": book, "kind": Kind.INTEREST, "on": book.closed_until, "by": "uji"}
        self._refused("grants.period_closed", ledger.post, **how, legs=rules.interest(5))
        try:
            with transaction.atomic():
                Journal.objects.create(path=book.path, number=9_999, digest="0" * 64, total=5, **how)
        except Error as refused:
            assert "grants_journal_closed" in str(refused)
        else:
            raise AssertionError("the database let an entry into a closed period")

    @rule(sql=st.sampled_from(["update grants_leg set amount = amount + 1", "delete from grants_journal"]))
    def tamper(self, sql: str) -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
        except Error:
            return
        assert cursor.rowcount == 0

    def _refused(self, code: str, act: Callable[..., Any], **how: Any) -> None:
        try:
            with transaction.atomic():
                act(**how)
        except Problem as problem:
            assert problem.code == code
        else:
            raise AssertionError(f"not refused: {code}")

    @invariant()
    def every_promise_holds(self) -> None:
        assert connection.connection.execute("execute promises").fetchall() == []

    @invariant()
    def the_books_are_the_plain_ones(self) -> None:
        for book in Book.objects.filter(pk__in=self.plain):
            plain = self.plain[book.pk]
            differing = {name: (getattr(book, name), n) for name, n in plain.sums().items() if getattr(book, name) != n}
            assert not differing, f"{book.flow}: {differing}"
            assert book.last_number == len(plain.events)
            self.marks[book.pk][book.last_number] = book.cash + book.bank

    @rule(n=DESKS, nth=NTH)
    def replay_a_prefix(self, n: int, nth: int) -> None:
        """A prefix replayed gives what the book said when it was that long."""
        book, marks = self.desks[n].book, self.marks[self.desks[n].book.pk]
        number = list(marks)[nth % len(marks)]
        legs = Leg.objects.filter(journal__book=book, journal__number__lte=number, account__in=queries.MONEY)
        assert sum(legs.values_list("amount", flat=True)) == marks[number]

    @rule(n=DESKS)
    def lines_and_officers(self, n: int) -> None:
        desk = self.desks[n]
        plain = self.plain[desk.book.pk]
        spent = dict(Line.objects.filter(activity=desk.activity, spent__gt=0).values_list("pk", "spent"))
        assert spent == {line: amount for line, amount in plain.by_line.items() if amount}
        for row in Advance.objects.filter(book=desk.book):
            assert (row.held, row.owed) == (plain.panjar_of[row.officer_id], plain.talangan_of[row.officer_id])


def run(steps: int, seed: int | None = None) -> None:
    """Until so many acts were tried; without shrinking, so that a failure is told at once, with what led to it."""
    Books.steps = Books.refused = 0
    with prepared():
        _until(steps, seed)


@contextmanager
def prepared() -> Iterator[None]:
    """The union of all questions is planned once: planning it costs three times what asking it does."""
    connection.connection.execute(f"prepare promises as with {SEEN} {ALL}")
    try:
        yield
    finally:
        connection.connection.execute("deallocate promises")


def _until(steps: int, seed: int | None) -> None:
    rounds = 0
    while Books.steps < steps:
        chosen = settings(
            max_examples=min(200, max((steps - Books.steps) // 40, 1)), stateful_step_count=50, deadline=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate], database=None,
        )  # fmt: skip
        machine = Books if seed is None else hypothesis.seed(seed + rounds)(Books)
        run_state_machine_as_test(machine, settings=chosen)
        rounds += 1
