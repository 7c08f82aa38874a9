"""Payments as papers tell them: what was bought of which line, the tax kept back, who proposed, approved and paid."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from rukun.grants.models import Activity, Book, Payment, PaymentItem, Withholding
from rukun.grants.types import PaymentState

WITH = ("activity", "vendor", "officer", "proposed_by", "approved_by", "paid_by", "journal")


def payment(payment_id: int) -> Payment | None:
    return _whole(Payment.objects.filter(pk=payment_id)).first()


def paid_of(activity: Activity) -> list[Payment]:
    """What an activity has paid, in the order of its receipts: what was taken back is no more among it."""
    return _listed(activity.payments.filter(state=PaymentState.PAID))


def paid_in(book: Book) -> list[Payment]:
    return _listed(book.payments.filter(state=PaymentState.PAID))


def _listed(found: QuerySet[Payment]) -> list[Payment]:
    return list(_whole(found).order_by("paid_on", "on", "pk"))


def _whole(found: QuerySet[Payment]) -> QuerySet[Payment]:
    items = Prefetch("items", PaymentItem.objects.select_related("line").order_by("pk"))
    taxes = Prefetch("withholdings", Withholding.objects.select_related("deposit").order_by("tax"))
    return found.select_related(*WITH).prefetch_related(items, taxes)
