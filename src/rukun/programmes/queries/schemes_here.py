"""Programmes that serve a place on a day, and the terms in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet, Value

from rukun.programmes.models import Scheme, Terms


def serving(path: str, *, on: date, forms: Iterable[str] = ()) -> QuerySet[Scheme]:
    """Of this place or of one around it, running on the day; of these forms where some are named."""
    here = Scheme.objects.alias(place=Value(path)).filter(place__startswith=F("path"), since__lte=on)
    running = here.filter(Q(until__isnull=True) | Q(until__gt=on))
    return running.filter(form__in=list(forms)) if forms else running


def terms_on(scheme_ids: Iterable[int], *, on: date) -> dict[int, Terms]:
    """Programme → the terms that hold on a day."""
    held = Terms.objects.filter(scheme__in=set(scheme_ids), since__lte=on).order_by("since", "id")
    return {each.scheme_id: each for each in held}
