"""A work with a RAB in force, six workers and officers: the ground of the tests about works, days and gifts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.rooms.grants.money_ground import ON, Money, make_money

from rukun.facilitation.models import Programme
from rukun.grants.actions import ledger, workdays
from rukun.grants.actions.workdays import Mark
from rukun.grants.models import Budget, BudgetItem, Worker
from rukun.grants.types import Kind, Skill
from rukun.rules import ledger as rules
from rukun.territory.models import Area

TODAY = date(2026, 6, 30)
MONDAY = date(2026, 5, 4)
RATE = 120_000


@dataclass(frozen=True)
class Ground:
    money: Money
    workers: tuple[Worker, ...]

    @property
    def activity(self):
        return self.money.activity

    @property
    def line(self):
        return self.money.wages

    def mark(self, on=MONDAY, line=None, activity=None, **halves):
        """mark(a=2, b="w2"): halves of a day by worker; "w" before it gives the wage back."""
        marks = {
            self.workers["abcdef".index(name)].pk: Mark(int(str(n)[-1]), str(n).startswith("w"))
            for name, n in halves.items()
        }
        return workdays.mark(
            activity=activity or self.activity, line=line or self.line, on=on, marks=marks, today=TODAY, by="uji"
        )


def make_ground(rt: Area, *, rate: int = RATE, released: int = 60_000_000) -> Ground:
    money = make_money(rt)
    budget(money, rate)
    if released:
        for kind, legs in ((Kind.GRANTED, rules.granted(released)), (Kind.RELEASED, rules.released(released))):
            ledger.post(book=money.book, kind=kind, legs=legs, on=ON, by="uji")
    money.activity.refresh_from_db()
    workers = tuple(
        workdays.enrol(
            activity=money.activity, skill=Skill.LABOURER, on=MONDAY, by="uji", name=f"Pekerja {name} Rekaan"
        )
        for name in ("Ani", "Beni", "Citra", "Dodi", "Eka", "Fani")
    )
    return Ground(money, workers)


def budget(money: Money, rate: int) -> Budget:
    """A RAB in force: its wage line pays `rate` a day."""
    held = Budget.objects.create(
        activity=money.activity, path=money.activity.path, revision=1, state="approved", drawn_on=ON, drawn_by="uji",
        approved_on=ON, approved_by="uji",
    )  # fmt: skip
    for line, price in ((money.cement, 80_000), (money.wages, rate), (money.tools, 200_000)):
        BudgetItem.objects.create(
            budget=held, path=held.path, number=line.number, kind=line.kind, words=line.words, unit=line.unit,
            quantity=Decimal(line.approved // price), unit_price=price, amount=line.approved // price * price,
        )  # fmt: skip
    return held


def adopt(rt: Area, monkeypatch, may_move: bool | None) -> None:
    """What the juknis of the year says about wages given back."""
    monkeypatch.setattr("rukun.grants.queries.rulings.may_move_waived", lambda year, on: may_move)
    assert not Programme.objects.exists()
