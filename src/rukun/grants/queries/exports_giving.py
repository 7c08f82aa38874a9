"""Each RT's year as one grant of the 360Giving Data Standard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rukun.grants.facts import exports as facts
from rukun.grants.models import Tranche

Json = dict[str, Any]
LONGEST = 139
"""A title of the standard is under 140 characters."""


def grants(path: str, year: int | None, on: date, *, prefix: str, funder: str, programme: str) -> Iterator[Json]:
    """One grant a book whose first tranche was approved: before that day nothing was awarded. `prefix`: who publishes
    ("360G-…"); `funder`: the kabupaten's name. Amounts are rupiah."""
    for told in facts.told(path, year, on):
        if approved := [each.approved_on for each in told.tranches if each.approved_on]:
            yield _grant(told, on, min(approved), prefix, funder, programme)


def _grant(told: facts.Told, on: date, awarded: date, prefix: str, funder: str, programme: str) -> Json:
    book, place = told.book, told.place
    paid_out = [each for each in told.tranches if each.released_on]
    where = {"id": place.path, "name": place.label, "countryCode": "ID", "geoCode": told.desa_code}
    return {
        "id": f"{prefix}-{book.rt_id}-{book.year}",
        "title": f"{programme} {book.year}, {place.label}"[:LONGEST],
        "description": "; ".join(each.title for each in told.activities) or f"{programme} {book.year}",
        "currency": "IDR",
        "amountAwarded": book.ceiling,
        "amountDisbursed": book.released,
        "awardDate": awarded.isoformat(),
        "plannedDates": [{"startDate": f"{book.year}-01-01", "endDate": f"{book.year}-12-31"}],
        "recipientOrganization": [{"id": f"{prefix}-rt-{book.rt_id}", "name": f"{place.label}, {place.way[-2].label}"}],
        "fundingOrganization": [{"id": f"{prefix}-kabupaten", "name": funder}],
        "beneficiaryLocation": [where],
        "grantProgramme": [{"code": str(book.year), "title": programme}],
        "dateModified": f"{on.isoformat()}T00:00:00+00:00",
        "disbursementTransaction": [_came(each) for each in paid_out],
    }


def _came(tranche: Tranche) -> Json:
    day = tranche.released_on.isoformat()
    return {"id": str(tranche.pk), "transactionDate": day, "currency": "IDR", "value": tranche.amount}
