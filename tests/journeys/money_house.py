"""What the journeys of the money are not about: the demo's places and cast, a juknis completed as a DPMD would, a price
list, and plans with one work in them. Run as a module with the name of a town, on the database of a house that is empty."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import django
from tests.answered import completed

os.environ["RUKUN_AS"] = "owner"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rukun.site.settings")
django.setup()

from django.db import transaction  # noqa: E402

from rukun.accounts.permissions import today  # noqa: E402
from rukun.facilitation.actions import programmes  # noqa: E402
from rukun.grants.actions import activities, budgets, dossiers, prices, tranches  # noqa: E402
from rukun.grants.models import Book, Dossier  # noqa: E402
from rukun.grants.types import DossierKind, LineKind  # noqa: E402
from rukun.musrenbang.models import Plan, Proposal, Turn  # noqa: E402
from rukun.parameters.juknis import Juknis  # noqa: E402
from rukun.site.demo import cast, ground  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.territory.models import Edition  # noqa: E402
from rukun.walls import scope  # noqa: E402

BY = "perintah:uji"
PRICES = (
    ("Pasir urug", "m³", 180_000), ("Papan kayu kelas III", "m³", 3_200_000), ("Paku 5 sampai 10 cm", "kg", 22_000),
    ("Minyak bekisting", "liter", 24_000), ("Semen Portland", "zak 50 kg", 85_000), ("Pasir beton", "m³", 350_000),
    ("Kerikil beton", "m³", 420_000), ("Pekerja", "HOK", 120_000), ("Mandor", "HOK", 160_000),
    ("Tukang kayu", "HOK", 150_000), ("Kepala tukang", "HOK", 160_000), ("Tukang batu", "HOK", 150_000),
)  # fmt: skip


@dataclass(frozen=True)
class Work:
    """One line of a plan."""

    title: str
    cost: int
    cluster: str
    menu: str


PATH = Work("Jalan beton gang rekaan", 40_000_000, "sosial", "S3")
REPAIR = Work("Perbaikan ringan jalan gang rekaan", 25_000_000, "operasional", "A4")
CHAIRS = Work("Tenda dan kursi warga rekaan", 60_000_000, "sosial", "S3")


@transaction.atomic
def prepare(town: str) -> None:
    on = today()
    with scope.everything(), scope.many_rows():
        places = ground.lay(since=on.replace(day=1) - timedelta(days=365 * 3), by=BY)
        people = cast.appoint(places, on=on, by=BY)
        _prices(places, on)
        TOWNS[town](places, people, on)


def kukar(places: Any, people: dict[str, Any], on: date) -> None:
    """A path waits in RT 001; RT 002 is late: its year is over and half of the money has not been asked for."""
    for day in (on, date(on.year - 1, 12, 1)):
        _adopt(completed("juknis/kukar_rtku_2026", day), places, on)
    _plan(places.rts["001"], PATH, on.year, on)
    _plan(places.rts["002"], CHAIRS, on.year - 1, on)
    _last_year(places.rts["002"], people, on)


def semarang(places: Any, people: dict[str, Any], on: date) -> None:
    """The kelurahan pays back what officers have paid: a way the news about this juknis does not tell of."""
    told = completed("juknis/semarang_operasional_2025", on, {"tax_by": "rt"})
    ways = tuple(replace(each, flow="reimbursement") for each in told.money.ways)
    _adopt(replace(told, money=replace(told.money, ways=ways)), places, on)
    Edition.objects.filter(area=places.desa).update(kind="kelurahan")
    _plan(places.rts["001"], REPAIR, on.year, on)


TOWNS = {"kukar": kukar, "semarang": semarang}


def _adopt(juknis: Juknis, places: Any, on: date) -> None:
    told = {"path": territory.path_of(places.kabupaten), "since": date(juknis.year, 1, 1), "basis": "uji"}
    programmes.adopt(juknis=juknis, on=on, by=BY, past_is_meant=True, **told)


def _prices(places: Any, on: date) -> None:
    rows = [
        {"code": f"K-{n}", "kind": "wage" if unit == "HOK" else "material", "words": words, "unit": unit, "amount": amount}
        for n, (words, unit, amount) in enumerate(PRICES)
    ]  # fmt: skip
    told = {"title": "Harga uji", "basis": "uji", "since": on.replace(month=1, day=1), "file": ""}
    area = {"area_id": places.kabupaten, "path": territory.path_of(places.kabupaten)}
    prices.bring(rows=rows, on=on, by=BY, **told, **area)


def _plan(rt: int, work: Work, year: int, on: date) -> None:
    here = {"rt_id": rt, "path": territory.path_of(rt), "year": year}
    told = {"title": work.title, "cost": work.cost, "menu": work.menu, "state": "planned", "owner": "kecamatan"}
    wish = Proposal.objects.create(**here, **told, born=year, number=1)
    Turn.objects.create(
        proposal=wish, path=wish.path, year=year, before="draft", after="proposed", office="rt", on=on, by=BY
    )
    Plan.objects.create(**here, place=1, proposal=wish, amount=work.cost, cluster=work.cluster, on=on)


def _last_year(rt: int, people: dict[str, Any], on: date) -> None:
    """The RAB is in force and the first tranche has come."""
    told = {"on": on, "by": people["sekretaris-rt02"]}
    book = activities.open_book(rt_id=rt, path=territory.path_of(rt), year=on.year - 1, **told)
    budget = budgets.draw(activity=book.activities.get(), **told)
    put = {"budget": budget, "number": None, "kind": LineKind.EQUIPMENT, "by": told["by"]}
    budgets.put(**put, words="Tenda pesta", unit="unit", quantity=Decimal(4), unit_price=12_000_000)
    budgets.put(**put, words="Kursi lipat", unit="buah", quantity=Decimal(40), unit_price=250_000)
    _through(dossiers.prepare(book=book, kind=DossierKind.RAB, budget=budget, **told), people, told)
    _through(dossiers.prepare(book=book, kind=DossierKind.REQUEST, **told), people, told)
    first = Book.objects.get(pk=book.pk).tranches.get(number=1)
    tranches.release(tranche=first, on=on, by=people["petugas-kecamatan"])


def _through(dossier: Dossier, people: dict[str, Any], told: dict[str, Any]) -> None:
    dossiers.submit(dossier=dossier, ready=[each.key for each in dossiers.dossiers.papers(dossier, told["on"])], **told)
    for desk in ("operator-desa", "petugas-kecamatan"):
        dossiers.accept(dossier=Dossier.objects.get(pk=dossier.pk), on=told["on"], by=people[desk])


if __name__ == "__main__":
    prepare(sys.argv[1])
