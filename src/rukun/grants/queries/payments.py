"""Receipts, found; and who may do what with one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import MAY, Permission
from rukun.accounts.types import Role
from rukun.grants.models import Payment

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
