"""Everything about some books that may be told to anyone, gathered in a few queries: no name of a person among it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rukun.grants.models import Activity, Book, Payment, Tranche
from rukun.grants.types import PaymentKind, PaymentState, VendorKind
from rukun.territory import queries as territory
from rukun.territory.types import Place

STEP = 100
"""Books gathered at a time: an export of a kabupaten stays small in memory."""


@dataclass(frozen=True, slots=True)
class Seller:
    """Who is paid, as the public may know: a shop by its name, people only as what they are."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """One book with its place and all that hangs on it."""

    book: Book
    place: Place
    desa_code: str
    tranches: tuple[Tranche, ...]
    activities: tuple[Activity, ...]
    payments: dict[int, tuple[Payment, ...]] = field(default_factory=dict)


def told(path: str, year: int | None, on: date, *, with_payments: bool = False) -> Iterator[Told]:
    """Every book beneath a path, of one year or of all, in order of place; what was paid only where it is asked for."""
    rows = Book.objects.filter(path__startswith=path).order_by("path", "year")
    ids = list((rows.filter(year=year) if year else rows).values_list("pk", flat=True))
    for start in range(0, len(ids), STEP):
        yield from _some(ids[start : start + STEP], on, with_payments=with_payments)


def _some(ids: list[int], on: date, *, with_payments: bool) -> Iterator[Told]:
    books = list(Book.objects.filter(pk__in=ids).order_by("path", "year"))
    places = territory.places([each.rt_id for each in books], on=on)
    codes = _desa_codes(places, on)
    tranches: dict[int, list[Tranche]] = defaultdict(list)
    for tranche in Tranche.objects.filter(book__in=ids).order_by("book", "number"):
        tranches[tranche.book_id].append(tranche)
    activities: dict[int, list[Activity]] = defaultdict(list)
    for activity in Activity.objects.filter(book__in=ids).select_related("plan").order_by("book", "number"):
        activities[activity.book_id].append(activity)
    payments = _payments(ids) if with_payments else {}
    for book in books:
        if (place := places.get(book.rt_id)) is None:
            place = territory.last_known(book.rt_id)
        if place is not None:
            mine = tuple(activities[book.pk])
            paid = {each.pk: tuple(payments.get(each.pk, ())) for each in mine}
            yield Told(book, place, codes.get(book.rt_id, ""), tuple(tranches[book.pk]), mine, paid)


def _payments(books: list[int]) -> dict[int, list[Payment]]:
    """Activity → what was paid for it, with seller and items."""
    found: dict[int, list[Payment]] = defaultdict(list)
    rows = Payment.objects.filter(book__in=books, state=PaymentState.PAID).select_related("vendor")
    for each in rows.prefetch_related("items").order_by("on", "pk"):
        found[each.activity_id].append(each)
    return found


def _desa_codes(places: dict[int, Place], on: date) -> dict[int, str]:
    desas = {place.way[-2].id for place in places.values() if len(place.way) > 1}
    above = territory.places(list(desas), on=on)
    return {
        pk: above[place.way[-2].id].code
        for pk, place in places.items()
        if len(place.way) > 1 and place.way[-2].id in above
    }


def seller(payment: Payment) -> Seller:
    """A shop, company or group by name; a person who sells, works or holds an office is not named."""
    vendor = payment.vendor
    if payment.kind != PaymentKind.GOODS:
        return Seller(f"{payment.kind}-{payment.book_id}", str(payment.get_kind_display()))
    if vendor is None or vendor.kind == VendorKind.PERSON:
        return Seller(f"person-{payment.book_id}-{payment.vendor_id or 0}", str(VendorKind.PERSON.label))
    return Seller(f"vendor-{vendor.pk}", vendor.name)
