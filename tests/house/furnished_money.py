"""One row of every table of the grant in an RT: a book with entries, a RAB, a payment, a work, what stays behind."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.accounts.models import User
from rukun.grants.actions import ledger
from rukun.grants.models import (
    Activity,
    Advance,
    AnalysisList,
    Asset,
    AuditSample,
    Book,
    Budget,
    BudgetItem,
    Closing,
    ClusterSum,
    Coefficient,
    Contribution,
    Dossier,
    DossierTurn,
    Flag,
    HandOver,
    Journal,
    Leg,
    Line,
    Payment,
    PaymentItem,
    Picture,
    Price,
    PriceList,
    Progress,
    Reconciliation,
    Shot,
    TaxDeposit,
    TeamMember,
    Tranche,
    Vendor,
    WageMove,
    Withholding,
    Workday,
    Worker,
)
from rukun.grants.types import Kind
from rukun.musrenbang.models import Ceiling, Decree
from rukun.rules import ledger as rules

ON, YEAR, GIVEN = date(2026, 7, 1), 2026, 100_000_000
AN_EMPTY_JOURNAL = "a journal without legs"
REASONS = [
    {"code": "days_apart", "values": {"days": 3}}, {"code": "usual_parts", "values": {}},
    {"code": "maybe_slip_of_date", "values": {}},
]  # fmt: skip
"""Three sentences of a flag, as the rule writes them."""


def furnish(corner: Any, number: int) -> None:
    """Fills `corner.rows` by label; the rows agree with one another as the ledger would have them."""
    _decreed(corner)
    _priced(corner)
    _booked(corner)
    _drawn(corner)
    _worked(corner)
    _paid(corner, number)
    _given(corner)
    _watched(corner)


def _decreed(corner: Any) -> None:
    path, here = corner.rt.path, {"path": corner.rt.path, "year": YEAR}
    told = {
        "number": "100.3.3.2/9/2026",
        "decreed_on": ON,
        "since": ON,
        "rule": {"kind": "flat", "amount": GIVEN},
        "on": ON,
        "by": "uji",
    }
    decree = corner.add(Decree, area=corner.rt, **here, **told)
    corner.add(Ceiling, decree=decree, rt=corner.rt, **here, since=ON, amount=GIVEN)
    corner.add(
        AuditSample, area=corner.rt, path=path, year=YEAR, seed="rekaan", published_on=ON, by_risk=1, by_chance=1,
        by="uji",
    )  # fmt: skip


def _priced(corner: Any) -> None:
    here, brought = {"area": corner.rt, "path": corner.rt.path}, {"since": ON, "on": ON, "by": "uji"}
    prices = corner.add(PriceList, **here, **brought, title="Standar harga rekaan", basis="SK rekaan")
    told = {"path": corner.rt.path, "kind": "material", "code": "M.01", "words": "Semen", "unit": "zak"}
    corner.add(Price, list=prices, **told, amount=70_000)
    analyses = corner.add(AnalysisList, **here, **brought, title="AHSP rekaan")
    corner.add(Coefficient, list=analyses, **told, work_code="B.1", work_words="Beton", quantity=8)


def _booked(corner: Any) -> None:
    path = corner.rt.path
    book = corner.add(Book, rt=corner.rt, path=path, year=YEAR, ceiling=GIVEN, opened=GIVEN)
    here = {"book": book, "path": path}
    corner.add(Tranche, **here, year=YEAR, number=1, amount=GIVEN, state="released")
    corner.add(Reconciliation, **here, on=ON, stated=0, booked=0, by="uji")
    corner.add(Closing, **here, until=date(2026, 1, 31), on=ON, by="uji")
    _post(corner, Kind.GRANTED, rules.granted(GIVEN))
    _post(corner, Kind.RELEASED, rules.released(GIVEN))
    told = {**here, "on": ON, "kind": Kind.INTEREST, "digest": "0" * 64, "total": 1, "by": "uji"}
    corner.rows[AN_EMPTY_JOURNAL] = Journal.objects.create(**told, number=9_000)


def _post(corner: Any, kind: Kind, legs: Any) -> Journal:
    return ledger.post(book=corner["grants.Book"], kind=kind, legs=legs, on=ON, by="uji")


def _drawn(corner: Any) -> None:
    path, book, plan = corner.rt.path, corner["grants.Book"], corner["musrenbang.Plan"]
    named = {"number": 1, "title": "Jalan usaha tani", "cluster": "sosial", "state": "running"}
    activity = corner.add(Activity, book=book, rt=corner.rt, path=path, year=YEAR, plan=plan, **named)
    on_it = {"activity": activity, "path": path}
    wages = {"kind": "wage", "words": "Pekerja", "unit": "HOK", "approved": GIVEN}
    stone = Line.objects.create(**on_it, number=2, kind="material", words="Batu", unit="m3", approved=GIVEN)
    line = corner.add(Line, **on_it, number=1, **wages)
    budget = corner.add(Budget, **on_it, revision=1, state="approved", drawn_on=ON, drawn_by="uji", approved_on=ON)
    item = {"kind": "wage", "words": "Pekerja", "unit": "HOK", "quantity": 2, "unit_price": 150_000, "amount": 300_000}
    corner.add(BudgetItem, budget=budget, path=path, number=1, **item)
    corner.add(WageMove, **on_it, source=line, target=stone, budget=budget, amount=50_000, on=ON, by="uji")
    member = {"team": "watching", "name": "Rina Rekaan", "person": corner["people.Person"], "since": ON}
    corner.add(TeamMember, book=book, path=path, **member)
    asks = {"book": book, "path": path, "year": YEAR, "number": 1}
    corner.add(Dossier, **asks, kind="rab", budget=budget)
    spj = corner.add(Dossier, **asks, kind="spj", tranche=corner["grants.Tranche"])
    desks = {"after": "submitted", "level": "rt", "to_level": "desa"}
    corner.add(DossierTurn, dossier=spj, path=path, **desks, on=ON, by="uji")


def _worked(corner: Any) -> None:
    path, on_it = corner.rt.path, {"activity": corner["grants.Activity"], "path": corner.rt.path}
    corner.add(Progress, **on_it, percent=50, on=ON, by="uji")
    named = {"person": corner["people.Person"], "name": "Tono Rekaan", "skill": "labourer", "since": ON}
    corner.add(Worker, rt=corner.rt, path=path, **named)
    vendor = {"name": "Toko Rekaan", "name_key": "toko rekaan", "kind": "shop", "since": ON}
    corner.add(Vendor, rt=corner.rt, path=path, **vendor)
    drawn = {"digest": "0" * 64, "look": "0" * 16, "content": b"\xff\xd8", "width": 4, "height": 3}
    corner.add(Picture, rt=corner.rt, path=path, **drawn, on=ON, by="uji")


def _paid(corner: Any, number: int) -> None:
    path, book, line, officer = corner.rt.path, corner["grants.Book"], corner["grants.Line"], corner["accounts.User"]
    _post(corner, Kind.PANJAR_GIVEN, rules.panjar_given(500_000, officer=officer.pk, source="bank"))
    legs = rules.paid([rules.Spent(line.pk, 300_000)], source="bank", withheld={"pph21": 9_000})
    entry = _post(corner, Kind.PAID, legs)
    payment = corner.add(Payment, **_who(number), **_what(corner, entry))
    told = {"words": "Pekerja", "unit": "HOK", "quantity": 2, "unit_price": 150_000, "amount": 300_000}
    corner.add(PaymentItem, payment=payment, path=path, line=line, **told)
    deposited = _post(corner, Kind.TAX_DEPOSITED, rules.tax_deposited(9_000, tax="pph21", source="bank"))
    here = {"path": path, "tax": "pph21", "amount": 9_000}
    deposit = corner.add(TaxDeposit, **here, book=book, on=ON, proof="REKAAN01", journal=deposited)
    corner.add(Withholding, **here, payment=payment, rate="3", base=300_000, deposit=deposit)
    fee = _post(corner, Kind.BANK_FEE, rules.bank_fee(10_000))
    corner.rows["grants.Journal"] = ledger.reverse(journal=fee, on=ON, reason="Salah ketik", by="uji")
    corner.rows["grants.Leg"] = Leg.objects.get(journal=entry, line=line)
    corner.rows["grants.Advance"] = Advance.objects.get(book=book)
    corner.rows["grants.ClusterSum"] = ClusterSum.objects.get(book=book)
    days = {"on": ON, "days": 1, "rate": 150_000, "payment": payment, "by": "uji"}
    given = {"activity": corner["grants.Activity"], "path": path, "worker": corner["grants.Worker"], "line": line}
    corner.add(Workday, **given, **days)


def _who(number: int) -> dict[str, Any]:
    three = []
    for step in ("proposed", "approved", "paid"):
        user = User(username=f"{step}-{number}", name=f"Pengurus Rekaan {number}")
        user.set_unusable_password()
        user.save()
        three.append({f"{step}_by": user, f"{step}_on": ON})
    return three[0] | three[1] | three[2]


def _what(corner: Any, entry: Journal) -> dict[str, Any]:
    named = {"kind": "wage", "state": "paid", "payee": "Tono Rekaan", "words": "Upah dua hari", "source": "bank"}
    tied = {"activity": "Activity", "book": "Book", "vendor": "Vendor", "dossier": "Dossier"}
    return named | {name: corner[f"grants.{label}"] for name, label in tied.items()} | {
        "path": corner.rt.path, "on": ON, "amount": 300_000, "digest": "0" * 64, "journal": entry,
    }  # fmt: skip


def _given(corner: Any) -> None:
    path, payment, activity = corner.rt.path, corner["grants.Payment"], corner["grants.Activity"]
    cash = _post(corner, Kind.SWADAYA_CASH, rules.swadaya_cash(50_000))
    one = {"quantity": 1, "unit_value": 50_000, "value": 50_000, "digest": "0" * 64, "on": ON, "by": "uji"}
    base = {"activity": activity, "path": path, "words": "Rekaan", "unit": "kali"}
    goods = Contribution.objects.create(**base, **one, kind="goods")
    for more in (
        {"kind": "labour", "worker": corner["grants.Worker"]},
        {"kind": "waived", "workday": corner["grants.Workday"]},
        {"kind": "cash", "journal": cash},
        {"kind": "goods", "takes_back": goods, "quantity": -1, "value": -50_000},
    ):
        corner.add(Contribution, **base, **one | more)
    told = {"number": 1, "words": "Meja rekaan", "unit": "buah", "value": 300_000, "acquired_on": ON, "owner": "RT"}
    asset = corner.add(Asset, rt=corner.rt, path=path, **told, payment=payment, activity=activity)
    passed = {"giver": "Rina Rekaan", "taker": "Tono Rekaan", "state": "good", "on": ON, "by": "uji"}
    corner.add(HandOver, asset=asset, path=path, **passed)


def _watched(corner: Any) -> None:
    path, here = corner.rt.path, {"rt": corner.rt, "path": corner.rt.path, "year": YEAR}
    about = {"activity": corner["grants.Activity"], "payment": corner["grants.Payment"]}
    corner.add(Flag, **here, **about, indicator="R-7", key="rekaan", reasons=REASONS, score=0.5, on=ON)
    abouts = ("payment", "progress", "activity", "asset", "hand_over", "tax_deposit")
    for name in abouts:
        shown = {name: corner[f"grants.{name.title().replace('_', '')}"]}
        corner.add(Shot, picture=corner["grants.Picture"], path=path, role="receipt", on=ON, **shown)


def beside(rt: Any, plan: Any) -> dict[str, int]:
    """One row of each table of the grant that something points at, in an RT that has no furniture of the grant."""
    here, day = {"rt": rt, "path": rt.path}, {"on": ON, "by": "uji"}
    area = {"area": rt, "path": rt.path, "title": "Rekaan", "since": ON, **day}
    book = Book.objects.create(**here, year=YEAR + 1)
    activity = Activity.objects.create(**here, book=book, year=YEAR + 1, number=70, plan=plan, title="Rekaan")
    in_it, on_it = {"book": book, "path": rt.path}, {"activity": activity, "path": rt.path}
    entry = {"on": ON, "kind": Kind.INTEREST, "digest": "0" * 64, "total": 1, "by": "uji"}
    tranche = Tranche.objects.create(**in_it, year=YEAR, number=70, amount=1)
    asks = {"kind": "spj", "year": YEAR, "number": 70, "tranche": tranche}
    line = Line.objects.create(**on_it, number=70, kind="wage", words="Rekaan", unit="HOK")
    worker = Worker.objects.create(**here, name="Rekaan", skill="labourer", since=ON)
    journals = [Journal.objects.create(**in_it, **entry, number=number) for number in (70, 71)]
    goods = {"kind": "goods", "words": "Rekaan", "quantity": 1, "unit": "kali", "unit_value": 1, "value": 1}
    user = User.objects.create(username=f"di-samping-{rt.pk}", name="Rekaan", password="!")
    named = {"kind": "goods", "payee": "Rekaan", "words": "Rekaan", "amount": 1, "source": "cash", "digest": "0" * 64}
    asset = {"number": 70, "words": "Rekaan", "unit": "buah", "value": 1, "acquired_on": ON, "owner": "RT"}
    stays = Asset.objects.create(**here, **asset)
    made = (
        book, activity, tranche, line, worker, journals[0], stays,
        Dossier.objects.create(**in_it, **asks),
        Budget.objects.create(**on_it, revision=70, drawn_on=ON, drawn_by="uji"),
        Payment.objects.create(**in_it, activity=activity, **named, on=ON, proposed_by=user, proposed_on=ON),
        TaxDeposit.objects.create(**in_it, tax="ppn", amount=1, on=ON, journal=journals[1]),
        PriceList.objects.create(**area, basis="Rekaan"),
        AnalysisList.objects.create(**area),
        Vendor.objects.create(**here, name="Rekaan", name_key="rekaan", kind="shop", since=ON),
        Picture.objects.create(**here, digest="1" * 64, look="0" * 16, content=b"\xff", width=1, height=1, **day),
        Progress.objects.create(**on_it, percent=0, **day),
        Workday.objects.create(**on_it, worker=worker, line=line, days=1, rate=1, **day | {"on": date(2025, 7, 1)}),
        Contribution.objects.create(**on_it, **goods, digest="0" * 64, **day),
        HandOver.objects.create(asset=stays, path=rt.path, giver="Rekaan", taker="Rekaan", state="good", **day),
    )  # fmt: skip
    return {each._meta.label: each.pk for each in made}
