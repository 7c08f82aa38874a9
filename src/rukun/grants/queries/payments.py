"""Receipts, found; and who may do what with one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import MAY, Permission
from rukun.accounts.types import Role
from rukun.grants.models import Payment
from rukun.grants.types import PaymentKind, Purse, ShotRole

NEXT = {"proposed": Permission.SPEND_APPROVE, "approved": Permission.SPEND_PAY}


def path_of(payment_id: int) -> str:
    """The path of a payment one may see, "" when there is none: used by guards."""
    return Payment.objects.filter(pk=payment_id).values_list("path", flat=True).first() or ""


def others(path: str, permission: Permission, *, on: date, without: Collection[Any] = ()) -> list[str]:
    """The offices that may do this in a place today, held by others than these people; the nearest first."""
    roles = [role for role, granted in MAY.items() if permission in granted]
    terms = accounts.in_force(on=on).filter(path__in=_chain(path), role__in=roles)
    found = terms.exclude(user__in=[each for each in without if each]).order_by("-path", "role")
    return [Role(role).label for role in dict.fromkeys(found.values_list("role", flat=True))]


def _chain(path: str) -> list[str]:
    """The path of a place and of all places around it."""
    steps = path.split(".")[:-1]
    return [".".join(steps[: n + 1]) + "." for n in range(len(steps))]


def of(*, book: int | None = None, activity: int | None = None) -> QuerySet[Payment]:
    """All payments of a book or an activity, the newest first."""
    held = Payment.objects.filter(**{"book": book} if book is not None else {"activity": activity})
    return held.select_related("activity").order_by("-on", "-pk")


def sums(held: QuerySet[Payment]) -> dict[str, tuple[int, int]]:
    """State → how many, and how much."""
    rows = held.order_by().values_list("state").annotate(n=Count("pk"), amount=Sum("amount"))
    return {state: (n, amount) for state, n, amount in rows}


def sifted(held: QuerySet[Payment], *, state: str = "", words: str = "") -> QuerySet[Payment]:
    """Those in a state, and those whose vendor, number or words hold a text."""
    if state:
        held = held.filter(state=state)
    if words:
        held = held.filter(Q(payee__icontains=words) | Q(number__icontains=words) | Q(words__icontains=words))
    return held


def proof_of(payment: Payment) -> ShotRole:
    """What a picture of it must show."""
    return ShotRole.ATTENDANCE if payment.kind == PaymentKind.WAGE else ShotRole.RECEIPT


def lacks_proof(payment: Payment) -> bool:
    """Whether its paper must still be seen before it is approved: goods have their note, and whom an officer paid out
    of the own purse has signed. Other wages and fees are signed when they are paid; an SPJ waits for their picture."""
    has_paper = payment.kind == PaymentKind.GOODS or payment.source == Purse.TALANGAN
    return has_paper and not payment.shots.filter(role=proof_of(payment)).exists()


def whole(payment_id: int) -> Payment:
    """With all that its page tells. Raises Payment.DoesNotExist."""
    near = ("activity", "book", "vendor", "journal__reversal", "dossier", "proposed_by", "approved_by", "paid_by")
    return Payment.objects.select_related(*near, "officer").get(pk=payment_id)
