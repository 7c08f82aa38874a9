"""Each activity as one contracting process of the Open Contracting Data Standard 1.1.5."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from rukun.grants.facts import exports as facts
from rukun.grants.models import Activity, Payment
from rukun.grants.types import ActivityState

UNREGISTERED = "ocds-000000"
"""A prefix that nobody registered: whoever publishes brings their own."""
Json = dict[str, Any]


def releases(path: str, year: int | None, on: date, *, prefix: str = UNREGISTERED) -> Iterator[Json]:
    """One compiled-in-one release an activity; amounts are whole rupiah."""
    for told in facts.told(path, year, on, with_payments=True):
        for activity in told.activities:
            yield _release(told, activity, on, prefix)


def frame(*, publisher: str, uri: str, on: date) -> Json:
    """What a release package says beside its releases."""
    return {"uri": uri, "version": "1.1", "publishedDate": _moment(on), "publisher": {"name": publisher}}


def _release(told: facts.Told, activity: Activity, on: date, prefix: str) -> Json:
    ocid = f"{prefix}-rt{told.book.rt_id}-{told.book.year}-{activity.number}"
    buyer = {"id": f"rt-{told.book.rt_id}", "name": f"{told.place.label}, {told.place.way[-2].label}"}
    by_seller = _by_seller(told.payments[activity.pk])
    found: Json = {
        "ocid": ocid,
        "id": f"{ocid}-{on.isoformat()}",
        "date": _moment(on),
        "tag": ["planning", "tender", *(["award", "contract", "implementation"] if by_seller else [])],
        "initiationType": "tender",
        "language": "id",
        "parties": [
            buyer | {"roles": ["buyer", "procuringEntity", "payer"]},
            *({"id": each.id, "name": each.name, "roles": ["supplier", "payee"]} for each in by_seller),
        ],
        "buyer": buyer,
        "planning": {"budget": _budget(told, activity)},
        "tender": _tender(activity, buyer),
    }
    if by_seller:
        found["awards"] = [_award(activity, seller, paid) for seller, paid in by_seller.items()]
        found["contracts"] = [_contract(activity, buyer, seller, paid) for seller, paid in by_seller.items()]
    return found


def _by_seller(payments: tuple[Payment, ...]) -> dict[facts.Seller, list[Payment]]:
    found: dict[facts.Seller, list[Payment]] = defaultdict(list)
    for each in payments:
        found[facts.seller(each)].append(each)
    return found


def _budget(told: facts.Told, activity: Activity) -> Json:
    return {"id": str(told.book.year), "description": activity.cluster, "amount": _value(activity.plan.amount)}


def _value(amount: int) -> Json:
    return {"amount": amount, "currency": "IDR"}


def _moment(on: date) -> str:
    """The first moment of a day where the kabupaten lies."""
    return timezone.make_aware(datetime.combine(on, time())).isoformat()  # noqa: DTZ001


def _tender(activity: Activity, buyer: Json) -> Json:
    is_done = activity.state in (ActivityState.FINISHED, ActivityState.CLOSED)
    found: Json = {
        "id": f"{activity.pk}",
        "title": activity.title,
        "description": activity.place_words or activity.title,
        "status": "complete" if is_done else "active" if activity.state != ActivityState.DRAWN else "planning",
        "procuringEntity": buyer,
        "value": _value(activity.plan.amount),
        "procurementMethod": "direct",
        "procurementMethodDetails": "Swakelola oleh kelompok warga RT",
    }
    if activity.starts_on and activity.ends_on:
        found["contractPeriod"] = {"startDate": _moment(activity.starts_on), "endDate": _moment(activity.ends_on)}
    return found


def _award(activity: Activity, seller: facts.Seller, paid: list[Payment]) -> Json:
    return {
        "id": f"{activity.pk}-{seller.id}",
        "status": "active",
        "date": _moment(min(each.on for each in paid)),
        "value": _value(sum(each.amount for each in paid)),
        "suppliers": [{"id": seller.id, "name": seller.name}],
        "items": [_item(each, item) for each in paid for item in each.items.all()],
    }


def _item(payment: Payment, item: Any) -> Json:
    return {
        "id": str(item.pk),
        "description": item.words,
        "quantity": float(item.quantity),
        "unit": {"name": item.unit, "value": _value(item.unit_price)},
    }


def _contract(activity: Activity, buyer: Json, seller: facts.Seller, paid: list[Payment]) -> Json:
    return {
        "id": f"{activity.pk}-{seller.id}",
        "awardID": f"{activity.pk}-{seller.id}",
        "status": "terminated" if activity.state == ActivityState.CLOSED else "active",
        "value": _value(sum(each.amount for each in paid)),
        "implementation": {"transactions": [_transaction(each, buyer, seller) for each in paid]},
    }


def _transaction(payment: Payment, buyer: Json, seller: facts.Seller) -> Json:
    return {
        "id": str(payment.pk),
        "date": _moment(payment.paid_on),
        "value": _value(payment.amount),
        "payer": {"id": buyer["id"], "name": buyer["name"]},
        "payee": {"id": seller.id, "name": seller.name},
    }
