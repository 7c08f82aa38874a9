"""What became of those who were helped: whom to ask now, and what they told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Count, Min, QuerySet

from rukun.kit.dates import months_later
from rukun.programmes.facts import results
from rukun.programmes.models import Effect, Waiting
from rukun.programmes.queries import people
from rukun.programmes.types import WHEN_ASKED, Exit

UNREACHED = (Exit.DIED, Exit.MOVED)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose result is asked for now, `months` after the help came."""

    waiting: Waiting
    name: str
    months: int
    since: date


def under(path: str, *, on: date, most: int = 100) -> list[Asked]:
    """Whom to ask, who was taken in first comes first; the others come up as these are done."""
    asked = Waiting.objects.filter(path__startswith=path, enrolled_on__lte=months_later(on, -WHEN_ASKED[0]))
    open_still = asked.exclude(ended_by__in=UNREACHED).exclude(effects__months=WHEN_ASKED[-1])
    held = _helped(open_still).order_by("enrolled_on", "pk").iterator(chunk_size=500)
    found = list(islice(((each, months) for each in held if (months := _months(each, on))), most))
    named = people.names(each.head_id for each, _ in found)
    return [Asked(each, named[each.head_id], months, _since(each)) for each, months in found if each.head_id in named]


def of(waiting: Waiting, *, on: date) -> tuple[int | None, date | None]:
    """The months asked for now, and the next day of asking; nothing before the help came."""
    held = _helped(Waiting.objects.filter(pk=waiting.pk)).first()
    since = _since(held) if held else None
    return (_months(held, on), results.next_day(since, on)) if since else (None, None)


def told(waiting: Waiting) -> list[Effect]:
    return list(waiting.effects.order_by("months"))


def counts(path: str) -> Counter[tuple[int, int]]:
    """(months, change) → how many told so."""
    rows = Effect.objects.filter(path__startswith=path).order_by().values_list("months", "change")
    return Counter({(months, change): n for months, change, n in rows.annotate(n=Count("pk"))})


def _helped(held: QuerySet[Waiting]) -> QuerySet[Any]:
    """With the day the first part came, and whether there are parts at all."""
    taken = held.filter(enrolled_on__isnull=False).select_related("scheme").prefetch_related("effects")
    return taken.annotate(came=Min("instalments__arrival__on"), parts=Count("instalments"))


def _since(held: Any) -> date:
    """Months count from the first part that came; without parts, as in a training, from the day of being taken in."""
    return held.came if held.parts else held.enrolled_on


def _months(held: Any, on: date) -> int | None:
    since = _since(held)
    return results.asked_for(since, {each.months for each in held.effects.all()}, on) if since else None
