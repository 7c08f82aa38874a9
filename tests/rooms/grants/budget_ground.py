"""An activity whose RAB is still to be drawn, and prices that hold where it lies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.rooms.grants.money_ground import ON, YEAR, make_activity

from rukun.grants.actions import budgets, prices
from rukun.grants.models import Activity, Book, Budget, PriceList
from rukun.grants.types import ActivityState, LineKind
from rukun.territory.models import Area

ROWS = (
    {"code": "01", "kind": "material", "words": "Semen Portland 50 kg", "unit": "zak 50 kg", "amount": 75_000},
    {"code": "02", "kind": "material", "words": "Pasir beton", "unit": "M3", "amount": 250_000},
    {"code": "03", "kind": "wage", "words": "Pekerja", "unit": "OH", "amount": 110_000},
)


def make_drawn(rt: Area, amount: int = 20_000_000, title: str = "Semenisasi gang rekaan") -> Activity:
    book = Book.objects.create(rt=rt, path=rt.path, year=YEAR, ceiling=150_000_000, opened=150_000_000)
    activity = make_activity(book, title, amount)
    activity.state = ActivityState.DRAWN
    activity.save()
    return activity


def make_prices(area: Area, rows=ROWS, since: date = ON, title: str = "Standar harga rekaan") -> PriceList:
    return prices.bring(
        area_id=area.pk, path=area.path, rows=rows, title=title, basis="SK rekaan", since=since, file="harga.csv",
        on=ON, by="uji",
    )  # fmt: skip


def put(budget: Budget, number: int | None = None, **more: object):
    told = {
        "kind": LineKind.MATERIAL, "words": "Semen", "unit": "zak", "quantity": Decimal(100), "unit_price": 70_000,
    }  # fmt: skip
    return budgets.put(budget=budget, number=number, by="uji", **(told | more))
