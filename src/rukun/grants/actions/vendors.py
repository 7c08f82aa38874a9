"""Shops and people an RT buys from, kept while a receipt is typed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.facts import vendors as facts
from rukun.grants.models import Vendor
from rukun.grants.types import VendorKind
from rukun.kit.problems import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """What a receipt says about who sold; empty is not known."""

    name: str
    kind: VendorKind = VendorKind.SHOP
    address: str = ""
    phone: str = ""
    account: str = ""
    npwp: str = ""


@transaction.atomic
def find_or_add(*, rt: int, path: str, told: Told, on: date, by: Any) -> Vendor:
    """The vendor of this name in an RT. What was not known of it is filled in; what was known stays.

    Raises Problem grants.payment_payee.
    """
    key = facts.name_key(told.name)
    if not key:
        raise Problem("grants.payment_payee")
    held = Vendor.objects.select_for_update().filter(rt=rt, name_key=key).order_by("pk").first()
    if held is not None:
        return _filled(held, told, by)
    words = {name: text.strip() for name, text in asdict(told).items()}
    keys = facts.prints(phone=told.phone, account=told.account, npwp=told.npwp)
    made = Vendor.objects.create(rt_id=rt, path=path, name_key=key, since=on, **words, **keys)
    audit.record("vendor.added", made, by=by, path=path)
    return made


def _filled(vendor: Vendor, told: Told, by: Any) -> Vendor:
    news = {name: getattr(told, name).strip() for name in ("address", "phone", "account", "npwp")}
    news = {name: text for name, text in news.items() if text and not getattr(vendor, name)}
    if news:
        for name, text in news.items():
            setattr(vendor, name, text)
        keys = facts.prints(phone=vendor.phone, account=vendor.account, npwp=vendor.npwp)
        for name, text in keys.items():
            setattr(vendor, name, text)
        vendor.save()
        audit.record("vendor.filled", vendor, by=by, path=vendor.path, fields=sorted(news))
    return vendor
