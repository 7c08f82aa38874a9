"""A year whose juknis speaks of money: two tranches of 60 and 40 per cent, the second only when all is accounted for;
and a year that walks through it: an RT with three officers, a desa, a kecamatan and a DPMD."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.rooms.conftest import make_user
from tests.rooms.grants.money_ground import make_officer, shoot

from rukun.accounts.models import Role, User
from rukun.facilitation.actions import programmes
from rukun.facilitation.models import Programme
from rukun.grants.actions import activities, budgets, dossiers, payments, tranches
from rukun.grants.actions.payments import Item, Receipt
from rukun.grants.models import Activity, Book, Dossier, Payment, Vendor
from rukun.grants.types import DossierKind, LineKind, PaymentKind, Purse
from rukun.musrenbang.models import Plan, Proposal
from rukun.parameters import juknis
from rukun.parameters.juknis import Desk, MoneyRules, MoneyWay, PaperRule, TrancheRule
from rukun.territory.models import Area

FIRST = date(2026, 1, 5)
YEAR = 2026
ON = date(2026, 3, 2)
BOTH = ("desa", "kecamatan")
RULES = MoneyRules(
    ways=(MoneyWay("all", "rt_account", "advance"),),
    tranches=(TrancheRule(1, "60"), TrancheRule(2, "40", since=date(2026, 7, 1), gate="100")),
    desks=(
        Desk("rab", BOTH, 5), Desk("request", BOTH, 3), Desk("spj", BOTH, 7), Desk("lpj", ("kecamatan",), None),
    ),
    papers=(PaperRule("surat", "request", "Surat permintaan"), PaperRule("daftar_upah", "spj", "Daftar upah", "wages")),
    tax_by="rt",
)  # fmt: skip


def adopt(places: Any, rules: MoneyRules = RULES, **more: Any) -> Programme:
    told = replace(juknis.load("juknis/contoh_rekaan_2026", begins=FIRST), money=rules, **({"year": YEAR} | more))
    return programmes.adopt(juknis=told, since=FIRST, basis="SK uji", on=FIRST, by="uji", path=places.kabupaten.path)


def plan_line(rt: Area, title: str = "Semenisasi gang rekaan", amount: int = 20_000_000, year: int = YEAR) -> Plan:
    here = {"rt": rt, "path": rt.path, "year": year}
    place = Plan.objects.filter(rt=rt, year=year).count() + 1
    wish = Proposal.objects.create(
        **here, born=year, number=place, title=title, cost=amount, state="planned", owner="kecamatan", menu="S1"
    )
    return Plan.objects.create(**here, place=place, proposal=wish, amount=amount, cluster="sosial", on=FIRST)


@dataclass
class Year:
    """A book whose one activity has a RAB of twenty million in force once `rab()` went all the way."""

    book: Book
    activity: Activity
    head: User
    secretary: User
    treasurer: User
    desa: User
    kecamatan: User
    dpmd: User
    day: date = ON

    def fresh(self) -> Book:
        self.book.refresh_from_db()
        return self.book

    def prepare(self, kind: DossierKind, **about: Any) -> Dossier:
        return dossiers.prepare(book=self.book, kind=kind, on=self.day, by=self.secretary, **about)

    def send(self, dossier: Dossier, by: User | None = None) -> Dossier:
        ready = [each.key for each in RULES.papers]
        return dossiers.submit(dossier=dossier, on=self.day, by=by or self.secretary, ready=ready)

    def accept(self, dossier: Dossier, *desks: User) -> Dossier:
        for desk in desks or (self.desa, self.kecamatan):
            dossier = dossiers.accept(dossier=dossier, on=self.day, by=desk)
        self.fresh()
        self.activity.refresh_from_db()
        return dossier

    def draft(self) -> Any:
        budget = budgets.draw(activity=self.activity, on=self.day, by=self.secretary)
        told = {
            "words": "Semen 50 kg",
            "unit": "zak",
            "quantity": Decimal(self.activity.plan.amount // 100_000),
            "unit_price": 100_000,
        }
        budgets.put(budget=budget, number=None, kind=LineKind.MATERIAL, by=self.secretary, **told)
        return budget

    def rab(self) -> None:
        self.accept(self.send(self.prepare(DossierKind.RAB, budget=self.draft())))

    def ask(self) -> Dossier:
        return self.accept(self.send(self.prepare(DossierKind.REQUEST)))

    def release(self) -> None:
        tranche = self.book.tranches.get(state="approved")
        tranches.release(tranche=tranche, on=self.day, by=self.dpmd)
        self.fresh()

    def spend(self, bags: int, source: Purse = Purse.BANK, *, is_shot: bool = True, **more: Any) -> Payment:
        """Without a picture it is a fee, as that is signed when it is paid."""
        line = self.activity.lines.get()
        vendor = Vendor.objects.get_or_create(
            rt=self.book.rt, path=self.book.path, name="Toko Rekaan", name_key="toko rekaan", kind="shop", since=FIRST
        )[0]
        told = Receipt(
            kind=PaymentKind.GOODS if is_shot else PaymentKind.FEE, number=f"N-{Payment.objects.count()}", on=self.day, words="Semen", source=source,
            items=[Item(line.pk, "Semen 50 kg", "zak", Decimal(bags), 100_000)], vendor=vendor, payee=vendor.name, **more,
        )  # fmt: skip
        made = payments.propose(activity=self.activity, receipt=told, on=self.day, by=self.secretary)
        if is_shot:
            shoot(made)
        return payments.approve(payment=made, on=self.day, by=self.head)

    def pay(self, bags: int, source: Purse = Purse.BANK, *, is_shot: bool = True, **more: Any) -> Payment:
        paid = payments.pay(payment=self.spend(bags, source, is_shot=is_shot, **more), on=self.day, by=self.treasurer)
        self.fresh()
        return paid

    def account(self) -> Dossier:
        return self.accept(self.send(self.prepare(DossierKind.SPJ)))


def walk(places: Any, rules: MoneyRules = RULES, *, amount: int = 20_000_000, **more: Any) -> Year:
    adopt(places, rules, **more)
    rt = places.melati
    line = plan_line(rt, amount=amount)
    book = activities.open_book(rt_id=rt.pk, path=rt.path, year=YEAR, on=ON, by="uji")
    officers = [make_officer(rt, role) for role in (Role.RT_HEAD, Role.RT_SECRETARY, Role.RT_TREASURER)]
    desks = [
        make_user("meja-desa", Role.DESA_OPERATOR, places.desa),
        make_user("meja-kecamatan", Role.KECAMATAN_OFFICER, places.kecamatan),
        make_user("meja-dpmd", Role.DPMD, places.kabupaten),
    ]
    return Year(book, book.activities.get(plan=line), *officers, *desks)
