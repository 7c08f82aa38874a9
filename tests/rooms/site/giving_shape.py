"""What the 360Giving Data Standard asks of a grant: which fields there are, of what kind, and which must stand.

Read from its published schema (grant and package); no package of the index carries that schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

LONGEST_TITLE = 140
IDENTIFIER = re.compile(r"360G-[A-Za-z0-9_]+(-[A-Za-z0-9_]+)+")
"""A registered prefix, then our own number: hyphens between, no spaces or slashes. An organisation that stands in no
register of org-id.guide, like an RT, takes the same."""


def is_text(held: Any) -> bool:
    return isinstance(held, str)


def is_number(held: Any) -> bool:
    return isinstance(held, int | float) and not isinstance(held, bool)


def is_identifier(held: Any) -> bool:
    return is_text(held) and IDENTIFIER.fullmatch(held) is not None


def is_moment(held: Any) -> bool:
    """A day, a time and its offset, as RFC 3339 writes them."""
    return is_text(held) and "T" in held and held[-6:-5] in ("+", "-") and _same(datetime.fromisoformat, held)


def is_day(held: Any) -> bool:
    return is_text(held) and _same(date.fromisoformat, held) or is_moment(held)


def _same(read: Callable[[str], date], held: str) -> bool:
    try:
        return read(held).isoformat() == held
    except ValueError:
        return False


def one_of(*allowed: str) -> Callable[[Any], bool]:
    return lambda held: held in allowed


Shape = dict[str, "Callable[[Any], bool] | list[Shape]"]
CURRENCY = one_of("IDR")
EVENT: Shape = {
    "title": is_text, "startDate": is_day, "endDate": is_day, "description": is_text, "dateModified": is_moment,
}  # fmt: skip
TRANSACTION: Shape = {
    "id": is_text, "transactionDate": is_day, "currency": CURRENCY, "value": is_number, "valueDate": is_day,
    "description": is_text, "provider": is_text, "recipient": is_text, "dateModified": is_moment,
}  # fmt: skip
LOCATION: Shape = {
    "id": is_text, "name": is_text, "countryCode": one_of("ID"), "latitude": is_text, "longitude": is_text,
    "description": is_text, "geoCode": is_text, "geoCodeType": is_text, "dateModified": is_moment,
}  # fmt: skip
CLASSIFICATION: Shape = dict.fromkeys(("vocabulary", "code", "title", "description", "url"), is_text)
PROGRAMME: Shape = dict.fromkeys(("code", "title", "description", "url"), is_text)
ORGANIZATION: Shape = {
    "id": is_identifier, "name": is_text, "department": is_text, "alternateName": is_text, "description": is_text,
    "addressLocality": is_text, "addressRegion": is_text, "addressCountry": is_text, "url": is_text,
    "location": [LOCATION],
}  # fmt: skip
GRANT: Shape = {
    "id": is_identifier, "title": is_text, "description": is_text, "currency": CURRENCY, "amountAppliedFor": is_number,
    "amountAwarded": is_number, "amountDisbursed": is_number, "awardDate": is_day, "url": is_text,
    "plannedDates": [EVENT], "actualDates": [EVENT], "recipientOrganization": [ORGANIZATION],
    "beneficiaryLocation": [LOCATION], "fundingOrganization": [ORGANIZATION], "grantProgramme": [PROGRAMME],
    "fromOpenCall": one_of("Yes", "No"), "fundingType": [CLASSIFICATION], "classifications": [CLASSIFICATION],
    "applicationTransaction": [TRANSACTION], "commitmentTransaction": [TRANSACTION],
    "disbursementTransaction": [TRANSACTION], "dateModified": is_moment, "dataSource": is_text,
}  # fmt: skip
NEEDED = {
    id(GRANT): {
        "id", "title", "description", "currency", "amountAwarded", "awardDate", "recipientOrganization",
        "fundingOrganization",
    },
    id(ORGANIZATION): {"id", "name"},
}  # fmt: skip
AT_LEAST_ONE = ("recipientOrganization", "fundingOrganization")


def wrong(package: dict[str, Any]) -> list[str]:
    """Where a package is not what the standard asks; nothing if all is well."""
    grants = package.get("grants", [])
    found = [] if grants else ["grants: empty"]
    found += [words for n, grant in enumerate(grants) for words in _whole(grant, f"grants/{n}")]
    names = [grant.get("id") for grant in grants]
    return found + (["grants: one id twice"] if len(set(names)) < len(names) else [])


def _whole(grant: dict[str, Any], where: str) -> Iterator[str]:
    yield from _unlike(grant, GRANT, where)
    yield from (f"{where}/{name}: empty" for name in AT_LEAST_ONE if not grant.get(name))
    if len(grant.get("title", "")) >= LONGEST_TITLE:
        yield f"{where}/title: too long"
    came = sum(each.get("value", 0) for each in grant.get("disbursementTransaction", []))
    if grant.get("amountDisbursed", came) != came:
        yield f"{where}/amountDisbursed: not what its transactions say"


def _unlike(held: Any, shape: Shape, where: str) -> Iterator[str]:
    if not isinstance(held, dict):
        yield f"{where}: no object"
        return
    yield from (f"{where}/{name}: missing" for name in sorted(NEEDED.get(id(shape), set()) - set(held)))
    for name, value in held.items():
        asked = shape.get(name)
        if asked is None:
            yield f"{where}/{name}: not of the standard"
        elif not isinstance(asked, list):
            yield from [] if asked(value) else [f"{where}/{name}: {value!r}"]
        elif not isinstance(value, list):
            yield f"{where}/{name}: no list"
        else:
            for n, each in enumerate(value):
                yield from _unlike(each, asked[0], f"{where}/{name}/{n}")
