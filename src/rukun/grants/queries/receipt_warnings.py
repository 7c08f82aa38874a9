"""What may be wrong with a receipt, said at once and blocking nothing. Looks only where the reader may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from rukun.grants.models import Book, Journal, Payment, PaymentItem, Shot
from rukun.grants.queries import watching
from rukun.grants.queries.receipts import Priced, lines, stamp
from rukun.grants.types import Flow, Kind, PaymentState, ShotRole
from rukun.kit.money import shown
from rukun.kit.problems import Finding

GONE = (PaymentState.REFUSED, PaymentState.REVERSED)


@dataclass(frozen=True, slots=True)
class Draft:
    """A receipt as far as it is typed. `items`: line, unit price and amount of each thing; `own`: the payment itself,
    once there is one."""

    book: Book
    vendor_key: str = ""
    number: str = ""
    on: date | None = None
    items: Sequence[tuple[Priced, int, int]] = ()
    picture: Any = None
    own: int | None = None

    @property
    def total(self) -> int:
        return sum(amount for _line, _price, amount in self.items)


def warnings(draft: Draft) -> list[Finding]:
    """Codes grants.receipt_twice, picture_twice, receipt_before_money, receipt_no_money, price_over_rab,
    price_over_standard, line_left, stamp_due."""
    found = [*_twice(draft), *_picture(draft), *_money(draft), *_prices(draft), *_left(draft), *_stamp(draft)]
    return [Finding(f"grants.{code}", "warning", told) for code, told in found]


Found = Iterator[tuple[str, dict[str, Any]]]


def _twice(draft: Draft) -> Found:
    if not (draft.vendor_key and draft.number.strip()):
        return
    same = Payment.objects.filter(number__iexact=draft.number.strip(), vendor__name_key=draft.vendor_key)
    if (before := _living(same, draft).first()) is not None:
        yield "receipt_twice", {"number": before.number, "on": before.on, "amount": shown(before.amount)}


def _picture(draft: Draft) -> Found:
    if draft.picture is None:
        return
    bits = int(watching.thresholds(draft.picture.on)["look_bits"])
    shots = Shot.objects.filter(role=ShotRole.RECEIPT, payment__isnull=False).exclude(payment__state__in=GONE)
    near = RawSQL(  # noqa: S611 (the value is a parameter)
        "bit_count(('x' || grants_picture.look)::bit(64) # ('x' || %s)::bit(64))", [draft.picture.look]
    )
    alike = shots.annotate(differs=near).filter(differs__lte=bits).exclude(payment=draft.own)
    if (before := alike.select_related("payment", "picture").order_by("differs", "pk").first()) is not None:
        told = {"number": before.payment.number or f"#{before.payment_id}", "on": before.payment.on}
        yield "picture_twice", told


def _money(draft: Draft) -> Found:
    if draft.on is None or draft.book.flow != Flow.ADVANCE:
        return
    came = Journal.objects.filter(book=draft.book, kind=Kind.RELEASED).order_by("on").values_list("on", flat=True)
    first = came.first()
    if first is None:
        yield "receipt_no_money", {}
    elif draft.on < first:
        yield "receipt_before_money", {"day": draft.on, "came": first}


def _prices(draft: Draft) -> Found:
    for priced, price, _amount in draft.items:
        told = {"line": priced.line.words, "price": shown(price)}
        if priced.price is not None and price > priced.price:
            yield "price_over_rab", told | {"rab": shown(priced.price), "percent": _over(price, priced.price)}
        elif priced.standard is not None and price > priced.standard:
            yield "price_over_standard", told | {
                "standard": shown(priced.standard), "percent": _over(price, priced.standard),
            }  # fmt: skip


def _over(price: int, least: int) -> str:
    return f"{(Decimal(100) * (price - least) / least).quantize(Decimal('0.1'))}".replace(".", ",")


def _left(draft: Draft) -> Found:
    sums: dict[int, int] = {}
    known = {priced.line.pk: priced for priced, _price, _amount in draft.items}
    for priced, _price, amount in draft.items:
        sums[priced.line.pk] = sums.get(priced.line.pk, 0) + amount
    for pk, amount in sums.items():
        if amount > known[pk].left:
            yield "line_left", {
                "line": known[pk].line.words, "left": shown(known[pk].left), "over": shown(amount - known[pk].left),
            }  # fmt: skip


def _stamp(draft: Draft) -> Found:
    if draft.on is not None and (due := stamp(draft.total, draft.on)) is not None:
        yield "stamp_due", {"amount": shown(draft.total), "stamp": shown(due)}


def _living(payments: QuerySet[Payment], draft: Draft) -> QuerySet[Payment]:
    return payments.exclude(state__in=GONE).exclude(pk=draft.own).order_by("on", "pk")


def of_payment(payment: Payment, items: Sequence[PaymentItem], picture: Any) -> list[Finding]:
    """What is worth a look before a proposed receipt is approved or paid. What was kept for it already is its own."""
    priced = {each.line.pk: each for each in lines(payment.activity)}
    typed = [(priced[each.line_id], each.unit_price, each.amount) for each in items]
    key = payment.vendor.name_key if payment.vendor else ""
    draft = Draft(payment.book, key, payment.number, payment.on, typed, picture, payment.pk)
    told = warnings(draft)
    is_kept = payment.state == PaymentState.APPROVED
    return [each for each in told if not (is_kept and each.code == "grants.line_left")]
