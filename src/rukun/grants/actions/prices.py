"""Price lists and lists of AHSP are brought whole; a newer one follows, none is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.models import AnalysisList, Coefficient, Price, PriceList
from rukun.kit.problems import Problem

BATCH = 2000


@transaction.atomic
def bring(
    *, area_id: int, path: str, rows: Iterable[Mapping[str, Any]], title: str, basis: str, since: date, file: str,
    on: date, by: Any,
) -> PriceList:  # fmt: skip
    """A list of prices in force from `since`. Raises Problem grants.list_empty, grants.list_too_old."""
    held = _checked(rows, since, on)
    made = PriceList.objects.create(
        area_id=area_id, path=path, title=title[:160], basis=basis[:200], since=since, file=file[:200], on=on,
        by=str(by),
    )  # fmt: skip
    Price.objects.bulk_create((Price(list=made, path=path, **each) for each in held), BATCH)
    audit.record("prices.brought", made, by=by, path=path, count=len(held), since=since.isoformat(), title=title)
    return made


@transaction.atomic
def bring_analyses(
    *, area_id: int, path: str, rows: Iterable[Mapping[str, Any]], title: str, since: date, file: str, on: date,
    by: Any,
) -> AnalysisList:  # fmt: skip
    """A whole list of AHSP, kept as it was brought. Raises as `bring` does."""
    held = _checked(rows, since, on)
    made = AnalysisList.objects.create(
        area_id=area_id, path=path, title=title[:160], since=since, file=file[:200], on=on, by=str(by)
    )
    Coefficient.objects.bulk_create(
        (Coefficient(list=made, path=path, **each | {"quantity": Decimal(each["quantity"])}) for each in held), BATCH
    )
    audit.record("analyses.brought", made, by=by, path=path, count=len(held), since=since.isoformat(), title=title)
    return made


def _checked(rows: Iterable[Mapping[str, Any]], since: date, on: date) -> list[dict[str, Any]]:
    held = [dict(each) for each in rows]
    if not held:
        raise Problem("grants.list_empty")
    if not on.year - 10 <= since.year <= on.year + 2:
        raise Problem("grants.list_too_old", since=since)
    return held
