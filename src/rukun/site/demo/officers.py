"""Who does what with the money of an RT in the demo, and what they do alike in every RT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from rukun.grants.actions import activities, budgets, dossiers, pictures, receipts, shots, teams, tranches, vendors
from rukun.grants.actions import payments as spending
from rukun.grants.queries import dossiers as papers
from rukun.grants.queries import receipts as rates
from rukun.grants.types import DossierKind, Funding, LineKind, PaymentKind, Purse, ShotRole, Tax, Team
from rukun.kit.money import shown
from rukun.rules.tax import Purchase
from rukun.site.demo import drawn
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

Item = tuple[LineKind, str, str, int, int]
Gift = tuple[Funding, LineKind, str, str, int, int]
TREASURY, DESKS = "petugas-dpmd", ("operator-desa", "petugas-kecamatan")
SHOPS = {
    "bangunan": vendors.Told("Toko Bangunan Rekaan Jaya", address="Jalan Umpama 1", npwp="010203040506000"),
    "pasir": vendors.Told("Pangkalan Pasir Umpama", address="Tepi sungai Rekaan"),
    "pangan": vendors.Told("Toko Sembako Peraga", address="Pasar Contoh blok R"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """What a shop wrote: so much of lines of the RAB at a price, so many days before the demo is made."""

    before: int
    shop: str
    number: str
    bought: tuple[tuple[str, int, int], ...]
    """The first words of a line, how much, at which price."""
    what: Literal["goods", "service"] = "goods"


@dataclass(frozen=True, slots=True)
class Officers:
    """The secretary writes, the head decides, the treasurer pays."""

    story: Story
    number: str
    secretary: Any
    head: Any
    treasurer: Any
    standards: dict[str, dict[str, Any]]
    """Words of a thing → its code and price in the list of the kabupaten."""

    @property
    def rt(self) -> int:
        held: int = self.story.ground.rts[self.number]
        return held

    @property
    def path(self) -> str:
        return territory.path_of(self.rt)

    def open_book(self, members: tuple[tuple[Team, str, str], ...], *, on: date) -> Any:
        book = activities.open_book(rt_id=self.rt, path=self.path, year=self.story.year, on=on, by=self.secretary)
        for team, name, office in members:
            teams.join(book=book, team=team, name=name, office=office, since=on, on=on, by=self.secretary)
        return book

    def plan(
        self, activity: Any, items: tuple[Item, ...], given: tuple[Gift, ...] = (), *, before: int
    ) -> None:  # fmt: skip
        """A RAB on its way through both desks: drawn, sent a day later, in force two days after that."""
        budget = budgets.draw(activity=activity, on=self.story.day(before), by=self.secretary)
        for funding, kind, words, unit, quantity, price in (*((Funding.GRANT, *each) for each in items), *given):
            budgets.put(
                budget=budget, number=None, kind=kind, words=words, unit=unit, quantity=Decimal(quantity),
                unit_price=price, funding=funding, by=self.secretary,
                **self.standards.get(words, {}),
            )  # fmt: skip
        self.accepted(self.sent(activity.book, DossierKind.RAB, before=before - 1, budget=budget), before=before - 2)

    def sent(self, book: Any, kind: DossierKind, *, before: int, **about: Any) -> Any:
        """The secretary gathers it, the head sends it with all its papers."""
        on = self.story.day(before)
        made = dossiers.prepare(book=book, kind=kind, on=on, by=self.secretary, **about)
        ready = [each.key for each in papers.papers(made, on)]
        return dossiers.submit(dossier=made, on=on, by=self.head, ready=ready)

    def accepted(self, dossier: Any, *, before: int) -> None:
        """The desa that day, the kecamatan a day later."""
        for later, desk in enumerate(DESKS):
            dossiers.accept(dossier=dossier, on=self.story.day(before - later), by=self.story.cast[desk])

    def released(self, book: Any, *, before: int) -> None:
        """The tranche is asked for; three days later its money stands in the bank."""
        self.accepted(self.sent(book, DossierKind.REQUEST, before=before), before=before - 1)
        tranche = book.tranches.order_by("number").first()
        tranches.release(tranche=tranche, on=self.story.day(before - 3), by=self.story.cast[TREASURY])

    def buy(self, activity: Any, note: Note, *, until: str = "paid") -> Any:
        """A note with its picture goes as far as `until`: proposed, approved or paid."""
        on = self.story.day(note.before)
        lines = list(activity.lines.all())
        items = [_item(lines, *each) for each in note.bought]
        rows = [f"{each.quantity} {each.unit} {each.words}"[:40] for each in items]
        receipt = spending.Receipt(
            kind=PaymentKind.GOODS, number=note.number, on=on, words=items[0].words, items=items, source=Purse.BANK,
            withheld=_kept(note, sum(each.amount for each in items), on),
        )  # fmt: skip
        shop = SHOPS[note.shop]
        picture = self.picture(drawn.note(shop.name, [note.number, f"{on:%d-%m-%Y}", *rows], shown(receipt.total)), on)
        payment = receipts.take_in(
            activity=activity, receipt=receipt, vendor=shop, picture=picture, on=on, by=self.secretary,
            op=self.story.op(),
        )  # fmt: skip
        return self.settle(payment, on=on, until=until)

    def settle(self, payment: Any, *, on: date, until: str = "paid") -> Any:
        if until != "proposed":
            payment = spending.approve(payment=payment, on=on, by=self.head)
        return spending.pay(payment=payment, on=on, by=self.treasurer) if until == "paid" else payment

    def picture(self, content: bytes, on: date) -> Any:
        return pictures.keep(rt=self.rt, path=self.path, content=content, on=on, by=self.secretary)

    def show(self, content: bytes, role: ShotRole, *, on: date, **about: Any) -> None:
        shots.attach(picture=self.picture(content, on), role=role, on=on, by=self.secretary, **about)


def _kept(note: Note, amount: int, on: date) -> list[spending.Kept]:
    """Tax as the rates of the day say."""
    asked = Purchase(note.what, amount, has_npwp=bool(SHOPS[note.shop].npwp))
    return [
        spending.Kept(Tax(each.tax), str(each.percent), each.base, each.amount) for each in rates.taxes(asked, on).taxes
    ]


def _item(lines: list[Any], words: str, quantity: int, price: int) -> spending.Item:
    line = next(each for each in lines if each.words.startswith(words))
    return spending.Item(line.pk, line.words, line.unit, Decimal(quantity), price)
