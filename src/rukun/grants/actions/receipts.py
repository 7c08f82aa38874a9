"""A receipt comes in from a phone: its vendor, its picture and what it says, in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.actions import payments, shots, vendors
from rukun.grants.actions.payments import Receipt
from rukun.grants.models import Activity, Payment, Picture
from rukun.grants.types import ShotRole


@transaction.atomic
def take_in(
    *, activity: Activity, receipt: Receipt, vendor: vendors.Told | None, picture: Picture | None, on: date, by: Any,
    op: UUID, tax_reason: str = "",
) -> Payment:  # fmt: skip
    """Proposes a receipt with all that belongs to it. `tax_reason`: why tax differs from what the rates say.

    Raises what `payments.propose` and `vendors.find_or_add` raise.
    """
    if vendor is not None:
        here = {"rt": activity.rt_id, "path": activity.path}
        receipt = replace(receipt, vendor=vendors.find_or_add(**here, told=vendor, on=on, by=by))
    payment = payments.propose(activity=activity, receipt=receipt, on=on, by=by, op=op)
    if picture is not None:
        shots.attach(picture=picture, role=ShotRole.RECEIPT, payment=payment, on=on, by=by)
    if tax_reason:
        audit.record("payment.tax_corrected", payment, by=by, path=payment.path, reason=tax_reason)
    return payment
