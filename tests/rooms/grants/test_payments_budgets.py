"""Every page of receipts, in an RT of 30 activities and 200 payments, stays small for a cheap phone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, Money, make_activity, make_money
from tests.rooms.grants.paying import approved, bring, paid, proposed
from tests.rooms.musrenbang.test_page_budgets import ALIKE, QUERIES, WIRE
from tests.rooms.musrenbang.wishing import client_of, photo

from rukun.grants.actions import pictures, shots
from rukun.grants.models import Activity, Payment, PaymentItem
from rukun.grants.types import ShotRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(places: Places) -> Money:
    made = make_money(places.melati)
    bring(made)
    others = [make_activity(made.book, f"Kegiatan rekaan {n}") for n in range(29)]
    Activity.objects.update(state="running")
    _many(made, [made.activity, *others])
    return made


def _many(money: Money, activities: list[Activity]) -> None:
    told = {"kind": "goods", "on": ON, "payee": "Toko Bangunan Rekaan", "words": "Bahan bangunan untuk gang rekaan"}
    told |= {"book": money.book, "path": money.book.path, "source": "bank", "amount": 650_000, "proposed_on": ON}
    rows = [
        Payment(**told, number=f"N-{n:03}", activity=activities[n % 30 if n % 2 else 0], proposed_by=money.secretary)
        for n in range(200)
    ]
    item = {"line": money.cement, "words": "Semen", "unit": "zak", "quantity": 10, "unit_price": 65_000}
    item |= {"path": money.book.path, "amount": 650_000}
    PaymentItem.objects.bulk_create([PaymentItem(payment=each, **item) for each in Payment.objects.bulk_create(rows)])


def _weighed(user: object, url: str, data: object = None) -> tuple[int, int]:
    client = client_of(user)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.post(url, data) if data else client.get(url)
    assert answer.status_code == 200
    return len(answer.content), len([each for each in asked if not ALIKE.search(each["sql"])])


def _fits(user: object, name: str, *args: int) -> None:
    size, queries = _weighed(user, reverse(f"grants:{name}", args=args))
    assert (size < WIRE, queries <= QUERIES) == (True, True), (name, size, queries)


@pytest.mark.parametrize("name", ["activity_payments", "payment_new"])
def test_pages_of_an_activity(full, name):
    _fits(full.head, name, full.activity.pk)


def test_the_list_of_the_book(full):
    _fits(full.head, "payments", full.book.pk)


@pytest.mark.parametrize("step", [proposed, approved, paid])
def test_the_page_of_one_receipt(full, step):
    payment = step(full, number="N-900")
    kept = pictures.keep(rt=full.book.rt_id, path=full.book.path, content=photo(), on=ON, by="uji")
    shots.attach(picture=kept, role=ShotRole.RECEIPT, payment=payment, on=ON, by="uji")
    _fits(full.head, "payment", payment.pk)
