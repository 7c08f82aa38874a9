"""A year of an RT as its papers tell it: money that came, receipts, wages taken and given back, tax, things that stay.

Everything is written through models and the one door of the ledger, so that papers are tried before and beside the
pages by which people do the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

from PIL import Image
from tests.rooms.grants.money_ground import ON, Money, make_activity, make_money

from rukun.grants.actions import ledger
from rukun.grants.models import (
    Activity,
    Asset,
    Budget,
    BudgetItem,
    Contribution,
    HandOver,
    Line,
    Payment,
    PaymentItem,
    Picture,
    Progress,
    Reconciliation,
    Shot,
    TaxDeposit,
    TeamMember,
    Tranche,
    Withholding,
    Workday,
    Worker,
)
from rukun.grants.types import Kind, Purse
from rukun.rules import ledger as rules
from rukun.territory.models import Area

TRANCHE = 90_000_000
WAGE = 120_000


@dataclass
class Year:
    """What was written down, to be held against what stands on paper."""

    money: Money
    paid: list[Payment] = field(default_factory=list)

    @property
    def book(self):
        return self.money.book

    @property
    def activity(self) -> Activity:
        return self.money.activity


def quiet_year(rt: Area, **more: object) -> Year:
    """A book with an activity, and nothing has moved yet."""
    return Year(make_money(rt, **more))


def full_year(rt: Area, *, receipts: int = 8, **more: object) -> Year:
    year = quiet_year(rt, **more)
    tranches(year)
    budgets(year)
    make_activity(year.book, "Lampu jalan rekaan")
    bring(year, TRANCHE)
    for n in range(receipts):
        buy(year, 100_000 + 7_500 * (n % 9), n=n, tax=12_000 if n % 4 == 0 else 0)
    work(year)
    see(year)
    give(year)
    keep(year)
    year.book.refresh_from_db()
    return year


def tranches(year: Year) -> None:
    rows = [(1, TRANCHE, "released"), (2, 60_000_000, "locked")]
    for number, amount, state in rows:
        Tranche.objects.create(
            book=year.book, path=year.book.path, year=year.book.year, number=number, amount=amount, state=state,
            requested_on=date(2026, 2, 20) if state == "released" else None,
        )  # fmt: skip
    TeamMember.objects.create(
        book=year.book, path=year.book.path, team="carrying_out", name="Pelaksana Rekaan", since=date(2026, 1, 1)
    )


def budgets(year: Year) -> None:
    """A first RAB, and the one in force that moves a part of the wages to cement."""
    told = {"activity": year.activity, "path": year.book.path, "drawn_on": ON, "drawn_by": "uji"}
    first = Budget.objects.create(**told, revision=1, state="replaced", approved_on=ON)
    now = Budget.objects.create(**told, revision=2, state="approved", reason="Upah dihibahkan warga", approved_on=ON)
    for budget, sacks, days in ((first, 100, 60), (now, 125, 50)):
        item(budget, 1, "material", "Semen 50 kg", sacks, "zak", 80_000)
        item(budget, 2, "wage", "Pekerja", days, "HOK", WAGE)
        item(budget, 3, "equipment", "Sewa molen", 4, "hari", 500_000)
        item(budget, 4, "wage", "Gotong royong", 20, "HOK", 100_000, funding="labour")


def item(budget: Budget, number: int, kind: str, words: str, quantity: int, unit: str, price: int, **more: str) -> None:
    BudgetItem.objects.create(
        budget=budget, path=budget.path, number=number, kind=kind, words=words, unit=unit, quantity=quantity,
        unit_price=price, amount=quantity * price, **more,
    )  # fmt: skip


def bring(year: Year, amount: int, on: date = ON) -> None:
    for kind, legs in ((Kind.GRANTED, rules.granted(amount)), (Kind.RELEASED, rules.released(amount))):
        post(year, kind, legs, on)


def post(year: Year, kind: Kind, legs, on: date = ON, words: str = ""):
    return ledger.post(book=year.book, kind=kind, legs=legs, on=on, by="uji", words=words)


def buy(
    year: Year, amount: int, *, n: int = 0, tax: int = 0, line: Line | None = None, source: str = "bank",
    words: str = "Semen dan pasir untuk jalan gang", payee: str = "Toko Bangunan Rekaan", kind: str = "goods",
) -> Payment:  # fmt: skip
    """A receipt that was proposed, approved and paid by three people, with its entry."""
    money, line, on = year.money, line or year.money.cement, ON + timedelta(days=n % 60)
    officer = money.head if source in (Purse.PANJAR, Purse.TALANGAN) else None
    withheld = {"pph22": tax} if tax else {}
    legs = rules.paid(
        [rules.Spent(line.pk, amount)], source=source, withheld=withheld, officer=officer.pk if officer else None
    )
    journal = post(year, Kind.PAID, legs, on, words)
    payment = Payment.objects.create(
        activity=line.activity, book=year.book, path=year.book.path, kind=kind, state="paid", number=f"{n + 1:03d}",
        on=on, payee=payee, words=words, amount=amount, source=source, officer=officer, digest="-",
        proposed_by=money.secretary, proposed_on=on, approved_by=money.head, approved_on=on, paid_by=money.treasurer,
        paid_on=on, journal=journal,
    )  # fmt: skip
    things(payment, line, amount)
    if tax:
        Withholding.objects.create(payment=payment, path=payment.path, tax="pph22", rate="1,5", base=amount, amount=tax)
    year.paid.append(payment)
    return payment


def things(payment: Payment, line: Line, amount: int) -> None:
    """Two things on a receipt, that together cost what it says; a single rupiah buys one."""
    half = amount // 2
    for words, value in ((line.words, amount - half), ("Pasir urug", half))[: 2 if half else 1]:
        PaymentItem.objects.create(
            payment=payment, path=payment.path, line=line, words=words, unit=line.unit, quantity=1, unit_price=value,
            amount=value,
        )  # fmt: skip


def work(year: Year, *, people: int = 4, days: int = 5) -> Payment:
    """Some work for wages, the last of them gives half of the days back."""
    money, taken = year.money, []
    for n in range(people):
        worker = Worker.objects.create(
            rt=year.book.rt, path=year.book.path, name=f"Pekerja Rekaan {n + 1}", skill="labourer", since=ON
        )
        for day in range(days):
            is_waived = n == people - 1 and day % 2 == 0
            made = Workday.objects.create(
                activity=year.activity, path=year.book.path, worker=worker, line=money.wages,
                on=ON + timedelta(days=day), days=Decimal("0.5") if day == 4 else 1, rate=WAGE, is_waived=is_waived, by="uji",
            )  # fmt: skip
            if is_waived:
                contribute(year, "waived", "Upah dihibahkan", made.days, "HOK", WAGE, workday=made)
            else:
                taken.append(made)
    total = sum(int(each.days * each.rate) for each in taken)
    paid = buy(
        year, total, n=40, line=money.wages, words="Upah pekerja jalan gang", payee="Pekerja (daftar upah)", kind="wage"
    )
    Workday.objects.filter(pk__in=[each.pk for each in taken]).update(payment=paid)
    return paid


def contribute(year: Year, kind: str, words: str, quantity, unit: str, unit_value: int, **more: object) -> None:
    Contribution.objects.create(
        activity=year.activity, path=year.book.path, kind=kind, words=words, quantity=quantity, unit=unit, digest="-",
        unit_value=unit_value, value=int(quantity * unit_value), on=ON, by="uji", **more,
    )  # fmt: skip


def give(year: Year) -> None:
    contribute(year, "labour", "Gotong royong Minggu", 18, "HOK", 100_000)
    contribute(year, "goods", "Batu belah dari warga", Decimal("2.5"), "m³", 250_000)


def see(year: Year, *, with_pictures: bool = True) -> None:
    rows = ((0, 0, "Sebelum dikerjakan"), (50, 45, "Hujan tiga hari, kerja mundur"), (100, 90, ""))
    for n, (percent, volume, words) in enumerate(rows):
        on = ON + timedelta(days=10 * n)
        seen = Progress.objects.create(
            activity=year.activity, path=year.book.path, percent=percent, volume=volume, unit="m", words=words, on=on,
            by="uji",
        )  # fmt: skip
        if with_pictures:
            Shot.objects.create(
                picture=picture(year, percent), path=year.book.path, role="progress", progress=seen, on=on
            )


def picture(year: Year, number: int) -> Picture:
    content = jpeg((200, 120 + number, 90))
    return Picture.objects.create(
        rt=year.book.rt, path=year.book.path, digest=f"{number:064x}", look=f"{number:016x}", content=content, width=640,
        height=480, on=ON, by="uji",
    )  # fmt: skip


def jpeg(colour: tuple[int, int, int], size: tuple[int, int] = (640, 480)) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, "JPEG")
    return written.getvalue()


def keep(year: Year) -> None:
    """Deposits a part of the tax, moves money about, buys a thing that passes on, holds the bank against the book."""
    treasurer = year.money.treasurer.pk
    post(year, Kind.WITHDRAWN, rules.withdrawn(5_000_000))
    post(year, Kind.PANJAR_GIVEN, rules.panjar_given(2_000_000, officer=treasurer))
    post(year, Kind.PANJAR_BACK, rules.panjar_back(500_000, officer=treasurer))
    entry = post(year, Kind.TAX_DEPOSITED, rules.tax_deposited(12_000, tax="pph22"))
    TaxDeposit.objects.create(
        book=year.book, path=year.book.path, tax="pph22", amount=12_000, on=ON, proof="NTPN-REKAAN", journal=entry
    )
    thing = Asset.objects.create(
        rt=year.book.rt, path=year.book.path, number=1, words="Tenda pesta 4 × 6 m", unit="unit", value=4_500_000,
        acquired_on=ON, owner="RT 003 Melati", activity=year.activity,
    )  # fmt: skip
    HandOver.objects.create(
        asset=thing, path=year.book.path, giver="Pemberi Rekaan", taker="Penerima Rekaan", witness="Saksi Rekaan",
        state="good", on=date(2026, 6, 1), by="uji",
    )  # fmt: skip
    Reconciliation.objects.create(
        book=year.book,
        path=year.book.path,
        on=date(2026, 5, 31),
        stated=year.book.bank,
        booked=year.book.bank,
        by="uji",
    )
