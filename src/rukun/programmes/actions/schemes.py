"""A programme begins, gets its terms, is described anew, ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.parameters import programmes as files
from rukun.parameters.programmes import Asked, Turn
from rukun.programmes.facts import asking
from rukun.programmes.models import Scheme, Terms
from rukun.territory.types import Place

EARLIEST = date(2000, 1, 1)
MOST_PARTS = 60


@transaction.atomic
def create(
    *, place: Place, name: str, field: str, form: str, unit: str, kinds: Sequence[str], office: str, since: date,
    by: Any, words: str = "", until: date | None = None,
) -> Scheme:  # fmt: skip
    """Raises Problem programmes.scheme_known, programmes.scheme_period."""
    _check_period(since, until)
    try:
        with transaction.atomic():
            made = Scheme.objects.create(
                area_id=place.id, path=place.path, name=name, field=field, form=form, unit=unit, kinds=list(kinds),
                words=words, office=office, since=since, until=until,
            )  # fmt: skip
    except IntegrityError:
        raise Problem("programmes.scheme_known", name=name, since=since) from None
    audit.record("scheme.created", made, by=by, path=place.path, name=name)
    return made


@transaction.atomic
def change(
    *, scheme: Scheme, name: str, kinds: Sequence[str], office: str, words: str, until: date | None, by: Any
) -> Scheme:
    """How it is described, and when it ends. Raises Problem programmes.scheme_period."""
    held = Scheme.objects.select_for_update().get(pk=scheme.pk)
    _check_period(held.since, until)
    held.name, held.kinds, held.office, held.words, held.until = name, list(kinds), office, words, until
    held.save(update_fields=["name", "kinds", "office", "words", "until"])
    audit.record("scheme.changed", held, by=by, path=held.path, name=name)
    return held


@transaction.atomic
def set_terms(
    *, scheme: Scheme, since: date, criteria: Sequence[Asked], order: Sequence[Turn], seed: str, quota: int | None,
    amount: int | None, goods: str, parts: int, months_apart: int, lasts_months: int | None, basis: str, by: Any,
) -> Terms:  # fmt: skip
    """What holds from a day on; those before stay as they were. Raises Problem programmes.terms_day,
    programmes.terms_known, programmes.terms_parts, programmes.fact_unknown, programmes.fact_kind,
    programmes.fact_answer, programmes.order_fact."""
    _check_terms(scheme, since, criteria, order, parts)
    made = Terms.objects.create(
        scheme=scheme, path=scheme.path, since=since, criteria=[each.kept for each in criteria],
        order=[each.kept for each in order], seed=seed, quota=quota, amount=amount, goods=goods, parts=parts,
        months_apart=months_apart, lasts_months=lasts_months, basis=basis, by=str(by),
    )  # fmt: skip
    audit.record("terms.set", made, by=by, path=scheme.path, name=scheme.name, since=since.isoformat())
    return made


@transaction.atomic
def bring(*, place: Place, brought: files.Programme, since: date, by: Any) -> Scheme:
    """A programme with all its terms, from a file or from the shelf of examples. Raises Problem as `create` and
    `set_terms` do."""
    made = create(
        place=place, name=brought.title, field=brought.field, form=brought.form, unit=brought.unit,
        kinds=brought.kinds, office=brought.office, words=brought.words, since=since, by=by,
    )  # fmt: skip
    begun = [each for each in brought.terms if each.since <= since]
    for each in (*begun[-1:], *brought.terms[len(begun) :]):
        bring_terms(scheme=made, terms=each, since=max(each.since, since), by=by)
    return made


def bring_terms(*, scheme: Scheme, terms: files.Terms, since: date, by: Any) -> Terms:
    """Terms as a file writes them; the lot is drawn by the name of the programme and the day."""
    return set_terms(
        scheme=scheme, since=since, criteria=terms.criteria, order=terms.order, seed=f"{scheme.pk}-{since}",
        quota=terms.quota, amount=terms.amount, goods=terms.goods, parts=terms.parts,
        months_apart=terms.months_apart, lasts_months=terms.lasts_months, basis=terms.source[:200], by=by,
    )  # fmt: skip


def _check_period(since: date, until: date | None) -> None:
    if since < EARLIEST or (until is not None and until <= since):
        raise Problem("programmes.scheme_period", since=since, until=until)


def _check_terms(scheme: Scheme, since: date, criteria: Sequence[Asked], order: Sequence[Turn], parts: int) -> None:
    if since < scheme.since or (scheme.until is not None and since >= scheme.until):
        raise Problem("programmes.terms_day", since=since, first=scheme.since)
    if scheme.terms.filter(since=since).exists():
        raise Problem("programmes.terms_known", since=since)
    if not 1 <= parts <= MOST_PARTS:
        raise Problem("programmes.terms_parts", parts=parts, most=MOST_PARTS)
    for each in criteria:
        asking.check(each.test, each.id)
    for turn in order:
        if (asked := asking.catalogue().get(turn.fact)) is None or asked.kind != asking.NUMBER:
            raise Problem("programmes.order_fact", fact=turn.fact)
